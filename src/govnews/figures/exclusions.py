"""What has a number in it and is no figure: idioms, names, codes, clock times.

Phrases are looked up by two characters around their first numeral, so that a
table of a thousand costs no more than one of ten.  Patterns are tried at the
numeral itself.
"""

import re
from dataclasses import dataclass
from functools import cache

from govnews.resources import table

_NUMERAL = re.compile(r"[0-9〇零一二三四五六七八九十百千万亿两半几第]")
_CODE_REST = re.compile(r"[A-Za-z0-9]*+(?:[-_.][A-Za-z0-9]++)*+")
_SCALED = re.compile(r"[\d.,]*+\s?[万亿元%％]")
_SLOGAN_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Exclusions:
    """The tables, arranged for looking up at a numeral."""

    by_numeral_and_next: dict[str, tuple[str, ...]]
    by_previous_and_numeral: dict[str, tuple[tuple[int, str], ...]]
    pattern: re.Pattern[str]

    def end_at(self, text: str, position: int) -> int | None:
        """Return where the excluded phrase around the numeral at *position* ends, or None."""
        ends = [
            position + len(phrase)
            for phrase in self.by_numeral_and_next.get(text[position : position + 2], ())
            if text.startswith(phrase, position)
        ]
        ends += [
            position - offset + len(phrase)
            for offset, phrase in self.by_previous_and_numeral.get(
                text[max(position - 1, 0) : position + 1], ()
            )
            if position >= offset and text.startswith(phrase, position - offset)
        ]
        match = self.pattern.match(text, position)
        if match and match.end() > position:
            ends.append(match.end())
        return max(ends, default=None)


@cache
def exclusions() -> Exclusions:
    """Return the exclusions that ship with the package.

    >>> exclusions().end_at("进一步深化", 1)
    3
    """
    following: dict[str, list[str]] = {}
    preceding: dict[str, list[tuple[int, str]]] = {}
    for phrase in (word for row in table("exclusions")["phrases"] for word in row["words"]):
        numeral = _NUMERAL.search(phrase)
        if numeral is None:
            raise ValueError(f"exclusions.toml: {phrase!r} has no numeral in it")
        at = numeral.start()
        if at:
            preceding.setdefault(phrase[at - 1 : at + 1], []).append((at, phrase))
        else:
            following.setdefault(phrase[:2], []).append(phrase)
    patterns = "|".join(f"(?:{row['regex']})" for row in table("exclusions")["pattern"])
    return Exclusions(
        {key: tuple(sorted(group, key=len, reverse=True)) for key, group in following.items()},
        {key: tuple(group) for key, group in preceding.items()},
        re.compile(patterns, re.MULTILINE),
    )


def code_end(text: str, position: int) -> int | None:
    """Return where a code such as PM2.5 or C919 ends whose digits stand at *position*.

    A sum glued to letters is no code: GDP236.48亿元.

    >>> code_end("型号PM2.5", 4), code_end("实现GDP236亿元", 5)
    (7, None)
    """
    before = text[position - 1 : position]
    if not (before.isascii() and before.isalpha()) or _SCALED.match(text, position):
        return None
    match = _CODE_REST.match(text, position)
    return match.end() if match else None


def slogan_end(text: str, position: int) -> int | None:
    """Return the end of the short quotation that the Han numeral at *position* opens or lies in.

    A Han numeral inside a quotation of a few characters is a name: “三查”,
    “最多跑一次”. Speech is longer or has sentence marks.

    >>> slogan_end("开展“三查”工作", 3)
    5
    >>> slogan_end("“我们三个人一起去，他说。”", 3)
    """
    opening = max(
        text.rfind("“", max(0, position - _SLOGAN_LENGTH), position),
        text.rfind("「", max(0, position - _SLOGAN_LENGTH), position),
    )
    if opening < 0:
        return None
    closing = min(
        (
            at
            for mark in "”」"
            if (at := text.find(mark, opening + 1, opening + 2 + _SLOGAN_LENGTH)) >= 0
        ),
        default=-1,
    )
    if closing < position or any(mark in text[opening:closing] for mark in "，。；！？,;!?"):
        return None
    return closing

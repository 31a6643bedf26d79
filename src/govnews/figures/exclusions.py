"""What has a number in it and is no figure: idioms, names, codes, clock times.

Phrases are looked up by two characters around their first numeral, so that a
table of a thousand costs no more than one of ten.  Patterns are tried at the
numeral itself.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Any, Final, NamedTuple

NUMERAL: Final = re.compile(r"[0-9〇零一二三四五六七八九十百千万亿两半几第]")
"""What an excluded phrase is looked up by: its first numeral."""

_CODE_REST: Final = re.compile(r"[A-Za-z0-9]*+(?:[-_.][A-Za-z0-9]++)*+")
_CODE_BEGUN: Final = re.compile(r"[A-Za-z0-9_.-]*$")
_CODE_REACH: Final = 12
_SCALED: Final = re.compile(r"[\d.,]*+\s?[万亿元%％]")
_SLOGAN_LENGTH: Final = 12
_NEVER: Final = "(?!)"
_END: Final = attrgetter("end")


CODE: Final = "code"
SLOGAN: Final = "slogan"
"""What exclusions are called that are in no table."""


class Exclusion(NamedTuple):
    """What is no figure: the group or the pattern that it is of, and where it stands."""

    name: str
    start: int
    end: int


class _Phrase(NamedTuple):
    """An excluded phrase: where in it its first numeral stands, and its group."""

    offset: int
    text: str
    group: str


@dataclass(frozen=True, slots=True)
class Exclusions:
    """The tables, arranged for looking up at a numeral.

    Attributes:
        by_numeral_and_next: Phrases that begin with a numeral, by two characters.
        by_previous_and_numeral: The others, by the character before their
            first numeral and the numeral itself.
        pattern: All patterns in one.
        patterns: The patterns one by one, each with its name.
    """

    by_numeral_and_next: Mapping[str, tuple[_Phrase, ...]]
    by_previous_and_numeral: Mapping[str, tuple[_Phrase, ...]]
    pattern: re.Pattern[str]
    patterns: tuple[tuple[str, str], ...]

    @classmethod
    def of(
        cls, phrases: Sequence[Mapping[str, Any]], patterns: Sequence[Mapping[str, Any]]
    ) -> "Exclusions":
        """Arrange phrases, each with its group, and the rows of the table `[[pattern]]`.

        Raises:
            ValueError: If a phrase has no numeral in it.

        >>> two = [{"group": "idiom", "word": word} for word in ("一步", "进一步")]
        >>> Exclusions.of(two, []).at("更进一步", 2)
        Exclusion(name='idiom', start=1, end=4)
        """
        following: dict[str, list[_Phrase]] = {}
        preceding: dict[str, list[_Phrase]] = {}
        for row in phrases:
            phrase = row["word"]
            numeral = NUMERAL.search(phrase)
            if numeral is None:
                raise ValueError(f"the excluded phrase {phrase!r} has no numeral in it")
            at = numeral.start()
            table, key = (preceding, phrase[at - 1 : at + 1]) if at else (following, phrase[:2])
            table.setdefault(key, []).append(_Phrase(at, phrase, row["group"]))
        joined = "|".join(f"(?:{row['regex']})" for row in patterns)
        return cls(
            {key: tuple(group) for key, group in following.items()},
            {key: tuple(group) for key, group in preceding.items()},
            re.compile(joined or _NEVER, re.MULTILINE),
            tuple((row["name"], row["regex"]) for row in patterns),
        )

    def at(self, text: str, position: int) -> Exclusion | None:
        """Return what is excluded around the numeral at *position*; of several, what ends last."""
        match = self.pattern.match(text, position)
        before = self.by_previous_and_numeral.get(text[max(position - 1, 0) : position + 1], ())
        behind = self.by_numeral_and_next.get(text[position : position + 2], ())
        if not (match or before or behind):
            return None
        found = [
            Exclusion(group, position - offset, position - offset + len(phrase))
            for offset, phrase, group in (*before, *behind)
            if position >= offset and text.startswith(phrase, position - offset)
        ]
        if match:
            first = next(
                name for name, regex in self.patterns if _compiled(regex).match(text, position)
            )
            found.append(Exclusion(first, position, match.end()))
        return max(found, key=_END, default=None)


@lru_cache(maxsize=256)
def _compiled(regex: str) -> re.Pattern[str]:
    """Compile one of the patterns, once it is asked which of them has matched."""
    return re.compile(regex, re.MULTILINE)


def code_at(text: str, position: int) -> Exclusion | None:
    """Return the code, such as PM2.5 or C919, whose digits stand at *position*.

    A sum glued to letters is no code: GDP236.48亿元.

    >>> code_at("型号PM2.5", 4)
    Exclusion(name='code', start=2, end=7)
    >>> code_at("实现GDP236亿元", 5)
    """
    before = text[position - 1 : position]
    if not (before.isascii() and before.isalpha()) or _SCALED.match(text, position):
        return None
    match = _CODE_REST.match(text, position)
    if match is None or match.end() == position:
        # 第 and 首 are no part of a code: WTO第12届部长级会议
        return None
    begun = _CODE_BEGUN.search(text, max(0, position - _CODE_REACH), position)
    return Exclusion(CODE, begun.start() if begun else position, match.end())


def slogan_at(text: str, position: int) -> Exclusion | None:
    """Return the short quotation, with its marks, in which the Han numeral at *position* lies.

    A Han numeral inside a quotation of a few characters is a name: “三查”,
    “最多跑一次”. Speech is longer or has sentence marks.

    >>> slogan_at("开展“三查”工作", 3)
    Exclusion(name='slogan', start=2, end=6)
    >>> slogan_at("“我们三个人一起去，他说。”", 3)
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
    return Exclusion(SLOGAN, opening, closing + 1)

"""What has a number in it and is no figure: idioms, names, codes, clock times.

Phrases are looked up by two characters around their first numeral, so that a
table of a thousand costs no more than one of ten.  Patterns are tried at the
numeral itself.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

NUMERAL: Final = re.compile(r"[0-9〇零一二三四五六七八九十百千万亿两半几第]")
"""What an excluded phrase is looked up by: its first numeral."""

_CODE_REST: Final = re.compile(r"[A-Za-z0-9]*+(?:[-_.][A-Za-z0-9]++)*+")
_SCALED: Final = re.compile(r"[\d.,]*+\s?[万亿元%％]")
_SLOGAN_LENGTH: Final = 12
_NEVER: Final = "(?!)"


class Exclusion(NamedTuple):
    """An excluded phrase in a text: the group or the pattern it is of, and where it stands."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Exclusions:
    """The tables, arranged for looking up at a numeral.

    Attributes:
        by_numeral_and_next: Phrases that begin with a numeral, by two characters.
        by_previous_and_numeral: The others, by the character before their
            first numeral and the numeral itself, with where in them it stands.
        pattern: All patterns in one.
        groups: Which group each phrase is of.
        patterns: The patterns one by one, by name.
    """

    by_numeral_and_next: Mapping[str, tuple[str, ...]]
    by_previous_and_numeral: Mapping[str, tuple[tuple[int, str], ...]]
    pattern: re.Pattern[str]
    groups: Mapping[str, str]
    patterns: Mapping[str, str]

    @classmethod
    def of(
        cls, phrases: Sequence[Mapping[str, Any]], patterns: Sequence[Mapping[str, Any]]
    ) -> "Exclusions":
        """Arrange the rows of the tables `[[phrases]]` and `[[pattern]]`.

        Raises:
            ValueError: If a phrase has no numeral in it.

        >>> two_of_a_kind = [{"group": "idiom", "words": ["进一步", "一步"]}]
        >>> Exclusions.of(two_of_a_kind, []).end_at("进一步深化", 1)
        3
        """
        groups = {word: row["group"] for row in phrases for word in row["words"]}
        following: dict[str, list[str]] = {}
        preceding: dict[str, list[tuple[int, str]]] = {}
        for phrase in groups:
            numeral = NUMERAL.search(phrase)
            if numeral is None:
                raise ValueError(f"the excluded phrase {phrase!r} has no numeral in it")
            at = numeral.start()
            if at:
                preceding.setdefault(phrase[at - 1 : at + 1], []).append((at, phrase))
            else:
                following.setdefault(phrase[:2], []).append(phrase)
        regexes = {row["name"]: row["regex"] for row in patterns}
        joined = "|".join(f"(?:{regex})" for regex in regexes.values())
        return cls(
            {key: tuple(sorted(group, key=len, reverse=True)) for key, group in following.items()},
            {key: tuple(group) for key, group in preceding.items()},
            re.compile(joined or _NEVER, re.MULTILINE),
            groups,
            regexes,
        )

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

    def found_at(self, text: str, position: int) -> Exclusion | None:
        """Return what `end_at` found, by name; it is slower.

        >>> Exclusions.of([{"group": "idiom", "words": ["进一步"]}], []).found_at("更进一步", 2)
        Exclusion(name='idiom', start=1, end=4)
        """
        found = [*self._phrases_at(text, position), *self._pattern_at(text, position)]
        return max(found, key=lambda exclusion: exclusion.end, default=None)

    def _phrases_at(self, text: str, position: int) -> Iterator[Exclusion]:
        beginning = self.by_numeral_and_next.get(text[position : position + 2], ())
        around = self.by_previous_and_numeral.get(text[max(position - 1, 0) : position + 1], ())
        for offset, phrase in (*((0, phrase) for phrase in beginning), *around):
            start = position - offset
            if start >= 0 and text.startswith(phrase, start):
                yield Exclusion(self.groups[phrase], start, start + len(phrase))

    def _pattern_at(self, text: str, position: int) -> Iterator[Exclusion]:
        """Yield the first of the patterns that matches, as where they are joined."""
        whole = self.pattern.match(text, position)
        if whole is None or whole.end() == position:
            return
        for name, regex in self.patterns.items():
            match = re.compile(regex, re.MULTILINE).match(text, position)
            if match:
                yield Exclusion(name, *match.span())
                return


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
    # 第 and 首 are no part of a code: WTO第12届部长级会议
    return match.end() if match and match.end() > position else None


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

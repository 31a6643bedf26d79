"""Fragments: what of a run can be read where the whole cannot.

A pair of bytes that vanished within a run spoils one character of the reading,
and nothing before or behind it: the rest is paired as it was.  So where a
reading as a whole is in doubt, its words that are beyond doubt are still taken,
and only what stands between them is left as it is, and marked.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final, NamedTuple

from govnews.cleaning.forms import forms
from govnews.cleaning.language import divide, language

LEAST_SHARE: Final = 0.5
"""Of the characters of a run, how many must be beyond doubt for any to be taken."""

_RARE: Final = -15.0
_PRONE: Final = -4.0
_NUMERAL = re.compile("[0-9０-９〇零一二三四五六七八九十百千万亿两半几数]")
_QUOTED: Final = ("。”", "。“", "！”", "？”", "，“", "：“", "、“", "”、")


class Fragment(NamedTuple):
    """A stretch of a run: characters *start* to *end* of the reading, and whether they are sure."""

    start: int
    end: int
    sure: bool


def fragments(left: str, reading: str, right: str) -> list[Fragment]:
    """Divide a reading into what is beyond doubt and what is not.

    Args:
        left: The sound text before it.
        reading: The characters read, one for each that is shown, in any script.
        right: The sound text behind it.

    Returns:
        Stretches that cover the reading, in turn sure and not; none where too
        little of it is sure.

    >>> fragments("预留了40个岗位", "。”吥安保", "经理吴斌说")
    [Fragment(start=0, end=2, sure=True), Fragment(start=2, end=3, sure=False), \
Fragment(start=3, end=5, sure=True)]
    """
    simple = forms().simplified
    before, text, behind = (part.translate(simple) for part in (left, reading, right))
    sure = [False] * len(text)
    for start, end in _sure_words(before, text, behind):
        for place in range(max(0, start), min(end, len(text))):
            sure[place] = True
    if sum(sure) < LEAST_SHARE * len(sure):
        return []
    return list(_stretches(sure))


def _stretches(sure: list[bool]) -> Iterator[Fragment]:
    place = 0
    for each, group in groupby(sure):
        length = sum(1 for _ in group)
        yield Fragment(place, place + length, each)
        place += length


def _sure_words(before: str, text: str, behind: str) -> Iterator[tuple[int, int]]:
    """Yield the places, in *text*, of words that are no accident."""
    words = divide(before + text + behind)
    place = -len(before)
    for index, word in enumerate(words):
        end = place + len(word)
        neighbours = (words[index - 1] if index else "", *words[index + 1 : index + 2])
        if not _NUMERAL.search(word) and (_is_word(word) or _is_mark(word, neighbours)):
            yield place, end
        place = end


def _is_word(word: str) -> bool:
    number = language().vocabulary.get(word)
    return len(word) > 1 and number is not None and language().weights[number] > _RARE


def _is_mark(word: str, neighbours: tuple[str, ...]) -> bool:
    """Whether it is one of two marks that belong together."""
    before, *behind = neighbours
    return before + word in _QUOTED or (bool(behind) and word + behind[0] in _QUOTED)

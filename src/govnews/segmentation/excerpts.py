"""The sentence around a place, for whoever looks at a figure; of an endless one what is near.

A table without full stops can be one sentence of a hundred thousand characters with as many
figures: shown whole beside each of them, it would be a table of gigabytes.
"""

from bisect import bisect_right
from functools import cached_property
from typing import Final, TypeAlias

from govnews.segmentation.sentences import sentences

Span: TypeAlias = tuple[int, int]

#: Characters that are shown of a sentence, with the marks where it was cut.
LONGEST: Final = 200
#: What stands where something was cut off.
CUT: Final = "…"
_CLAUSE_MARKS: Final = "，；、,;"
_ROOM: Final = LONGEST - 2 * len(CUT)


class Excerpts:
    """What is shown of the sentences of a text; they are found when first asked for.

    >>> Excerpts("增长3.5%。走访43家企业。").around(9, 12)
    '走访43家企业。'
    >>> found = Excerpts("慰问职工58名，" * 99).around(4, 7)
    >>> found[:9], found[-9:], len(found)
    ('慰问职工58名，慰', '慰问职工58名，…', 193)
    """

    def __init__(self, text: str) -> None:
        """Remember the text."""
        self._text = text

    @cached_property
    def _spans(self) -> list[Span]:
        return list(sentences(self._text)) or [(0, 0)]

    def around(self, start: int, end: int) -> str:
        """Return what is shown of the sentence in which something stands, with `CUT` at cuts."""
        (first, last), (left, right) = self.spans(start, end)
        before, behind = CUT if first < left else "", CUT if right < last else ""
        return before + self._text[left:right] + behind

    def spans(self, start: int, end: int) -> tuple[Span, Span]:
        """Return where that sentence stands, and what is shown of it.

        Args:
            start: Where the thing begins.
            end: Where it ends.
        """
        number = max(bisect_right(self._spans, start, key=_start) - 1, 0)
        sentence = self._spans[number]
        return sentence, self._window(sentence, start, end)

    def _window(self, sentence: Span, start: int, end: int) -> Span:
        """Cut a sentence around a place, at marks of clauses where there are any."""
        first, last = sentence
        if last - first <= LONGEST:
            return sentence
        start, end = max(start, first), min(end, last)
        left = max(first, min(start - (_ROOM - (end - start)) // 2, last - _ROOM))
        left = min(left, start)
        right = min(left + _ROOM, last)
        if left > first:
            found = (self._text.find(mark, left, start) for mark in _CLAUSE_MARKS)
            left = min((place for place in found if place >= 0), default=left - 1) + 1
        if right < last:
            place = max(self._text.rfind(mark, end, right) for mark in _CLAUSE_MARKS)
            right = right if place < 0 else place + 1
        return left, right


def _start(span: Span) -> int:
    return span[0]

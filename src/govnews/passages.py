"""Where figures and repairs stand in a paragraph as it was cleaned.

The offsets of a bulletin count in the caller's string, which may be garbled.  People read
the cleaned text: here is what stands where in it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, Protocol

from govnews.models import CleanText, Edit, Figure, Paragraph


class Readable(Protocol):
    """What is needed of a bulletin."""

    @property
    def raw(self) -> str:
        """The caller's string."""

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Its paragraphs, in order, with offsets in `raw`."""

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What cleaning changed, in order and disjoint, with offsets in `raw`."""


class PlacedFigure(NamedTuple):
    """A figure and where it stands in the text of its paragraph."""

    figure: Figure
    start: int
    end: int


class PlacedEdit(NamedTuple):
    """An edit and where its replacement stands in the text of its paragraph."""

    edit: Edit
    start: int
    end: int


class Passage(NamedTuple):
    """A paragraph with all that is marked in it.

    Attributes:
        number: Its place in the bulletin, from 0.
        paragraph: The paragraph; positions here count in its `text`.
        figures: Its figures, all of them, in order and disjoint. One that does not stand in the
            text, because that is of another paragraph, has an empty span: there is nothing to mark.
        edits: The edits within it that moved what stands behind them, or did more than convert
            characters to another script, in order.
        before: Such edits between the paragraph that stands before it in the caller's string and
            this one: lines that were dropped.
    """

    number: int
    paragraph: Paragraph
    figures: tuple[PlacedFigure, ...]
    edits: tuple[PlacedEdit, ...]
    before: tuple[Edit, ...]

    @property
    def repairs(self) -> tuple[PlacedEdit, ...]:
        """The edits that did more than convert characters, in order.

        An empty span is a place where something was dropped.
        """
        return tuple(each for each in self.edits if not each.edit.is_conversion)


def passages(bulletin: Readable) -> Iterator[Passage]:
    """Yield the paragraphs of a bulletin in order, with what is marked in them.

    >>> from types import SimpleNamespace
    >>> from govnews.models import Kind
    >>> figure = Figure(Kind.HEADCOUNT, "58名", 6, 9, "58")
    >>> page = SimpleNamespace(raw="職(zhí)58名", edits=(Edit("gloss.drop", 1, 6, "(zhí)", ""),),
    ...     paragraphs=(Paragraph("职58名", 0, 9, figures=(figure,)),))
    >>> [(each.figures[0][1:], each.repairs[0][1:]) for each in passages(page)]
    [((1, 4), (1, 1))]
    """
    edits = _Edits([edit for edit in bulletin.edits if edit.growth or not edit.is_conversion])
    ends = sorted(paragraph.end for paragraph in bulletin.paragraphs)
    for number, paragraph in enumerate(bulletin.paragraphs):
        last = bisect_right(ends, paragraph.start) - 1
        before = edits.between(ends[last] if last >= 0 else 0, paragraph.start)
        within = _placed(paragraph, edits.between(paragraph.start, paragraph.end))
        figures = tuple(_figures(paragraph, within))
        yield Passage(number, paragraph, figures, within, before)


def cleaned(passage: Passage, raw: str) -> CleanText:
    """Return the paragraph as a text that remembers where it stood.

    Args:
        passage: The paragraph.
        raw: The caller's string.

    Returns:
        The text of the paragraph; `to_raw` counts from where the paragraph starts in *raw*.

    >>> edit = Edit("gloss.drop", 3, 8, "(zhí)", "")
    >>> page = Passage(0, Paragraph("职工", 2, 9), (), (PlacedEdit(edit, 1, 1),), ())
    >>> cleaned(page, "困難職(zhí)工").to_raw(1, 2)
    (6, 7)
    """
    start, end = passage.paragraph.start, passage.paragraph.end
    edits = tuple(
        replace(each.edit, start=each.edit.start - start, end=each.edit.end - start)
        for each in passage.edits
    )
    return CleanText(passage.paragraph.text, raw[start:end], edits)


def behind(bulletin: Readable) -> tuple[Edit, ...]:
    """Return the edits behind the last paragraph, but for conversions: lines that were dropped."""
    end = max((paragraph.end for paragraph in bulletin.paragraphs), default=0)
    return tuple(edit for edit in bulletin.edits if edit.start >= end and not edit.is_conversion)


class _Edits:
    """Edits, looked up by place: paragraphs may come in any order, and some be missing."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._starts = [edit.start for edit in edits]

    def between(self, start: int, end: int) -> tuple[Edit, ...]:
        """Return those that begin at *start* or behind it and before *end*."""
        return tuple(self._edits[bisect_left(self._starts, start) : bisect_left(self._starts, end)])


def _placed(paragraph: Paragraph, edits: Iterable[Edit]) -> tuple[PlacedEdit, ...]:
    """Find the place of each replacement in the paragraph."""
    placed: list[PlacedEdit] = []
    offset = paragraph.start
    for edit in edits:
        start = edit.start - offset
        placed.append(PlacedEdit(edit, start, start + len(edit.after)))
        offset -= edit.growth
    return tuple(placed)


def _figures(paragraph: Paragraph, edits: Sequence[PlacedEdit]) -> Iterator[PlacedFigure]:
    """Find the figures in the paragraph: what stands there is their text."""
    passed, offset, end = 0, paragraph.start, 0
    for figure in paragraph.figures:
        while passed < len(edits) and edits[passed].edit.end <= figure.start:
            offset -= edits[passed].edit.growth
            passed += 1
        expected = min(max(figure.start - offset, end), len(paragraph.text))
        start = _found(paragraph.text, figure.text, expected, end)
        if start < 0:
            yield PlacedFigure(figure, expected, expected)
        else:
            end = start + len(figure.text)
            yield PlacedFigure(figure, start, end)


def _found(text: str, sought: str, expected: int, first: int) -> int:
    """Return where *sought* stands: at its place, behind it, or between *first* and it; or -1."""
    # where an edit wrote more than the figure, the figure stands somewhere behind its start
    place = text.find(sought, expected)
    # of a bulletin that was changed the edits may be gone that had moved it
    return place if place >= 0 else text.rfind(sought, first, expected + len(sought))

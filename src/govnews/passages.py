"""Where figures and repairs stand in a paragraph as it was cleaned.

The offsets of a bulletin count in the caller's string, which may be garbled.  People read
the cleaned text: here is what stands where in it.
"""

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
        figures: Its figures, in order and disjoint.
        edits: The edits within it that moved what stands behind them, or did more than convert
            characters to another script, in order.
        before: Such edits between the paragraph before it and this one: lines that were dropped.
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
    for number, paragraph in enumerate(bulletin.paragraphs):
        before = edits.up_to(paragraph.start)
        within = _placed(paragraph, edits.up_to(paragraph.end))
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
    end = bulletin.paragraphs[-1].end if bulletin.paragraphs else 0
    return tuple(edit for edit in bulletin.edits if edit.start >= end and not edit.is_conversion)


class _Edits:
    """Edits that are taken one after the other."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._next = 0

    def up_to(self, position: int) -> tuple[Edit, ...]:
        """Take those that begin before *position*, in the caller's string."""
        first = self._next
        while self._next < len(self._edits) and self._edits[self._next].start < position:
            self._next += 1
        return tuple(self._edits[first : self._next])


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
        # where an edit wrote more than the figure, the figure stands somewhere behind its start
        start = paragraph.text.find(figure.text, max(figure.start - offset, end))
        if start < 0:
            start = max(figure.start - offset, end)
        end = start + len(figure.text)
        yield PlacedFigure(figure, start, end)

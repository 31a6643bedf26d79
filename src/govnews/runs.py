"""A paragraph cut into runs: stretches of its text that are marked alike all along.

Figures and repairs may contain one another, or overlap.  What paints them, on a page or on
a terminal, wants the text from left to right, every character once.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple, TypeVar

from govnews.models import Edit
from govnews.passages import Passage, PlacedEdit, PlacedFigure

PlacedT = TypeVar("PlacedT", PlacedFigure, PlacedEdit)


class Run(NamedTuple):
    """A stretch of a paragraph's text.

    Attributes:
        text: What stands there; empty where something was dropped.
        figure: The figure that it belongs to, if any.
        edit: The edit that wrote it, if any.
    """

    text: str
    figure: PlacedFigure | None
    edit: Edit | None


def runs(passage: Passage) -> Iterator[Run]:
    """Yield the runs of a paragraph in order; put together, they are its text.

    >>> from govnews.models import Figure, Kind, Paragraph
    >>> figure = PlacedFigure(Figure(Kind.MONEY, "5万元", 1, 4, "5"), 1, 4)
    >>> drop = PlacedEdit(Edit("gloss.drop", 3, 8, "(wàn)", ""), 3, 3)
    >>> passage = Passage(0, Paragraph("拨5万元", 0, 9), (figure,), (drop,), ())
    >>> [(run.text, bool(run.figure), run.edit and run.edit.rule) for run in runs(passage)]
    [('拨', False, None), ('5万', True, None), ('', True, 'gloss.drop'), ('元', True, None)]
    """
    text = passage.paragraph.text
    figures = [each for each in _clipped(passage.figures, len(text)) if each.start < each.end]
    edits = list(_clipped(passage.repairs, len(text)))
    figure_from = {each.start: each for each in figures}
    edit_from = {each.start: each for each in edits if each.start < each.end}
    drops: defaultdict[int, list[Edit]] = defaultdict(list)
    for each in edits:
        if each.start == each.end:
            drops[each.start].append(each.edit)
    figure: PlacedFigure | None = None
    edit: PlacedEdit | None = None
    for start, end in pairwise([*_cuts(figures, edits, len(text)), len(text)]):
        figure, edit = _still(figure, start), _still(edit, start)
        for drop in drops[start]:
            yield Run("", figure, drop)
        figure, edit = figure_from.get(start, figure), edit_from.get(start, edit)
        if start < end:
            yield Run(text[start:end], figure, edit and edit.edit)


def _cuts(figures: Iterable[PlacedFigure], edits: Iterable[PlacedEdit], length: int) -> list[int]:
    """Return where anything begins or ends, in order."""
    ends = ((each.start, each.end) for each in chain[PlacedFigure | PlacedEdit](figures, edits))
    return sorted({0, length, *chain.from_iterable(ends)})


def _still(mark: PlacedT | None, position: int) -> PlacedT | None:
    """Return *mark* unless it ends at *position*, or before."""
    return mark if mark is not None and position < mark.end else None


def _clipped(marks: Sequence[PlacedT], length: int) -> Iterator[PlacedT]:
    """Keep marks within the text and apart: one that wrote over a paragraph's edge is cut there."""
    passed = 0
    for mark in marks:
        start = min(max(mark.start, passed), length)
        passed = min(max(mark.end, start), length)
        yield mark._replace(start=start, end=passed)

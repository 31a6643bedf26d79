"""Stacked bars and columns, drawn as SVG; colours are classes of the page's style.

A drawing is for the eye: what it says also stands in text or in a table beside it.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from govnews.reporting.escaping import as_html

#: The length of a whole bar, in the units of its drawing.
_WHOLE: Final = 1000
_COLUMN: Final = 26
_GAP: Final = 8
_HEIGHT: Final = 180
#: Room for the name of the first column, which is slanted.
_SIDE: Final = 30
#: Room for the names of columns below them.
_FOOT: Final = 52


class Part(NamedTuple):
    """A part of a bar: what it is called, its class and how much it is."""

    name: str
    colour: str
    amount: float


class Column(NamedTuple):
    """A column of a chart: what it is called, and its parts from the bottom."""

    name: str
    parts: Sequence[Part]

    @property
    def amount(self) -> float:
        """How high it is."""
        return sum(part.amount for part in self.parts)


def bar(parts: Iterable[Part]) -> str:
    """Return a bar whose parts are shares of 1.

    >>> bar([Part("veterans", "t4", 0.25)]).count("<rect")
    1
    """
    rects, left = [], 0.0
    for part in parts:
        length = part.amount * _WHOLE
        rects.append(
            f'<rect class="{part.colour}" x="{left:.1f}" y="0" width="{length:.1f}" height="10">'
            f"<title>{as_html(part.name)}: {part.amount:.0%}</title></rect>"
        )
        left += length
    return (
        f'<svg class="bar" viewBox="0 0 {_WHOLE} 10" preserveAspectRatio="none" '
        f'aria-hidden="true" focusable="false">{"".join(rects)}</svg>'
    )


def chart(columns: Sequence[Column], label: str) -> str:
    """Return columns beside each other, on one scale from 0.

    >>> chart([Column("2022-07", [Part("veterans", "t4", 2)])], "by month").count("<rect")
    1
    """
    most = max((column.amount for column in columns), default=0) or 1
    width = len(columns) * (_COLUMN + _GAP) + _SIDE + _GAP
    drawn = "".join(
        _column(column, _SIDE + place * (_COLUMN + _GAP), most)
        for place, column in enumerate(columns)
    )
    height = _HEIGHT + _FOOT + 16
    return (
        f'<svg class="columns" role="img" aria-label="{as_html(label)}" width="{width}" '
        f'height="{height}" viewBox="0 -16 {width} {height}">'
        f'<line class="base" x1="0" x2="{width}" y1="{_HEIGHT}" y2="{_HEIGHT}"/>{drawn}</svg>'
    )


def _column(column: Column, left: int, most: float) -> str:
    middle = left + _COLUMN / 2
    parts, top = _stacked(column, left, most)
    return (
        f'<g>{parts}<text class="amount" x="{middle}" y="{top - 4:.1f}">{column.amount:,.0f}</text>'
        f'<text class="name" transform="translate({middle + 4} {_HEIGHT + 8}) rotate(-60)">'
        f"{as_html(column.name)}</text></g>"
    )


def _stacked(column: Column, left: int, most: float) -> tuple[str, float]:
    """Return the parts from the bottom up, and where their top is."""
    top, drawn = float(_HEIGHT), []
    for part in column.parts:
        height = part.amount / most * _HEIGHT
        top -= height
        drawn.append(
            f'<rect class="{part.colour}" x="{left}" y="{top:.1f}" width="{_COLUMN}" '
            f'height="{height:.1f}"><title>{as_html(column.name)}, {as_html(part.name)}: '
            f"{part.amount:,.1f}</title></rect>"
        )
    return "".join(drawn), top


def legend(parts: Iterable[tuple[str, str]]) -> str:
    """Return what colours stand for: pairs of HTML and a class."""
    return f'<ul class="legend">{"".join(_entries(parts))}</ul>'


def _entries(parts: Iterable[tuple[str, str]]) -> Iterator[str]:
    for said, colour in parts:
        yield f'<li><span class="swatch {colour}"></span>{said}</li>'

"""The text of a paragraph on a terminal: wrapped, with its figures and what is damaged marked."""

import re
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import click

from govnews.cli.table import safe, width
from govnews.models import UNREPAIRED, Edit, Kind
from govnews.runs import Run, runs

if TYPE_CHECKING:
    from govnews.passages import Passage, PlacedFigure

COLOURS: Final = {
    Kind.MONEY: "yellow",
    Kind.HEADCOUNT: "cyan",
    Kind.PERCENTAGE: "magenta",
    Kind.MULTIPLE: "magenta",
    Kind.COUNT: "green",
    Kind.MEASURE: "green",
    Kind.DURATION: "blue",
    Kind.DATE: "blue",
    Kind.ORDINAL: "blue",
}
DAMAGED: Final = "red"
#: Where there are no colours: a figure, a damaged one, and what else could not be repaired.
_FIGURE: Final = ("⟦", "⟧")
_DAMAGED_FIGURE: Final = ("⟦!", "⟧")
_LOST: Final = ("⟨!", "⟩")
#: No line begins with one of the marks at the end, none ends with one of those at the start,
#: and none breaks within a number or a word.
_UNIT: Final = re.compile(
    r"""
    (?: ⟦!? | ⟨!? | [（《〈「『“‘【(\[{] )*
    (?: [0-9A-Za-z]+ (?:[.,:/'-][0-9A-Za-z]+)* | . )
    [，。；：！？、）》〉」』”’】…—％%℃,.;:!?)\]}⟧⟩]*
    """,
    re.VERBOSE | re.DOTALL,
)
#: A line that is narrower could not hold a wide character.
_LEAST: Final = 2


class _Piece(NamedTuple):
    """A stretch of text in a style of click's."""

    text: str
    style: dict[str, Any]


def marked(passage: "Passage", room: int, *, colours: bool) -> Iterator[str]:
    """Yield the lines of a paragraph.

    With colours, figures have that of their kind, repairs are underlined, and what is damaged
    is red and underlined.  Without, brackets stand around figures and what is damaged.

    >>> from govnews.models import Figure, Paragraph
    >>> from govnews.passages import Passage, PlacedFigure
    >>> figure = PlacedFigure(Figure(Kind.COUNT, "43家", 2, 5, "43"), 2, 5)
    >>> passage = Passage(0, Paragraph("走访43家企业。", 0, 8), (figure,), (), ())
    >>> list(marked(passage, 12, colours=False))
    ['走访⟦43家⟧企', '业。']
    """
    pieces = list(_coloured(passage) if colours else _bracketed(passage))
    text = "".join(piece.text for piece in pieces)
    yield from _painted(pieces, [end for _, end in folded(text, room)])


def _coloured(passage: "Passage") -> Iterator[_Piece]:
    for style, found in groupby(runs(passage), key=_style):
        yield _Piece(safe("".join(run.text for run in found)), style)


def _style(run: Run) -> dict[str, Any]:
    if _is_damaged(run):
        return {"fg": DAMAGED, "underline": True, "bold": True}
    style: dict[str, Any] = {}
    if run.figure is not None:
        style["fg"] = COLOURS[run.figure.figure.kind]
    if run.edit is not None and run.text and _shows(run.edit):
        style["underline"] = True
    return style


def _shows(edit: Edit) -> bool:
    """Tell whether a repair is worth a mark: a converted page has hundreds that are sure."""
    return edit.confidence < 1


def _is_damaged(run: Run) -> bool:
    return _is_lost(run) or (run.figure is not None and run.figure.figure.damaged)


def _is_lost(run: Run) -> bool:
    return run.edit is not None and run.edit.rule == UNREPAIRED


def _bracketed(passage: "Passage") -> Iterator[_Piece]:
    for figure, found in groupby(runs(passage), key=attrgetter("figure")):
        if figure is None:
            for run in found:
                yield _Piece(_within(_LOST, run.text) if _is_lost(run) else safe(run.text), {})
        else:
            brackets = _brackets(figure)
            yield _Piece(_within(brackets, "".join(run.text for run in found)), {})


def _brackets(placed: "PlacedFigure") -> tuple[str, str]:
    return _DAMAGED_FIGURE if placed.figure.damaged else _FIGURE


def _within(brackets: tuple[str, str], text: str) -> str:
    return safe(text).join(brackets)


def folded(text: str, room: int) -> Iterator[tuple[int, int]]:
    """Yield where the lines of *text* begin and end, none of them wider than *room*.

    >>> text = "筹集资金2738.6万元，慰问58名"
    >>> [text[start:end] for start, end in folded(text, 12)]
    ['筹集资金', '2738.6万元，', '慰问58名']
    """
    room = max(room, _LEAST)
    start = used = 0
    for place, wide in _places(text, room):
        if used + wide > room:
            yield start, place
            start, used = place, 0
        used += wide
    yield start, len(text)


def _places(text: str, room: int) -> Iterator[tuple[int, int]]:
    """Yield where a line may break, and how wide it is from there to the next such place."""
    for unit in _UNIT.finditer(text):
        wide = width(unit[0])
        if wide <= room:
            yield unit.start(), wide
        else:
            # what no line can hold is broken anywhere
            for place, character in enumerate(unit[0], unit.start()):
                yield place, width(character)


def _painted(pieces: list[_Piece], ends: list[int]) -> Iterator[str]:
    """Yield the lines that end at *ends*, each piece in its style."""
    line, position, breaks = "", 0, iter(ends)
    end = next(breaks)
    for piece in pieces:
        rest = piece.text
        while position + len(rest) > end:
            here = end - position
            yield line + _paint(rest[:here], piece.style)
            line, position, rest = "", end, rest[here:]
            end = next(breaks)
        line += _paint(rest, piece.style)
        position += len(rest)
    yield line


def _paint(text: str, style: dict[str, Any]) -> str:
    return click.style(text, **style) if text and style else text

"""What read each number, or why nothing did: `extract --explain`, as a table and as rows."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from govnews.cli import table
from govnews.cli.places import places, wrapped
from govnews.escaping import visible
from govnews.frames.rows import Row

if TYPE_CHECKING:
    from govnews import Reading
    from govnews.cli.formats import Chunk, Results
    from govnews.cli.report import Screen

COLUMNS: Final = (
    *("id", "start", "end", "line", "column", "place", "text", "rule", "outcome"),
    *("kind", "value", "upper", "bound", "unit", "reason"),
)
_LISTED: Final = ("line:col", "offset", "text", "rule", "outcome", "why")
_COUNTED: Final = ("rule or outcome", "numbers", "what it means")
_OF_A_FIGURE: Final = ("kind", "value", "upper", "bound", "unit")
_INDENT: Final = "  "
_CONTEXT: Final = 4
_LONGEST: Final = 30


class Explained:
    """The readings of a text, with the text."""

    def __init__(self, raw: str, readings: Iterable["Reading"], kinds: Collection[str]) -> None:
        """Keep the readings of *kinds*; of all, and of what is no figure, where none is named."""
        self.raw = raw
        self.nothing = "no reading of these kinds" if kinds else "no number stands there"
        self.readings = [
            reading
            for reading in readings
            if not kinds or (reading.figure and reading.figure.kind in kinds)
        ]


def rows(name: str, explained: Explained) -> Iterator[Row]:
    """Yield one row a reading."""
    place = places(explained.raw)
    for reading in explained.readings:
        line, column = place(reading.start)
        figure = reading.figure
        yield {
            "id": name,
            "start": reading.start,
            "end": reading.end,
            "line": line,
            "column": column,
            "place": reading.place,
            "text": reading.text,
            "rule": reading.rule,
            "outcome": reading.outcome.value,
            **{each: figure and getattr(figure, each) for each in _OF_A_FIGURE},
            "reason": reading.reason,
        }


def draw(results: "Results", screen: "Screen") -> "Iterator[Chunk]":
    """Draw the readings of each document, and what they add up to."""
    for name, explained in results:
        yield screen.title(name)
        if not explained.readings:
            yield f"{_INDENT}{explained.nothing}\n"
            continue
        yield from _list(explained, screen)
        yield "\n"
        yield from _count(explained.readings, screen)


def _list(explained: Explained, screen: "Screen") -> "Iterator[Chunk]":
    place = places(explained.raw)
    lines = [_cells(explained.raw, reading, place) for reading in explained.readings]
    room = screen.room and screen.room - len(_INDENT)
    rooms = table.widths([_LISTED, *lines], room=room, elastic=(5, 2, 3))
    yield _INDENT + screen.paint(table.line(_LISTED, rooms, right=(0, 1)), dim=True) + "\n"
    for reading, cells in zip(explained.readings, lines, strict=True):
        text = table.line(cells, rooms, right=(0, 1))
        yield _INDENT + (screen.paint(text, fg="green") if _won(reading) else text) + "\n"


def _cells(
    raw: str, reading: "Reading", place: Callable[[int], tuple[int, int]]
) -> tuple[str, ...]:
    line, column = place(reading.start)
    left = visible(raw[max(0, reading.start - _CONTEXT) : reading.start])
    right = visible(raw[reading.end : reading.end + _CONTEXT])
    inside = table.fit(visible(raw[reading.start : reading.end][:_LONGEST]), _LONGEST)
    return (
        f"{line}:{column}",
        str(reading.start),
        f"{left}⟦{inside}⟧{right}",
        reading.rule,
        reading.outcome.value,
        visible(reading.reason),
    )


def _won(reading: "Reading") -> bool:
    return reading.outcome == "read"


def _count(readings: Sequence["Reading"], screen: "Screen") -> "Iterator[Chunk]":
    """Show how often each rule read, and how often each outcome kept a number from being read."""
    counts = Counter(_counted(reading) for reading in readings)
    lines = [(name, str(count), meaning) for (_, name, meaning), count in sorted(counts.items())]
    *rooms, _ = table.widths([_COUNTED, *lines])
    left = len(_INDENT) + sum(rooms) + len(table.GAP) * len(rooms)
    for number, cells in enumerate([_COUNTED, *lines]):
        first, *rest = wrapped(cells[-1], screen.room and screen.room - left)
        text = table.line([*cells[:-1], first], [*rooms, table.width(first)], right=(1,))
        yield _INDENT + (text if number else screen.paint(text, dim=True)) + "\n"
        yield from (f"{' ' * left}{each}\n" for each in rest)


def _counted(reading: "Reading") -> tuple[bool, str, str]:
    """Return what a reading is counted as: what was read before what was not."""
    from govnews.figures import meanings

    if _won(reading):
        said = meanings().get(reading.rule)
        return False, reading.rule, said["meaning"] if said else ""
    return True, reading.outcome.value, reading.outcome.meaning

"""Results for a person to read: tables on a terminal, wide characters aligned."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import click

from govnews.cli.marked import COLOURS, DAMAGED, marked
from govnews.cli.table import line, safe, widths
from govnews.describing import completed, number
from govnews.models import Bound, Figure, Paragraph, Token

if TYPE_CHECKING:
    from govnews.bulletin import Bulletin
    from govnews.cli.formats import Chunk, Results

_FIGURES: Final = ("kind", "text", "value", "bound", "unit", "target", "")
#: How wide a report is where no terminal says so.
_WIDTH: Final = 100
_INDENT: Final = "  "


@dataclass(frozen=True, slots=True)
class Screen:
    """What the place that is written to can show.

    Attributes:
        colours: Whether it can show colours.
        room: Its width in columns; None where a table may be as wide as it likes.
    """

    colours: bool
    room: int | None

    @classmethod
    def of(cls, *, terminal: bool, colours: bool) -> "Screen":
        """Ask the terminal how wide it is, if it is one."""
        return cls(colours, shutil.get_terminal_size().columns if terminal else None)

    def paint(self, text: str, **style: Any) -> str:  # noqa: ANN401 - click.style's own arguments
        """Return *text* in a style of click's, where there are colours."""
        return click.style(text, **style) if self.colours else text

    def title(self, text: str) -> str:
        """Return the line that heads a document."""
        return self.paint(safe(text), bold=True) + "\n"


def figures(results: "Results", screen: Screen) -> "Iterator[Chunk]":
    """Show the figures of each document as a table."""
    for name, found in results:
        yield screen.title(name)
        yield from _figures(found, _rooms(found, screen), screen)


def bulletins(results: "Results", screen: Screen) -> "Iterator[Chunk]":
    """Show each bulletin: of each paragraph the topics, the marked text and the figures."""
    from govnews import TOPICS
    from govnews.passages import passages

    room = (screen.room or _WIDTH) - len(_INDENT)
    for name, bulletin in results:
        yield screen.title(name)
        rooms = _rooms(bulletin.figures, screen)
        for passage in passages(bulletin):
            yield f"\n{_topics(passage.paragraph, passage.number + 1, screen, TOPICS)}\n"
            for said in marked(passage, room, colours=screen.colours):
                yield f"{_INDENT}{said}\n"
            yield from _figures(passage.paragraph.figures, rooms, screen)
        yield f"\n{screen.paint(_summary(bulletin), dim=True)}\n"


def paragraphs(results: "Results", screen: Screen) -> "Iterator[Chunk]":
    """Show the topics of each paragraph beside its first words."""
    for name, bulletin in results:
        rows = [
            (
                str(number),
                " ".join(paragraph.topics) or "-",
                f"{paragraph.scores[paragraph.topics[0]]:.2f}" if paragraph.topics else "",
                safe(paragraph.text),
            )
            for number, paragraph in enumerate(bulletin.paragraphs, 1)
        ]
        yield screen.title(name)
        width = screen.room or _WIDTH
        yield from _grid(("", "topics", "score", "text"), rows, Screen(screen.colours, width), 3)


def tokens(results: "Results", screen: Screen) -> "Iterator[Chunk]":
    """Show one word a line."""
    for name, found in results:
        yield screen.title(name)
        rows = [_token(token) for token in found]
        yield from _grid(("text", "tag", "kind", "start", "end"), rows, screen, 0)


def _token(token: Token) -> tuple[str, ...]:
    return safe(token.text), token.tag, token.kind or "", str(token.start), str(token.end)


def keywords(results: "Results", screen: Screen) -> "Iterator[Chunk]":
    """Show one keyword a line, the first in front."""
    for name, found in results:
        yield screen.title(name)
        rows = [
            (str(each.rank), safe(each.word), each.tag, str(each.count), f"{each.score:.3f}")
            for each in found
        ]
        yield from _grid(("", "word", "tag", "count", "score"), rows, screen, 1)


def _grid(
    header: Sequence[str], rows: Sequence[Sequence[str]], screen: Screen, elastic: int
) -> "Iterator[Chunk]":
    rooms = widths([header, *rows], room=screen.room, elastic=[elastic])
    yield screen.paint(line(header, rooms), dim=True) + "\n"
    for row in rows:
        yield line(row, rooms) + "\n"


def _rooms(found: Sequence[Figure], screen: Screen) -> list[int]:
    """Lay out the columns for all figures of a document, so that its paragraphs align."""
    room = screen.room and screen.room - len(_INDENT)
    return widths([_FIGURES, *map(_cells, found)], room=room, elastic=(5, 1))


def _figures(found: Sequence[Figure], rooms: Sequence[int], screen: Screen) -> "Iterator[Chunk]":
    if not found:
        yield _INDENT + screen.paint("no figures", dim=True) + "\n"
        return
    yield _INDENT + screen.paint(line(_FIGURES, rooms, right=[2]), dim=True) + "\n"
    for figure in found:
        colour = DAMAGED if figure.damaged else COLOURS[figure.kind]
        kind = figure.kind.value.ljust(rooms[0])
        rest = line(_cells(figure), rooms, right=[2])[len(kind) :]
        yield _INDENT + screen.paint(kind, fg=colour) + rest + "\n"


def _cells(figure: Figure) -> tuple[str, ...]:
    notes = (figure.change, completed(figure), "damaged: check" if figure.damaged else None)
    return (
        figure.kind.value,
        safe(figure.text),
        _value(figure),
        "" if figure.bound is Bound.EXACT else figure.bound.value,
        figure.unit or "",
        safe(figure.target or ""),
        ", ".join(filter(None, notes)),
    )


def _value(figure: Figure) -> str:
    ends = (figure.value, figure.upper)
    return " to ".join(number(end) for end in ends if end is not None)


def _topics(paragraph: Paragraph, number: int, screen: Screen, names: Mapping[str, str]) -> str:
    """Return the line that heads a paragraph: its number and topics, in both languages."""
    said = (
        " ".join(filter(None, (topic, names.get(topic), f"{paragraph.scores.get(topic, 0):.2f}")))
        for topic in paragraph.topics
    )
    topics = ", ".join(said)
    painted = screen.paint(topics, bold=True, fg="green") if topics else "no topic"
    return f"{number}. {painted}" + (" (cut off in the source)" if paragraph.truncated else "")


def _summary(bulletin: "Bulletin") -> str:
    """Count what was found, and say how much of it needs a look."""
    damaged = sum(figure.damaged for figure in bulletin.figures)
    counted = f"{len(bulletin.paragraphs)} paragraphs, {len(bulletin.figures)} figures"
    return counted + (f", {damaged} of them damaged: check them" if damaged else "")

"""The scores of topics, as a table and as one JSON object a file."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from govnews.cli import table
from govnews.frames.rows import Row

if TYPE_CHECKING:
    from govnews.cli.formats import Chunk, Results
    from govnews.cli.report import Screen
    from govnews.evaluation import TopicScores
    from govnews.topics.agreement import Scores

_TOPICS: Final = ("", "labelled", "precision", "recall", "F1")
_CURVE: Final = ("probability said", "topic there", "how many")
_DECIMALS: Final = 6
_INDENT: Final = "  "


def rows(errors: int) -> Callable[[str, "TopicScores"], Iterator[Row]]:
    """Return what makes one object of a file's scores, with the first *errors* errors."""

    def made(name: str, found: "TopicScores") -> Iterator[Row]:
        row = {
            "id": name,
            **found.scores.to_dict(_DECIMALS),
            "first": round(found.first, _DECIMALS),
        }
        yield row | ({"errors": found.errors[:errors]} if errors else {})

    return made


def draw(errors: int) -> "Callable[[Results, Screen], Iterator[Chunk]]":
    """Return what draws the scores of each file, with the first *errors* errors."""

    def drawn(results: "Results", screen: "Screen") -> "Iterator[Chunk]":
        for name, found in results:
            yield screen.title(name)
            yield from topics(found.scores, screen)
            yield f"{_INDENT}first topic right {found.first:.3f}\n\n"
            yield from _grid(_CURVE, _curve(found.scores), screen)
            yield from (f"{table.safe(str(error))}\n" for error in found.errors[:errors])

    return drawn


def topics(scores: "Scores", screen: "Screen") -> "Iterator[Chunk]":
    """Draw the scores of each topic, and of all."""
    cells = [
        (
            label,
            str(scores.labelled[label]),
            *(f"{each[label]:.3f}" for each in (scores.precision, scores.recall, scores.f1)),
        )
        for label in scores.labelled
    ]
    yield from _grid(_TOPICS, cells, screen)
    yield f"{_INDENT}macro F1 {scores.macro_f1:.3f}\n"
    yield f"{_INDENT}exact sets of topics {scores.exact:.3f} (of {scores.paragraphs} paragraphs)\n"
    yield f"{_INDENT}false alarms on paragraphs of none {scores.false_alarms:.3f}\n"
    yield f"{_INDENT}calibration error {scores.calibration_error:.3f}\n"


def _curve(scores: "Scores") -> list[tuple[str, ...]]:
    return [(f"{bin_.said:.2f}", f"{bin_.was:.2f}", str(bin_.count)) for bin_ in scores.reliability]


def _grid(
    header: tuple[str, ...], cells: list[tuple[str, ...]], screen: "Screen"
) -> "Iterator[Chunk]":
    rooms = table.widths([header, *cells])
    right = range(1, len(header))
    yield _INDENT + screen.paint(table.line(header, rooms, right=right), dim=True) + "\n"
    yield from (f"{_INDENT}{table.line(each, rooms, right=right)}\n" for each in cells)
    yield "\n"

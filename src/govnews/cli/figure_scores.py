"""The scores of an evaluation, as a table and as one JSON object a file."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from govnews.cli import table
from govnews.frames.rows import Row
from govnews.models import Kind

if TYPE_CHECKING:
    from govnews.cli.formats import Chunk, Results
    from govnews.cli.report import Screen
    from govnews.evaluation import Counts, FigureScores, Share

_HEADER: Final = ("", "labelled", "found", "right", "precision", "recall", "F1")
_NUMBERS: Final = range(1, len(_HEADER))
_INDENT: Final = "  "


def rows(errors: int) -> Callable[[str, "FigureScores"], Iterator[Row]]:
    """Return what makes one object of a file's scores, with the first *errors* errors."""

    def made(name: str, scores: "FigureScores") -> Iterator[Row]:
        row = {
            "id": name,
            "documents": scores.documents,
            "all": _object(scores.counts()),
            "headline": _object(scores.counts(_headline())),
            "kinds": {kind.value: _object(scores.counts([kind])) for kind in Kind},
            "attributes": {
                label.replace(" ", "_"): _share(share) for label, share in _attributes(scores)
            },
        }
        yield row | ({"errors": scores.errors[:errors]} if errors else {})

    return made


def draw(errors: int) -> "Callable[[Results, Screen], Iterator[Chunk]]":
    """Return what draws the scores of each file, with the first *errors* errors."""

    def drawn(results: "Results", screen: "Screen") -> "Iterator[Chunk]":
        for name, scores in results:
            yield screen.title(name)
            yield from _counts(scores, screen)
            for label, share in _attributes(scores):
                compared = f"({share.agreed} of {share.compared})"
                yield f"{_INDENT}{label} {share.accuracy:.3f} {compared}\n"
            yield f"\n{_sum(scores)}\n"
            yield from (f"{table.safe(str(error))}\n" for error in scores.errors[:errors])

    return drawn


def _headline() -> Sequence[Kind]:
    from govnews.evaluation import HEADLINE

    return HEADLINE


def _attributes(scores: "FigureScores") -> "Iterator[tuple[str, Share]]":
    """Yield how often each attribute agreed; of targets on the kinds that have one, and on all."""
    from govnews.evaluation.figures import ATTRIBUTES, TARGETED

    for name in ATTRIBUTES:
        if name == "target":
            yield name, scores.share(name, TARGETED)
            yield "target of all kinds", scores.share(name)
        else:
            yield name, scores.share(name)


def _counts(scores: "FigureScores", screen: "Screen") -> "Iterator[Chunk]":
    lines = [
        *((kind.value, scores.counts([kind])) for kind in Kind),
        ("money, headcount, percentage", scores.counts(_headline())),
        ("all kinds", scores.counts()),
    ]
    cells = [_cells(label, counts) for label, counts in lines if counts.labelled or counts.found]
    rooms = table.widths([_HEADER, *cells])
    yield _INDENT + screen.paint(table.line(_HEADER, rooms, right=_NUMBERS), dim=True) + "\n"
    yield from (f"{_INDENT}{table.line(each, rooms, right=_NUMBERS)}\n" for each in cells)
    yield "\n"


def _cells(label: str, counts: "Counts") -> tuple[str, ...]:
    numbers = (counts.labelled, counts.found, counts.right)
    shares = (counts.precision, counts.recall, counts.f1)
    return (label, *map(str, numbers), *(f"{share:.3f}" for share in shares))


def _sum(scores: "FigureScores") -> str:
    """Say in plain numbers what would be wrong in a table, and what would be missing from it."""
    counts = scores.counts()
    return (
        f"wrong values that look right: {counts.wrong + counts.spurious} "
        f"({counts.wrong} misread, {counts.spurious} spurious); missing: {counts.missing}; "
        f"of {counts.labelled} figures in {scores.documents} texts"
    )


def _object(counts: "Counts") -> dict[str, Any]:
    names = ("labelled", "found", "right", "wrong", "spurious", "misread", "missing")
    return {name: getattr(counts, name) for name in names} | {
        name: round(getattr(counts, name), 6) for name in ("precision", "recall", "f1")
    }


def _share(share: "Share") -> dict[str, Any]:
    return {
        "agreed": share.agreed,
        "compared": share.compared,
        "accuracy": round(share.accuracy, 6),
    }

"""How good the library is on its own corpora: `python -m tests.measure figures|cleaning|totals`.

Figures: see `govnews.evaluation`; the same as `govnews evaluate figures`.
Cleaning: see `tests.recovery`.
Totals: see `tests.totals`.
"""

import sys
from pathlib import Path

from govnews.evaluation import ATTRIBUTES, HEADLINE, FigureScores, documents, score_figures
from govnews.models import Kind
from tests import recovery, totals
from tests.recovery import CORPORA


def compare_figures(path: Path) -> FigureScores:
    """Extract from every paragraph of *path* and compare with its labels."""
    return score_figures(documents(path.read_text("utf-8"), path.name))


def _totals() -> None:
    for name in ("archive", "figures", "figures-fresh"):
        found = totals.score(name)
        print(f"{name:13} precision {found.precision:.3f} recall {found.recall:.3f}")  # noqa: T201
        if "-v" in sys.argv:
            print(*found.errors, sep="\n")  # noqa: T201


def _cleaning() -> None:
    found = recovery.measure()
    print(recovery.table(found))  # noqa: T201 - this is a report
    if "-v" in sys.argv:
        print(*found.wrong, *found.silent, sep="\n")  # noqa: T201


def _figures() -> None:
    scores = score_figures(
        document
        for path in sorted((CORPORA / "figures").glob("gold*.jsonl"))
        for document in documents(path.read_text("utf-8"), path.name)
    )
    for kind in Kind:
        print(f"{kind:11} {scores.kinds[kind].labelled:4} F1 {scores.kinds[kind].f1:.3f}")  # noqa: T201
    head = scores.counts(HEADLINE).f1
    print(f"money, headcounts, percentages {head:.3f}, all kinds {scores.counts().f1:.3f}")  # noqa: T201
    for attribute in ATTRIBUTES:
        print(f"{attribute} {scores.share(attribute).accuracy:.3f}")  # noqa: T201
    if "-v" in sys.argv:
        print(*scores.errors, sep="\n")  # noqa: T201


if __name__ == "__main__":
    {"figures": _figures, "cleaning": _cleaning, "totals": _totals}[sys.argv[1]]()

"""The labelled figures: their form, and floors that a change may not lower silently."""

import hashlib
from itertools import pairwise
from operator import ge
from pathlib import Path
from typing import Any

import pytest

import govnews
from govnews.evaluation import HEADLINE
from govnews.models import Bound, Change, Kind
from tests.measure import compare_figures
from tests.recovery import CORPORA, documents

FOLDER = CORPORA / "figures"
FILES = sorted(FOLDER.glob("gold*.jsonl"))
#: The floors hold for these files; who changes one measures again and says so.
DIGESTS = {
    "gold-hard.jsonl": "fd9a37605181cac5",
    "gold-mixed.jsonl": "e48c151cf1d169ac",
    "gold-reportage.jsonl": "0f7ea45ae0dff321",
    "gold-reports.jsonl": "686047987b396d0f",
    "gold-statistics.jsonl": "dbe27ffed4f15fa5",
    "gold.jsonl": "1af663c313374083",
}
MOST_LOST = 6
ATTRIBUTES = ("bound", "change", "span", "target")
#: headline F1, F1 of all kinds, and the share right of bound, change, span and target
FLOORS = {
    "gold-hard.jsonl": (0.995, 0.99, 0.995, 0.995, 0.99, 0.89),
    "gold-mixed.jsonl": (0.985, 0.98, 0.995, 0.99, 0.995, 0.91),
    "gold-reportage.jsonl": (0.985, 0.985, 0.995, 0.985, 0.995, 0.915),
    "gold-reports.jsonl": (0.995, 0.99, 0.995, 0.99, 0.995, 0.945),
    "gold-statistics.jsonl": (0.995, 0.995, 0.995, 0.985, 0.995, 0.91),
    "gold.jsonl": (0.995, 0.995, 0.995, 0.985, 0.995, 0.895),
}


@pytest.mark.parametrize(
    "document",
    [document for path in FILES for document in documents(path)],
    ids=lambda document: document["id"],
)
def test_form(document: dict[str, Any]) -> None:
    """Spans quote the text, in order and disjoint; names are the library's."""
    figures = document["figures"]

    for figure in figures:
        assert figure["text"] == document["text"][figure["start"] : figure["end"]]
        assert figure["kind"] in list(Kind)
        assert figure["bound"] in list(Bound)
        assert figure["change"] in [None, *Change]
    assert all(first["end"] <= second["start"] for first, second in pairwise(figures))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_floors(path: Path) -> None:
    """F1 and the accuracy of each attribute."""
    assert hashlib.sha256(path.read_bytes()).hexdigest()[:16] == DIGESTS[path.name]
    scores = compare_figures(path)
    measured = (
        scores.counts(HEADLINE).f1,
        scores.counts().f1,
        *(scores.share(name).accuracy for name in ATTRIBUTES),
    )

    assert all(map(ge, measured, FLOORS[path.name])), measured


def test_traditional_text_reads_alike() -> None:
    """The same paragraphs in Traditional characters give the same figures."""
    lost = []
    for document in documents(FOLDER / "gold.jsonl"):
        traditional = govnews.clean(document["text"], script="traditional").text
        here, there = (
            [(one.kind, one.value, one.upper, one.bound, one.unit, one.target) for one in found]
            for found in map(govnews.extract, (document["text"], traditional))
        )
        lost += [(document["id"], one) for one in here if one not in there]

    assert len(lost) <= MOST_LOST, lost

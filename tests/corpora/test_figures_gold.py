"""The labelled figures: their form, and floors that a change may not lower silently."""

import hashlib
from itertools import pairwise
from typing import Any

import pytest

from govnews.evaluation import HEADLINE
from govnews.models import Bound, Change, Kind
from tests.measure import compare_figures
from tests.recovery import CORPORA, documents

GOLD = CORPORA / "figures" / "gold.jsonl"
#: The floors hold for this file; who changes it measures again and says so.
DIGEST = "5596f2479e4a6a21"
FLOORS = {"headline": 0.995, "all kinds": 0.995, "bound": 0.99, "change": 0.98, "span": 0.99}
TARGET_FLOOR = 0.77


@pytest.mark.parametrize("document", list(documents(GOLD)), ids=lambda document: document["id"])
def test_form(document: dict[str, Any]) -> None:
    """Spans quote the text, in order and disjoint; names are the library's."""
    figures = document["figures"]

    for figure in figures:
        assert figure["text"] == document["text"][figure["start"] : figure["end"]]
        assert figure["kind"] in list(Kind)
        assert figure["bound"] in list(Bound)
        assert figure["change"] in [None, *Change]
    assert all(first["end"] <= second["start"] for first, second in pairwise(figures))


def test_floors() -> None:
    """F1 and the accuracy of each attribute."""
    assert hashlib.sha256(GOLD.read_bytes()).hexdigest()[:16] == DIGEST
    scores = compare_figures(GOLD)
    measured = {
        "headline": scores.counts(HEADLINE).f1,
        "all kinds": scores.counts().f1,
        **{name: scores.share(name).accuracy for name in ("bound", "change", "span")},
    }

    assert all(measured[name] >= floor for name, floor in FLOORS.items()), measured
    assert scores.share("target").accuracy >= TARGET_FLOOR

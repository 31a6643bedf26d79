"""Gold floors: what the labelled files beside the project say, where they are there.

A floor may be raised with a change that earns it, and is never lowered silently.
"""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import govnews

SHARED = Path(__file__).parents[2] / "shared"
pytestmark = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the labelled files beside the project are not here"
)

#: file -> least headline F1 (money, headcount, percentage) and F1 over all kinds
FIGURE_FLOORS = {
    "seed/gold.jsonl": (1.0, 1.0),
    "dev/gold.jsonl": (0.999, 0.998),
    "dev/gold-traditional.jsonl": (0.999, 0.995),
}


def scorer() -> ModuleType:
    """Load the scorer that lies beside the labelled files."""
    spec = importlib.util.spec_from_file_location("scorer", SHARED / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def documents(name: str) -> list[dict[str, Any]]:
    """Read a labelled file."""
    text = (SHARED / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize(("name", "floors"), FIGURE_FLOORS.items())
def test_figures(name: str, floors: tuple[float, float]) -> None:
    """F1 of the figures stays above its floors."""
    module = scorer()
    headline, all_kinds = module.figures(documents(name), module.from_govnews, 0)

    assert headline >= floors[0]
    assert all_kinds >= floors[1]


@pytest.mark.parametrize(("name", "floor"), [("dev/topics.jsonl", 0.95), ("seed/gold.jsonl", 0.95)])
def test_topics(name: str, floor: float) -> None:
    """Macro-F1 of the topics stays above its floor."""
    assert scorer().topics(documents(name), 0) >= floor


def test_seed_topics_by_paragraph() -> None:
    """At least 12 of the 14 paragraphs carry exactly the labels of the gold."""
    exact = [
        list(govnews.classify(doc["text"]).topics) == doc["topics"]
        for doc in documents("seed/gold.jsonl")
    ]

    assert sum(exact) >= 12


def test_the_raw_page_gives_the_figures_of_the_clean_one() -> None:
    """Read from the garbled page, the seed's figures are the same and quote it."""
    raw = (SHARED / "seed" / "bulletin.txt").read_text(encoding="utf-8")
    gold = [
        (figure["kind"], figure["value"], figure["upper"], figure["bound"], figure["unit"])
        for doc in documents("seed/gold.jsonl")
        for figure in doc["figures"]
    ]
    found = govnews.extract(raw)

    read = [
        (
            figure.kind.value,
            str(figure.value),
            figure.upper and str(figure.upper),
            figure.bound.value,
            figure.unit,
        )
        for figure in found
    ]
    assert read == gold
    for figure in found:
        quoted = raw[figure.start : figure.end]
        assert [char for char in quoted if char.isdigit()] == [
            char for char in figure.text if char.isdigit()
        ]
        assert not figure.damaged

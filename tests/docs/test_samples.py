"""The sample bulletins are what their data card says."""

from pathlib import Path

import pytest

import govnews
from tests.damage import damage

BULLETINS = Path(__file__).parents[2] / "corpora" / "bulletins"
NAMES = ("simplified.txt", "traditional.txt", "garbled-clean.txt", "garbled.txt")
#: With this seed the simulator puts glosses, misread characters and a cut mark into the page.
SEED = 33


def sample(name: str) -> str:
    """Read a sample."""
    return govnews.read(BULLETINS / name)


def test_the_garbled_sample_is_what_the_simulator_makes() -> None:
    """To make it anew, write what is compared here."""
    assert sample("garbled.txt") == damage(sample("garbled-clean.txt"), SEED).raw


@pytest.mark.parametrize("name", NAMES)
def test_each_has_all_topics_and_none(name: str) -> None:
    """As far as the shipped model can tell."""
    bulletin = govnews.analyze(sample(name))
    found = {topic for paragraph in bulletin.paragraphs for topic in paragraph.topics}
    assert found == set(govnews.TOPICS)
    assert any(not paragraph.topics for paragraph in bulletin.paragraphs)


@pytest.mark.parametrize("name", NAMES)
def test_each_has_the_head_kinds_and_dates(name: str) -> None:
    """Money, headcounts, percentages and dates."""
    kinds = {figure.kind for figure in govnews.extract(sample(name))}
    assert kinds >= {"money", "headcount", "percentage", "date", "count"}


@pytest.mark.parametrize("name", NAMES)
def test_the_data_card_counts_right(name: str) -> None:
    """One paragraph a line, as many as the card says."""
    card = (BULLETINS / "README.md").read_text("utf-8")
    (row,) = [line for line in card.splitlines() if line.startswith(f"| `{name}` ")]
    assert int(row.split("|")[-2]) == len(sample(name).splitlines())
    assert len(govnews.analyze(sample(name)).paragraphs) == len(sample(name).splitlines())

"""What may be added: the labels are whole, and the floors that totals have reached."""

import pytest

from govnews.models import Reason
from tests.totals import CORPORA, labelled, score

#: Of the figures that were added how many may be, and of those that may be how many were.
FLOORS = {
    "archive": (0.86, 0.99),
    "figures": (0.925, 0.99),
    "figures-fresh": (0.87, 0.975),
}


@pytest.mark.parametrize("name", FLOORS)
def test_labels_are_whole(name: str) -> None:
    """In order, disjoint, and of the reasons that there are."""
    known = {"add", "idiom", *map(str, Reason)} - {"damaged"}
    before = ("", 0)
    for row in labelled(name):
        assert row.labels <= known
        assert 0 <= row.start < row.end
        assert row.id != before[0] or row.start >= before[1]
        before = row.id, row.end


@pytest.mark.parametrize("name", FLOORS)
def test_floors(name: str) -> None:
    """A change may not lower them silently."""
    found = score(name)
    precision, recall = FLOORS[name]
    assert found.precision >= precision, found.errors
    assert found.recall >= recall, found.errors


def test_the_data_card_says_what_is_measured() -> None:
    """To three digits."""
    card = (CORPORA / "totals" / "README.md").read_text("utf-8")
    for name in FLOORS:
        found = score(name)
        count = len(labelled(name))
        assert f"| `{name}.jsonl` | {found.precision:.3f} | {found.recall:.3f} |" in card
        assert any(
            line.startswith(f"| `{name}.jsonl` ") and line.endswith(f" {count} |")
            for line in card.splitlines()
        )

"""Totals as a frame: groups, open ends, and the same sums as the figures' frame."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import govnews
from govnews.errors import UnknownChoiceError

BULLETINS = Path(__file__).parents[2] / "corpora" / "bulletins"


@pytest.fixture(scope="module")
def bulletins() -> list[govnews.Bulletin]:
    """The samples, each of another month."""
    names = ("simplified.txt", "traditional.txt", "garbled.txt", "garbled-clean.txt")
    return [
        govnews.analyze(govnews.read(BULLETINS / name), id=name, issued=f"2023-0{month}-12")
        for month, name in enumerate(names, 1)
    ]


def test_they_are_what_the_frame_of_figures_adds_up_to(bulletins: list[govnews.Bulletin]) -> None:
    """Without what is left out."""
    figures = govnews.frame(bulletins)
    added = figures[figures["left_out"].isna()]
    expected = added.groupby(["kind", "unit"], observed=True)["value"].sum()
    found = govnews.totals(bulletins)
    found = found[found["figures"] > 0].set_index(["kind", "unit"])["value"]
    assert len(found) == len(expected)
    assert all(found[group] == value for group, value in expected.items())


def test_every_figure_is_in_a_total(bulletins: list[govnews.Bulletin]) -> None:
    """Added or left out, however they are parted."""
    for by in ((), "topic", ["bulletin", "target"], "month"):
        found = govnews.totals(bulletins, by)
        assert found["figures"].sum() + found["left_out"].sum() == len(govnews.frame(bulletins))


def test_groups_come_first(bulletins: list[govnews.Bulletin]) -> None:
    """In order, and what has none at the end."""
    found = govnews.totals(bulletins, ["month", "topic"])
    assert found.columns.tolist()[:4] == ["month", "topic", "kind", "unit"]
    assert found["month"].is_monotonic_increasing
    first = found[found["month"] == "2023-01"]["topic"]
    assert first.isna().iloc[-1]
    assert not first.isna().iloc[0]


def test_an_open_end_stays_open() -> None:
    """One figure that is over its number makes the sum so."""
    found = govnews.totals([govnews.analyze("慰问职工2000多人，培训职工300人")])
    assert found["low"].tolist() == [Decimal(2300)]
    assert found["high"].isna().tolist() == [True]


def test_no_such_group(bulletins: list[govnews.Bulletin]) -> None:
    """The message lists the choices."""
    with pytest.raises(UnknownChoiceError, match="choose from bulletin, month, topic, target"):
        govnews.totals(bulletins, "unit")


def test_a_group_is_named_once(bulletins: list[govnews.Bulletin]) -> None:
    """Twice it would be two columns of one name."""
    with pytest.raises(UnknownChoiceError, match="totals by 'topic' twice: name it once"):
        govnews.totals(bulletins, ["topic", "month", "topic"])


@pytest.mark.parametrize("by", [None, 5])
def test_what_is_no_group(bulletins: list[govnews.Bulletin], by: Any) -> None:
    """The message says what to give for none."""
    with pytest.raises(TypeError, match=rf"by={by}: use one of bulletin, .* or \(\) for one group"):
        govnews.totals(bulletins, by)


def test_bulletins_of_one_name_stay_apart() -> None:
    """The second gets its number."""
    pages = [govnews.analyze(f"走访{number}家企业", id="a.txt") for number in (3, 5)]
    found = govnews.totals(pages, "bulletin")
    assert found[["bulletin", "value_float"]].values.tolist() == [["a.txt", 3], ["a.txt (2)", 5]]


def test_what_is_no_bulletin() -> None:
    """The message names the function."""
    with pytest.raises(TypeError, match="totals takes Bulletins, not str"):
        govnews.totals("43家")  # type: ignore[arg-type]

"""A slice of what `python -m tests.measure cleaning` measures, held to floors."""

from functools import cache

import pytest

from tests.damage import damage
from tests.recovery import Recovery, measure, sound_pages, table

PAGES = 24


@cache
def _slice() -> Recovery:
    return measure(sound_pages()[:PAGES], seeds=range(1))


def test_what_is_accepted_is_right() -> None:
    """A repair that is not sure is no repair."""
    found = _slice()

    assert found.slips["all"] > 20
    assert found.precision >= 0.97, found.wrong


def test_slips_come_back() -> None:
    """Nearly all that lost one byte, and most of all."""
    found = _slice()

    assert found.exact["1"] >= 0.95 * found.slips["1"]
    assert found.exact["all"] >= 0.7 * found.slips["all"]


def test_no_figure_is_silently_wrong() -> None:
    """What is read from a garbled page was on the sound one, or is marked."""
    found = _slice()

    assert found.figures > 300
    assert found.silent == []
    assert found.unmarked == 0


def test_the_table_has_a_row_for_what_was_found() -> None:
    """The table of the data card."""
    assert "| 1 lost byte | " in table(_slice())


@pytest.mark.parametrize(
    "text", ["贯彻管理条例", "面对面宣讲，实打实地服务职工", "反映的问题59个。筹集资金。"]
)
def test_origins_name_what_is_sound(text: str) -> None:
    """The simulator says of each character where it came from, or that it is misread."""
    page = damage(text, 0, share=1.0, cuts=1.0)
    kept = {origin for origin in page.origins if origin >= 0}
    lost = {at for start, end in page.slips for at in range(start, end)}

    assert lost
    assert kept.isdisjoint(lost)
    assert kept | lost == set(range(len(text)))
    assert len(page.origins) == len(page.raw)

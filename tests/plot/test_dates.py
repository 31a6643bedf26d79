"""Partial dates as stretches of time."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews.plot.dates import STRETCHES, stretch_around, time_of


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2018", "2018-01-01", "2019-01-01"),
        ("2016-02", "2016-02-01", "2016-03-01"),
        ("2018-12", "2018-12-01", "2019-01-01"),
        ("2018-03-12", "2018-03-12", "2018-03-13"),
        ("2018-03-12 08:30:00", "2018-03-12", "2018-03-13"),
        ("2018-03/2018-08", "2018-03-01", "2018-09-01"),
    ],
)
def test_as_long_as_it_is_vague(text: str, start: str, end: str) -> None:
    """Up to the day after the last."""
    assert time_of(text) == (date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "None",
        "--07-24",
        "2018-02-30",
        "2018-13",
        "0000",
        "9999",
        "2018-3",
        "2019/2018",
        "20180312",
    ],
)
def test_no_date(text: str) -> None:
    """Nothing, not an error; so is a span that ends before it begins."""
    assert time_of(text) is None


@given(st.text())
def test_any_text(text: str) -> None:
    """Never raises."""
    time = time_of(text)
    assert time is None or time.start < time.end


@given(st.dates(max_value=date(9998, 12, 31)), st.sampled_from(STRETCHES))
def test_a_stretch_holds_its_day(day: date, every: str) -> None:
    """And begins where the one before it ends."""
    time = stretch_around(day, every)  # type: ignore[arg-type]
    assert time.start <= day < time.end
    if time.start > date.min:
        before = stretch_around(time.start - timedelta(days=1), every)  # type: ignore[arg-type]
        assert before.end == time.start

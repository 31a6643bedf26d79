"""Spans of dates whose end counts on from the start, and what is no span."""

import pytest

import govnews


def dates(text: str) -> list[tuple[str, str | None]]:
    """Return the values of the dates of a text."""
    found = govnews.extract(text, kinds=[govnews.Kind.DATE])
    return [(str(each.value), None if each.upper is None else str(each.upper)) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7月1日至次月5日", ("--07-01", "--08-05")),
        ("12月28日至翌月5日", ("--12-28", "--01-05")),
        ("2021年7月1日至次月5日", ("2021-07-01", "2021-08-05")),
        ("2021年12月28日至次月5日", ("2021-12-28", "2022-01-05")),
        ("7月1日至当月5日", ("--07-01", "--07-05")),
        # no month to count from
        ("25日至次月5日", ("---25", "---05")),
        # a month of its own
        ("7月1日至8月5日", ("--07-01", "--08-05")),
    ],
)
def test_the_next_month_counts_from_the_start(text: str, expected: tuple[str, str]) -> None:
    """The end is of the month behind that of the start."""
    assert dates(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2016年至2020年24日", [("2016", "2020"), ("---24", None)]),
        ("2020年24日", [("2020", None), ("---24", None)]),
        ("2016年20—24日", [("2016", None), ("---20", "---24")]),
        ("2020年至24日", [("2020", None), ("---24", None)]),
        ("2020年、2021年24日", [("2020", None), ("2021", None), ("---24", None)]),
        # with a month it is a day of the year
        ("2016年至2020年3月24日", [("2016", "2020-03-24")]),
        ("2016年3月20—24日", [("2016-03-20", "2016-03-24")]),
        ("2020年3月至24日", [("2020-03", "2020-03-24")]),
    ],
)
def test_a_day_without_a_month_is_of_no_year(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    """The year is not lost: it is read apart."""
    assert dates(text) == expected

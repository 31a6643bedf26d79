"""Partial dates made whole by the day on which a bulletin was issued.

7月24日 in a bulletin of 2022-07-25 is 2022-07-24.  The year is the one that
brings the date nearest to the issue, unless the words before it name it
(去年10月, 今年3月).  What the day of issue cannot settle stays None.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from govnews.models import Figure, Kind

_RELATIVE_YEARS = {
    "今年": 0,
    "本年": 0,
    "去年": -1,
    "上年": -1,
    "前年": -2,
    "明年": 1,
}
_YEAR_LENGTH = 2


def issued_on(issued: date | str | None) -> date | None:
    """Return the day of issue that the caller gave.

    Raises:
        TypeError: If it is neither a date, a str nor None.
        ValueError: If it is a str that is no ISO 8601 date.

    >>> issued_on("2022-07-25")
    datetime.date(2022, 7, 25)
    """
    if isinstance(issued, datetime):
        return issued.date()
    if issued is None or isinstance(issued, date):
        return issued
    if not isinstance(issued, str):
        raise TypeError(f"issued takes a date or an ISO 8601 str, not {type(issued).__name__}")
    try:
        return date.fromisoformat(issued)
    except ValueError:
        raise ValueError(f"issued={issued!r} is no date: write it as 2022-07-25") from None


def resolve(figures: Iterable[Figure], raw: str, issued: date | None) -> list[Figure]:
    """Set `resolved` on the dates among *figures*, whose offsets are in *raw*.

    >>> from govnews.models import Kind
    >>> day = Figure(Kind.DATE, "7月24日", 0, 5, "--07-24")
    >>> resolve([day], "7月24日", date(2022, 7, 25))[0].resolved
    '2022-07-24'
    """
    return [
        replace(figure, resolved=_resolved(figure, raw, issued))
        if figure.kind is Kind.DATE
        else figure
        for figure in figures
    ]


def _resolved(figure: Figure, raw: str, issued: date | None) -> str | None:
    relative = raw[max(0, figure.start - _YEAR_LENGTH) : figure.start]
    start = _whole(str(figure.value), relative, issued)
    if figure.upper is None or start is None:
        return start
    end = _whole(str(figure.upper), relative, issued)
    if end is not None and not str(figure.upper)[0].isdigit() and end < start:
        # 10月1日至次年5月31日
        end = f"{int(end[:4]) + 1:04}{end[4:]}"
    return None if end is None else f"{start}/{end}"


def _whole(value: str, relative: str, issued: date | None) -> str | None:
    if value[0].isdigit():
        return value
    if issued is None:
        return None
    if value.startswith("---"):
        return _day_of_month(int(value[3:]), issued)
    if relative in _RELATIVE_YEARS:
        return f"{issued.year + _RELATIVE_YEARS[relative]:04}{value[1:]}"
    month = int(value[2:4])
    years = range(issued.year - 1, issued.year + 2)
    nearest = min(years, key=lambda year: abs((year - issued.year) * 12 + month - issued.month))
    return f"{nearest:04}{value[1:]}"


def _day_of_month(day: int, issued: date) -> str | None:
    """Return the last such day that is not after the issue."""
    year, month = issued.year, issued.month
    if day > issued.day:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None

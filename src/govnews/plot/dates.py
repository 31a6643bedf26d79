"""Partial dates as stretches of time."""

import re
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple, TypeAlias

Stretch: TypeAlias = Literal["day", "month", "year"]

STRETCHES: Final[tuple[Stretch, ...]] = ("day", "month", "year")
#: 2018, 2018-03, 2018-03-12; what a timestamp has behind its day does not matter.
_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])")

_DECEMBER: Final = 12


class Time(NamedTuple):
    """A stretch of time: its first day, and the day after its last."""

    start: date
    end: date

    @property
    def is_day(self) -> bool:
        """Whether it is a single day."""
        return self.end - self.start <= timedelta(days=1)


def time_of(cell: object) -> Time | None:
    """Return what an ISO 8601 date means, partial or a span; None for what is none.

    >>> time_of("2018-02").end, time_of("2018/2018-03-12").end.isoformat()
    (datetime.date(2018, 3, 1), '2018-03-13')
    >>> time_of(date(2018, 2, 3)).is_day, time_of("--07-24"), time_of("2018-13")
    (True, None, None)
    """
    first, _, last = str(cell).partition("/")
    start, end = _whole(first), _whole(last or first)
    if start is None or end is None or end.end <= start.start:
        return None
    return Time(start.start, end.end)


def stretch_around(day: date, every: Stretch) -> Time:
    """Return the day, month or year that a day lies in.

    >>> stretch_around(date(2018, 12, 3), "month").end
    datetime.date(2019, 1, 1)
    """
    text = day.isoformat()
    whole = time_of({"day": text, "month": text[:7], "year": text[:4]}[every])
    return whole or Time(day, day)


def script_date(day: date) -> str:
    """Return a day as Vega reads it where midnight is that of the reader, not of Greenwich.

    >>> script_date(date(2018, 3, 12))
    '2018-03-12T00:00:00'
    """
    return f"{day.isoformat()}T00:00:00"


def _whole(text: str) -> Time | None:
    """Return the year, month or day that *text* names."""
    found = _DATE.match(text)
    if found is None:
        return None
    year, month, day = (None if part is None else int(part) for part in found.groups())
    try:
        start = date(year or 0, month or 1, day or 1)
        if day is not None:
            return Time(start, start + timedelta(days=1))
        if month is not None and month < _DECEMBER:
            return Time(start, start.replace(month=month + 1))
        return Time(start, date(start.year + 1, 1, 1))
    except (ValueError, OverflowError):
        return None

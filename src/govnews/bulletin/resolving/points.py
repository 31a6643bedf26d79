"""Points of the calendar, with what a text leaves open as None, and how far they lie from a day."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Final, TypeAlias

_PARTIAL: Final = re.compile(
    r"(?:(?P<year>\d{4})|-)?(?:-(?P<month>\d{2})|-)?(?:-(?P<day>\d{2}))?$", re.ASCII
)
_LAST_MONTH: Final = 12


@dataclass(frozen=True, slots=True)
class Point:
    """A calendar point as a figure gives it; what it leaves open is None.

    >>> Point.of("--07-24")
    Point(year=None, month=7, day=24)
    """

    year: int | None
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, value: str) -> "Point":
        """Read ISO 8601 with its truncated forms: 2015-07, --07-24, ---24."""
        match = _PARTIAL.fullmatch(value)
        if match is None:
            raise ValueError(f"{value!r} is no partial date")
        return cls(*(int(part) if part else None for part in match.group("year", "month", "day")))

    def exists(self) -> bool:
        """Tell whether it is whole and the calendar has it.

        >>> Point(2023, 2, 29).exists(), Point(2024, 2, 29).exists()
        (False, True)
        """
        if self.year is None or not MINYEAR < self.year < MAXYEAR:
            return False
        if self.month is None and self.day is not None:
            return False
        try:
            self.first()
        except ValueError:
            return False
        return True

    def first(self) -> date:
        """Return its first day."""
        return date(self.year or MINYEAR, self.month or 1, self.day or 1)

    def last(self) -> date:
        """Return its last day."""
        if self.day is not None:
            return self.first()
        month = self.month or _LAST_MONTH
        year = self.year or MINYEAR
        if month == _LAST_MONTH:
            return date(year, month, 31)
        return date(year, month + 1, 1) - timedelta(days=1)

    def moved(self, years: int = 0, months: int = 0) -> "Point":
        """Return the point some years and months on.

        >>> Point(2022, 12, 5).moved(months=1)
        Point(year=2023, month=1, day=5)
        """
        month = self.month
        year = (self.year or MINYEAR) + years
        if months and month is not None:
            year, month = year + (month - 1 + months) // 12, (month - 1 + months) % 12 + 1
        return Point(year, month, self.day)

    def within(self, year: int) -> "Point":
        """Return its month and day in *year*."""
        return Point(year, self.month, self.day)

    def iso(self) -> str:
        """Return ISO 8601."""
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


Reading: TypeAlias = tuple[Point, Point]
"""A whole date, or the first and last of a span; a single date is both."""
Ending: TypeAlias = Callable[[Point], Point | None]
"""What gives a start its end; None where it cannot have one."""


def readings(starts: Iterable[Point], ending: Ending) -> Iterator[Reading]:
    """Yield what a date or span can mean, of the starts that the calendar has."""
    for start in starts:
        end = ending(start) if start.exists() else None
        if end is not None:
            yield start, end


def is_fresh(reading: Reading, today: date, days: int) -> bool:
    """Tell whether the date began by *today* and ended at most so many *days* before it.

    >>> is_fresh((Point(2022, 7, 24), Point(2022, 7, 24)), date(2022, 7, 25), 3)
    True
    """
    first, last = reading
    return first.first() <= today <= last.last() + timedelta(days=days)

"""Points of the calendar: as partial as the text, and the numerals of their parts."""

from calendar import monthrange
from dataclasses import dataclass
from typing import Final

from govnews.figures.candidate import Candidate
from govnews.models import Bound, Kind
from govnews.numerals import parse_number

_CENTURY: Final = 100
REPUBLIC: Final = 1911
"""The year before the first of the Republic: 民国25年 is 1936, as 109年 is 2020 in Taiwan."""

_LAST_OF_THE_REPUBLIC: Final = 199
_THIS_CENTURY: Final = 2000
#: 18年10月 is 2018, 98年4月 is 1998
_PIVOT: Final = 35
#: Digit by digit, with the zeros of old pages: 二〇〇八年, 二OO八年, 二00八年
_PLAIN_DIGITS: Final = str.maketrans("〇零○OＯ一二三四五六七八九", "00000123456789")


@dataclass(frozen=True, slots=True)
class Point:
    """A calendar point; what the text does not say is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def valid(self) -> bool:
        """Tell whether there is such a day in some year."""
        if self.month is None or self.day is None:
            return True
        return self.day <= monthrange(self.year or 2000, self.month)[1]

    def lacks_month(self) -> bool:
        """Tell whether it is a day of a year: no date (2020年至24日)."""
        return self.month is None and None not in (self.year, self.day)

    def iso(self) -> str:
        """Return ISO 8601: 2015, 2014-01, 2014-01-05, --07, --07-24 or ---24."""
        if self.month is None and self.day is None:
            return f"{self.year:04}"
        year = "-" if self.year is None else f"{self.year:04}"
        if self.month is None:
            return f"---{self.day:02}"
        day = "" if self.day is None else f"-{self.day:02}"
        return f"{year}-{self.month:02}{day}"

    def inherited(self, start: "Point") -> "Point":
        """Fill in what this end of a span leaves to its *start*."""
        if self.year is not None:
            return self
        month = start.month if self.month is None else self.month
        year = start.year
        if year is not None and start.month and month and month < start.month:
            # 2021年12月28日至1月3日 ends in the next year
            year += 1
        return Point(year, month, self.day)


def whole_year(year: int) -> int:
    """Complete 18 (2018), 98 (1998) and 109, which Taiwan counts from 1912.

    >>> whole_year(18), whole_year(98), whole_year(109), whole_year(1840)
    (2018, 1998, 2020, 1840)
    """
    if year < _CENTURY:
        return year + (_THIS_CENTURY if year < _PIVOT else _THIS_CENTURY - _CENTURY)
    return year + REPUBLIC if year <= _LAST_OF_THE_REPUBLIC else year


def read_int(word: str | None) -> int | None:
    """Read the numeral of a year, a month or a day: 二〇〇八, 十二, 元 (of 元月), 2 0 2 3."""
    if word is None:
        return None
    digits = "".join(word.split()).translate(_PLAIN_DIGITS)
    if digits == "元":
        return 1
    return int(digits) if digits.isdecimal() else int(parse_number(word))


def point_date(point: Point, start: int, end: int, rule: str) -> Candidate | None:
    """Return the date of *point*, or None where no calendar has that day."""
    if not point.valid():
        return None
    return Candidate(Kind.DATE, start, end, point.iso(), rule, number_start=start)


def span_date(points: tuple[Point, Point], start: int, end: int, rule: str) -> Candidate | None:
    """Return the span between two points, or None where there is no such day."""
    first, last = points
    found = point_date(first, start, end, rule)
    if found is None or not last.valid():
        return None
    found.upper, found.bound = last.iso(), Bound.RANGE
    return found

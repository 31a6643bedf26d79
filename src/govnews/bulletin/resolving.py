"""Partial dates made whole by the day on which a bulletin was issued.

7月24日 in a bulletin of 2022-07-25 is 2022-07-24.  Of the days, months or years
that a partial date can mean, the nearest to the issue is taken, and the past
counts as nearer than the future: bulletins report.  Words beside the date
come first (去年10月, 上月24日, 至今年6月).  What nothing settles stays None.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, datetime, timedelta
from typing import Final

from govnews.models import Figure, Kind

_YEARS: Final = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1}
_MONTHS: Final = {"本月": 0, "当月": 0, "上月": -1, "上个月": -1, "下月": 1, "下个月": 1}
_WORDS: Final = "|".join([*_YEARS, *_MONTHS])
_BEFORE: Final = re.compile(rf"(?P<word>{_WORDS})的?\s{{0,3}}$")
_INSIDE: Final = re.compile(rf"(?P<word>{_WORDS}|次年|翌年)")
_PARTIAL: Final = re.compile(
    r"(?:(?P<year>\d{4})|-)?(?:-(?P<month>\d{2})|-)?(?:-(?P<day>\d{2}))?$", re.ASCII
)
#: A day ahead of the issue counts as three behind it
_FUTURE: Final = 3
_LAST_MONTH: Final = 12
_REACH: Final = 8


@dataclass(frozen=True, slots=True)
class _Point:
    """A calendar point as a figure gives it; what it leaves open is None."""

    year: int | None
    month: int | None
    day: int | None

    @classmethod
    def of(cls, value: str) -> "_Point":
        """Read ISO 8601 with its truncated forms: 2015-07, --07-24, ---24."""
        match = _PARTIAL.fullmatch(value)
        if match is None:
            raise ValueError(f"{value!r} is no partial date")
        return cls(*(int(part) if part else None for part in match.group("year", "month", "day")))

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

    def moved(self, years: int = 0, months: int = 0) -> "_Point":
        """Return the point some years and months on."""
        month = self.month
        year = (self.year or MINYEAR) + years
        if months and month is not None:
            year, month = year + (month - 1 + months) // 12, (month - 1 + months) % 12 + 1
        return _Point(year, month, self.day)

    def iso(self) -> str:
        """Return ISO 8601."""
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


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
    start = _Point.of(str(figure.value))
    end = None if figure.upper is None else _Point.of(str(figure.upper))
    beside = _BEFORE.search(raw[max(0, figure.start - _REACH) : figure.start])
    inside = _INSIDE.search(figure.text) if end else None
    spans = list(
        _readings(
            start,
            end,
            issued,
            beside["word"] if beside else None,
            inside["word"] if inside else None,
        )
    )
    if not spans:
        return None
    if issued is None:
        first, last = spans[0]
    else:
        first, last = min(spans, key=lambda span: _cost(span[0], span[1], issued))
    return first.iso() if end is None else f"{first.iso()}/{last.iso()}"


def _readings(
    start: _Point, end: _Point | None, issued: date | None, beside: str | None, inside: str | None
) -> Iterator[tuple[_Point, _Point]]:
    """Yield what the point or span can mean, as whole dates that the calendar has."""
    for first in _completions(start, issued, beside):
        if end is None:
            yield first, first
            continue
        for last in _ends(end, first, issued, inside):
            yield first, last


def _completions(point: _Point, issued: date | None, word: str | None) -> Iterator[_Point]:
    """Yield the whole dates that *point* can be."""
    if point.year is not None:
        candidates = [point]
    elif issued is None:
        candidates = []
    elif point.month is None:
        here = _Point(issued.year, issued.month, point.day)
        steps = [_MONTHS[word]] if word in _MONTHS else [-1, 0, 1]
        candidates = [here.moved(months=step) for step in steps]
    else:
        steps = [_YEARS[word]] if word in _YEARS else [-1, 0, 1]
        candidates = [_Point(issued.year + step, point.month, point.day) for step in steps]
    yield from filter(_exists, candidates)


def _ends(end: _Point, first: _Point, issued: date | None, word: str | None) -> Iterator[_Point]:
    """Yield the first end at or after the start *first*, or the one that a word names."""
    if end.year is not None:
        candidates = [end]
    elif word in _YEARS:
        candidates = [_Point(issued.year + _YEARS[word], end.month, end.day)] if issued else []
    elif end.month is None:
        here = _Point(first.year, first.month, end.day)
        candidates = [here, here.moved(months=1)]
    else:
        step = 1 if word in ("次年", "翌年") else 0
        here = _Point(first.year, end.month, end.day).moved(years=step)
        candidates = [here, here.moved(years=1)]
    after = (each for each in candidates if _exists(each) and each.last() >= first.first())
    yield from list(after)[:1]


def _exists(point: _Point) -> bool:
    if point.year is None or not MINYEAR < point.year < MAXYEAR:
        return False
    try:
        point.first()
    except ValueError:
        return False
    return True


def _cost(first: _Point, last: _Point, issued: date) -> int:
    """Return how far the issue lies from the span; the future counts more."""
    if issued < first.first():
        return (first.first() - issued).days * _FUTURE
    return max(0, (issued - last.last()).days)

"""Dates: points and spans of the calendar, in ISO 8601 and as partial as the text.

2015年 is 2015, 7月24日 is --07-24, 24日 is ---24 (ISO 8601:2004, truncated forms).
A span keeps its end apart: 2019年3月至8月 is 2019-03 and 2019-08; the end
inherits what it does not say.  Days without a month are a date (24日) unless
the words around them say that they last (30日内, 为期3日).
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from typing import Final

from govnews.figures.candidate import Candidate
from govnews.figures.numbers import SPACE
from govnews.models import Bound, Kind
from govnews.numerals import parse_number

_YEAR = r"(?:(?:1[89]|2[01])\d\d|[一二][〇零○一二三四五六七八九]{3})"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9]|二?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九])"
_CONNECTOR = rf"{SPACE}(?:至|到|—{{1,2}}|–|-{{1,2}}|－|~|～|―|─){SPACE}"
_NOT_YEAR = r"(?!代(?!表|理|替|办|言|价|培|缴|收))"
_YEAR_MARK = rf"{SPACE}年(?:度(?!假))?{_NOT_YEAR}"
_MONTH_MARK = rf"{SPACE}月份?"

_POINT: Final = re.compile(
    rf"""
    (?: (?P<year>{_YEAR} | \d\d(?={SPACE}年{SPACE}\d{{1,2}}{SPACE}月))   # 18年10月
        (?: {_YEAR_MARK}
          | (?= {SPACE}[、和与]{SPACE}{_YEAR}{SPACE}年 )     # 2013、2014年
        )
    )?+
    (?: {SPACE}(?P<month>{_MONTH}){_MONTH_MARK} )?+
    (?: {SPACE}(?P<day>{_DAY}){SPACE}[日号] )?+
    """,
    re.VERBOSE,
)
_NUMERIC: Final = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>1[0-2]|0?[1-9])(?P=mark)"
    r"(?P<day>3[01]|[12]\d|0?[1-9])(?![\d.])"
)
#: 2016—2020年, 1至6月, 2019年3-5月, 7月1—20日: the start leaves its mark to the end
_SHARED: Final = re.compile(
    rf"""
    (?: (?P<years>{_YEAR}) {_CONNECTOR} (?P<years_end>{_YEAR}|\d\d){_YEAR_MARK}
      | (?: (?P<year>{_YEAR}){SPACE}年{SPACE} )?+
        (?: (?P<months>{_MONTH}) {_CONNECTOR} (?P<months_end>{_MONTH}){_MONTH_MARK}
          | (?: (?P<month>{_MONTH}){SPACE}月{SPACE} )?+
            (?P<days>{_DAY}) {_CONNECTOR} (?P<days_end>{_DAY}){SPACE}[日号]
        )
    )
    """,
    re.VERBOSE,
)
_SPAN: Final = re.compile(_CONNECTOR + r"(?P<relative>次年|翌年|当年|同年|今年|本年)?")
_LASTING_BEFORE: Final = re.compile(
    r"(?:为期|历时|连续|持续|长达|共|计|满|近|超过|不少于|不超过|每)$"
)
_LASTING_AFTER: Final = re.compile(r"(?:以?内|之内|以上|以下|左右|游|龄)")
_CENTURY: Final = 100
_THIS_CENTURY: Final = 2000
#: 18年10月 is 2018, 98年4月 is 1998
_PIVOT: Final = 50
_SMALL_HAN: Final = frozenset("一二三四五六七八九十两")


@dataclass(frozen=True, slots=True)
class _Point:
    """A calendar point; what the text does not say is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def valid(self) -> bool:
        """Tell whether there is such a day in some year."""
        if self.month is None or self.day is None:
            return True
        return self.day <= monthrange(self.year or 2000, self.month)[1]

    def iso(self) -> str:
        """Return ISO 8601: 2015, 2014-01, 2014-01-05, --07, --07-24 or ---24."""
        if self.month is None and self.day is None:
            return f"{self.year:04}"
        year = "-" if self.year is None else f"{self.year:04}"
        if self.month is None:
            return f"---{self.day:02}"
        day = "" if self.day is None else f"-{self.day:02}"
        return f"{year}-{self.month:02}{day}"

    def inherited(self, start: "_Point") -> "_Point":
        """Fill in what this end of a span leaves to its *start*."""
        if self.year is not None:
            return self
        month = start.month if self.month is None else self.month
        return _Point(start.year, month, self.day)


def read_date(text: str, position: int) -> Candidate | None:
    """Read the date or the span of dates that starts at *position*.

    >>> found = read_date("2019年3月至8月", 0)
    >>> found.value, found.upper, found.bound.value
    ('2019-03', '2019-08', 'range')
    >>> read_date("7月24日，", 0).value
    '--07-24'
    >>> read_date("30日内办结", 0)
    """
    numeric = _NUMERIC.match(text, position)
    if numeric:
        return _numeric_date(text, numeric)
    shared = _SHARED.match(text, position)
    if shared:
        return _shared_span(text, shared)
    match = _POINT.match(text, position)
    if match is None or match.end() == position:
        return None
    start = _point(match)
    second = _end_of_span(text, match.end(), start)
    if second:
        end_point, end = second
        return _span(start, end_point, position, end, "date.span")
    if start.month is None and start.year is None and _lasts(text, match):
        return None
    return _candidate(start, position, match.end(), "date.point")


def _numeric_date(text: str, match: re.Match[str]) -> Candidate | None:
    """Read 2020-05-26, and 2020-05-26至2020-05-29."""
    connector = _SPAN.match(text, match.end())
    second = _NUMERIC.match(text, connector.end()) if connector else None
    if second:
        return _span(_point(match), _point(second), match.start(), second.end(), "date.span")
    return _candidate(_point(match), match.start(), match.end(), "date.numeric")


def _point(match: re.Match[str]) -> _Point:
    year, month, day = (_int(match[name]) for name in ("year", "month", "day"))
    if year is not None and year < _CENTURY:
        year += _THIS_CENTURY if year < _PIVOT else _THIS_CENTURY - _CENTURY
    return _Point(year, month, day)


def _int(word: str | None) -> int | None:
    return None if word is None else int(parse_number(word))


def _candidate(point: _Point, start: int, end: int, rule: str) -> Candidate | None:
    if not point.valid():
        return None
    return Candidate(Kind.DATE, start, end, point.iso(), rule, number_start=start, group=start)


def _span(first: _Point, last: _Point, start: int, end: int, rule: str) -> Candidate | None:
    found = _candidate(first, start, end, rule)
    if found is None or not last.valid():
        return None
    found.upper, found.bound = last.iso(), Bound.RANGE
    return found


def _end_of_span(text: str, position: int, start: _Point) -> tuple[_Point, int] | None:
    """Read 至8月 behind a first point; 次年 counts on from its year."""
    connector = _SPAN.match(text, position)
    match = _POINT.match(text, connector.end()) if connector else None
    if connector is None or match is None or match.end() == connector.end():
        return None
    end = _point(match)
    if connector["relative"] in ("次年", "翌年"):
        year = None if start.year is None else start.year + 1
        return _Point(year, end.month, end.day), match.end()
    return end.inherited(start), match.end()


def _shared_span(text: str, match: re.Match[str]) -> Candidate | None:
    year, month = _int(match["year"]), _int(match["month"])
    if match["years"]:
        first = _int(match["years"]) or 0
        last = _int(match["years_end"]) or 0
        if len(match["years_end"]) == len("20"):
            last += first // 100 * 100
        points = _Point(first), _Point(last)
    elif match["months"]:
        points = _Point(year, _int(match["months"])), _Point(year, _int(match["months_end"]))
    else:
        days = _int(match["days"]), _int(match["days_end"])
        points = _Point(year, month, days[0]), _Point(year, month, days[1])
        if month is None and _lasts(text, match):
            return None
    return _span(*points, match.start(), match.end(), "date.shared_span")


def _lasts(text: str, match: re.Match[str]) -> bool:
    """Tell whether days without a month last: 30日内, 为期3日, 两日."""
    if _LASTING_AFTER.match(text, match.end()):
        return True
    before = text[max(0, match.start() - 4) : match.start()]
    days = match.groupdict().get("day") or match.groupdict().get("days") or ""
    return bool(_LASTING_BEFORE.search(before)) or days in _SMALL_HAN

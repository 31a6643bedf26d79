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
from govnews.figures.numbers import RANGE_MARK, SPACE
from govnews.models import Bound, Kind
from govnews.numerals import parse_number

_YEAR = r"(?:(?:1[89]|2[01])\d\d|[一二][〇零○OＯ0一二三四五六七八九]{3})"
#: Years that are sure only with a month behind them: 18年10月, 98年4月; 109年2月 counts from 1912
_SHORT_YEAR = rf"(?:\d\d|1[01]\d)(?={SPACE}年{SPACE}\d{{1,2}}{SPACE}月)|0\d(?={SPACE}年(?!\d|零))"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9]|二?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九])"
_CONNECTOR = RANGE_MARK
_NOT_YEAR = r"(?!代(?!表|理|替|办|言|价|培|缴|收))"
_YEAR_MARK = rf"{SPACE}学?年(?:度(?!假))?{_NOT_YEAR}"
_MONTH_MARK = rf"{SPACE}月份?"

_POINT: Final = re.compile(
    rf"""
    (?: (?P<year>{_YEAR} | (?<!\d)(?:{_SHORT_YEAR}))
        (?: {_YEAR_MARK}
          | (?= {SPACE}[、和与]{SPACE}{_YEAR}{SPACE}年 )     # 2013、2014年
        )
    )?+
    (?: {SPACE}(?P<month>{_MONTH})
        (?: {_MONTH_MARK} | (?= 、{_MONTH}{SPACE}月 ) )        # 5、6月份
        (?: {SPACE}(?P<number>{_DAY}){SPACE}号 )?+
    )?+
    (?: {SPACE}(?P<day>{_DAY}){SPACE}日 )?+
    """,
    re.VERBOSE | re.ASCII,
)
_NUMERIC: Final = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>1[0-2]|0?[1-9])(?P=mark)"
    r"(?P<day>3[01]|[12]\d|0?[1-9])(?![\d.])",
    re.ASCII,
)
#: 2016—2020年, 1至6月, 2019年3-5月, 7月1—20日: the start leaves its mark to the end
_SHARED: Final = re.compile(
    rf"""
    (?: (?P<years>{_YEAR}) (?:{_CONNECTOR}|/) (?P<years_end>{_YEAR}|\d\d){_YEAR_MARK}
      | (?: (?P<year>{_YEAR}){SPACE}年{SPACE} )?+
        (?: (?P<months>{_MONTH}) {_CONNECTOR} (?P<months_end>{_MONTH}){_MONTH_MARK}
          | (?: (?P<month>{_MONTH}){SPACE}月{SPACE} )?+
            (?P<days>{_DAY}) {_CONNECTOR} (?P<days_end>{_DAY}){SPACE}日
        )
    )
    """,
    re.VERBOSE | re.ASCII,
)
_SPAN: Final = re.compile(
    _CONNECTOR + r"(?P<relative>次年|翌年|当年|同年|今年|本年|去年|上年|明年|次月|下月|本月|当月)?"
)
#: Whose year is told by the day of issue, not by the start of the span
_OF_THE_ISSUE: Final = frozenset({"今年", "本年", "去年", "上年", "明年"})
_LASTING_BEFORE: Final = re.compile(
    r"(?:为期|历时|连续|持续|长达|共计?|总计|累计|合计|满|近|超过|不少于|不超过|每|拘留|停业|公示|休假|"
    r"停工|停产|期限|有效期|逾期|限期?|工期|提前|延长|缩短)为?$"
)
_LASTING_AFTER: Final = re.compile(r"(?:以?内|之内|以上|以下|左右|游|龄)")
_CENTURY: Final = 100
_REPUBLIC: Final = 1911
_THIS_CENTURY: Final = 2000
#: 18年10月 is 2018, 98年4月 is 1998
_PIVOT: Final = 50
#: Digit by digit, with the zeros of old pages: 二〇〇八年, 二OO八年, 二00八年
_PLAIN_DIGITS: Final = str.maketrans("〇零○OＯ一二三四五六七八九", "00000123456789")
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
        year = start.year
        if year is not None and start.month and month and month < start.month:
            # 2021年12月28日至1月3日 ends in the next year
            year += 1
        return _Point(year, month, self.day)


def read_date(text: str, position: int) -> tuple[Candidate | None, int]:
    """Read the date or the span of dates that starts at *position*.

    Returns:
        The date, and where to go on.  A day that no calendar has is passed
        over (2023年2月29日).

    >>> found, end = read_date("2019年3月至8月", 0)
    >>> found.value, found.upper, found.bound.value
    ('2019-03', '2019-08', 'range')
    >>> read_date("7月24日，", 0)[0].value
    '--07-24'
    >>> read_date("30日内办结", 0)
    (None, 0)
    """
    found, end = _read(text, position)
    return found, end if found is None else found.end


def _read(text: str, position: int) -> tuple[Candidate | None, int]:
    numeric = _NUMERIC.match(text, position)
    if numeric:
        return _numeric_date(text, numeric), numeric.end()
    shared = _SHARED.match(text, position)
    if shared and not (shared["days"] and not shared["month"] and _lasts(text, shared)):
        return _shared_span(shared), shared.end()
    match = _POINT.match(text, position)
    if match is None or match.end() == position:
        return None, position
    start = _point(match)
    second = _end_of_span(text, match.end(), start)
    if second:
        end_point, end = second
        return _span(start, end_point, position, end, "date.span"), end
    if start.month is None and start.year is None and _lasts(text, match):
        return None, position
    return _candidate(start, position, match.end(), "date.point"), match.end()


def _numeric_date(text: str, match: re.Match[str]) -> Candidate | None:
    """Read 2020-05-26, and 2020-05-26至2020-05-29."""
    connector = _SPAN.match(text, match.end())
    second = _NUMERIC.match(text, connector.end()) if connector else None
    if second:
        return _span(_point(match), _point(second), match.start(), second.end(), "date.span")
    return _candidate(_point(match), match.start(), match.end(), "date.numeric")


def _point(match: re.Match[str]) -> _Point:
    year, month, day = (_int(match[name]) for name in ("year", "month", "day"))
    if day is None:
        day = _int(match.groupdict().get("number"))
    return _Point(None if year is None else _whole_year(year), month, day)


def _whole_year(year: int) -> int:
    """Complete 18 (2018), 98 (1998) and 109, which Taiwan counts from 1912."""
    if year < _CENTURY:
        return year + (_THIS_CENTURY if year < _PIVOT else _THIS_CENTURY - _CENTURY)
    return year + _REPUBLIC if year < _REPUBLIC else year


def _int(word: str | None) -> int | None:
    if word is None:
        return None
    digits = word.translate(_PLAIN_DIGITS)
    return int(digits) if digits.isdecimal() else int(parse_number(word))


def _candidate(point: _Point, start: int, end: int, rule: str) -> Candidate | None:
    if not point.valid():
        return None
    return Candidate(Kind.DATE, start, end, point.iso(), rule, number_start=start)


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
    relative = connector["relative"]
    if relative in ("次年", "翌年"):
        year = None if start.year is None else start.year + 1
        return _Point(year, end.month, end.day), match.end()
    if relative in _OF_THE_ISSUE:
        return end, match.end()
    return end.inherited(start), match.end()


def _shared_span(match: re.Match[str]) -> Candidate | None:
    year, month = _int(match["year"]), _int(match["month"])
    if match["years"]:
        first = _int(match["years"]) or 0
        last = _int(match["years_end"]) or 0
        if len(match["years_end"]) == len("20"):
            last += first // _CENTURY * _CENTURY + (_CENTURY if last < first % _CENTURY else 0)
        points = _Point(first), _Point(last)
    elif match["months"]:
        points = _Point(year, _int(match["months"])), _Point(year, _int(match["months_end"]))
    else:
        days = _int(match["days"]), _int(match["days_end"])
        points = _Point(year, month, days[0]), _Point(year, month, days[1])
    return _span(*points, match.start(), match.end(), "date.shared_span")


def _lasts(text: str, match: re.Match[str]) -> bool:
    """Tell whether days without a month last: 30日内, 为期3日, 两日."""
    if _LASTING_AFTER.match(text, match.end()):
        return True
    before = text[max(0, match.start() - 4) : match.start()]
    days = match.groupdict().get("day") or match.groupdict().get("days") or ""
    return bool(_LASTING_BEFORE.search(before)) or days in _SMALL_HAN

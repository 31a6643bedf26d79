"""Dates: points and spans of the calendar, in ISO 8601 and as partial as the text.

2015年 is 2015, 7月24日 is --07-24, 24日 is ---24 (ISO 8601:2004, truncated forms).
A span keeps its end apart: 2019年3月至8月 is 2019-03 and 2019-08; the end
inherits what it does not say.  Days without a month are a date (24日) unless
the words around them say that they last (30日内, 为期3日).
"""

import re
from typing import Final

from govnews.figures.candidate import Candidate
from govnews.figures.numbers import RANGE_MARK, SPACE
from govnews.figures.points import Point, point_date, read_int, span_date, whole_year
from govnews.figures.years import YEAR, later_year, read_years

#: Years that are sure only with a month behind them: 18年10月, 98年4月; 109年2月 counts from 1912
_SHORT_YEAR = rf"(?:\d\d|1[01]\d)(?={SPACE}年{SPACE}\d{{1,2}}{SPACE}月)|0\d(?={SPACE}年(?!\d|零))"
#: 九八年: digit by digit, so no span of years; neighbours are (七八年, 三五年)
_SHORT_HAN_YEAR = (
    r"(?!一二|二三|四五|五六|六七|七八|八九)[〇零一二四五六七八九][〇零一二三四五六七八九]"
    r"(?=年(?![级制期内来间多余代]))"
)
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|元(?=月))"
_DAY = (
    r"(?:3[01]|[12]\d|0?[1-9]|廿[一二三四五六七八九]?|二?十[一二三四五六七八九]?|三十一?"
    r"|[一二三四五六七八九])"
)
_DAY_MARK = rf"{SPACE}日(?!元(?!宵|旦)|本)"
#: 10月22出生: a day may lack its mark where nothing else can follow
_NO_MARK = r"(?=[，。；）)]|$|出生|召开|举行|举办|开幕|闭幕|上午|下午|当天|凌晨|晚上)"
_CONNECTOR = RANGE_MARK
_NOT_YEAR = r"(?!代(?!表|理|替|办|言|价|培|缴|收))"
_YEAR_MARK = rf"{SPACE}学?年(?:度(?!假))?{_NOT_YEAR}"
_MONTH_MARK = rf"{SPACE}月(?!龄)份?"
#: 2020年24日 is a year, and a day of some month
_OF_A_MONTH = r"(?(year)(?(month)|(?!)))"

#: Most digits are followed by what no date has; five patterns need not be tried on them
_NO_DATE: Final = re.compile(r"[0-9]++[,%‰个人元万亿千百家户名位多余件项场次倍吨亩米平公]")

_POINT: Final = re.compile(
    rf"""
    (?: (?P<year>{YEAR} | (?<!\d)(?:{_SHORT_YEAR})
                 | (?<![〇零一二三四五六七八九十百千万]){_SHORT_HAN_YEAR})
        (?: {_YEAR_MARK}
          | (?= (?:{SPACE}[、和与及]{SPACE}{YEAR}){{1,8}}{SPACE}年 )     # 2013、2014年
        )
    )?+
    (?: {SPACE}(?P<month>{_MONTH})
        (?: {_MONTH_MARK} | (?= (?:[、和与及]{_MONTH}){{1,8}}{SPACE}月 ) )        # 5、6月份
        (?: {SPACE}(?P<number>{_DAY}){SPACE}号 | (?P<bare>{_DAY}){_NO_MARK} )?+
    )?+
    (?: {_OF_A_MONTH}{SPACE}
        (?P<day>{_DAY} | (?(month)\d\d|(?!)))              # 7月32日 is no day, and no 32 days
        (?: {_DAY_MARK} | (?= (?:[、和与及]{_DAY}){{1,8}}{_DAY_MARK} ) )       # 5、6日
    )?+
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
    (?: (?P<years>{YEAR}) (?:{_CONNECTOR}|/) (?P<years_end>{YEAR}|\d\d){_YEAR_MARK}
      | (?: (?P<year>{YEAR}){SPACE}年{SPACE} )?+
        (?: (?P<months>{_MONTH}) {_CONNECTOR} (?P<months_end>{_MONTH}){_MONTH_MARK}
          | (?: (?P<month>{_MONTH}){SPACE}月{SPACE} )?+
            {_OF_A_MONTH}(?P<days>{_DAY}) {_CONNECTOR} (?P<days_end>{_DAY}){_DAY_MARK}
        )
    )
    """,
    re.VERBOSE | re.ASCII,
)
#: 3月5日（星期二）至7日, 2020-05-26起至2020-05-29
_SPAN: Final = re.compile(
    rf"(?:[（(](?:星期|周)[一二三四五六日天][）)])?+起?{_CONNECTOR}"
    r"(?P<relative>次年|翌年|当年|同年|今年|本年|去年|上年|明年|次月|翌月|下月|本月|当月)?"
)
_NEXT_MONTH: Final = frozenset({"次月", "翌月", "下月"})
_AND: Final = re.compile(rf"{SPACE}[与和]{SPACE}")
_BETWEEN: Final = re.compile(r"之?间")
#: Whose year is told by the day of issue, not by the start of the span
_OF_THE_ISSUE: Final = frozenset({"今年", "本年", "去年", "上年", "明年"})
_LASTING_BEFORE: Final = re.compile(
    r"(?:为期|历时|连续|持续|长达|共计?|总计|累计|合计|满|近|超过|不少于|不超过|每|拘留|停业|公示|休假|"
    r"停工|停产|期限|有效期|逾期|限期?|工期|提前|延长|缩短)为?$"
)
_LASTING_AFTER: Final = re.compile(r"(?:以?内|之内|以上|以下|左右|游|龄)")
_SMALL_HAN: Final = frozenset("一二三四五六七八九十两")


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
    if _NO_DATE.match(text, position):
        return None, position
    found, end = _read(text, position)
    return found, end if found is None else found.end


def _read(text: str, position: int) -> tuple[Candidate | None, int]:
    numeric = _NUMERIC.match(text, position)
    if numeric:
        return _numeric_date(text, numeric), numeric.end()
    years = read_years(text, position)
    if years:
        return years, years.end
    shared = _SHARED.match(text, position)
    if shared and not (shared["days"] and not shared["month"] and _lasts(text, shared)):
        return _shared_span(shared), shared.end()
    match = _POINT.match(text, position)
    if match is None or match.end() == position:
        return None, position
    return _point_or_span(text, match)


def _point_or_span(text: str, match: re.Match[str]) -> tuple[Candidate | None, int]:
    """Read the point of *match*, or the span that it opens."""
    start, position = _point(match), match.start()
    second = _end_of_span(text, match.end(), start) or _between(text, match.end(), start)
    if second and not second[0].lacks_month():
        end_point, end = second
        return span_date((start, end_point), position, end, "date.span"), end
    if start.month is None and start.year is None:
        if _lasts(text, match):
            return None, position
        if text.endswith("元月", 0, position):
            start, position = Point(None, 1, start.day), position - len("元月")
    return point_date(start, position, match.end(), "date.point"), match.end()


def _numeric_date(text: str, match: re.Match[str]) -> Candidate | None:
    """Read 2020-05-26, and 2020-05-26至2020-05-29."""
    connector = _SPAN.match(text, match.end())
    second = _NUMERIC.match(text, connector.end()) if connector else None
    if second:
        points = _point(match), _point(second)
        return span_date(points, match.start(), second.end(), "date.span")
    return point_date(_point(match), match.start(), match.end(), "date.numeric")


def _point(match: re.Match[str]) -> Point:
    year, month, day = (read_int(match[name]) for name in ("year", "month", "day"))
    if day is None:
        day = read_int(match.groupdict().get("number") or match.groupdict().get("bare"))
    return Point(None if year is None else whole_year(year), month, day)


def _end_of_span(text: str, position: int, start: Point) -> tuple[Point, int] | None:
    """Read 至8月 behind a first point; 次年 and 次月 count on from its year and month."""
    connector = _SPAN.match(text, position)
    match = _POINT.match(text, connector.end()) if connector else None
    if connector is None or match is None or match.end() == connector.end():
        return None
    end = _point(match)
    relative = connector["relative"]
    if relative in ("次年", "翌年"):
        year = None if start.year is None else start.year + 1
        return Point(year, end.month, end.day), match.end()
    if relative in _OF_THE_ISSUE:
        return end, match.end()
    if relative in _NEXT_MONTH and start.month and end.month is None:
        end = Point(end.year, start.month % 12 + 1, end.day)
    return end.inherited(start), match.end()


def _between(text: str, position: int, start: Point) -> tuple[Point, int] | None:
    """Read 与2009年间 behind 2007年."""
    connector = _AND.match(text, position)
    match = _POINT.match(text, connector.end()) if connector else None
    if match is None or connector is None or match.end() == connector.end():
        return None
    if not _BETWEEN.match(text, match.end()):
        return None
    return _point(match).inherited(start), match.end()


def _shared_span(match: re.Match[str]) -> Candidate | None:
    year, month = read_int(match["year"]), read_int(match["month"])
    if match["years"]:
        first = read_int(match["years"]) or 0
        points = Point(first), Point(later_year(first, match["years_end"]))
    elif match["months"]:
        points = Point(year, read_int(match["months"])), Point(year, read_int(match["months_end"]))
    else:
        days = read_int(match["days"]), read_int(match["days_end"])
        points = Point(year, month, days[0]), Point(year, month, days[1])
    return span_date(points, match.start(), match.end(), "date.shared_span")


def _lasts(text: str, match: re.Match[str]) -> bool:
    """Tell whether days without a month last: 30日内, 为期3日, 两日."""
    if _LASTING_AFTER.match(text, match.end()):
        return True
    before = text[max(0, match.start() - 4) : match.start()]
    days = match.groupdict().get("day") or match.groupdict().get("days") or ""
    return bool(_LASTING_BEFORE.search(before)) or days in _SMALL_HAN

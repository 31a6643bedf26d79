"""Years that are written their own way: 2023-24至2027-28年度, 从2016到2018, 民国25年, 20240307.

What any of these says is sure only by the words around it; bare digits are
left alone.
"""

import re
from typing import Final

from govnews.figures.candidate import Candidate
from govnews.figures.numbers import HAN, RANGE_MARK, SPACE
from govnews.figures.points import REPUBLIC, Point, point_date, read_int, span_date

YEAR: Final = (
    r"(?:(?:1[89]|2[01])\d\d|[一二][〇零○OＯ0一二三四五六七八九]{3}|(?<![\d ])[12](?:[ ]\d){3})"
)
"""A year of the last two centuries or of this one, in digits, Han digits or spaced."""

#: 2023-24至2027-28年度: budgets and school years lie across two years
_DOUBLE_SPAN: Final = re.compile(
    rf"(?P<first>{YEAR})[-－–—/](?:{YEAR}|\d\d)(?:学年|年度|年)?{RANGE_MARK}"
    rf"(?P<last>{YEAR})[-－–—/](?P<end>{YEAR}|\d\d)(?:学年|年度|年)",
    re.ASCII,
)
#: 从2016到2018: years without 年, where the words say so
_FROM_TO: Final = re.compile(
    rf"(?P<first>{YEAR})(?:{RANGE_MARK})(?P<last>{YEAR})(?=[，。；、）)\s]|$|期间|之?间)", re.ASCII
)
_FROM: Final = ("从", "自", "由", "时间", "时间：", "时间:")
#: 20240307, with no letter, digit or mark of a code before it, and no unit behind
_EIGHT: Final = re.compile(
    r"(?P<year>20[0-3]\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])"
    r"(?![\d.,%A-Za-z_/-]|[号期批次元人个家件万亿])",
    re.ASCII,
)
_OF_A_CODE: Final = re.compile(r"[号码证编第序账户卡证照单据][^，。；\n]{0,6}$|[A-Za-z\d._/-]$")
_CODE_REACH: Final = 10
_OLD: Final = re.compile(
    rf"(?P<year>\d{{1,4}}|[{HAN}]{{1,4}}){SPACE}年(?:(?P<month>\d{{1,2}})月)?", re.ASCII
)
#: 始建于618年, 在789年: a year, where a span of years would have 里, 间 or 来
_HISTORIC: Final = re.compile(
    r"(?P<year>[1-9]\d{2,3})年(?![间里内来多余之以的前后]|左右|历史)", re.ASCII
)
_LATEST: Final = 1799
_LAST_OF_THE_REPUBLIC: Final = 38
_CENTURY: Final = 100
#: What a year of the last centuries begins with, and what stands before older ones
_OPENS_A_YEAR: Final = frozenset("12一二")
_BEFORE_OLD: Final = frozenset("国元于在")


def read_years(text: str, position: int) -> Candidate | None:
    """Read a year or a span of years of these kinds at *position*.

    >>> found = read_years("从2016到2018", 1)
    >>> found.value, found.upper
    ('2016', '2018')
    >>> read_years("民国25年", 2).value
    '1936'
    >>> read_years("编号20240307", 2)
    """
    if text[position] not in _OPENS_A_YEAR:
        return _old_year(text, position)
    double = _DOUBLE_SPAN.match(text, position)
    if double:
        last = read_int(double["last"]) or 0
        points = Point(read_int(double["first"])), Point(later_year(last, double["end"]))
        return span_date(points, position, double.end(), "date.double_years")
    bare = _FROM_TO.match(text, position) if text.endswith(_FROM, 0, position) else None
    if bare:
        points = Point(read_int(bare["first"])), Point(read_int(bare["last"]))
        return span_date(points, position, bare.end(), "date.bare_years")
    return _digits(text, position) or _old_year(text, position)


def later_year(first: int, written: str) -> int:
    """Return the year that 20 of 2016-20 is.

    >>> later_year(2016, "20"), later_year(1999, "00"), later_year(2016, "2020")
    (2020, 2000, 2020)
    """
    last = read_int(written) or 0
    if len(written) == len("20"):
        last += first // _CENTURY * _CENTURY + (_CENTURY if last < first % _CENTURY else 0)
    return last


def _digits(text: str, position: int) -> Candidate | None:
    match = _EIGHT.match(text, position)
    if match is None or _OF_A_CODE.search(text, max(0, position - _CODE_REACH), position):
        return None
    point = Point(*(int(match[name]) for name in ("year", "month", "day")))
    return point_date(point, position, match.end(), "date.digits")


def _old_year(text: str, position: int) -> Candidate | None:
    """Read 民国25年, 公元618年 and 建于618年."""
    if text[position - 1 : position] not in _BEFORE_OLD:
        return None
    era = text[max(0, position - 2) : position]
    match = _OLD.match(text, position) if era in ("民国", "公元") else None
    if match:
        return _of_era(match, position, era)
    historic = _HISTORIC.match(text, position) if era[-1:] in ("于", "在") else None
    if historic is None or int(historic["year"]) > _LATEST:
        return None
    return point_date(Point(int(historic["year"])), position, historic.end(), "date.historic")


def _of_era(match: re.Match[str], position: int, era: str) -> Candidate | None:
    try:
        year, month = read_int(match["year"]) or 0, read_int(match["month"])
    except ValueError:
        return None
    if era == "民国":
        if not 0 < year <= _LAST_OF_THE_REPUBLIC:
            return None
        year += REPUBLIC
    return point_date(Point(year, month), position, match.end(), "date.era")

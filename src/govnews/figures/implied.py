"""Amounts whose unit the words around imply: 压减欠款300多亿, 受灾人口6736万, 58万贫困人口."""

import re
from typing import Final

from govnews.figures.bounds import before_bound
from govnews.figures.candidate import Candidate
from govnews.figures.numbers import Number
from govnews.figures.tables import read_cell
from govnews.models import Bound, Kind

_LINK: Final = (
    r"(?:总额|总量|规模|总数|数)?(?:已|共|累计|合计|就)?"
    r"(?:达到?|为|是|有|要|需要?|花了?|减少|增加)?$"
)
_MONEY_BEFORE: Final = re.compile(
    r"(?:资金|款|投资|收入|支出|产值|贷|费|金|金额|额|利润|税|税收|补助|奖金|收益|成本|生产总值|GDP|资产|债|"
    rf"欠薪|投入|损失|债务|让利|营收|经费|工资|融资|注资|出资|斥资|耗资|总价){_LINK}"
)
_PEOPLE_BEFORE: Final = re.compile(
    rf"(?:人口|人数|职工|会员|游客|党员|农民工|群众|劳动力|学生){_LINK}"
)
_CLAUSE_END: Final = re.compile(
    r"[，。；、！）,;)！\s]|$|用于|用来|帮助|支持|建设|建成|建|购买|购置|修建|改造|扶持|资助|补贴|奖励"
)
_PEOPLE_AFTER: Final = re.compile(
    r"(?:贫困|农村|城镇|城乡|常住|流动|受灾|户籍|农业|牧业|农牧业|建档立卡|返贫|低保|外来|各族|困难){0,3}"
    r"(?:人口|居民|群众|农牧民|农民|市民|职工|农民工|会员|游客|党员|学生)"
)
#: Below ten thousand a number without a unit is too likely to be something else
_LEAST_MAGNITUDE: Final = 10**4
#: 三万五, 1万2: what is large says so
_LARGE: Final = re.compile("[万亿]")
_REACH: Final = 14


def read_implied(text: str, number: Number, floor: int) -> list[Candidate]:
    """Read a number without a unit as money or people, where a noun beside it says so.

    >>> from govnews.figures.numbers import read_number
    >>> found, = read_implied("压减欠款300多亿", read_number("压减欠款300多亿", 4), 0)
    >>> str(found.value), found.currency, found.bound.value
    ('30000000000', 'CNY', 'over')
    """
    if number.value < _LEAST_MAGNITUDE or not _LARGE.search(text, number.start, number.end):
        return read_cell(text, number)
    found = Candidate(
        kind=Kind.HEADCOUNT,
        start=number.start,
        end=number.end,
        value=number.value,
        upper=number.upper,
        bound=number.bound,
        rule="headcount.implied",
        unit="人",
        number_start=number.start,
    )
    before_bound(text, found, bare=number.bare, floor=floor)
    if number.bare and found.bound is Bound.EXACT:
        return []
    return [found] if _implies(text, found) else []


def _implies(text: str, found: Candidate) -> bool:
    """Settle the kind by the nouns around; tell whether there was one."""
    if _PEOPLE_AFTER.match(text, found.end):
        return True
    if not _CLAUSE_END.match(text, found.end):
        return False
    start = max(0, found.start - _REACH)
    if _PEOPLE_BEFORE.search(text, start, found.start):
        return True
    if not _MONEY_BEFORE.search(text, start, found.start):
        return False
    found.kind, found.unit, found.currency = Kind.MONEY, "元", "CNY"
    found.rule = "money.implied"
    return True

"""Quantities: a number with its unit, alone (43家), in a range (3—5天) or a list (60、40和25万元).

The qualifiers that touch it are part of its span and set its bound.  In a
range or a list the bare numbers take unit and magnitude from the last.
"""

import re
from decimal import Decimal, localcontext
from typing import Final

from govnews.figures import compounds
from govnews.figures.bounds import after_bound, before_bound, sign_before
from govnews.figures.candidate import Candidate
from govnews.figures.numbers import SPACE, Number, read_number
from govnews.figures.vocabulary import Unit, units
from govnews.models import Bound, Kind
from govnews.numerals import canonical

_SPACES: Final = re.compile(SPACE)
_RANGE: Final = re.compile(rf"{SPACE}(?:至|到|—{{1,2}}|–|-{{1,2}}|－|~|～|―|─){SPACE}")
_LIST: Final = re.compile(rf"{SPACE}(?:、|以及|和|与|及|或){SPACE}")
_MONEY_NOUN: Final = re.compile(
    r"(?:资金|款|投资|收入|支出|产值|贷|费|金额|额|利润|税|补助|奖金|收益|成本|生产总值|GDP|资产|债)"
    r"(?:总额|总量|规模)?(?:已|共|累计|合计)?(?:达到?|为|约|近|超|是|超过)?$"
)
_CLAUSE_END: Final = re.compile(r"[，。；、！）,;)！\s]|$")
_FROM: Final = re.compile(r"[由从自][^，。；,;]{0,12}$")
_YEAR: Final = re.compile(r"(?:1[89]|2[01])\d\d")
_MOST_IN_A_LIST: Final = 12
#: 800和1.2万元: a bare number this much larger than the last one's digits has its own magnitude
_SHARED_MAGNITUDE_LIMIT: Final = 1000
_MOST_DIGITS: Final = 4000


def read_quantities(text: str, position: int) -> tuple[list[Candidate], int]:
    """Read the quantity, range or list whose first number starts at *position*.

    Returns:
        The candidates, and where to go on: behind the numbers that were
        looked at, also where they turned out to count nothing.

    >>> listed, end = read_quantities("60、40和25万元", 0)
    >>> [(str(found.value), found.unit) for found in listed]
    [('600000', '元'), ('400000', '元'), ('250000', '元')]
    >>> (ranged,), end = read_quantities("30到50人", 0)
    >>> str(ranged.value), str(ranged.upper), ranged.unit, end
    ('30', '50', '人', 6)
    """
    first = read_number(text, position)
    if first is None:
        return [], position
    numbers, end, unit = [first], first.end, _unit_at(text, first)
    ranged: set[int] = set()
    while unit is None and len(numbers) < _MOST_IN_A_LIST:
        joined = _joined(text, end)
        if joined is None:
            return _implied_money(text, first) if len(numbers) == 1 else [], end
        number, is_range = joined
        if is_range:
            ranged.add(len(numbers) - 1)
        numbers.append(number)
        end, unit = number.end, _unit_at(text, number)
    if unit is None:
        return [], end
    found = _with_unit(text, numbers, ranged, unit)
    return found, max(end, found[-1].end if found else end)


def _joined(text: str, end: int) -> tuple[Number, bool] | None:
    """Return the number that a list or range mark joins, and whether it was a range mark."""
    is_range = _RANGE.match(text, end)
    mark = is_range or _LIST.match(text, end)
    number = read_number(text, mark.end()) if mark else None
    return (number, is_range is not None) if number else None


def _unit_at(text: str, number: Number) -> tuple[Unit, int] | None:
    """Return the unit behind *number* and where it ends, if the two can go together."""
    start = number.end
    spaces = _SPACES.match(text, start)
    start = spaces.end() if spaces else start
    inner = compounds.inner_unit(text, start)
    found = inner or units().at(text, start)
    if found is None:
        return None
    unit = found[0]
    if unit.word == "年" and _is_year(text, number):
        return None
    if number.han:
        if not unit.han:
            return None
        if text[number.start : number.end] == "一" and not _counts_one(text, found):
            return None
    return found


def _is_year(text: str, number: Number) -> bool:
    """Tell whether 2022 before 年 is a year of the calendar, which is no duration."""
    return _YEAR.fullmatch(text, number.start, number.end) is not None


def _counts_one(text: str, found: tuple[Unit, int]) -> bool:
    """Tell whether 一 with this unit counts: 一名 does, the articles 一个 and 一批 do not."""
    unit, end = found
    if unit.word in ("个", "批") or not unit.one:
        return False
    return not text.startswith(unit.one_not_before, end)


def _with_unit(
    text: str, numbers: list[Number], ranged: set[int], found: tuple[Unit, int]
) -> list[Candidate]:
    unit, unit_end = found
    last = numbers[-1]
    members: list[Candidate] = []
    index = 0
    while index < len(numbers):
        number = numbers[index]
        upper = numbers[index + 1] if index in ranged else None
        member = _candidate(number, upper, last, unit)
        members.append(member)
        index += 1 if upper is None else 2
    closing = members[-1]
    closing.end = unit_end
    compounds.extend(text, closing, unit)
    _second_half(text, closing, unit)
    for member in members:
        member.group = numbers[0].start
    return _qualified(text, members, numbers, unit)


def _candidate(number: Number, upper: Number | None, last: Number, unit: Unit) -> Candidate:
    value = _scaled(_shared(number, last), unit)
    high = upper or number
    top = number.upper if upper is None else _shared(upper, last)
    if upper is not None and _scaled(top or upper.value, unit) <= value:
        # 5000至1万元: the start has its own magnitude
        value = _scaled(number.value, unit)
    return Candidate(
        kind=unit.kind,
        start=number.start,
        end=high.end,
        value=value,
        upper=None if top is None else _scaled(top, unit),
        bound=Bound.RANGE if top is not None else number.bound,
        rule=f"{unit.kind.value}.{'range' if top is not None else 'unit'}",
        unit=unit.unit,
        currency=unit.currency,
        number_start=number.start,
    )


def _shared(number: Number, last: Number) -> Decimal:
    """Give a bare number the magnitude of the last one: 60 in 60、40和25万元."""
    own = number.value
    if number is last or last.magnitude == 1 or number.magnitude != 1:
        return own
    if own >= _SHARED_MAGNITUDE_LIMIT and own > last.value / last.magnitude * 10:
        return own
    return canonical(own * last.magnitude)


def _scaled(value: Decimal, unit: Unit) -> Decimal:
    if unit.scale is None:
        return value
    with localcontext(prec=_MOST_DIGITS):
        return canonical(value * unit.scale)


def _second_half(text: str, first: Candidate, unit: Unit) -> None:
    """Read 至2500元 behind 2000元: a range whose start has its unit too."""
    mark = _RANGE.match(text, first.end)
    if mark is None or first.upper is not None or first.bound is not Bound.EXACT:
        return
    number = read_number(text, mark.end())
    found = _unit_at(text, number) if number else None
    if number is None or found is None or found[0].unit != unit.unit or number.bare:
        return
    upper = _scaled(number.value, found[0])
    moves = mark[0].strip() in ("至", "到") and _FROM.search(
        text, max(0, first.start - 14), first.start
    )
    if moves or not isinstance(first.value, Decimal) or upper <= first.value:
        return
    first.upper, first.bound, first.end = upper, Bound.RANGE, found[1]
    first.rule = f"{first.kind.value}.range"


def _qualified(
    text: str, members: list[Candidate], numbers: list[Number], unit: Unit
) -> list[Candidate]:
    """Set sign and bound from the words around; a bare magnitude needs one of them."""
    first, last = members[0], members[-1]
    sign_before(text, first)
    before_bound(text, first, bare=numbers[0].bare)
    after_bound(text, last, unit.kind)
    if numbers[0].bare and first.bound is Bound.EXACT:
        return []
    return members


def _implied_money(text: str, number: Number) -> list[Candidate]:
    """Read 300多亿 as money where a word for money stands before it and nothing behind."""
    if number.magnitude < 10**4 or not _CLAUSE_END.match(text, number.end):
        return []
    found = Candidate(
        kind=Kind.MONEY,
        start=number.start,
        end=number.end,
        value=number.value,
        upper=number.upper,
        bound=number.bound,
        rule="money.implied",
        unit="元",
        currency="CNY",
        number_start=number.start,
        group=number.start,
    )
    before_bound(text, found, bare=number.bare)
    if not _MONEY_NOUN.search(text, max(0, found.start - 12), found.start):
        return []
    if number.bare and found.bound is Bound.EXACT:
        return []
    return [found]

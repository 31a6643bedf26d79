"""Half a unit: 半年, 半个月, 半小时, 半个多月."""

import re
from decimal import Decimal
from typing import Final

from govnews.figures.bounds import after_bound, before_bound
from govnews.figures.candidate import Candidate
from govnews.models import Bound, Kind

_HALF: Final = re.compile(
    r"半(?:(?P<piece>个多?(?:月|小时|世纪|季度|钟头|钟(?![点表])))|(?P<unit>年|小时|天|日|亩|吨|公斤|公里|斤|米))"
    r"(?![级岛径度闲])"
)
#: 上半年 is a time without a numeral, 大半年 names no number
_NOT_AFTER: Final = frozenset("上下前后大小多各另过")
_UNITS: Final = {"月": "个月", "钟": "小时", "钟头": "小时"}
_MEASURES: Final = frozenset({"亩", "吨", "公斤", "公里", "斤", "米"})


def read_half(text: str, position: int, floor: int) -> Candidate | None:
    """Read half a unit at *position*.

    >>> found = read_half("培训半个多月", 2, 0)
    >>> str(found.value), found.unit, found.bound.value
    ('0.5', '个月', 'over')
    >>> read_half("上半年", 1, 0)
    """
    match = _HALF.match(text, position)
    if match is None or (position and text[position - 1] in _NOT_AFTER):
        return None
    word = (match["piece"] or match["unit"]).removeprefix("个")
    unit = word.removeprefix("多")
    kind = Kind.MEASURE if unit in _MEASURES else Kind.DURATION
    found = Candidate(
        kind=kind,
        start=position,
        end=match.end(),
        value=Decimal("0.5"),
        rule=f"{kind.value}.half",
        bound=Bound.OVER if word.startswith("多") else Bound.EXACT,
        unit=_UNITS.get(unit, unit),
        number_start=position,
    )
    before_bound(text, found, bare=False, floor=floor)
    after_bound(text, found)
    return found

"""Signs: the minus, 零下 and 负 before a number, and the name of a currency before a sum."""

import re
from dataclasses import dataclass
from typing import Final

from govnews.figures.candidate import Candidate
from govnews.figures.numbers import SPACE, Number, read_number
from govnews.figures.vocabulary import Unit, units
from govnews.models import Kind

_MINUS: Final = frozenset("-−－")
#: Where a minus can stand without being a dash between two things
_MINUS_MAY_FOLLOW: Final = frozenset({""}).union(
    "为是达至到由从长降升增涨落幅速率比值", "(（，。；、,;:： 在~～"
)
#: 减负12亿元 lightens a burden of 12亿: there 负 ends a word
_ENDS_IN_FU: Final = frozenset("减自担肩抱背欠正胜辜重学税")
_AHEAD: Final = re.compile(rf"{SPACE}(?P<sign>零下|负|[-−－])")
_SIGNED_KINDS: Final = frozenset({Kind.PERCENTAGE, Kind.MONEY})
_DEGREES: Final = frozenset({"℃", "°C", "华氏度"})
#: 港币300万元 is Hong Kong's currency: the name before decides what 元 are
_NAMED_BEFORE: Final = re.compile(
    rf"(?P<name>人民币|RMB|￥|¥|新台币|台币|港币|港元|美元|美金|欧元|日元|澳门元|US\$|HK\$){SPACE}$"
)
_SYMBOLS: Final = {"RMB": "元", "￥": "元", "¥": "元", "US$": "美元", "HK$": "港元"}


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign before a number.

    Attributes:
        length: How many characters it takes.
        word: Whether it is a word (零下, 负), which a range shares: 零下5至10℃.
        glued: Whether a noun stands right before a minus: 气温-10℃.
    """

    length: int
    word: bool = False
    glued: bool = False

    def fits(self, unit: Unit) -> bool:
        """Tell whether a number of this unit can be negative.

        Sums, rates and temperatures can; before 43家 a minus is a dash.
        """
        if unit.unit in _DEGREES:
            return True
        return unit.kind in _SIGNED_KINDS and not self.glued


def sign_before(text: str, start: int) -> Sign | None:
    """Return the sign that ends where a number starts.

    >>> sign_before("增速为-1.6%", 4)
    Sign(length=1, word=False, glued=False)
    >>> sign_before("减负12亿元", 2)
    """
    if text.endswith("零下", 0, start):
        return Sign(len("零下"), word=True)
    sign = text[max(0, start - 1) : start]
    before = text[max(0, start - 2) : start - 1] if start > 1 else ""
    if sign == "负":
        return None if before in _ENDS_IN_FU and before else Sign(1, word=True)
    if not sign or sign not in _MINUS:
        return None
    if before in _MINUS_MAY_FOLLOW:
        return Sign(1)
    return Sign(1, glued=True) if not before.isascii() and before.isalpha() else None


def signed_number(text: str, position: int) -> tuple[Number, Sign | None] | None:
    """Read the number at *position*, behind a range mark, with the sign of its own.

    >>> number, sign = signed_number("-4℃", 0)
    >>> number.value, sign.length
    (Decimal('4'), 1)
    """
    match = _AHEAD.match(text, position)
    number = read_number(text, match.end() if match else position)
    if number is None:
        return None
    sign = Sign(len(match["sign"]), word=match["sign"] in ("零下", "负")) if match else None
    return number, sign


def name_currency(text: str, found: Candidate) -> None:
    """Take the currency's name before a sum in 元 into it: 人民币80万元, 港币300万元."""
    named = _NAMED_BEFORE.search(text, max(0, found.start - 6), found.start)
    if named and found.currency == "CNY":
        currency = units().by_word[_SYMBOLS.get(named["name"], named["name"])]
        found.start, found.unit, found.currency = named.start(), currency.unit, currency.currency

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
    "为是达至到由从长降升增涨落幅速率比值和与及", "(（，。；、,;:： 在~～"
)
#: 减负12亿元 lightens a burden of 12亿: there 负 ends a word
_ENDS_IN_FU: Final = frozenset("减自担肩抱背欠正胜辜重学税")
_AHEAD: Final = re.compile(rf"{SPACE}(?P<sign>零下|负|[-−－])")
_SIGNED_KINDS: Final = frozenset({Kind.PERCENTAGE, Kind.MONEY})
_DEGREES: Final = frozenset({"℃", "°C", "摄氏度", "华氏度"})
#: What a currency is called before a sum, and its word in the table: 港币300万元, US$3.5亿
_CURRENCY_NAMES: Final = {
    **dict.fromkeys(("人民币", "RMB", "CNY", "￥", "¥"), "元"),
    **dict.fromkeys(("US$", "USD", "$", "＄", "美元", "美金"), "美元"),
    **dict.fromkeys(("HK$", "HKD", "港币", "港元"), "港元"),
    **dict.fromkeys(("NT$", "新台币", "台币"), "新台币"),
    **dict.fromkeys(("€", "EUR", "欧元"), "欧元"),
    **dict.fromkeys(("£", "GBP", "英镑"), "英镑"),
    **dict.fromkeys(("A$", "澳元"), "澳元"),
    **dict.fromkeys(("C$", "加元"), "加元"),
    **dict.fromkeys(("S$", "新加坡元"), "新加坡元"),
    **dict.fromkeys(("JPY", "日元"), "日元"),
    "MOP$": "澳门元",
    "澳门元": "澳门元",
}
_LONGEST_NAME: Final = 4
#: What may stand right before a number that a name of a currency opens
MAY_NAME_A_CURRENCY: Final = frozenset(
    {name[-1] for name in _CURRENCY_NAMES}.union(":： \u00a0\u2009\u3000")
)
_PAY_BEFORE: Final = re.compile(r"[薪资](?:酬|水|金)?[^，。；,;]{0,8}$")
_PAY_REACH: Final = 12
_NAMED_BEFORE: Final = re.compile(
    rf"(?P<name>{'|'.join(map(re.escape, sorted(_CURRENCY_NAMES, key=len, reverse=True)))})"
    rf"[:：]?{SPACE}$"
)
#: 美元指数 or 人民币 before a small number may be anything; a sign is a currency always
_SIGNS_OF_MONEY: Final = frozenset("￥¥$＄€£")
_MONEY_SIGN: Final = re.compile(rf"(?:US|HK|NT|A|C|S)?[￥¥$＄€£]{SPACE}")
_CLAUSE_END: Final = re.compile(r"[，。；、！）,;)！\s]|$")


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
        if unit.unit in _DEGREES or (self.word and unit.word == "度"):
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


def currency_before(text: str, number: Number) -> Unit | None:
    """Return the currency of a sum without a unit: ￥1,200, US$3.5亿, 人民币500万, 月薪10k.

    >>> currency_before("US$3.5亿", read_number("US$3.5亿", 3)).currency
    'USD'
    >>> currency_before("美元2种", read_number("美元2种", 2))
    """
    if (
        text[number.end - 1] not in "kK"
        and text[number.start - 1 : number.start] not in MAY_NAME_A_CURRENCY
    ):
        return None
    if text[number.end - 1] in "kK":
        paid = _PAY_BEFORE.search(text, max(0, number.start - _PAY_REACH), number.start)
        return units().by_word["元"] if paid else None
    named = _name_before(text, number.start)
    if named is None or number.bare or number.han:
        return None
    sure = named["name"][-1] in _SIGNS_OF_MONEY or number.magnitude > 1
    if not sure and not _CLAUSE_END.match(text, number.end):
        return None
    return units().by_word[_CURRENCY_NAMES[named["name"]]]


def name_currency(text: str, found: Candidate) -> None:
    """Take the currency's name before a sum into it: 人民币80万元, 港币300万元, US$3.5亿."""
    named = _name_before(text, found.start)
    if named is None or found.kind is not Kind.MONEY:
        return
    currency = units().by_word[_CURRENCY_NAMES[named["name"]]]
    if found.currency in ("CNY", currency.currency):
        found.start, found.unit, found.currency = named.start(), currency.unit, currency.currency


def behind_money_sign(text: str, position: int) -> int:
    """Return where the number starts at whose front a currency's sign stands: ￥600."""
    match = _MONEY_SIGN.match(text, position)
    return match.end() if match else position


def _name_before(text: str, start: int) -> re.Match[str] | None:
    if text[start - 1 : start] not in MAY_NAME_A_CURRENCY:
        return None
    return _NAMED_BEFORE.search(text, max(0, start - _LONGEST_NAME - 4), start)

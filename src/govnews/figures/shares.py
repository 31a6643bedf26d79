"""Shares and multiples without a unit word: 百分之三点五, 三分之二, 过半, 翻两番."""

import re
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Final

from govnews.figures.bounds import after_bound, before_bound
from govnews.figures.candidate import Candidate
from govnews.figures.numbers import HAN, RANGE_MARK, SPACE, Number, read_number
from govnews.figures.signs import sign_before
from govnews.models import Bound, Kind
from govnews.numerals import canonical

#: Most numbers are followed by what no share has; four patterns need not be tried on them
_MAY_SHARE: Final = re.compile(rf"[翻过一半]|[0-9.,{HAN}]{{1,40}}+(?:{SPACE}分{SPACE}之|/)")
_OF: Final = re.compile(rf"{SPACE}分{SPACE}之{SPACE}")
_FRACTION: Final = re.compile(rf"[0-9.,{HAN}]{{1,40}}+{SPACE}分{SPACE}之")
_CONNECTOR: Final = re.compile(rf"{RANGE_MARK}(?:百分之)?{SPACE}")
_HALF: Final = re.compile(r"(?:一半|半数|过半数?)(?!路|途|天|夜)|半成(?![品本年型功])")
#: 1/3 is a fraction where a word for a share follows, else a date or a code
_SLASHED: Final = re.compile(
    r"(?P<top>[0-9]{1,3})/(?P<bottom>[0-9]{1,4})(?![0-9/])(?=的|以上|以下|左右|强|弱|(?<=[的占为约近达][0-9]/[0-9])[，。；])"
)
_FOLD: Final = re.compile(r"翻了?近?(?P<number>[一两二三四五六七八九十0-9]{0,2}+)番")
_FOUR_PLACES: Final = Decimal("0.0001")
_HUNDRED: Final = Decimal(100)
_MOST_DOUBLINGS: Final = 20


def read_share(text: str, position: int, floor: int) -> Candidate | None:
    """Read 百分之…, a fraction, a half or 翻…番 at *position*, with what qualifies it.

    A fraction is given in percent, rounded to four places (annotation guide).

    >>> found = read_share("百分之二十至三十", 0, 0)
    >>> found.value, found.upper
    (Decimal('20'), Decimal('30'))
    >>> read_share("三分之二", 0, 0).value
    Decimal('66.6667')
    >>> read_share("1/4的企业", 0, 0).value
    Decimal('25')
    >>> read_share("翻两番", 0, 0).value
    Decimal('4')
    """
    if not _MAY_SHARE.match(text, position):
        return None
    fold = _FOLD.match(text, position)
    if fold:
        folded = _folded(text, fold)
        if folded:
            after_bound(text, folded)
        return folded
    found = _percentage(text, position)
    if found is None:
        return None
    sign = sign_before(text, position)
    if sign and sign.word and isinstance(found.value, Decimal) and found.upper is None:
        found.start, found.value = found.start - sign.length, -found.value
    before_bound(text, found, bare=False, floor=floor)
    after_bound(text, found)
    return found


def _percentage(text: str, position: int) -> Candidate | None:
    half = _HALF.match(text, position)
    if half:
        return _half(half)
    slashed = _SLASHED.match(text, position)
    return _slashed(slashed) if slashed else _fraction(text, position)


def _slashed(match: re.Match[str]) -> Candidate | None:
    top, bottom = Decimal(match["top"]), Decimal(match["bottom"])
    if not 0 < top < bottom:
        return None
    exact = (top * _HUNDRED / bottom).quantize(_FOUR_PLACES, ROUND_HALF_EVEN)
    return _percent(match.start(), match.end(), canonical(exact), "percentage.slashed")


def _half(match: re.Match[str]) -> Candidate:
    over = match[0].startswith("过")
    return _percent(
        match.start(),
        match.end(),
        Decimal(5) if match[0] == "半成" else Decimal(50),
        "percentage.half",
        bound=Bound.OVER if over else Bound.EXACT,
    )


def _folded(text: str, match: re.Match[str]) -> Candidate | None:
    """Doubled once for every 番."""
    times = read_number(text, match.start("number")) if match["number"] else None
    doublings = times.value if times else Decimal(1)
    if doublings > _MOST_DOUBLINGS or doublings != doublings.to_integral_value():
        return None
    return Candidate(
        Kind.MULTIPLE,
        match.start(),
        match.end(),
        Decimal(2) ** int(doublings),
        "multiple.doubled",
        unit="倍",
        number_start=match.start(),
    )


def _fraction(text: str, position: int) -> Candidate | None:
    if not _FRACTION.match(text, position):
        return None
    bottom = read_number(text, position)
    of = _OF.match(text, bottom.end) if bottom else None
    top = read_number(text, of.end()) if of else None
    if bottom is None or top is None or not bottom.value or bottom.upper is not None:
        return None
    if top.value % 1 and not _is_hundred(bottom):
        # 五百分之2.2 is no way to say a share
        return None
    found = _percent(position, top.end, _share(top.value, bottom), "percentage.fraction")
    found.bound = top.bound
    if top.upper is not None:
        found.upper = _share(top.upper, bottom)
        return found
    connector = _CONNECTOR.match(text, top.end)
    upper = read_number(text, connector.end()) if connector else None
    if upper and upper.value > top.value:
        found.end, found.bound = upper.end, Bound.RANGE
        found.upper = _share(upper.value, bottom)
    return found


def _is_hundred(bottom: Number) -> bool:
    return bottom.value >= _HUNDRED and str(bottom.value).rstrip("0") == "1"


def _share(top: Decimal, bottom: Number) -> Decimal:
    exact = top * _HUNDRED / bottom.value
    if _is_hundred(bottom):
        # 百分之, 千分之, 万分之: nothing to round
        return canonical(exact)
    return canonical(exact.quantize(_FOUR_PLACES, ROUND_HALF_EVEN))


def _percent(
    start: int, end: int, value: Decimal, rule: str, bound: Bound = Bound.EXACT
) -> Candidate:
    return Candidate(
        Kind.PERCENTAGE,
        start,
        end,
        value,
        rule,
        bound=bound,
        unit="%",
        number_start=start,
    )

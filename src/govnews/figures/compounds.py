"""Compounds: quantities with more than one unit (2小时30分, 123元1角, 3米5) or a half (三年半).

A compound takes the leading unit; what cannot be exact in it is rounded to
four places, as fractions are.
"""

import re
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Final

from govnews.figures.candidate import Candidate
from govnews.figures.numbers import HAN, SPACE, read_number
from govnews.figures.vocabulary import Unit, units
from govnews.models import Bound, Kind
from govnews.numerals import canonical

#: Leading unit -> what may follow it, and how many of those make one of it
_PARTS: Final[dict[str, tuple[tuple[str, int], ...]]] = {
    "年": (("个月", 12),),
    "个月": (),
    "天": (("个小时", 24), ("小时", 24)),
    "小时": (("分钟", 60), ("分", 60)),
    "分钟": (("秒", 60),),
    "分": (("秒", 60),),
    "元": (("角", 10), ("毛", 10), ("分", 100)),
    "美元": (("美分", 100),),
    "欧元": (("欧分", 100),),
    "澳元": (("澳分", 100),),
    "英镑": (("便士", 100),),
    "日元": (("日本銭", 100), ("日本钱", 100)),
    "斤": (("两", 10),),
    "公斤": (("克", 1000),),
    "公里": (("米", 1000),),
    "米": (("厘米", 100),),
    "吨": (("公斤", 1000),),
}
_SPACES: Final = re.compile(SPACE)
_AND: Final = re.compile(rf"{SPACE}[零又]?")
_HALF: Final = re.compile(r"半(?![数径岛年天月个小导夜山价途期载成])")
_WHOLES: Final = ("年", "天", "倍", "斤", "吨", "公斤", "公里", "里", "亩", "小时", "周")
#: What 半 behind a unit adds: 三年半, 三成半
_HALVES: Final = {**dict.fromkeys(_WHOLES, Decimal("0.5")), "成": Decimal(5)}
#: What a digit behind a unit is worth: 3米5, 九成五
#: 2米31, as jumps are measured
_CENTIMETRES: Final = re.compile(
    r"[0-9]{2}(?![\d.,一二三四五六七八九十百千万亿多余%‰号年月日米个名人位家户分])", re.ASCII
)
_TENTHS: Final = {"米": Decimal("0.1"), "成": Decimal(1), "块钱": Decimal("0.1")}
_TENTH: Final = re.compile(
    rf"(?<![角毛])(?:[一二三四五六七八九1-9](?![\d.一二三四五六七八九十百千万亿多余%个米号年月日角毛、])"
    rf"|{SPACE}[一二三四五六七八九1-9](?![^\W_]))"
)
#: 五块七毛八, 三块零四: the hundredth of a sum
_HUNDREDTH: Final = re.compile(
    r"(?:(?<=[角毛])|(?<=块)零)(?P<digit>[一二三四五六七八九1-9])(?![^\W_])"
)
_INNER: Final = re.compile(
    r"个(?P<inner>[多余来半])(?P<unit>月|小时|钟头|钟|星期|工作日|季度|世纪|学期|学年|昼夜)"
)
_INNER_UNIT: Final = {"月": "个月", "工作日": "个工作日", "钟": "小时", "钟头": "小时"}
_INNER_BOUNDS: Final = {"多": Bound.OVER, "余": Bound.OVER, "来": Bound.ABOUT}
#: What can go on with a quantity: another number, 半, 零 and 又, a space
_GOES_ON: Final = frozenset("0123456789半零又 \u00a0\u2009\u3000" + HAN)
_FOUR_PLACES: Final = Decimal("0.0001")


def inner_unit(text: str, position: int) -> tuple[Unit, int] | None:
    """Return the unit that 个多月 and 个半小时 stand for; the caller sees to 多 and 半.

    >>> unit, end = inner_unit("两个多月", 1)
    >>> unit.unit, end
    ('个月', 4)
    """
    match = _INNER.match(text, position)
    if match is None:
        return None
    name = _INNER_UNIT.get(match["unit"], match["unit"])
    return Unit(match[0], Kind.DURATION, name), match.end()


def extend(text: str, found: Candidate, unit: Unit) -> None:
    """Add to *found* what further units and halves behind it say."""
    if not isinstance(found.value, Decimal) or found.upper is not None:
        return
    if unit.word[:1] == "个" and unit.word[1:2] in _INNER_BOUNDS:
        found.bound = _INNER_BOUNDS[unit.word[1]]
        return
    if unit.word.startswith("个半"):
        found.value += Decimal("0.5")
        return
    if text[found.end : found.end + 1] not in _GOES_ON:
        return
    _add_parts(text, found)
    half = _HALF.match(text, found.end)
    if half and unit.word in _HALVES:
        found.value, found.end = canonical(found.value + _HALVES[unit.word]), half.end()
        return
    _add_digit(text, found, unit)


def _add_digit(text: str, found: Candidate, unit: Unit) -> None:
    """Add the digit that stands for the next smaller unit: 3米5, 九成五, 一块二, 五块七毛八."""
    centimetres = _CENTIMETRES.match(text, found.end) if unit.word == "米" else None
    if centimetres and isinstance(found.value, Decimal):
        found.value += Decimal(f"0.{centimetres[0]}")
        found.value, found.end = canonical(found.value), centimetres.end()
        return
    tenth = _TENTH.match(text, found.end) if unit.word in _TENTHS else None
    worth = _TENTHS.get(unit.word)
    if tenth is None and found.unit == "元":
        tenth, worth = _HUNDREDTH.match(text, found.end), Decimal("0.01")
    digit = read_number(text, tenth.end() - 1) if tenth else None
    if tenth and worth and digit and digit.end == tenth.end() and isinstance(found.value, Decimal):
        found.value, found.end = canonical(found.value + digit.value * worth), digit.end


def _add_parts(text: str, found: Candidate) -> None:
    total, exact = found.value, True
    if not isinstance(total, Decimal):
        return
    for word, per in _PARTS.get(found.unit or "", ()):
        part = _part(text, found.end, word)
        if part is None:
            continue
        value, end = part
        if value >= per:
            return
        total += value / per
        found.end = end
        exact = False
    if not exact:
        found.end += text.startswith("钱", found.end)
        found.value = canonical(total.quantize(_FOUR_PLACES, ROUND_HALF_EVEN))
        found.rule = f"{found.kind.value}.compound"


def _part(text: str, position: int, word: str) -> tuple[Decimal, int] | None:
    """Read the number and the smaller unit *word* at *position*."""
    joined = _AND.match(text, position)
    number = read_number(text, joined.end() if joined else position)
    spaces = _SPACES.match(text, number.end) if number else None
    if number is None or spaces is None or number.bound is not Bound.EXACT:
        return None
    end = spaces.end()
    if not text.startswith(word, end):
        return None
    whole = units().at(text, end)
    if whole and len(whole[0].word.removesuffix("钱")) > len(word):
        return None
    return number.value, end + len(word)

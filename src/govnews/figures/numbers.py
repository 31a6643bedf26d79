"""Numbers in running text: where one stands, how far it goes and what it is worth.

`read_number` reads one number at a position: Arabic with thousands
separators, Han, formal or mixed, with what stands inside of it (5万多, 4380余万),
two neighbouring digits (三四百) or a vague word (数十, 十几).  It does not look
for units or for qualifiers around it.
"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from govnews.models import Bound
from govnews.numerals import canonical, parse_number

SPACE: Final = r"[ \u00a0\u2009\u3000]{0,4}+"
"""The stray spaces that pages leave inside a figure: 8,640 万美元."""

_ONES: Final = "〇零○一二三四五六七八九俩壹贰叁肆伍陆柒捌玖"
HAN_DIGIT: Final = _ONES + "两"
HAN: Final = HAN_DIGIT + "廿卅卌十百千万萬亿拾佰仟"
"""The characters of Han numerals."""

#: 千 and 百 that begin a unit are no magnitudes: 1.24万千瓦, 5百分点
_HUNDRED: Final = "百(?!分点|帕)|千(?![瓦米克伏卡焦帕赫])"
_MAGNITUDE: Final = rf"(?:[十万萬亿拾佰仟]|{_HUNDRED})"
#: 两 opens a numeral or stands before a magnitude (两万两千); behind others it weighs (三十两)
_TWO: Final = rf"两(?=[百千万亿佰仟])|(?<![{HAN}])两|(?<![{HAN}]一)(?<=一)两"
_HAN_RUN: Final = rf"(?:[{_ONES}廿卅卌十万萬亿拾佰仟]|{_HUNDRED}|{_TWO})++"

RANGE_MARK: Final = rf"{SPACE}(?:至|到|—{{1,2}}|–|-{{1,2}}|－|~|～|―|─){SPACE}"
"""What stands between the ends of a range: 3—5天, 30到50人."""

NUMBER: Final = re.compile(
    rf"""
    (?P<arabic>
        (?: (?<![\d.,、])(?<!别为)(?<!分别) \d{{1,3}} (?:[,，]\d{{3}})++
                (?= (?:\.\d++)? {SPACE} {_MAGNITUDE}? [元圆] )             # 82，225.00元
          | \d{{1,3}} (?:,\d{{3}})++ (?!\d)          # 5,120
          | (?<![\d.,])(?<![\d.,][ ]) \d (?:[ ]\d){{2,}}+ (?![ ]?\d)   # 5 0 0 0
          | (?<![\d.]) \d{{1,3}} (?:[ \u00a0\u2009]\d{{3}})++ (?!\d)   # 30 000
          | \d++
        )
        (?: \.\d++                                 # 1099.80
          | \.[ ]\d{{1,2}} (?={SPACE}[万亿])         # 12. 6 万
        )?+
        (?: [kK] (?![A-Za-z0-9])                     # 15k
          | {SPACE} {_MAGNITUDE}++                   # 5027万, 1.5亿, 673 万
            (?: 零?+\d{{1,4}}+ {_MAGNITUDE}++ )*+    # 5亿3千万, 1亿零600万
            (?: {SPACE}\d{{1,3}},\d{{3}} (?![\d.,])   # 3万9,739, 748 万 7,000
              | \d{{1,4}}+ (?![\d.,年月日])           # 3万5000, 3万5
            )?+
        )?+
    )
    | (?P<han> {_HAN_RUN} (?:点[{HAN_DIGIT}]++{_MAGNITUDE}*+)?+ )  # 五千零二十七万, 两百点二
    """,
    re.VERBOSE | re.ASCII,
)

#: 数十, 几千, 十几, 一百二十几万, 一千零几: a magnitude and what it leaves open
VAGUE: Final = re.compile(
    rf"""
    (?P<tens>(?:[{_ONES}两][百千万]零?){{0,3}}(?:[一二三四五六七八九]?十|(?<=零))) 几
        (?P<of>{_MAGNITUDE}*+)
    | (?:几|(?<![人户总次件指系倍级岁度多少无个基参代函奇偶尾位]) 数) (?P<magnitude>{_MAGNITUDE}++)
    """,
    re.VERBOSE,
)

#: 三四百, 六七千, 十五六: neighbours, and 三五 by custom
_NEIGHBOURS: Final = re.compile(
    rf"(?P<front>(?:[{HAN}]*?{_MAGNITUDE})?)(?P<pair>一两|一二|两三|二三|三四|四五|五六|六七|七八|八九|三五)"
    rf"(?P<rest>{_MAGNITUDE}*+)"
)
_INSIDE: Final = re.compile(
    rf"{SPACE}(?P<word>[多余来]|个(?=亿)|\+(?=[^\W\d]))(?:{SPACE}(?P<magnitude>[百千万亿]{{1,2}}+))?+"
)
#: 3个亿 is what people say for 3亿
_INSIDE_BOUNDS: Final = {
    "多": Bound.OVER,
    "余": Bound.OVER,
    "+": Bound.OVER,
    "来": Bound.ABOUT,
    "个": Bound.EXACT,
}
_TRAILING_MAGNITUDE: Final = re.compile(r"[百千万亿佰仟萬]++$")
#: A numeral with stray spaces in it: 一 百 五 十
_SPACED: Final = re.compile(rf"[{HAN}](?:[ \u00a0\u3000]{{0,3}}[{HAN}点]){{1,12}}+")
_MAY_BE_SPACED: Final = frozenset(" \u00a0\u3000点")
_HAS_MAGNITUDE: Final = re.compile(r"[十百千万亿点]")
#: 拾起, 大陆人, 入伍: alone these are words, but before the units of a sum
_WORDS_TOO: Final = frozenset("拾伍陆")
_OF_A_SUM: Final = re.compile("[元圆角分]")
_DIGITS: Final = frozenset("0123456789")
_TEN: Final = 10
_K: Final = Decimal(1000)
_LONGEST_KEPT: Final = 40


class Number(NamedTuple):
    """A number of the text.

    Attributes:
        start: Its first code point.
        end: One past its last.
        value: What it is worth; the low end of a range.
        upper: The high end of a range (三四百, 数十), else None.
        bound: OVER for 多 and 余, ABOUT for 来, RANGE, or EXACT.
        han: Whether it is written in Han numerals.
        bare: Whether it is a magnitude without a digit (百, 万): a number
            only where a qualifier says so (近百, 万余).
        magnitude: The power of ten that closes it (万 of 25万), else 1.
    """

    start: int
    end: int
    value: Decimal
    upper: Decimal | None = None
    bound: Bound = Bound.EXACT
    han: bool = False
    bare: bool = False
    magnitude: Decimal = Decimal(1)


def read_number(text: str, position: int) -> Number | None:
    """Read the number that starts at *position*, or return None.

    >>> number = read_number("帮扶5万多名困难职工", 2)
    >>> number.value, number.bound.value, number.end
    (Decimal('50000'), 'over', 5)
    >>> number = read_number("三四百人", 0)
    >>> number.value, number.upper
    (Decimal('300'), Decimal('400'))
    """
    if text[position : position + 1] not in _DIGITS:
        vague = VAGUE.match(text, position)
        if vague:
            return _vague(vague)
    match = NUMBER.match(text, position)
    if match is None:
        return None
    if match["han"]:
        return _han(text, position, _spaced(text, match))
    return _with_inside(text, position, match[0], han=False)


def _spaced(text: str, match: re.Match[str]) -> str:
    """Return the Han numeral of *match*, with what stray spaces part from it."""
    if text[match.end() : match.end() + 1] not in _MAY_BE_SPACED:
        return match[0]
    spaced = _SPACED.match(text, match.start())
    if spaced is None or spaced.end() <= match.end() or not _HAS_MAGNITUDE.search(spaced[0]):
        return match[0]
    return match[0] if _parsed(spaced[0]) is None else spaced[0]


def _vague(match: re.Match[str]) -> Number | None:
    magnitude = _parsed(match["of"] or match["magnitude"] or "一")
    if magnitude is None:
        # 数百百 is no number
        return None
    if match["tens"]:
        low = _magnitude(match["tens"].removesuffix("零"))
        value, upper = low * magnitude, (low + _TEN) * magnitude
    else:
        value, upper = magnitude, magnitude * _TEN
    return Number(
        match.start(), match.end(), canonical(value), canonical(upper), Bound.RANGE, han=True
    )


def _magnitude(word: str) -> Decimal:
    value = _parsed(word) if word else None
    return Decimal(1) if value is None else value


def _han(text: str, start: int, word: str) -> Number | None:
    """Read a Han numeral: as neighbours (三四百) where it is no single number."""
    pair = _NEIGHBOURS.fullmatch(word)
    if pair:
        low = _parsed(pair["front"] + pair["pair"][0] + pair["rest"])
        high = _parsed(pair["front"] + pair["pair"][1] + pair["rest"])
        if low is not None and high is not None and low < high:
            return Number(start, start + len(word), low, high, Bound.RANGE, han=True)
    if word in _WORDS_TOO and not _OF_A_SUM.match(text, start + 1):
        return None
    return _with_inside(text, start, word, han=True)


def _parsed(word: str) -> Decimal | None:
    return value_of(word) if len(word) < _LONGEST_KEPT else _reading(word)


def _reading(word: str) -> Decimal | None:
    try:
        return parse_number(word)
    except ValueError:
        return None


#: The same few thousand numerals make up most of what is read
value_of = lru_cache(maxsize=8192)(_reading)


def _with_inside(text: str, start: int, word: str, *, han: bool) -> Number | None:
    """Read 多, 余 and 来 with the magnitude that they stand before: 4380余万."""
    value = _parsed(word.rstrip("kK").replace(" ", ""))
    if value is None:
        return None
    end = start + len(word)
    if word[-1] in "kK":
        return Number(start, end, canonical(value * _K), magnitude=_K)
    closing = _TRAILING_MAGNITUDE.search(word)
    magnitude = _magnitude(closing[0]) if closing else Decimal(1)
    bare = word[0] in "百千万亿"
    inside = _INSIDE.match(text, end)
    if inside is None or (inside["word"] == "来" and not _round(word)):
        return Number(start, end, value, han=han, bare=bare, magnitude=magnitude)
    factor = _magnitude(inside["magnitude"] or "")
    # in 1亿7千多万 the last magnitude is that of 7千 alone
    whole = _parsed(word + inside["magnitude"]) if inside["magnitude"] else value
    return Number(
        start,
        inside.end(),
        canonical(value * factor) if whole is None else whole,
        bound=_INSIDE_BOUNDS[inside["word"]],
        han=han,
        magnitude=magnitude * factor,
    )


def _round(word: str) -> bool:
    """Tell whether *word* can go before 来: 20来家 and 十来家, but not 2015来."""
    return word[-1] in "十百千万0"

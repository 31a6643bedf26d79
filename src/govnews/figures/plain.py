"""The plain quantity, which most figures are: a number and a unit, nothing to weigh around them.

走访43家企业, 拨付资金5027万元 and 十二名职工 are read here in one step.  Wherever another rule
could have a say (a qualifier, a sign, a range, a date, a further number), nothing
is read here, and the general rules are asked: what they would have read of a
plain quantity is the same.
"""

import re
from typing import Final

from govnews.figures.behind import misfit
from govnews.figures.candidate import Candidate
from govnews.figures.numbers import Number, value_of
from govnews.figures.signs import MAY_NAME_A_CURRENCY
from govnews.figures.vocabulary import Unit, vocabulary
from govnews.numerals import canonical

_NUMBER: Final = re.compile(
    r"""
      [0-9]{1,9} (?:\.[0-9]{1,4})? [万亿]?
    | (?: [二三四五六七八九]?十[一二三四五六七八九]? | [一两二三四五六七八九] )
      (?![〇零○一二三四五六七八九十百千万亿])
    """,
    re.VERBOSE | re.ASCII,
)
#: Before a number: what may belong to it, or make it part of something else
_BEFORE: Final = frozenset(
    "0123456789.,，:：/\\-−－+＋*×=%〇零一二三四五六七八九十百千万亿两几数点第负下"
    " \u00a0\u2009\u3000\t\n"
)
#: Behind a unit: spaces, further numbers, ranges and what makes a sum or a length go on
_BEHIND: Final = frozenset(
    "0123456789.%/〇零○一二三四五六七八九俩壹贰叁肆伍陆柒捌玖两廿卅卌十百千万萬亿拾佰仟半又几"
    " \u00a0\u2009\u3000\t至到—–-－~～―─多余来整之内"
)
#: Units that are also of dates, or that mean one thing or another by what stands around them
_NOT_PLAIN: Final = frozenset("年月日天时号分点秒届级版期周季度代旬世角块百千成番款")


def read_plain(text: str, position: int) -> Candidate | None:
    """Read the plain quantity at *position*; None where there is none, or where it is not plain.

    >>> found = read_plain("走访43家企业", 2)
    >>> found.value, found.unit, found.end
    (Decimal('43'), '家', 5)
    >>> read_plain("走访近43家企业", 3), read_plain("43家左右", 0), read_plain("3至5家", 0)
    (None, None, None)
    """
    number = _NUMBER.match(text, position)
    if number is None or _may_matter(text, position):
        return None
    found = vocabulary().units.at(text, number.end())
    value = value_of(number[0])
    if found is None or value is None:
        return None
    unit, end = found
    if not _is_plain(unit) or _goes_on(text[end : end + 1]):
        return None
    read = Number(position, number.end(), value, han=not text[position].isascii())
    if read.han and misfit(text, read, read.end, found) is not None:
        return None
    return Candidate(
        kind=unit.kind,
        start=position,
        end=end,
        value=value if unit.scale is None else canonical(value * unit.scale),
        rule=f"{unit.kind.value}.unit",
        unit=unit.unit,
        currency=unit.currency,
        number_start=position,
    )


def _may_matter(text: str, position: int) -> bool:
    """Tell whether what stands before a number may change what it is: 超过|43家, but 走了|43家."""
    before = text[position - 1 : position]
    if before in _BEFORE or before in MAY_NAME_A_CURRENCY:
        return bool(before)
    qualifiers = vocabulary().qualifiers
    return before in qualifiers.last_before and text.endswith(
        qualifiers.words_before, max(0, position - qualifiers.longest_before), position
    )


def _goes_on(behind: str) -> bool:
    """Tell whether a character behind a unit may change what the figure is."""
    return behind in _BEHIND or behind in vocabulary().qualifiers.first_after


def _is_plain(unit: Unit) -> bool:
    return (
        unit.most is None
        and unit.word[0] not in _NOT_PLAIN
        and unit.word[:2] not in ("个半", "个多")
    )

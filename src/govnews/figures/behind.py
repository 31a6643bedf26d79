"""Behind a number: the unit that stands there, and whether the two can go together.

What a row of `units.toml` says is asked first; here is what needs a look at
the number or at the words around: a year is no duration (2015年), 一个 is an
article, 块 is money before its tenths (一块二), 级 counts only wind and quakes.
"""

import re
from dataclasses import replace
from typing import Final

from govnews.figures import compounds
from govnews.figures.numbers import SPACE, Number
from govnews.figures.outcomes import Outcome
from govnews.figures.vocabulary import Unit, units
from govnews.models import Bound, Kind

_SPACES: Final = re.compile(SPACE)
_ARTICLES: Final = ("个", "批")
_YEAR: Final = re.compile(r"(?:1[89]|2[01])[0-9]{2}")
#: 2015年 is no duration, and 2022版 no count
_OF_YEARS: Final = frozenset("年版届级款")
#: Letter-spaced pages: 一 百 五 十 个 百 分 点
_POINTS: Final = re.compile(rf"个?{SPACE}百{SPACE}分{SPACE}点")
#: 一块二, 五块七毛八, 三块零四: what follows makes 块 a sum
_TENTHS_OF_A_SUM: Final = re.compile(
    r"块(?=[零又]?[一二两三四五六七八九1-9](?:[角毛到至]|(?![^\W_])))"
)
#: 五千块上下: hundreds before 块 are money, unless a noun follows
_HUNDREDS_OF_A_SUM: Final = re.compile(r"块(?=上下|左右|以上|以下|以内|多|[，。；、！？）)”]|$)")
_LEAST_SUM: Final = 100
#: 三期 and 二节 may be names, 二十六度 and 一百八十余节 are none
_LEAST_COUNT: Final = 20
#: 2分30秒 lasts; 2分 alone scores
_MINUTES: Final = re.compile(
    r"分(?=\d{1,2}(?:\.\d{1,3})?秒|[一二三四五]?十?[一二三四五六七八九]?秒)", re.ASCII
)
#: 两角五分: sure with cents behind; 三角 alone is a shape
_DIMES: Final = re.compile(r"角(?=[一二三四五六七八九1-9]分)")
#: By their first character
_SPECIAL: Final = {
    "个": (_POINTS, "个百分点"),
    "百": (_POINTS, "个百分点"),
    "角": (_DIMES, "角"),
    "块": (_TENTHS_OF_A_SUM, "块钱"),
    "分": (_MINUTES, "分钟"),
}
#: 5.2级地震, 阵风8级: force of wind, waves and quakes
_FORCE: Final = re.compile("[风震浪]")
_FORCE_REACH: Final = 12
_GRADES_OF: Final = re.compile(r"[^，。；,;]{0,6}(?:风|震)")


def unit_behind(text: str, number: Number) -> tuple[Unit, int] | None:
    """Return the unit behind *number* and where it ends, if the two can go together.

    >>> from govnews.figures.numbers import read_number
    >>> unit, end = unit_behind("43家企业", read_number("43家企业", 0))
    >>> unit.kind.value, end
    ('count', 3)
    >>> unit_behind("2015年", read_number("2015年", 0))
    """
    start, found = found_behind(text, number)
    return found if found and misfit(text, number, start, found) is None else None


def found_behind(text: str, number: Number) -> tuple[int, tuple[Unit, int] | None]:
    """Return where a unit may begin behind *number*, and the one that does, fit or not."""
    spaces = _SPACES.match(text, number.end)
    start = spaces.end() if spaces else number.end
    return start, (
        _special(text, start)
        or _round_sum(text, number, start)
        or compounds.inner_unit(text, start)
        or units().at(text, start)
    )


def _special(text: str, start: int) -> tuple[Unit, int] | None:
    """Return the unit that only the text behind it tells."""
    named = _SPECIAL.get(text[start : start + 1])
    if named is None:
        return None
    pattern, word = named
    match = pattern.match(text, start)
    if match is None:
        return None
    unit = units().by_word[word]
    # 1分30秒 is in 分, as it is written
    return replace(unit, unit="分") if word == "分钟" else unit, match.end()


def _round_sum(text: str, number: Number, start: int) -> tuple[Unit, int] | None:
    """Return the yuan that 块 behind a round sum stands for: 五千块."""
    match = _HUNDREDS_OF_A_SUM.match(text, start)
    if match is None or number.value < _LEAST_SUM or not number.han:
        return None
    return units().by_word["块钱"], match.end()


def misfit(text: str, number: Number, start: int, found: tuple[Unit, int]) -> Outcome | None:
    """Say why the unit that stands at *start* cannot count this number; None if it can."""
    unit, end = found
    if unit.word in _OF_YEARS and _YEAR.fullmatch(text, number.start, number.end):
        return Outcome.YEAR
    if unit.most is not None and number.value > unit.most:
        return Outcome.TOO_MANY
    if start > number.end and text.startswith(unit.one_not_before, end):
        return Outcome.BLOCKED
    if unit.word == "级" and not _is_force(text, number.start, end):
        return Outcome.GRADE
    return _misfit_of_han(text, number, start, found) if number.han else None


def _misfit_of_han(
    text: str, number: Number, start: int, found: tuple[Unit, int]
) -> Outcome | None:
    """Say the same of Han numerals: 一名 counts, the articles 一个 and 一批 do not."""
    unit, end = found
    # 零件 is a word, as 三期 is a name
    small = number.value < _LEAST_COUNT and number.bound is Bound.EXACT
    nameless = not unit.han and small and not _DIMES.match(text, start)
    if nameless or (not number.value and unit.kind is Kind.COUNT):
        return Outcome.NAME
    if text[number.start : number.end] != "一":
        return None
    if unit.word in _ARTICLES:
        return Outcome.ARTICLE
    if not unit.one:
        return Outcome.OTHER_WORD
    return Outcome.BLOCKED if text.startswith(unit.one_not_before, end) else None


def _is_force(text: str, start: int, end: int) -> bool:
    """Tell whether 级 behind the number grades wind or quakes."""
    before = _FORCE.search(text, max(0, start - _FORCE_REACH), start)
    return before is not None or _GRADES_OF.match(text, end) is not None

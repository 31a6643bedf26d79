"""Words that say which year or month is meant: 去年, 当年, 次年, 本月, 当月, 每年 ...

They are looked for in the cleaned text, in both scripts: cleaning leaves a
line as it is where 當年 or 後年 is all that could be Traditional in it.
"""

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final


class Origin(Enum):
    """What a word counts from."""

    ISSUE = "the day of issue"
    REPORT = "the year reported on, which may not be the year of issue"
    TOLD = "the year or month that was told before"
    NOTHING = "nothing that could be known"


@dataclass(frozen=True, slots=True)
class Word:
    """A word beside a date: what it counts from, how many years or months on, where it stands."""

    origin: Origin
    step: int
    is_month: bool
    start: int


#: 去年 is always seen from the day of issue
_OF_THE_ISSUE: Final = {
    "大前年": -3,
    "前年": -2,
    "去年": -1,
    "今年": 0,
    "明年": 1,
    "后年": 2,
}
#: 上年 of a report on 2021 is 2020, whenever it came out
_OF_THE_REPORT: Final = {"上年": -1, "上一年": -1, "本年": 0, "下年": 1, "下一年": 1}
_OF_THE_TALE: Final = {"当年": 0, "同年": 0, "该年": 0, "次年": 1, "翌年": 1}
_MONTHS_OF_THE_ISSUE: Final = {
    "上个月": -1,
    "上月": -1,
    "本月": 0,
    "这个月": 0,
    "下个月": 1,
    "下月": 1,
}
_MONTHS_OF_THE_TALE: Final = {"当月": 0, "同月": 0, "该月": 0, "次月": 1, "翌月": 1}
_TABLES: Final = (
    (Origin.ISSUE, False, _OF_THE_ISSUE),
    (Origin.REPORT, False, _OF_THE_REPORT),
    (Origin.TOLD, False, _OF_THE_TALE),
    (Origin.ISSUE, True, _MONTHS_OF_THE_ISSUE),
    (Origin.TOLD, True, _MONTHS_OF_THE_TALE),
)
_MEANINGS: Final = {
    word: (origin, step, is_month)
    for origin, is_month, steps in _TABLES
    for word, step in steps.items()
}
_SIMPLIFIED: Final = str.maketrans("當該後個這", "当该后个这")
#: Characters that make another word of it: 过去年份, 说明年底, 不同年, 目前年均, 基本年
YEAR_WORD: Final = (
    r"(?:大前年|(?<![大以目之空提此])前年|(?<!过)去年|今年|(?<![证说表声发文申])明年"
    r"|(?<![之以此其今往先最])[后後]年|(?<!以)[上下]一?年|(?<![基成资样日版副])本年"
    r"|(?<![不相])同年|[当當]年|[该該]年|次年|翌年)"
)
_MONTH_WORD: Final = (
    r"(?:(?<![上以])上[个個]?月|(?<!基)本月|[这這][个個]月|(?<!以)下[个個]?月"
    r"|[当當]月|(?<![不相])同月|[该該]月|[次翌]月)"
)
#: Each year anew, of another calendar, or behind a gloss that hides the word: 去(qù)年(nián)10月
_NEVER: Final = (
    r"(?:[每历歷往各逐常]年|年年|每学年|每季度?|[每各]月|按[月季年]|逢|元月|[正腊]月|闰|[农農阴陰旧舊夏藏][历曆]"
    r"|第[一二三四五六七八九十\d]{1,3}年|[(（][a-zà-ǜ]{1,6}[)）])"
)
REPEATED: Final = r"(?:[每历歷往]年|年年|每月|每逢)"
_BESIDE: Final = re.compile(
    rf"(?:(?P<word>{YEAR_WORD}|{_MONTH_WORD})度?|(?P<never>{_NEVER}))"
    r"(?:同期)?的?[\s(（]{0,3}$"
)
_YEAR_BEFORE: Final = re.compile(rf"{YEAR_WORD}的?\s?$")
#: The end of a span: 至今年6月, 至次年5月
_INSIDE: Final = re.compile(rf"{YEAR_WORD}|{_MONTH_WORD}")
_REACH: Final = 12


def beside(text: str, at: int) -> Word | None:
    """Return the word that stands before the date at *at*, if there is one.

    >>> beside("较去年同期的8月", 6).step
    -1
    >>> beside("每年5月1日", 2).origin
    <Origin.NOTHING: 'nothing that could be known'>
    >>> beside("截至8月", 2)
    """
    low = max(0, at - _REACH)
    match = _BESIDE.search(text[low:at])
    if match is None:
        return None
    start = low + match.start()
    if match["never"] or _YEAR_BEFORE.search(text[low:start]):
        # 去年同月12日 hangs on two words: it is left open
        return Word(Origin.NOTHING, 0, is_month=False, start=start)
    return Word(*_MEANINGS[match["word"].translate(_SIMPLIFIED)], start)


def inside(text: str) -> Word | None:
    """Return the word within a span of dates, which tells the year or month of its end.

    >>> inside("去年3月至今年10月".removeprefix("去年")).step
    0
    """
    match = _INSIDE.search(text)
    if match is None:
        return None
    return Word(*_MEANINGS[match[0].translate(_SIMPLIFIED)], match.start())


def year_word(word: str) -> tuple[Origin, int]:
    """Return what a `YEAR_WORD` counts from, and how many years on.

    >>> year_word("次年")
    (<Origin.TOLD: 'the year or month that was told before'>, 1)
    """
    origin, step, _ = _MEANINGS[word.translate(_SIMPLIFIED)]
    return origin, step

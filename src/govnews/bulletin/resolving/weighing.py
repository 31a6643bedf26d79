"""What a stated year is to the text around it: the year that is told of, or a mere mention.

2021年，全省… tells of 2021.  比2004年增加, 到2035年, 2025年底前 and （2018年修正）
do not, and 2021年成立的公司 may or may not: what cannot be told apart is in doubt.
"""

import re
from enum import Enum
from typing import Final


class Weight(Enum):
    """How much a stated year says about the dates behind it."""

    TOLD = "the text tells of this year"
    SINCE = "the text tells of the time since"
    DOUBTED = "the year may be told of, or only name something"
    ASIDE = "the year is compared with, aimed at or quoted"
    PARALLEL = "the year is set beside the one told of, or goes on from it"


#: 比2004年增加, 与2019年相比, 到2035年, 力争2025年 (but 截至2021年底 is no aim)
_ASIDE_BEFORE: Final = re.compile(
    r"(?:比|较|与|同|和|跟|相较|超过|高于|低于|不及|相当于|(?<![截截])至|(?<![来回得受])到|力争|争取"
    r"|确保|预计|预期|目标|展望|面向|迈向|推迟|延长|延期|展期)[在于到至]?$"
)
#: 2021年相比, 2025年底前, 2023年3月1日起施行, 2018年修正, 2021年版
_ASIDE_AFTER: Final = re.compile(
    r"(?:相比|水平|基数|为基期|不变价|价格|(?:年?底|年?末)?(?:之|以)?前(?![一二两三四半几十\d])"
    r"|起?(?:正式)?(?:施行|实施|执行|生效)|修[订正改]|[试新]?版|第?\d+号)"
)
#: 传达2021年…精神, 部署2023年工作, 成立于2009年3月, 截至2020年
_DOUBTED_BEFORE: Final = re.compile(
    r"(?:传达|学习|贯彻|落实|部署|安排|谋划|总结|回顾|通报|研究|审议|听取|印发|制定|编制|申报|公布|发布"
    r"|根据|按照|依据|依照|参照|[\u4e00-\u9fff](?<![会议日将])于|截[至止]|[自从])$"
)
#: 2020年、2021年; 2021年3月生
_DOUBTED_AFTER: Final = re.compile(
    r"[、和与及]\s?(?:\d{4}|[一二][〇零○O\d一-九])|出?生(?!产|活|效)|起"
)
#: 2019年同期 behind 2020年 is compared with; behind 2018年 the tale may go on in it
_PARALLEL_AFTER: Final = re.compile(r"(?:全年)?同[期季比]")
_SINCE_AFTER: Final = re.compile(r"以来")
#: A year that stands by itself: 2021年，… 2022年底，… 2023年上半年，…
_BY_ITSELF: Final = re.compile(
    r"(?:度|全年|以?来|年?[初底末]|[期年]间|[里中]|[上下]半年|前?第?[一二三四]季度|前三季度|[春夏秋冬][天季]?"
    r"|(?:元旦|春节|清明节?|五一|劳动节|端午节?|中秋节?|国庆节?)(?:期间|假期|前[后夕])?)?\s?(?:[，,：:。；;\r\n]|$)"
)
#: The month from which on such a time of the year may be told of
_MONTHS: Final = {
    **dict.fromkeys(("底", "年底", "末", "年末"), 12),
    **dict.fromkeys(("元旦", "春节"), 1),
    **dict.fromkeys(("清明", "五一", "劳动节"), 4),
    "端午": 5,
    "中秋": 8,
    "国庆": 9,
}
_MONTH: Final = re.compile("|".join(_MONTHS))
_CLAUSE: Final = re.compile(r"[^，,。；;：:！？!?\r\n]*")
#: What may stand before a date that opens its sentence
_LEAD: Final = re.compile(
    r"(?:早?在|自|从|于|据悉|随后|此后|其中|同时|截至|比如|例如|如|[，,\s“]|[一二三四五六七八九十]{1,2}[是、]"
    r"|[(（][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.．、])*"
)
_BEFORE, _AFTER, _TAIL, _LEAD_LENGTH = 6, 12, 24, 12


def weigh(text: str, start: int, end: int, *, has_month: bool) -> Weight:
    """Tell what the date from *start* to *end*, or the word for a year, is to the text around it.

    >>> weigh("2021年，全省新增就业", 0, 5, has_month=False)
    <Weight.TOLD: 'the text tells of this year'>
    >>> weigh("比2004年增加", 1, 6, has_month=False)
    <Weight.ASIDE: 'the year is compared with, aimed at or quoted'>
    >>> weigh("2021年3月成立的公司", 0, 7, has_month=True)
    <Weight.DOUBTED: 'the year may be told of, or only name something'>
    >>> weigh("2023年以来，", 0, 5, has_month=False)
    <Weight.SINCE: 'the text tells of the time since'>
    """
    before, after = text[max(0, start - _BEFORE) : start], text[end : end + _AFTER]
    if _ASIDE_BEFORE.search(before) or _ASIDE_AFTER.match(after):
        return Weight.ASIDE
    if _PARALLEL_AFTER.match(after):
        return Weight.PARALLEL
    if _SINCE_AFTER.match(after):
        return Weight.SINCE
    if _is_doubted(before, after, has_month=has_month):
        return Weight.DOUBTED
    if not has_month:
        return Weight.TOLD if _BY_ITSELF.match(after) else Weight.DOUBTED
    clause = _CLAUSE.match(text, end, end + _TAIL)
    return Weight.DOUBTED if clause and "的" in clause[0] else Weight.TOLD


def _is_doubted(before: str, after: str, *, has_month: bool) -> bool:
    match = _DOUBTED_BEFORE.search(before)
    if match and not (has_month and match[0].startswith("截")):
        return True
    return bool(_DOUBTED_AFTER.match(after))


def month_behind(text: str, end: int) -> int | None:
    """Return the month that the words behind a year tell, which ends at *end*.

    >>> month_behind("去年底，", 2), month_behind("2022年国庆节，", 5), month_behind("2022年，", 5)
    (12, 9, None)
    """
    match = _MONTH.match(text, end)
    return None if match is None else _MONTHS[match[0]]


def leads(text: str, sentence: int, at: int) -> bool:
    """Tell whether what stands at *at* opens the sentence that starts at *sentence*.

    >>> leads("据悉，2021年", 0, 3), leads("公司2009年成立", 0, 2)
    (True, False)
    """
    return at - sentence <= _LEAD_LENGTH and bool(_LEAD.fullmatch(text, sentence, at))

"""Whether the words around a date look ahead (定于10月, 10月底前) or back (10月，站点已建成)."""

import re
from enum import Enum
from typing import Final


class Cue(Enum):
    """Where the words around a date look."""

    AHEAD = "to what is planned, or due"
    BACK = "to what is done"


#: 将于10月, 预计10月, 力争11月, 定于11月20日, 服务期为9月1日, 截止时间：11月10日
#: (but 按计划10月 may be past, and 截止10月 means 截至)
_AHEAD_BEFORE: Final = re.compile(
    r"(?:将[于在]|[拟定][于在]|拟|预计|预期|力争|力求|争取|确保|(?<!按)(?<!按照)计划|打算|有望|务必|务求"
    r"|(?:服务|报名|招募|招聘|征集|征求意见|受理|申报|申请|截止|办理|面试|考试|笔试|公示)(?:期限?|时间|日期|日)"
    r"(?:[:：为是到至]|定于)?)[在于到至自从]?[^\W\d]{0,4}[在于到至自从]?\s?$"
)
#: 10月底前, 10月1日前, 12月1日起施行, 12月将召开, 11月10日截止 (but 7月24日前往, 8月前两周)
_AHEAD_AFTER: Final = re.compile(
    r"[上中下]?[旬底初末]?(?:(?:之|以)?前(?![一二两三四半几十\d夕后往来去期])|(?:起|开始)(?:正式)?(?:施行|实施|执行|生效)"
    r"|截止|到期|[，,]?[^，,。；;：:！？!?\r\n]{0,10}?[将拟](?:正式|全面|陆续|集中)?"
    r"(?:于|在|召开|举行|举办|开展|启动|完成|完工|竣工|建成|投入|投产|开[工业放通幕班]|通车|实施|施行))"
)
#: 10月，站点已建成; 10月底前完成了
_BACK_AFTER: Final = re.compile(
    r"[上中下]?[旬底初末]?(?:之|以)?前?[，,]?(?!的)[^，,。；;：:！？!?\r\n]{0,12}?"
    r"(?:已|曾|了(?![解结断得然]))"
)
#: 已于1月1日起施行
_BACK_BEFORE: Final = re.compile(r"(?:已经?|曾经?)[于在自从]?$")
_BEFORE, _AFTER = 16, 24


def cue_at(text: str, start: int, end: int) -> Cue | None:
    """Return where the words around the date from *start* to *end* look, if they tell.

    >>> cue_at("会议定于10月召开", 4, 7)
    <Cue.AHEAD: 'to what is planned, or due'>
    >>> cue_at("10月底前全部完成", 0, 3)
    <Cue.AHEAD: 'to what is planned, or due'>
    >>> cue_at("10月，站点已建成", 0, 3)
    <Cue.BACK: 'to what is done'>
    >>> cue_at("10月底前已完成", 0, 3)
    """
    before, after = text[max(0, start - _BEFORE) : start], text[end : end + _AFTER]
    is_ahead = bool(_AHEAD_BEFORE.search(before) or _AHEAD_AFTER.match(after))
    is_back = bool(_BACK_BEFORE.search(before) or _BACK_AFTER.match(after))
    if is_ahead == is_back:
        return None
    return Cue.AHEAD if is_ahead else Cue.BACK

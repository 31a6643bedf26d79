"""The day that a bulletin gives for itself: a dated dateline, a line with the date, 发布时间."""

import re
from typing import Final

#: 新华社西宁2022年7月25日电, 本报2022年7月25日讯
_DATELINE_AFTER: Final = re.compile(
    r"\s?(?:[电讯](?![话视影力台息])|通讯(?![录员])|专电|消息[:：,，\s]|号?报道)"
)
_DATELINE_BEFORE: Final = re.compile(
    r"\s*[【\[（(]?[\u4e00-\u9fff·]{0,14}(?:网|社|报|台|客户端|融媒)[^\W\d_]{0,6}\s?"
)
_LABEL: Final = re.compile(
    r"(?:发布|发文|成文|印发|公布|更新|刊发|发稿|签发|上传|录入)(?:时间|日期|日)\s?[:：]\s?$"
)
_LINE_BEFORE: Final = re.compile(r"\s*[（(【\[]?\s*")
_LINE_AFTER: Final = re.compile(
    r"[ \u3000]{0,4}(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?[ \u3000]{0,4}[）)】\]|]?[ \u3000]{0,4}"
    r"(?:(?:来源|信息来源|作者|编辑|浏览)[^\r\n]{0,60})?(?=[\r\n])"
)
_LONGEST: Final = 30
_HEADLINE: Final = re.compile(r"[^。！？!?\r\n]{0,60}[\r\n]")
#: What bulletins open with: …召开会议, 记者…获悉; and not 发生地震, 出生
_NEWS: Final = re.compile(
    r"[^。！？!?\r\n]{0,40}?(?:召开|举行|举办|启动|开幕|闭幕|开班|揭牌|获悉|发布|公布|印发|通报|走访|慰问"
    r"|座谈|调研|签约|签订|部署|开展|表彰)"
)


def own_day(text: str, line: int, start: int, end: int, *, is_top: bool) -> bool:
    """Tell whether the whole date from *start* to *end* is the day on which the text was issued.

    That is so in a dateline, behind a label such as 发布时间, and above the
    first full stop in a line of its own.  活动时间 is the time of something else.

    Args:
        text: The text.
        line: Where the line of the date starts.
        start: Where the date starts.
        end: Where it ends.
        is_top: Whether a line of its own counts: it stands above the first full stop.

    >>> own_day("新华社西宁2022年7月25日电 记者", 0, 5, 15, is_top=True)
    True
    >>> own_day("活动时间：2022年7月25日", 0, 5, 15, is_top=True)
    False
    """
    if start - line > _LONGEST:
        return bool(_LABEL.search(text[start - _LONGEST : start]))
    before = text[line:start]
    if _LABEL.search(before):
        return True
    if _DATELINE_BEFORE.fullmatch(before) and _DATELINE_AFTER.match(text, end):
        return True
    return is_top and bool(_LINE_BEFORE.fullmatch(before)) and bool(_LINE_AFTER.match(text, end))


def is_headline(text: str, end: int) -> bool:
    r"""Tell whether the line ends soon behind *end*, without a full stop.

    >>> is_headline("海西州2022年7月就业情况\n8月9日，", 10)
    True
    """
    return bool(_HEADLINE.match(text, end))


def opens_news(text: str, end: int) -> bool:
    """Tell whether the sentence whose date ends at *end* reads like the opening of a bulletin.

    An account of what is long past opens otherwise: 今年 in it is no year of the date.

    >>> opens_news("2023年11月8日，省总工会召开会议", 10)
    True
    >>> opens_news("2010年4月14日，玉树发生地震", 10)
    False
    """
    return bool(_NEWS.match(text, end))

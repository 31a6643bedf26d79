"""Lines of the page around a bulletin: its path, its buttons, its editor.

Only whole lines of a known form go, and only at the two ends of the page:
before its third line of text, and behind its last but one.  A page that would
hold no sentence without them is left as it is.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from govnews.cleaning.forms import forms
from govnews.models import Edit

LINES_BEFORE: Final = 3
LINES_BEHIND: Final = 2
"""How many lines of the text itself may stand before, and behind, a stray one."""

_BUTTON: Final = (
    "打印本页|打印此页|打印本文|关闭窗口|关闭本页|关闭此页|返回顶部|返回首页|返回列表|返回上一页|回到顶部|"
    "加入收藏|收藏本页|设为首页|推荐给朋友|我要纠错|复制链接|无障碍浏览|长者模式|QQ空间|新浪微博|腾讯微博|"
    "人人网|微信|微博|打印|关闭|收藏|返回|分享|纠错|繁体|简体|朋友圈"
)
_NAME: Final = "[㐀-鿿·]{2,8}"
_BETWEEN: Final = r"[\s\[\]【】()（）|｜/]"
_FONT: Final = (
    rf"(?:字体|字号|文字大小)(?:大小)?\s?[:：]?{_BETWEEN}*"
    rf"(?:(?:特大|超大|默认|大|中|小){_BETWEEN}*){{2,4}}"
)
_EDITORS: Final = "责任编辑|责编|网络编辑|值班编辑|编辑|校对|初审|复审|终审|审核|监制"

#: Whole lines, Simplified, white space as one space and none around them.
LINES: Final = (
    # 当前位置：首页 > 新闻中心 > 工会要闻
    (
        r"(?:您?(?:现在|当前|目前)?(?:所在)?的?位置(?:是)?\s?[:：]\s?)?(?:网站|本站)?首页"
        r"(?:\s?(?:>|＞|»|›|→){1,2}\s?[^>＞»›→。，；！？]{1,40}){1,8}(?:>|＞|»|›|→){0,2}"
    ),
    # 【字体：大 中 小】 打印本页 关闭窗口
    rf"{_BETWEEN}?{_FONT}(?:(?:{_BUTTON}){_BETWEEN}*)*",
    rf"{_BETWEEN}?(?:{_BUTTON})(?:{_BETWEEN}+(?:{_BUTTON}))+{_BETWEEN}?",
    rf"{_BETWEEN}?(?:[打关返][印闭回][本此窗顶列首][页文口部表]|加入收藏|设为首页){_BETWEEN}?",
    # （责任编辑：张三 李四）
    (
        rf"{_BETWEEN}?(?:(?:{_EDITORS})\s?[:：]\s?{_NAME}(?:[\s、,，]{_NAME}(?!\s?[:：])){{0,3}}"
        rf"[\s|｜/;；]?){{1,5}}{_BETWEEN}?"
    ),
    # 分享到：微信 新浪微博
    rf"分享[到至]\s?(?:[:：]\s?(?:(?:{_BUTTON})[\s|｜、]*){{0,10}})?",
    # 上一篇：… 下一篇：…
    r"[上下]一[篇条页]\s?[:：][^。]{0,100}",
    # 浏览次数：1234
    r"(?:浏览|阅读|点击|访问)(?:次数|人次|量|数|率)\s?[:：]\s?[0-9,]{0,12}\s?次?",
    r"扫一扫[,，]?\s?[在用]?手机上?(?:打开|查看|浏览|阅读)(?:当前页|此页|本页|本文)?",
)
_STRAY = re.compile("|".join(f"(?:{line})" for line in LINES))
_SIGN = re.compile(
    "(?=[位首字文打关關返回收设設推纠糾错錯分编編责責校审審监監上下浏瀏阅閱点點访訪扫掃])"
    "(?:位置|首[页頁]|字[体體号號]|文字大小|打印|[关關][闭閉]|返回|回到|收藏|[设設][为為]首|推[荐薦]|[纠糾][错錯]|"
    "分享|[编編][辑輯]|[责責][編编]|校[对對]|[审審]|[监監][制製]|[上下]一[篇條条页頁]|[浏瀏][览覽]|"
    "[阅閱][读讀]|[点點][击擊]|[访訪][问問]|[扫掃]一[扫掃])"
)
_MARK = re.compile("[。！？；，]")
_LONGEST: Final = 160


def drop(text: str) -> Iterator[Edit]:
    r"""Yield an edit for every stray line, with its line end.

    >>> [edit.before for edit in drop("首页 > 新闻\n工会走访企业。\n（责任编辑：张三）")]
    ['首页 > 新闻\n', '\n（责任编辑：张三）']
    """
    if not _SIGN.search(text):
        return
    head = list(_found(text, _forwards(text), LINES_BEFORE))
    floor = head[-1][1] if head else 0
    tail = list(_found(text, _backwards(text, floor), LINES_BEHIND))
    groups = list(_groups([*head, *reversed(tail)]))
    if groups and _has_sentence(text, groups):
        for start, end in groups:
            last = end == len(text) and text[-1] != "\n"
            begin = _with_line_end_before(text, start) if last else start
            yield Edit("line.stray", begin, end, text[begin:end], "")


def _forwards(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the lines with their ends, first one first."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield start, end
        start = end


def _backwards(text: str, floor: int) -> Iterator[tuple[int, int]]:
    """Yield the same from the end on, down to *floor*."""
    end = len(text)
    while end > floor:
        start = max(floor, text.rfind("\n", floor, end - 1) + 1)
        yield start, end
        end = start


def _found(text: str, lines: Iterable[tuple[int, int]], limit: int) -> Iterator[tuple[int, int]]:
    """Yield the stray lines among *lines* until *limit* others have been seen."""
    seen = 0
    for start, end in lines:
        line = text[start:end].strip()
        if line and _is_stray(line):
            yield start, end
        elif line:
            seen += 1
        if seen == limit:
            return


def _is_stray(line: str) -> bool:
    if len(line) > _LONGEST or not _SIGN.search(line):
        return False
    plain = " ".join(line.translate(forms().simplified).split())
    return _STRAY.fullmatch(plain) is not None


def _groups(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans, neighbours as one."""
    start = end = -1
    for span in spans:
        if span[0] == end:
            end = span[1]
            continue
        if start >= 0:
            yield start, end
        start, end = span
    if start >= 0:
        yield start, end


def _has_sentence(text: str, groups: list[tuple[int, int]]) -> bool:
    """Whether a sentence is left without the groups."""
    place = 0
    for start, end in [*groups, (len(text), len(text))]:
        if _MARK.search(text, place, start):
            return True
        place = end
    return False


def _with_line_end_before(text: str, start: int) -> int:
    """Return where the line end before the last lines begins, which nothing follows now."""
    while start and text[start - 1] in "\r\n":
        start -= 1
    return start

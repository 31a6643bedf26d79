"""The article of a page, told from the navigation, tools and imprint around it.

In the source of a page the article is in one piece, also where a table or
floating columns lay the page out.  So it is enough to find its first and its
last line.  Lines of prose are certain; from them it reaches up to the title
and down to the signature, as far as the next piece of furniture.  Inside of it
only what is certainly furniture goes.  Where in doubt a line stays: a line too
many is seen, a figure too few is not.
"""

import re
from collections.abc import Sequence
from typing import Final

from govnews.webpage.blocks import Block

_SENTENCE: Final = re.compile(r"[。！？；｡!?;，,、]")
_LETTERS: Final = re.compile(r"[\u3400-\u9fff]")
#: A line with a mark and fewer characters than this may be a label: 地址：西宁市，某街
_PROSE: Final = 8
#: So many links on end, with nothing between them, are a list of other pages.
_LIST: Final = 3
#: Furniture is short; and no pattern below looks at a longer line.
_SHORT: Final = 160
#: Glosses that a converting site put behind characters, also of its navigation: 首頁(yè)
_GLOSS: Final = re.compile(r"\([a-zü\u00e0-\u01dc]{1,6} ?\)")
_JUNK: Final = re.compile(r"[\s【】\[\]（）()｜|/·•>》»-]+")
#: What a line of tools consists of, and nothing else.
_TOOLS: Final = re.compile(
    r"(?:打印(?:本[页頁]|此[页頁]|文章)?|列印(?:本[页頁])?|[关關][闭閉](?:窗口|[视視]窗|本[页頁])?"
    r"|返回(?:[顶頂]部|首[页頁]|列表|上一?[页頁]|上[级級])?|[顶頂]部|回到?[顶頂]部|收藏(?:本[页頁])?"
    r"|首[页頁]|尾[页頁]|末[页頁]|[上下]一[页頁]|更多|大|中|小|[0-9]+)+"
)
#: How the path to an article and the links to the next one begin.
_MARKER: Final = re.compile(
    r"(?:您|你)?(?:[现現]在|[当當]前|目前)?(?:所在)?的?位置[:：]|[上下]一[篇条條][:：]"
)
#: How a line of other furniture begins.
_OPENING: Final = re.compile(
    r"[网網]站首[页頁]|首[页頁](?:[>》»|]|$)|[扫掃]一[扫掃]"
    r"|分享[到至][:：]|相[关關](?:[阅閱][读讀]|[链鏈]接|新[闻聞]|文章|附件下[载載])$"
    r"|(?:最新|[热熱][门門]|推[荐薦])(?:文章|新[闻聞]|[阅閱][读讀])$|站[内內]搜[索尋]|友情[链鏈]接"
    r"|主[办辦](?:[单單]位)?[:：]|承[办辦](?:[单單]位)?[:：]|技[术術]支持|[网網]站地[图圖]"
    r"|[联聯][系繫絡][电電][话話][:：].*[邮郵][编編]"
)
#: What the imprint of a site says and no article does.
_IMPRINT: Final = re.compile(
    r"版[权權]所有|ICP[备備]|公[网網]安[备備]|[网網]站[标標][识識][码碼]|您是第.*[访訪][问問客]"
    r"|^[欢歡]迎(?:[访訪][问問]|光[临臨]).{2,30}(?:[网網]站?|[门門][户戶])[!！。]?$"
    r"|建[议議]使用.*[浏瀏][览覽]|Copyright|©|All Rights Reserved"
    r"|(?:不得|禁止)[转轉][载載]",
    re.IGNORECASE,
)
_ORGANISER: Final = re.compile(r".{2,20}(?:主[办辦]|承[办辦]|版[权權]所有)")
#: Links that belong to the article.
_ATTACHED: Final = re.compile(r"附[件表]")
#: A number in a cell of its own: a row that has one is data, although its name is a link.  A
#: day (07-22) is none: lists of other pages have it.
_NUMBER: Final = re.compile(
    r"(?:\A|\t)(?!(?:\d{2,4}[-/.])?\d{1,2}[-/]\d{1,2}(?:\t|\Z))"
    r"[-+]?\d[\d,.]*[^\d\t]{0,4}(?:\t|\Z)"
)
#: Behind the date: buttons, in the same line.
_BUTTONS: Final = re.compile(
    r"\s*[【\[（(]?\s*(?:字[体體号號]|文字大小|分享[到至]|打印|[关關][闭閉]窗口)\s*[:：].*\Z"
)


def article(lines: Sequence[Block]) -> list[Block]:
    """Return the lines of a page's main text, in order.

    >>> page = [Block("首页", ""), Block("投入5万元，走访9户。", "投入5万元，走访9户。")]
    >>> [line.text for line in article(page)]
    ['投入5万元，走访9户。']
    """
    lines = _between_markers(lines)
    around = [line.around for line in lines] if _names_tell(lines) else [False] * len(lines)
    furniture = [_is_furniture(line, named) for line, named in zip(lines, around, strict=True)]
    certain = [
        index
        for index, line in enumerate(lines)
        if _is_prose(line) and not around[index] and not _is_imprint(line)
    ] or [index for index, known in enumerate(furniture) if not known]
    if not certain:
        return list(lines)
    start, end = _reach(lines, furniture, certain[0], certain[-1])
    listed = _listed(lines)
    return [
        _without_buttons(line)
        for index, line in enumerate(lines[start:end], start)
        if not _surely_furniture(line) and not (listed[index] and furniture[index])
    ]


def _between_markers(lines: Sequence[Block]) -> Sequence[Block]:
    """Return what stands between the path that leads to an article and the links to the next.

    Only where most of the prose stands there.
    """
    begun, best, most, total = 0, (0, len(lines)), 0, 0
    weight = 0
    for index, line in enumerate([*lines, None]):
        if line is not None and not _is_marker(line):
            weight += len(line.free) if _is_prose(line) else 0
            continue
        if weight > most:
            best, most = (begun, index), weight
        total, weight, begun = total + weight, 0, index + 1
    return lines[slice(*best)] if 2 * most > total else lines


def _is_marker(line: Block) -> bool:
    return len(line.text) <= _SHORT and bool(
        _MARKER.match(_GLOSS.sub("", line.text).lstrip("【[·> "))
    )


def _names_tell(lines: Sequence[Block]) -> bool:
    """Tell whether names may be believed: not where most prose would stand in a `footer`."""
    prose = [line for line in lines if _is_prose(line)]
    return 2 * sum(len(line.free) for line in prose if line.around) <= sum(
        len(line.free) for line in prose
    )


def _reach(
    lines: Sequence[Block], furniture: Sequence[bool], first: int, last: int
) -> tuple[int, int]:
    """Return where the article starts and ends, from its first and last certain line."""
    start, end = first, last + 1
    while start > 0 and (not furniture[start - 1] or _is_title(lines[start - 1])):
        start -= 1
    while end < len(lines) and not furniture[end]:
        end += 1
    # a heading with nothing below it headed a list of links
    while end > last + 1 and lines[end - 1].heading:
        end -= 1
    return start, end


def _is_prose(line: Block) -> bool:
    """Tell whether a line has sentences outside of links."""
    if not _SENTENCE.search(line.free):
        return False
    return sum(1 for _ in zip(_LETTERS.finditer(line.free), range(_PROSE), strict=False)) == _PROSE


def _is_title(line: Block) -> bool:
    """Tell whether a link may be the title of what stands below it."""
    return line.heading and not line.around


def _is_furniture(line: Block, around: bool) -> bool:  # noqa: FBT001 - one of the two things that tell
    """Tell whether a line at the edge of the article is no part of it."""
    if _surely_furniture(line):
        return True
    if _is_prose(line):
        return around
    return around or _is_link(line) or _opens(line)


def _is_link(line: Block) -> bool:
    """Tell whether most of a line is links, and neither to its own attachments nor with data."""
    if "\t" in line.text and _NUMBER.search(line.free):
        return False
    words, free = (len(_JUNK.sub("", text)) for text in (line.text, line.free))
    return 2 * free < words and not _ATTACHED.match(line.text)


def _opens(line: Block) -> bool:
    if len(line.text) > _SHORT:
        return False
    plain = _GLOSS.sub("", line.text)
    return bool(_OPENING.match(plain.lstrip("【[·> ")) or _ORGANISER.fullmatch(plain))


def _surely_furniture(line: Block) -> bool:
    """Tell whether a line is furniture wherever it stands."""
    if len(line.text) > _SHORT:
        return False
    plain = _GLOSS.sub("", line.text)
    linked = line.free != line.text
    return _is_imprint(line) or (linked and bool(_TOOLS.fullmatch(_JUNK.sub("", plain))))


def _is_imprint(line: Block) -> bool:
    return len(line.text) <= _SHORT and bool(_IMPRINT.search(_GLOSS.sub("", line.text)))


def _listed(lines: Sequence[Block]) -> list[bool]:
    """Tell for each line whether it stands in a list of links."""
    listed, begun = [False] * len(lines), 0
    for index, line in enumerate([*lines, Block("", "")]):
        if not line.text or not _is_link(line):
            if index - begun >= _LIST:
                listed[begun:index] = [True] * (index - begun)
            begun = index + 1
    return listed


def _without_buttons(line: Block) -> Block:
    """Cut the buttons off a line that has some and is no prose."""
    if line.free == line.text or len(line.text) > _SHORT or _is_prose(line):
        return line
    return Block(_BUTTONS.sub("", line.text), line.free, line.heading, line.around)

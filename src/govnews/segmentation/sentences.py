"""Sentences: where they end, with quotations, brackets and decimals kept together.

A sentence ends behind 。！？ or …… with the marks that close there, and at a line's end.
Inside of quotation marks or brackets that are closed on the same line it goes on.
Where a quotation itself closes with such a mark, what stands around it decides:

- introduced, it ends the sentence: 他说：“我来。” | 大家鼓掌。
- at the beginning, it goes on where text follows: “能踏实过年了！”他说。
- in the middle, it is a part like any other: 把“快来！”写在墙上。
"""

import re
from collections.abc import Iterator
from typing import Final

from govnews.segmentation.runs import HAN

_CLOSING_OF: Final = {
    "“": "”",
    "‘": "’",
    "「": "」",
    "『": "』",
    "《": "》",
    "（": "）",
    "(": ")",
    "【": "】",
    "［": "］",
    "[": "]",
}
_QUOTES: Final = frozenset("“‘「『")
_TITLES: Final = frozenset("《〈")
_STOPS: Final = frozenset("。！？!?…｡")
_INTRODUCES: Final = frozenset("：:，,")
_LONGEST_ASIDE: Final = 400
"""What is not closed within so many characters was opened by mistake."""

#: A full stop of ASCII ends a sentence behind a Chinese character where nothing goes on.
_MARK: Final = re.compile(
    r"(?P<stop> [。！？…｡][。！？!?…｡]* | [!?]+ (?![0-9A-Za-z/=&#])"
    rf" | (?<=[{HAN}])\.(?![0-9A-Za-z.]) ) [”’」』》）)】］\]]*"
    r"| (?P<line> \n )"
    r"| (?P<opening> [“‘「『《（(【［\[] )",
    re.VERBOSE,
)
_FOLLOWS: Final = re.compile(r"[^\s“‘「『（(【［\[]")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a text.

    Args:
        text: Any string.

    Yields:
        Start and end of each in *text*, in order and disjoint; only white space
        lies between them.

    >>> text = "增长3.5%。“好！”他说。（见表1。）他说：“我来。”大家鼓掌。"
    >>> [text[start:end] for start, end in sentences(text)]
    ['增长3.5%。', '“好！”他说。', '（见表1。）', '他说：“我来。”', '大家鼓掌。']
    """
    start = position = 0
    while match := _MARK.search(text, position):
        position = match.end()
        if match["opening"]:
            position = _behind_aside(text, match.start())
            if not _ends(text, start, match.start(), position):
                continue
        yield from _without_space(text, start, position)
        start = position
    yield from _without_space(text, start, len(text))


def _behind_aside(text: str, opening: int) -> int:
    """Return where what opens at *opening* is closed; behind the mark itself if it is not."""
    limit = opening + _LONGEST_ASIDE
    line = text.find("\n", opening, limit)
    closing = text.find(_CLOSING_OF[text[opening]], opening, limit if line < 0 else line)
    return (opening if closing < 0 else closing) + 1


def _ends(text: str, start: int, opening: int, end: int) -> bool:
    """Tell whether the sentence that began at *start* ends with the aside that closes at *end*."""
    if end - opening == 1 or text[end - 2] not in _STOPS:
        return False
    before = opening
    while before > start and text[before - 1].isspace():
        before -= 1
    if text[opening] not in _QUOTES:
        return before == start and text[opening] not in _TITLES
    if before > start:
        introduced = text[before - 1] in _INTRODUCES
        return introduced and not text.startswith(("，", "的", "、"), end)
    return not _FOLLOWS.match(text, end)


def _without_space(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    sentence = text[start:end]
    if sentence.strip():
        start += len(sentence) - len(sentence.lstrip())
        yield start, start + len(sentence.strip())

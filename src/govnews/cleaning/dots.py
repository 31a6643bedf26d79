"""Half-width and foreign forms of Chinese marks: 买买提･吐尔逊, 工会｡ and the like.

Katakana's middle dot, a bullet and the half-width marks are right in Japanese
and in lists; they are taken for Chinese marks only among Han characters, and
never in a line that holds kana.
"""

import re
from collections.abc import Iterator
from typing import Final

from govnews.models import Edit

SIGNS: Final = frozenset("｡｢｣､･・•")
"""The foreign marks."""

_ANY = re.compile(f"[{''.join(sorted(SIGNS))}]")
_KANA = re.compile("[ぁ-ゖァ-ヺーｦ-ﾟ]")
_LINE = re.compile(r"[^\r\n]+")
_BULLETS = re.compile(r"\s*•")
_DOT = re.compile("(?<=[㐀-鿿])[･・•](?=[㐀-鿿])")
_HALF = re.compile("(?<=[㐀-鿿0-9%”’》）」])[｡｢｣､]+|[｡｢｣､]+(?=[㐀-鿿0-9“‘《（「])")
_WIDE: Final = str.maketrans("｡｢｣､", "。「」、")


def restore_dots(text: str) -> Iterator[Edit]:
    r"""Yield an edit for a foreign middle dot between Han characters.

    A line that begins with a bullet is a list, and keeps its bullets.

    >>> [edit.after for edit in restore_dots("买买提･吐尔逊\n•走访•慰问\nアイ・日本・東京")]
    ['·']
    """
    for place, line in _chinese_lines(text):
        listed = _BULLETS.match(line)
        for found in _DOT.finditer(line):
            if not (listed and found[0] == "•"):
                start, end = place + found.start(), place + found.end()
                yield Edit("dot.middle", start, end, found[0], "·")


def widen_marks(text: str) -> Iterator[Edit]:
    """Yield an edit for half-width forms of 。「」 and 、 beside Chinese text.

    >>> [edit.after for edit in widen_marks("职工､企业｡")]
    ['、', '。']
    """
    for place, line in _chinese_lines(text):
        for found in _HALF.finditer(line):
            start, end = place + found.start(), place + found.end()
            yield Edit("mark.widen", start, end, found[0], found[0].translate(_WIDE))


def _chinese_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that hold such a mark and no kana, with their offsets."""
    for line in _LINE.finditer(text):
        if _ANY.search(line[0]) and not _KANA.search(line[0]):
            yield line.start(), line[0]

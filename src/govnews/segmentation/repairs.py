"""Repairs: words that a term has taken a character from, and those that it belongs to.

生态环境部 is a ministry, and 生态环境部|门 none; 消防救援支队|长 is its head. Where a term stands
before a lone character that no word begins with, and the two make the name of
another thing, they are put together.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

#: A lone character, what the word before it ends with, and what the two together are
_COMPLETED: Final = {
    "门": (frozenset("部"), "n"),  # 农业农村部|门
    "长": (frozenset("队处科厅局院校所站会"), "n"),  # 监察支队|长
    "点": (frozenset("站"), "n"),  # 户外劳动者服务站|点
    "度": (frozenset("制"), "n"),  # 校长负责制|度
}
_LEAST: Final = 3


class Repair(NamedTuple):
    """Two words that are one.

    Attributes:
        first: The number of the first.
        tag: What they are together.
    """

    first: int
    tag: str


def torn_at(words: Sequence[str]) -> list[Repair]:
    """Find the words that were torn, in order.

    >>> words = ["会同", "生态环境部", "门", "开展", "服务站", "点", "建设", "部", "门"]
    >>> [(words[repair.first], repair.tag) for repair in torn_at(words)]
    [('生态环境部', 'n'), ('服务站', 'n')]
    """
    found = []
    for place in [place for place, word in enumerate(words) if word in _COMPLETED]:
        endings, tag = _COMPLETED[words[place]]
        before = words[place - 1] if place else ""
        if len(before) >= _LEAST and before[-1] in endings:
            found.append(Repair(place - 1, tag))
    return found

"""Categories: what a word of a bulletin is to a noun phrase.

The dictionary's categories are the start.  Where they mislead (it has 收入 as a
verb, 满意度 as a place), a table of ours decides; where they say nothing, the
word's ending does.
"""

from enum import StrEnum
from functools import cache, lru_cache
from typing import Final

from govnews.resources import table


class Category(StrEnum):
    """What a word is to a noun phrase.

    EVENT is a noun of what is done and a verb as well (培训, 检查); OUTSIDE
    stands beside a phrase (已, 去年, 全省) and PER before a rate (每人, 每年); WITH
    governs the phrase behind it (在, 比, 高于); STOP ends a clause.
    """

    NOUN = "noun"
    EVENT = "event"
    VERB = "verb"
    ATTRIBUTE = "attribute"
    PLACE = "place"
    OUTSIDE = "outside"
    PER = "per"
    WITH = "with"
    AND = "and"
    PAUSE = "pause"
    OF = "of"
    ET_CETERA = "et cetera"
    NUMBER = "number"
    QUOTE = "quote"
    OPENING = "opening"
    CLOSING = "closing"
    STOP = "stop"
    FIGURE = "figure"


HEADS: Final = frozenset({Category.NOUN, Category.EVENT})
"""What can close a noun phrase."""

NOMINAL: Final = HEADS | {Category.ATTRIBUTE, Category.PLACE, Category.QUOTE}
"""What can stand inside of one."""

JOINS: Final = frozenset({Category.PAUSE, Category.AND})
"""What joins two."""

ACTS: Final = frozenset({Category.VERB, Category.EVENT})
"""What can act: an event is a verb as well."""


_LISTS: Final = {
    "nouns": Category.NOUN,
    "events": Category.EVENT,
    "verbs": Category.VERB,
    "adverbs": Category.OUTSIDE,
    "attributes": Category.ATTRIBUTE,
}
_MARKS: Final = {
    **dict.fromkeys("，。；：！？,;:!?\n…—|\t", Category.STOP),
    **dict.fromkeys("“”‘’《》「」『』·\"'", Category.QUOTE),
    **dict.fromkeys("（([【", Category.OPENING),
    **dict.fromkeys("）)]】", Category.CLOSING),
    **dict.fromkeys(("和", "与", "及", "以及", "或", "暨"), Category.AND),
    **dict.fromkeys(
        (
            "比",
            "较",
            "在",
            "从",
            "由",
            "向",
            "对",
            "按",
            "按照",
            "于",
            "以",
            "自",
            "为了",
            "经",
            "经过",
            "通过",
            "围绕",
            "根据",
            "针对",
            "关于",
            "随着",
            "凭",
            "被",
            "受",
            "给",
            "朝",
            "距",
            "离",
            "较之",
            "相较",
            "占比较",
            "高于",
            "低于",
            "高出",
            "低出",
            "多于",
            "少于",
            "优于",
            "快于",
            "慢于",
            "大于",
            "小于",
            "相比",
            "同比于",
            "扣除",
            "剔除",
        ),
        Category.WITH,
    ),
    "、": Category.PAUSE,
    "的": Category.OF,
    "等": Category.ET_CETERA,
    "等等": Category.ET_CETERA,
}
#: 人均 and its like touch a noun (人均收入) or stand alone (人均|5000元)
AVERAGES: Final = frozenset(
    {"人均", "户均", "亩均", "月均", "年均", "日均", "平均", "月人均", "年人均", "次均", "均"}
)
_PER: Final = frozenset({"单笔", "单案", "单日", "单户", "单人", "单次", "单个", "定额", "各自"})
_COMPARED: Final = ("同比", "环比")
_BY_TAG: Final = {
    **dict.fromkeys(
        ("n", "nr", "nt", "nz", "nrt", "nrfg", "j", "l", "eng", "ng", "k"), Category.NOUN
    ),
    **dict.fromkeys(("vn", "an"), Category.EVENT),
    **dict.fromkeys(("v", "vd", "vi", "vg", "vq", "i", "zg", "z", "g"), Category.VERB),
    **dict.fromkeys(("a", "b", "ag", "ad", "h"), Category.ATTRIBUTE),
    **dict.fromkeys(("ns", "s"), Category.PLACE),
    **dict.fromkeys(
        (
            "d",
            "t",
            "tg",
            "r",
            "rz",
            "f",
            "uz",
            "ul",
            "ug",
            "uv",
            "ud",
            "y",
            "o",
            "e",
            "c",
            "u",
            "df",
        ),
        Category.OUTSIDE,
    ),
    **dict.fromkeys(("m", "q", "mq"), Category.NUMBER),
    "p": Category.WITH,
}
#: A two-character verb may end in a noun (上网, 结案): only longer ones are judged by it
_SHORTEST_BY_ENDING: Final = 3
_PHRASES: Final = frozenset({"v", "i"})
_PHRASE: Final = 4
_JUDGED_BY_ENDING: Final = frozenset(
    {"v", "i", "z", "zg", "ns", "s", "a", "d", "m", "x", "", "g", "vg"}
)


@cache
def _listed() -> dict[str, Category]:
    lists = table("categories")
    return {word: category for key, category in _LISTS.items() for word in lists[key]} | _MARKS


@cache
def _endings() -> tuple[str, ...]:
    return tuple(table("categories")["noun_endings"])


@lru_cache(maxsize=1 << 15)
def category_of(text: str, tag: str) -> Category:
    """Return the category of a word that the dictionary has as *tag*.

    >>> category_of("收入", "v").value, category_of("培训", "vn").value
    ('noun', 'event')
    >>> category_of("巡护员", "v").value, category_of("走进", "v").value
    ('noun', 'verb')
    """
    listed = _listed().get(text) or _by_beginning(text)
    if listed is not None:
        return listed
    if tag in _JUDGED_BY_ENDING and len(text) >= _SHORTEST_BY_ENDING and text.endswith(_endings()):
        return Category.NOUN
    if tag in _PHRASES and len(text) >= _PHRASE:
        # 送戏下乡, 走访慰问: a phrase of the dictionary names what is done
        return Category.EVENT
    return _BY_TAG.get(tag, Category.OUTSIDE) if tag not in ("", "x") else _untagged(text)


def _by_beginning(text: str) -> Category | None:
    """Read 每人 and 单笔, and 同比增加, which is one word of the dictionary."""
    if text[0] == "每" or text in _PER or text.startswith("平均每"):
        return Category.PER
    return Category.VERB if text.startswith(_COMPARED) else None


def _untagged(text: str) -> Category:
    """Judge what the dictionary does not know: by its ending, as a number or as a mark."""
    if text.endswith(_endings()):
        return Category.NOUN
    if text.isdecimal():
        return Category.NUMBER
    return Category.NOUN if text[0].isalpha() else Category.STOP

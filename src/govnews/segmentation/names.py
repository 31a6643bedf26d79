"""Persons' names, which no dictionary has: 杨|占|福 is 杨占福.

A surname that stands alone and one or two characters behind it that stand alone
too are a name where that is likelier than words of one character each.  On the
January 1998 issue of the People's Daily, as tagged by Peking University, this
finds what the hidden Markov model of jieba is there for, and none of its
accidents (`corpora/segmentation/README.md` has the figures).
"""

from collections.abc import Sequence
from typing import Final

from govnews.names import name_odds, names

TAG: Final = "nr"

LEAST_ODDS: Final = 3.5
"""How much likelier the name must be, as a natural logarithm; between 0 and 6 little changes."""

LEAST_ODDS_OF_A_WORD: Final = 9.0
"""The same where the given name is a word, which is not weighed: 孙|桂兰, 姚|建国."""

_LONGEST: Final = 3
_GIVEN: Final = 2
_MARKED: Final = frozenset({"nr", "nrt"})
#: 田|师傅, 赵|奶奶: what a surname is addressed with, and what is done
_TITLES: Final = frozenset(
    {
        *(
            "师傅",
            "老师",
            "医生",
            "博士",
            "教授",
            "律师",
            "法官",
            "政委",
            "委员",
            "先生",
            "女士",
            "同志",
        ),
        *("奶奶", "爷爷", "大姐", "大哥", "大娘", "大妈", "大爷", "大叔", "叔叔", "阿姨", "婆婆"),
        *("阿妹", "阿弟", "阿公", "阿婆", "阿妈", "书记", "主任", "主席", "局长", "处长", "科长"),
        *(
            "部长",
            "厅长",
            "院长",
            "校长",
            "队长",
            "班长",
            "组长",
            "所长",
            "站长",
            "经理",
            "立功",
            "越冬",
        ),
    }
)
_NOT_GIVEN: Final = frozenset({"v", "vn", "d", "p", "c", "r", "m"})
#: 和 and 向 join and point oftener than they name
_RARELY: Final = frozenset("和向从由应时任都项")
#: 小|潘, 老|贺: behind these a surname stands alone
_ADDRESS: Final = frozenset("小老阿")
#: 麦村|至, 高|在: what is no part of a name, however common the other characters are in them
_NO_PART: Final = frozenset(
    "的了着过在是和与于为等及不也就都而或被把将向从对以至到由给让使其之该各每某此这那我你他她它们些"
    "个名位次项件户家所并但如若则即且因故所将已曾再又还更最很均可能会要应须需请说称共约仅只才便却工老氏"
)
#: 甘德|县, 彭堡|镇: what these end is a place or an office
_PLACE_ENDINGS: Final = frozenset("县市区镇乡村州旗堡屯寨局厅处科院校厂社店站港路街沟河")


def persons_at(words: Sequence[str], tags: Sequence[str]) -> list[tuple[int, int]]:
    """Find the persons' names among words.

    Args:
        words: The words of a text, in order.
        tags: Their parts of speech.

    Returns:
        Of each name the number of its first word and one past that of its last,
        in order, disjoint.

    >>> persons_at(["通讯员", "李", "占", "梅"], ["n", "nr", "v", "n"])
    [(1, 4)]
    >>> persons_at(["甘", "德", "县"], ["n", "n", "n"])
    []
    """
    surnames = names().surname
    found: list[tuple[int, int]] = []
    for first in [place for place, word in enumerate(words) if word in surnames]:
        if (not found or first >= found[-1][1]) and not _is_address(words, first):
            end = _name_end(words, tags, first)
            if end:
                found.append((first, end))
    return found


def _is_address(words: Sequence[str], first: int) -> bool:
    return first > 0 and words[first - 1] in _ADDRESS


def _name_end(words: Sequence[str], tags: Sequence[str], first: int) -> int:
    """Return one past the last word of the likeliest name that begins at *first*, or 0."""
    if words[first] in _RARELY:
        return 0
    if first + 1 < len(words) and len(words[first + 1]) == _GIVEN:
        return first + 2 if _is_given(words, tags, first) else 0
    known = names().alone
    best, end = LEAST_ODDS, 0
    for stop in (first + _LONGEST, first + _LONGEST - 1):
        characters = words[first:stop]
        given = characters[1:]
        if stop > len(words) or not all(each in known for each in given):
            continue
        if not _NO_PART.isdisjoint(given):
            continue
        behind = words[stop] if stop < len(words) else ""
        if characters[-1] in _PLACE_ENDINGS or behind in _PLACE_ENDINGS:
            continue
        odds = name_odds(characters)
        if odds > best:
            best, end = odds, stop
    return end


def _is_given(words: Sequence[str], tags: Sequence[str], first: int) -> bool:
    """Tell whether the word behind a surname is a given name: 孙|桂兰."""
    given = words[first + 1]
    behind = words[first + 2] if first + 2 < len(words) else ""
    if behind in _PLACE_ENDINGS or given[-1] in _PLACE_ENDINGS:
        return False
    if given in _TITLES or tags[first + 1] in _NOT_GIVEN:
        return False
    least = LEAST_ODDS if tags[first + 1] in _MARKED else LEAST_ODDS_OF_A_WORD
    return name_odds((words[first], *given)) > least

"""Durations: the noun that lasts (annotation guide, "Target"), and who is of an age."""

import re
from collections.abc import Sequence
from typing import Final

from govnews.figures.targets.before import adjacent, clause_start, subject
from govnews.figures.targets.behind import behind
from govnews.figures.targets.categories import Category
from govnews.figures.targets.classes import is_person, is_place_or_body
from govnews.figures.targets.nouns import Span, said
from govnews.figures.targets.sentences import Item
from govnews.resources import word_set

_AGES: Final = frozenset({"岁", "周岁"})
_AGE: Final = re.compile(r"年龄$")
#: Nouns that can last though a verb stands before the figure, or though they are events
_LASTING: Final = re.compile(
    r"(?:时间|周期|期限?|时限|用时|寿命|年限|时长|工期|班|服务|工作|巡逻|疗程|车程|天数|时数|日数)$"
)
#: What may stand between that and its duration
_AT_MOST: Final = frozenset({"均", "最长", "最短", "一般", "通常", "仅"})
#: What is said of what lasts: 赛事|历时|两个多月
_LASTS: Final = frozenset(
    {
        "历时",
        "为期",
        "持续",
        "长达",
        "缩短",
        "缩至",
        "压缩",
        "延长",
        "延续",
        "控制",
        "限制",
        "够用",
        "可用",
    }
)


def lasting(items: Sequence[Item], at: int) -> str | None:
    """Return what the duration at *at* is of; None where it only says when.

    有效期|3年 lasts, 近三年 and 服务于基层|3年 name nothing that does.
    """
    figure = items[at].figure
    floor = clause_start(items, at)
    left, last = adjacent(items, at, floor)
    if figure is not None and figure.unit in _AGES:
        return _aged(items, at, left)
    noun = said(items, left)
    if left is not None and noun and (_LASTING.search(noun) or _lasts(items, left, at)):
        return noun
    if last >= floor and items[last].text in _LASTS and at + 1 < len(items):
        # 为期|75天的|专项行动
        of = items[at + 1].category is Category.OF
        named = said(items, behind(items, at, None, relative=False)) if of else None
        if named:
            return named
    if left is not None or last < floor:
        return None
    noun = said(items, subject(items, last, floor))
    verbs = {item.text for item in items[floor:at]}
    return noun if noun and (_LASTING.search(noun) or verbs & _LASTS) else None


def _lasts(items: Sequence[Item], span: Span, at: int) -> bool:
    """Tell whether the phrase names what can last, right before the duration.

    People and places do not, nor does what happens within it (45日内) or over
    it (合格率连续|6年).
    """
    between = {item.text for item in items[span[1] : at]}
    whole = "".join(item.text for item in items[span[0] : span[1]])
    if items[at].text.endswith("内") or len(whole) == 1:
        return False
    if not between <= word_set("categories", "links") | _LASTS | _AT_MOST:
        return False
    head = items[span[1] - 1]
    named = head.category is Category.NOUN
    return named and not is_person(head.text) and not is_place_or_body(head.text)


def _aged(items: Sequence[Item], at: int, left: Span | None) -> str | None:
    """Return who is so old: 60岁以上的|老人, 年龄|35岁."""
    before = said(items, left)
    if before and _AGE.search(before):
        return before
    right = said(items, behind(items, at, None, relative=False))
    if right and is_person(right):
        return right
    return before if before and is_person(before) else None

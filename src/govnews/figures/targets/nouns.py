"""Noun phrases that end where a word stands, and what a phrase says.

No parser: 的 closes a modifier, a verb closes the phrase, and a measure word
knows the class of its nouns.  That is enough for the compact phrases of
bulletins, and it never takes more than a look at each word.
"""

import re
from collections.abc import Sequence
from typing import Final

from govnews.figures.targets.categories import HEADS, JOINS, NOMINAL, Category
from govnews.figures.targets.classes import agents
from govnews.figures.targets.sentences import Item
from govnews.resources import word_set

#: What no noun begins or ends with, but for a bracket that closes
_MARKS: Final = frozenset("“”‘’《》「」\"'、·和与及（(）)")
_EDGE: Final = re.compile(r"^[“”‘’《》「」\"'、·和与及（(）)]+|[“”‘’《》「」\"'、·和与及（(]+$")
_MOVEMENT: Final = re.compile(r"(?<=[^同环])(?:上涨|下降|增长|上升|下跌|减少|增加|同比|环比)++$")
_UNIT: Final = re.compile(
    r"[（(](?:[十百千万亿]{0,2}(?:元|美元|人|人次|户|家|个|件|套|吨|公斤|亩|公顷|公里|平方米|立方米|头|只)|%|‰)[）)]$"
)
LONGEST: Final = 24
REACH: Final = 48
"""A clause is looked at this far; in a longer one no phrase that far belongs to a figure."""

LONGEST_BRACKET: Final = 5

Span = tuple[int, int]
"""First item and one past the last."""


def said(items: Sequence[Item], span: Span | None) -> str | None:
    """Return what the items of *span* say, without marks at the edges; None for nothing."""
    if span is None:
        return None
    text = "".join([item.text for item in items[span[0] : span[1]]])
    if text[:1] in _MARKS or text[-1:] in _MARKS:
        text = _EDGE.sub("", text)
    if text.count("“") != text.count("”"):
        text = text.replace("“", "").replace("”", "")
    if text.endswith(("）", ")")):
        # 固定资产投资（亿元） is a head of a table
        text = _UNIT.sub("", text)
    # 价格上涨 is one word of the dictionary, and 上涨 no part of what moves
    return _MOVEMENT.sub("", text) or text or None


def opening_of(items: Sequence[Item], closing: int) -> int:
    """Return where the bracket that ends at *closing* opens, or *closing* + 1 if it is none.

    17个市（州）, 服务中心（站）: a short alternative in brackets belongs to the noun.
    """
    if items[closing].category is not Category.CLOSING:
        return closing + 1
    for at in range(closing - 1, max(-1, closing - LONGEST_BRACKET), -1):
        if items[at].category is Category.OPENING:
            return at
        if items[at].category in (Category.FIGURE, Category.STOP):
            break
    return closing + 1


def ending_at(
    items: Sequence[Item], last: int, floor: int, *, is_object: bool = True
) -> Span | None:
    """Return the noun phrase whose last word is the item *last*, not before *floor*.

    Where it *is_object*, a verb at its head acts on it: 检查|用人单位|3.42万户.

    看望|困难职工和一线职工|近4500名: the verb 看望 is left outside.
    """
    head = opening_of(items, last) - 1
    while head >= floor and items[head].category is Category.QUOTE:
        head -= 1
    if head < floor or items[head].category not in HEADS:
        return None
    first = head
    while first > floor and head - first < LONGEST:
        before = first - 1
        category = items[before].category
        if (
            (category in NOMINAL and not _opens_quote(items, before, first))
            or (category in JOINS and _joined(items, before, floor))
            or (first == head and _makes_a_noun(items[before], items[head]))
        ):
            first = before
        elif category is Category.CLOSING and opening_of(items, before) > floor:
            first = opening_of(items, before)
            if first > before:
                return _trimmed(items, before + 1, last + 1, head, is_object=is_object)
        else:
            break
    return _trimmed(items, first, last + 1, head, is_object=is_object)


def _opens_quote(items: Sequence[Item], at: int, first: int) -> bool:
    """Tell whether a quotation ends at *at* that the phrase behind it does not belong to."""
    return items[at].category is Category.QUOTE and items[first].category is Category.QUOTE


def _makes_a_noun(item: Item, ending: Item) -> bool:
    """Tell whether a bound ending makes a noun of a word that is none: 整改|率, 过货|量."""
    bound = len(ending.text) == 1 and (
        item.category is Category.VERB
        or (item.category is Category.OUTSIDE and len(item.text) == 1)
    )
    return bound and item.text not in word_set("categories", "links")


def _joined(items: Sequence[Item], join: int, floor: int) -> bool:
    """Tell whether what stands before 和 or 、 is a noun of the same phrase."""
    before = join - 1
    if before < floor:
        return False
    if items[before].category is Category.CLOSING:
        return opening_of(items, before) > floor
    return items[before].category in HEADS or items[before].category is Category.QUOTE


def _trimmed(
    items: Sequence[Item], first: int, last: int, head: int, *, is_object: bool
) -> Span | None:
    """Leave out what only leads to the phrase: a place, a join, who acts and the verb."""
    for at in range(first + 1, head):
        agent = items[at - 1].text.endswith(agents())
        leads = items[at - 1].category is Category.ATTRIBUTE and at - 1 == first
        if is_object and (agent or leads) and _acts(items, at) and not _bare(items, at, head):
            # 工会|接待|职工来访, 柔性|引进|院士团队
            first = at
    while first < head:
        category = items[first].category
        leads = category in JOINS or category is Category.PLACE
        if not leads and not (is_object and _acts(items, first) and not _bare(items, first, head)):
            break
        first += 1
    return first, last


def _acts(items: Sequence[Item], at: int) -> bool:
    """Tell whether the event *at* acts on the noun behind it."""
    return (
        items[at].category is Category.EVENT
        and items[at].text in word_set("categories", "actions")
        and items[at + 1].category not in JOINS
    )


def _bare(items: Sequence[Item], at: int, head: int) -> bool:
    """Tell whether only a bound ending follows the event: 整改|率."""
    return at + 1 == head and len(items[head].text) == 1

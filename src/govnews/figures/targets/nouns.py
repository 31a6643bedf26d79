"""Noun phrases: runs of nominal words, read to the left or to the right of a place.

No parser: 的 closes a modifier, a verb closes the phrase, and a measure word
knows the class of its nouns.  That is enough for the compact phrases of
bulletins, and it never takes more than a look at each word.
"""

import re
from collections.abc import Sequence
from typing import Final

from govnews.figures.targets.categories import AVERAGES, Category
from govnews.figures.targets.classes import MONEY, NounClass
from govnews.figures.targets.sentences import Item
from govnews.resources import word_set

_NOMINAL: Final = frozenset(
    {Category.NOUN, Category.EVENT, Category.ATTRIBUTE, Category.PLACE, Category.QUOTE}
)
_HEADS: Final = frozenset({Category.NOUN, Category.EVENT})
_JOINS: Final = frozenset({Category.PAUSE, Category.AND})
_EDGE: Final = re.compile(r"^[“”‘’《》「」\"'、·和与及（(）)]+|[“”‘’《》「」\"'、·和与及（(]+$")
_MOVEMENT: Final = re.compile(r"(?<=[^同环])(?:上涨|下降|增长|上升|下跌|减少|增加|同比|环比)++$")
_LONGEST: Final = 24
REACH: Final = 48
"""A clause is looked at this far; in a longer one no phrase that far belongs to a figure."""

_LONGEST_BRACKET: Final = 5

Span = tuple[int, int]
"""First item and one past the last."""


def said(items: Sequence[Item], span: Span | None) -> str | None:
    """Return what the items of *span* say, without marks at the edges; None for nothing."""
    if span is None:
        return None
    text = "".join(item.text for item in items[span[0] : span[1]])
    stripped = _EDGE.sub("", text)
    # 价格上涨 is one word of the dictionary, and 上涨 no part of what moves
    return _MOVEMENT.sub("", stripped) or stripped or None


def is_head(items: Sequence[Item], at: int) -> bool:
    """Tell whether the item can close a noun phrase."""
    return items[at].category in _HEADS


def opening_of(items: Sequence[Item], closing: int) -> int:
    """Return where the bracket that ends at *closing* opens, or *closing* + 1 if it is none.

    17个市（州）, 服务中心（站）: a short alternative in brackets belongs to the noun.
    """
    if items[closing].category is not Category.CLOSING:
        return closing + 1
    for at in range(closing - 1, max(-1, closing - _LONGEST_BRACKET), -1):
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
    if head < floor or items[head].category not in _HEADS:
        return None
    first = head
    while first > floor and head - first < _LONGEST:
        before = first - 1
        category = items[before].category
        if (
            (category in _NOMINAL and not _opens_quote(items, before, first))
            or (category in _JOINS and _joined(items, before, floor))
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
    bound = len(ending.text) == 1 and item.category in (Category.VERB, Category.OUTSIDE)
    return bound and item.text not in word_set("categories", "links")


def _joined(items: Sequence[Item], join: int, floor: int) -> bool:
    """Tell whether what stands before 和 or 、 is a noun of the same phrase."""
    before = join - 1
    if before < floor:
        return False
    if items[before].category is Category.CLOSING:
        return opening_of(items, before) > floor
    return items[before].category in _HEADS or items[before].category is Category.QUOTE


def _trimmed(
    items: Sequence[Item], first: int, last: int, head: int, *, is_object: bool
) -> Span | None:
    """Leave out what only leads to the phrase: a place, a join, who acts and the verb."""
    for at in range(first + 1, head):
        agent = items[at - 1].text.endswith(tuple(word_set("categories", "agents")))
        leads = items[at - 1].category is Category.ATTRIBUTE and at - 1 == first
        if is_object and (agent or leads) and _acts(items, at) and not _bare(items, at, head):
            # 工会|接待|职工来访, 柔性|引进|院士团队
            first = at
    while first < head:
        category = items[first].category
        leads = category in _JOINS or category is Category.PLACE
        if not leads and not (is_object and _acts(items, first) and not _bare(items, first, head)):
            break
        first += 1
    return first, last


def _acts(items: Sequence[Item], at: int) -> bool:
    """Tell whether the event *at* acts on the noun behind it."""
    return (
        items[at].category is Category.EVENT
        and items[at].text in word_set("categories", "actions")
        and items[at + 1].category not in _JOINS
    )


def _bare(items: Sequence[Item], at: int, head: int) -> bool:
    """Tell whether only a bound ending follows the event: 整改|率."""
    return at + 1 == head and len(items[head].text) == 1


def starting_at(
    items: Sequence[Item], first: int, stop: int, nouns: NounClass | None
) -> Span | None:
    """Return the noun phrase that begins with the item *first*, before *stop*.

    Where the class of its head is known, it ends with the last such noun
    (612名|骑手|投保意外险); else with the last noun before a verb.
    """
    run = closed = fits = first
    while run < stop and run - first < _LONGEST:
        following = _next(items, run, first, stop, nouns)
        if following is None:
            break
        category, run = items[run].category, following
        if category in _HEADS or category is Category.OPENING:
            closed = run
            if nouns and _is_named(items[run - 1]) and nouns.holds(items[run - 1].text):
                fits = run
    if fits > first:
        closed = fits
    if closed == first < run and items[run - 1].category is Category.PLACE:
        closed = run
    closed = _with_bracket(items, closed, stop)
    return (first, closed) if closed > first else None


def _is_named(item: Item) -> bool:
    """Tell whether the item names a thing, not what is done: 案件, not 立案."""
    return item.category is Category.NOUN or item.text not in word_set("categories", "actions")


def _next(
    items: Sequence[Item], at: int, first: int, stop: int, nouns: NounClass | None
) -> int | None:
    """Return where the phrase that began at *first* goes on behind *at*, if *at* is part of it."""
    category = items[at].category
    if category is Category.OPENING:
        closing = _closing_of(items, at, stop)
        return None if closing is None else closing + 1
    if category in _JOINS:
        return at + 1 if at > first and _goes_on(items, at, stop) else None
    return at + 1 if _within(items, at, first, stop, nouns) else None


def _within(items: Sequence[Item], at: int, first: int, stop: int, nouns: NounClass | None) -> bool:
    """Tell whether the phrase that began at *first* goes on at *at*."""
    category = items[at].category
    if category is Category.NUMBER or (at > first and items[at].text in ("以上", "以下")):
        # 一线|岗位, 4|A|级|以上|景区
        return at + 1 < stop and items[at + 1].category in (*_NOMINAL, Category.NUMBER)
    if category not in _NOMINAL:
        return False
    # 600万元|高温|慰问|专项资金: what is paid has its purpose before it
    purpose = nouns is not None and nouns.name == MONEY and _follows(items, at, stop, nouns)
    return purpose or not _predicate(items, at, first, stop)


def _follows(items: Sequence[Item], at: int, stop: int, nouns: NounClass) -> bool:
    """Tell whether a noun of the class follows right behind the event at *at*."""
    return any(
        items[following].category is Category.NOUN and nouns.holds(items[following].text)
        for following in range(at + 1, min(stop, at + 3))
    )


def _with_bracket(items: Sequence[Item], closed: int, stop: int) -> int:
    if closed < stop and items[closed].category is Category.OPENING:
        closing = _closing_of(items, closed, stop)
        return closed if closing is None else closing + 1
    return closed


def _closing_of(items: Sequence[Item], opening: int, stop: int) -> int | None:
    """Return where a short bracket closes: 17个市（州）."""
    for at in range(opening + 1, min(stop, opening + _LONGEST_BRACKET)):
        if items[at].category is Category.CLOSING:
            return at
        if items[at].category in (Category.FIGURE, Category.STOP):
            return None
    return None


def _goes_on(items: Sequence[Item], join: int, stop: int) -> bool:
    """Tell whether a noun follows 和 or 、, within the phrase."""
    # 三个合作社|与|雇工代表|坐到一起: there 与 joins the two to a verb
    return join + 1 < stop and items[join].text != "与" and items[join + 1].category in _NOMINAL


def _predicate(items: Sequence[Item], at: int, first: int, stop: int) -> bool:
    """Tell whether an event is what the phrase before it does: 23个联系点|销售|农产品."""
    if items[at].text in AVERAGES:
        return at > first
    if at == first or items[at].category is not Category.EVENT or at + 1 >= stop:
        return False
    acts = items[at].text in word_set("categories", "actions")
    return acts and items[at + 1].category in (Category.NOUN, Category.ATTRIBUTE, Category.FIGURE)

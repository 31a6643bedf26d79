"""The two sides of a figure: the noun phrase before it and the one behind it."""

from collections.abc import Sequence
from typing import Final

from govnews.figures.targets.categories import AVERAGES, Category
from govnews.figures.targets.classes import NounClass
from govnews.figures.targets.nouns import Span, ending_at, starting_at
from govnews.figures.targets.sentences import Item
from govnews.models import Kind
from govnews.resources import word_set

#: A date or a duration between a noun and its number separates nothing: 安置率|连续6年|保持|100%
_PASSED: Final = frozenset({Kind.DATE, Kind.DURATION, Kind.ORDINAL})
_BESIDE: Final = frozenset({Category.OUTSIDE, Category.PER, Category.NUMBER})
_JOINS: Final = frozenset({Category.PAUSE, Category.AND})
_NOUNS: Final = frozenset({Category.NOUN, Category.QUOTE, Category.CLOSING})
_ACTS: Final = frozenset({Category.VERB, Category.EVENT})
_NO_NOUN: Final = frozenset(
    {Category.VERB, Category.WITH, Category.OUTSIDE, Category.PER, Category.OF, Category.STOP}
)
#: A verb behind these has reached its value: 发展到, 增至
_REACHED: Final = frozenset({"到", "至", "到了", "为", "成"})
_COMPARED: Final = frozenset({"相比", "比较", "相较"})
#: A clause is looked at this far; a longer one holds no phrase that belongs to the figure
_REACH: Final = 48
_LONGEST_RELATIVE: Final = 3


def clause_start(items: Sequence[Item], at: int) -> int:
    """Return the first item of what belongs to the figure *at* alone, on its left."""
    depth = 0
    if at and items[at - 1].category in _JOINS:
        # 所有乡镇和|87%的行政村 are two things
        return at
    for before in range(at - 1, max(-1, at - _REACH), -1):
        category = items[before].category
        if category is Category.CLOSING:
            depth += 1
        elif category is Category.OPENING:
            depth -= 1
        figure = items[before].figure
        ends = category is Category.STOP or depth < 0
        if ends or (figure is not None and figure.kind not in _PASSED):
            return _behind_joins(items, before + 1, at)
    return max(0, at - _REACH)


def _behind_joins(items: Sequence[Item], first: int, at: int) -> int:
    while first < at and items[first].category in _JOINS:
        first += 1
    return first


def passed(item: Item) -> bool:
    """Tell whether the item is a figure that stands between a noun and its number."""
    return item.figure is not None and item.figure.kind in _PASSED


def adjacent(items: Sequence[Item], at: int, floor: int) -> tuple[Span | None, int]:
    """Return the noun phrase that the figure *at* directly follows, and where the search ended.

    Copulas and adverbs may stand between (职工|共|8000人).  Where a verb does,
    there is none, and the second value is where that verb stands.
    """
    last = at - 1
    while last >= floor and _is_beside(items[last]):
        last -= 1
    if last < floor:
        return None, last
    category = items[last].category
    if category in _NOUNS or (category is Category.EVENT and not _acts_alone(items, last, at, floor)):
        direct = not any(item.text in word_set("categories", "links") for item in items[last + 1 : at])
        return ending_at(items, last, floor, is_object=direct), last
    return None, last


def _is_beside(item: Item) -> bool:
    return (
        item.category in _BESIDE
        or item.text in AVERAGES
        or item.text in word_set("categories", "links")
        or passed(item)
    )


def _acts_alone(items: Sequence[Item], event: int, at: int, floor: int) -> bool:
    """Tell whether an event before a number is a verb: 已开工|55个, 发展到|3万人.

    完成投资|186亿元, 出口|61亿元, 每天补贴|50元 name what is counted or paid.
    """
    text, before = items[event].text, event - 1
    if items[event + 1].text in ("到", "至", "到了"):
        return True
    if text in word_set("categories", "payments"):
        return False
    if text in word_set("categories", "spending"):
        return before < floor or _spends(items[before])
    acts = text in word_set("categories", "actions")
    if before < floor or items[before].text == "其中":
        return acts
    category = items[before].category
    if category in (Category.OUTSIDE, Category.PER, Category.WITH, Category.AND, Category.PAUSE, Category.PLACE):
        return True
    if items[before].figure is not None:
        return True
    return event < at - 1 and category is Category.NOUN and acts


def _spends(item: Item) -> bool:
    """Tell whether 投入 behind *item* is a verb: 县财政|投入, 累计|投入, but 民间|投资, 完成|投资."""
    beside = item.category in (Category.OUTSIDE, Category.PER, Category.PLACE, Category.WITH)
    agent = item.category is Category.NOUN and item.text.endswith(
        tuple(word_set("categories", "agents"))
    )
    return beside or agent or item.text in word_set("categories", "links")


def subject(items: Sequence[Item], last: int, floor: int) -> Span | None:
    """Return the noun phrase that the verb at *last* is said of, across what stands between.

    普氏原羚|首次|突破|3000只; what 比 and 在 govern is no subject: 比|全省|高.
    """
    at = last
    while at >= floor:
        if items[at].text in _COMPARED:
            at = _compared_from(items, at, floor) - 1
            continue
        named = items[at].category in _NOUNS or (items[at].category is Category.EVENT and at < last)
        span = ending_at(items, at, floor, is_object=False) if named else None
        if span is None:
            at -= 1
            continue
        governor = governor_of(items, span[0], floor)
        if governor is None:
            return span
        at = governor - 1
    return None


def _compared_from(items: Sequence[Item], at: int, floor: int) -> int:
    """Return where 与…相比 begins."""
    for before in range(at - 1, floor - 1, -1):
        if items[before].category in (Category.AND, Category.WITH) or items[before].text == "同":
            return before
    return floor


def governor_of(items: Sequence[Item], first: int, floor: int) -> int | None:
    """Return where the preposition stands that governs the phrase from *first* on, if one does."""
    at = first - 1
    while at >= floor:
        category = items[at].category
        if category is Category.WITH:
            return at
        beside = category in (Category.OUTSIDE, Category.PLACE, Category.NUMBER, Category.PAUSE)
        if not beside and not passed(items[at]):
            return None
        at -= 1
    return None


def behind(
    items: Sequence[Item], at: int, nouns: NounClass | None, *, relative: bool, is_object: bool = False
) -> Span | None:
    """Return the noun phrase behind the figure *at*: 走访|43家|企业.

    Args:
        items: The sentence.
        at: Where the figure stands.
        nouns: The class of what it counts, if that is known.
        relative: Whether the phrase may open with a clause: 25位|来自医院的|专家.
        is_object: Whether a verb before the figure takes it as its object,
            so that a verb behind it is part of the phrase: 组成|8个|入企工作组.
    """
    first = at + 1
    if first < len(items) and items[first].category is Category.OF:
        first += 1
    stop = clause_end(items, first)
    first = _behind_bracket(items, first, stop)
    if first >= stop:
        return None
    if items[first].category not in _NO_NOUN:
        span = starting_at(items, first, stop, nouns)
        if span is None or _reaches(items, span):
            return None
        if not relative:
            return span
        of = span[1] < stop and items[span[1]].category is Category.OF
        if not of or _is_possessor(items, span, nouns):
            return span
        return starting_at(items, span[1] + 1, clause_end(items, span[1] + 1), nouns) or span
    if not relative:
        return None
    return _short_relative(items, first, stop, nouns, is_object=is_object) or _relative(
        items, first, nouns
    )


def _reaches(items: Sequence[Item], span: Span) -> bool:
    """Tell whether the phrase is the verb of 由11家|发展|到29家."""
    if span[1] - span[0] > 1 or items[span[0]].category is not Category.EVENT:
        return False
    return span[1] < len(items) and (
        items[span[1]].text in _REACHED or items[span[1]].text in word_set("categories", "links")
    )


def _short_relative(
    items: Sequence[Item], first: int, stop: int, nouns: NounClass | None, *, is_object: bool
) -> Span | None:
    """Read 一位|落水|老人 and 组成|8个|入企|服务职工|工作组: verbs without 的 before the noun."""
    at = first
    while at < stop and items[at].category in _ACTS and at - first < _LONGEST_RELATIVE:
        if items[at].text in word_set("categories", "links"):
            return None
        at += 1
    if at == first or at >= stop:
        return None
    span = starting_at(items, at, stop, nouns)
    if span is None or (span[1] < stop and items[span[1]].category is Category.OF):
        return None
    holds = nouns is not None and nouns.holds(items[span[1] - 1].text)
    if nouns is not None and not holds:
        return None
    if is_object:
        return first, span[1]
    if items[first].text in word_set("categories", "verbs"):
        return None
    # 四个|受援|县|开展: a second verb makes an attribute of the first
    acts = span[1] < stop and items[span[1]].category in (*_ACTS, Category.OUTSIDE, Category.WITH)
    return (first, span[1]) if holds or acts else None


def _relative(items: Sequence[Item], first: int, nouns: NounClass | None) -> Span | None:
    """Read 25位|来自医院、与青海发展紧密相关的|优秀专家: the noun behind the clause's 的."""
    found = None
    for at in range(first, min(len(items) - 1, first + _REACH)):
        if items[at].category is Category.STOP or (items[at].figure is not None and not passed(items[at])):
            break
        if items[at].category in (Category.OF, Category.ET_CETERA) and items[at + 1].category not in _NO_NOUN:
            span = starting_at(items, at + 1, clause_end(items, at + 1), nouns)
            if span is not None and (nouns is None or nouns.holds(items[span[1] - 1].text)):
                return span
            found = found or span
    return found


def _is_possessor(items: Sequence[Item], span: Span, nouns: NounClass | None) -> bool:
    """Tell whether what stands before 的 is itself what is counted: 5个县|的|农技人员."""
    head = items[span[1] - 1]
    if nouns is not None:
        return nouns.holds(head.text)
    return head.category is Category.NOUN


def clause_end(items: Sequence[Item], first: int) -> int:
    """Return where the clause or the next figure stops what begins at *first*."""
    for at in range(first, min(len(items), first + _REACH)):
        if items[at].category in (Category.STOP, Category.FIGURE):
            return at
    return min(len(items), first + _REACH)


def _behind_bracket(items: Sequence[Item], first: int, stop: int) -> int:
    """Pass over what is said in brackets right behind a figure: 30个（含分站）服务站."""
    if first < stop and items[first].category is Category.OPENING:
        for at in range(first + 1, min(stop, first + 8)):
            if items[at].category is Category.CLOSING:
                return at + 1
        return stop
    return first

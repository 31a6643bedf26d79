"""What stands before a figure: the noun phrase that it follows, or the subject of its verb."""

from collections.abc import Sequence
from typing import Final

from govnews.figures.targets.categories import AVERAGES, JOINS, Category
from govnews.figures.targets.classes import agents
from govnews.figures.targets.nouns import REACH, Span, ending_at
from govnews.figures.targets.sentences import Item
from govnews.models import Kind
from govnews.resources import word_set

#: A date or a duration between a noun and its number separates nothing: 安置率|连续6年|保持|100%
_PASSED: Final = frozenset({Kind.DATE, Kind.DURATION, Kind.ORDINAL})
_BESIDE: Final = frozenset({Category.OUTSIDE, Category.PER})
_NOUNS: Final = frozenset({Category.NOUN, Category.QUOTE, Category.CLOSING})
#: Behind these an event is a verb: 已|开工, 每年|补助
_BEFORE_A_VERB: Final = frozenset(
    {Category.OUTSIDE, Category.PER, Category.WITH, Category.PLACE, Category.FIGURE, *JOINS}
)
#: A verb before these has reached its value: 发展|到, 增加|至
REACHED: Final = frozenset({"到", "至", "到了"})
_COMPARED: Final = frozenset({"相比", "比较", "相较"})


def clause_start(items: Sequence[Item], at: int) -> int:
    """Return the first item of what belongs to the figure *at* alone, on its left."""
    depth = 0
    if at and items[at - 1].category in JOINS:
        # 所有乡镇和|87%的行政村 are two things
        return at
    for before in range(at - 1, max(-1, at - REACH), -1):
        category = items[before].category
        if category is Category.CLOSING:
            depth += 1
        elif category is Category.OPENING:
            depth -= 1
        figure = items[before].figure
        ends = category is Category.STOP or depth < 0
        if ends or (figure is not None and figure.kind not in _PASSED):
            return _behind_joins(items, before + 1, at)
    return max(0, at - REACH)


def _behind_joins(items: Sequence[Item], first: int, at: int) -> int:
    while first < at and items[first].category in JOINS:
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
    if category in _NOUNS or (
        category is Category.EVENT and not _acts_alone(items, last, at, floor)
    ):
        direct = not any(
            item.text in word_set("categories", "links") for item in items[last + 1 : at]
        )
        return ending_at(items, last, floor, is_object=direct), last
    if items[last].text == "比" and last > floor:
        # 存贷比|66.4%: behind a noun, before a number 比 is a ratio
        span = ending_at(items, last - 1, floor)
        return (span[0], last + 1) if span else None, last
    return None, last


def _is_beside(item: Item) -> bool:
    return (
        item.category in _BESIDE
        or item.text in ("一", "一式")
        or item.text in AVERAGES
        or item.text in word_set("categories", "links")
        or passed(item)
    )


def _acts_alone(items: Sequence[Item], event: int, at: int, floor: int) -> bool:
    """Tell whether an event before a number is a verb: 已开工|55个, 发展到|3万人.

    完成投资|186亿元, 出口|61亿元, 每天补贴|50元 name what is counted or paid.
    """
    text, opens = items[event].text, event == floor
    if items[event + 1].text in REACHED:
        return True
    if text in word_set("categories", "payments"):
        return False
    before = items[event - 1]
    if text in word_set("categories", "spending"):
        return opens or _spends(before)
    acts = text in word_set("categories", "actions")
    if opens or before.text == "其中":
        return acts
    linked = event < at - 1 and before.category is Category.NOUN
    if before.category is Category.OUTSIDE and before.text not in word_set("categories", "aspects"):
        # 上半年|就业|3万人
        return acts
    return before.category in _BEFORE_A_VERB or (linked and acts)


def _spends(before: Item) -> bool:
    """Tell whether 投入 behind *before* is a verb: 县财政|投入, 累计|投入, but 民间|投资."""
    beside = before.category in (Category.OUTSIDE, Category.PER, Category.PLACE, Category.WITH)
    agent = before.category is Category.NOUN and before.text.endswith(agents())
    return beside or agent or before.text in word_set("categories", "links")


def subject(items: Sequence[Item], last: int, floor: int) -> Span | None:
    """Return the noun phrase that the verb at *last* is said of, across what stands between.

    普氏原羚|首次|突破|3000只; what 比 and 在 govern is no subject: 比|全省|高.
    """
    if last >= floor and items[last].category is Category.NUMBER:
        # a word that no dictionary has, cut into characters: 新增|托|位|1120个
        return None
    at = last
    while at >= floor:
        if items[at].text in _COMPARED:
            at = _compared_from(items, at, floor) - 1
            continue
        named = items[at].category in _NOUNS or (items[at].category is Category.EVENT and at < last)
        span = ending_at(items, at, floor, is_object=False) if named else None
        if span is None or (span[1] - span[0] == 1 and len(items[at].text) == 1):
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

"""What stands behind a figure: the noun phrase that its measure word counts."""

from collections.abc import Sequence
from typing import Final

from govnews.figures.targets.before import passed
from govnews.figures.targets.categories import ACTS, Category
from govnews.figures.targets.classes import NounClass, class_of, is_person, is_place_or_body
from govnews.figures.targets.forward import starting_at
from govnews.figures.targets.nouns import REACH, Span
from govnews.figures.targets.sentences import Item
from govnews.models import Kind
from govnews.resources import word_set

_NO_NOUN: Final = frozenset(
    {
        Category.VERB,
        Category.WITH,
        Category.OUTSIDE,
        Category.PER,
        Category.OF,
        Category.STOP,
        Category.FIGURE,
    }
)
#: Behind a noun these describe the noun that is meant: 10个|工作成绩|突出的|单位
_DESCRIBES: Final = ACTS | {Category.ATTRIBUTE}
#: Behind a noun these make it the subject of what it does
_GOES_ON: Final = ACTS | {Category.OUTSIDE, Category.WITH}
#: An event before these is a verb: 由11家|发展|到29家
_REACHED: Final = frozenset({"到", "至", "到了", "为", "成"})
_LONGEST_RELATIVE: Final = 3
_LONGEST_BRACKET: Final = 8


def behind(
    items: Sequence[Item],
    at: int,
    nouns: NounClass | None,
    *,
    relative: bool,
    is_object: bool = False,
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
        span = starting_at(items, first, stop, nouns, is_object=is_object)
        span = _without_next(items, span)
        return _direct(items, first, span, nouns) if relative else _unless_reached(items, span)
    if not relative:
        return None
    short = _short_relative(items, first, stop, nouns, is_object=is_object)
    return short or _relative(items, first, nouns)


def _unless_reached(items: Sequence[Item], span: Span | None) -> Span | None:
    return None if span is None or _reaches(items, span) else span


def _without_next(items: Sequence[Item], span: Span | None) -> Span | None:
    """Leave out the noun of the next figure: 十七个|乡镇|受灾人口|十六万人."""
    following = items[span[1]].figure if span is not None and span[1] < len(items) else None
    if span is None or following is None or span[1] - span[0] == 1:
        return span
    nouns = class_of(following)
    postposed = following.kind is Kind.MONEY or items[span[1]].text.endswith("人")
    rest = span[0], span[1] - 1
    headed = any(items[at].category is Category.NOUN for at in range(*rest))
    if postposed and headed and nouns and nouns.holds(items[rest[1]].text):
        return rest
    return span


def _direct(
    items: Sequence[Item], first: int, span: Span | None, nouns: NounClass | None
) -> Span | None:
    """Return the phrase *span* that begins right behind, or the one that it only leads to."""
    if span is None:
        # 12名|优秀的|班组长
        described = items[first].category is Category.ATTRIBUTE
        return _relative(items, first, nouns) if described else None
    if _reaches(items, span):
        return None
    if _is_counted(items, span, nouns) or span[1] >= len(items):
        return span
    following = items[span[1]].category
    if following is Category.OF:
        return starting_at(items, span[1] + 1, clause_end(items, span[1] + 1), nouns) or span
    described = following in _DESCRIBES
    return (_relative(items, span[1], nouns) if described else None) or span


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
    while at < stop and items[at].category in ACTS and at - first < _LONGEST_RELATIVE:
        at += 1
    verbs = {item.text for item in items[first:at]}
    if not verbs or at >= stop or verbs & word_set("categories", "links"):
        return None
    span = starting_at(items, at, stop, nouns)
    if span is None:
        return None
    holds = nouns is not None and nouns.holds(items[span[1] - 1].text)
    if span[1] < stop and items[span[1]].category is Category.OF and not holds:
        return None
    # 四个|受援|县|开展: a second verb makes an attribute of the first
    acts = span[1] < stop and items[span[1]].category in _GOES_ON
    opens = items[first].text not in word_set("categories", "verbs")
    whole = holds if nouns is not None else acts
    return (
        (first, span[1]) if (is_object and (holds or nouns is None)) or (opens and whole) else None
    )


def _relative(items: Sequence[Item], first: int, nouns: NounClass | None) -> Span | None:
    """Read 25位|来自医院、与青海发展紧密相关的|优秀专家: the noun behind the clause's 的."""
    found = None
    for at in range(first, min(len(items) - 1, first + REACH)):
        if items[at].category is Category.STOP or (
            items[at].figure is not None and not passed(items[at])
        ):
            break
        if items[at].category not in (Category.OF, Category.ET_CETERA):
            continue
        head = at + 2 if items[at + 1].text.startswith("各") else at + 1
        if head < len(items) and items[head].category not in _NO_NOUN:
            span = starting_at(items, head, clause_end(items, head), nouns)
            if span is not None and (nouns is None or nouns.holds(items[span[1] - 1].text)):
                return span
            found = found or span
    return found


def _is_counted(items: Sequence[Item], span: Span, nouns: NounClass | None) -> bool:
    """Tell whether the phrase itself is what is counted, whatever 的 behind it leads to.

    5个县|的|农技人员 are of five counties.
    """
    head = items[span[1] - 1].text
    if nouns is not None:
        return nouns.holds(head)
    return is_place_or_body(head) or is_person(head)


def clause_end(items: Sequence[Item], first: int) -> int:
    """Return where the clause or the next figure stops what begins at *first*."""
    for at in range(first, min(len(items), first + REACH)):
        if items[at].category in (Category.STOP, Category.FIGURE):
            return at
    return min(len(items), first + REACH)


def _behind_bracket(items: Sequence[Item], first: int, stop: int) -> int:
    """Pass over what is said in brackets right behind a figure: 30个（含分站）服务站."""
    if first < stop and items[first].category is Category.OPENING:
        for at in range(first + 1, min(stop, first + _LONGEST_BRACKET)):
            if items[at].category is Category.CLOSING:
                return at + 1
        return stop
    return first

"""分别: each figure of a list takes its own noun (annotation guide, "Target")."""

import re
from collections.abc import Sequence
from typing import Final

from govnews.figures.candidate import Candidate
from govnews.figures.targets.before import adjacent, clause_start
from govnews.figures.targets.behind import behind
from govnews.figures.targets.categories import ACTS, HEADS, JOINS, Category
from govnews.figures.targets.classes import NounClass, class_of, is_person, is_place_or_body
from govnews.figures.targets.inherited import History
from govnews.figures.targets.nouns import Span, ending_at, said
from govnews.figures.targets.sentences import Item
from govnews.models import Kind

_RESPECTIVELY: Final = frozenset({"分别", "依次", "各"})
_CLOSES: Final = frozenset(
    {*HEADS, Category.QUOTE, Category.ATTRIBUTE, Category.PLACE, Category.NUMBER, Category.OUTSIDE}
)
_WITHIN: Final = frozenset({*_CLOSES, Category.VERB})
#: 增速分别为: the indicators stand before
_INDICATORS: Final = re.compile(
    r"^(?:同比|年均|平均)?(?:增速|增幅|降幅|涨幅|跌幅|增长率|占比|比重)$"
)
#: 三 of 三等奖奖金: what it shares with 一 and 二 follows it
_NUMBERED: Final = re.compile(r"^第?[一二三四五六七八九十]")

#: 分别增长|6.4%|和|下降|1.2%
_CHANGES: Final = frozenset(
    {"增长", "下降", "上升", "提高", "降低", "减少", "增加", "上涨", "下跌", "回落"}
)


def group_at(items: Sequence[Item], at: int) -> list[int]:
    """Return where the figures of a list stand, from *at* on: 分别为|2480|、|602|和|134份."""
    group = [at]
    first = items[at].figure
    while first is not None and first.kind is not Kind.DATE:
        following = group[-1] + 1
        while following < len(items) and (
            _links(items[following])
            or (following > group[-1] + 1 and items[following].text in _CHANGES)
        ):
            following += 1
        if following >= len(items) or following == group[-1] + 1:
            break
        figure = items[following].figure
        if figure is None or figure.kind is not first.kind:
            break
        group.append(following)
    return group


def _links(item: Item) -> bool:
    return item.category in JOINS or item.text in ("，", ",")


def aligned(items: Sequence[Item], group: Sequence[int], history: History) -> list[str]:
    """Return the nouns of the figures at *group*, one for each; none where they cannot be told."""
    if len(group) == 1:
        return []
    floor = clause_start(items, group[0])
    words = [at for at in range(floor, group[0]) if items[at].text in _RESPECTIVELY]
    if not words and items[group[0] - 1].category is Category.OF:
        return []
    end = _before_comparison(items, floor, words[-1] if words else group[0])
    figure = items[group[0]].figure
    nouns = class_of(figure) if figure else None
    names = _of_money(_names(items, (floor, end), len(group), nouns), figure, history)
    if words:
        return _shared_object(items, group, words[-1], names) or _handed(names, group, history)
    if len(names) == len(group) and end < group[0]:
        return names
    # 分别提高11.2和10.6个百分点，达到|89.3%|和|92%
    again = not names and len(history.handed_out) == len(group)
    return history.handed_out if again else []


def _handed(names: list[str], group: Sequence[int], history: History) -> list[str]:
    """Return the names that 分别 hands out; those of the figures before, where it names none."""
    if len(names) == len(group):
        return names
    if names and not all(_INDICATORS.match(name) for name in names):
        return []
    levels = history.levels(len(group))
    return levels if len(levels) == len(group) else []


def _shared_object(
    items: Sequence[Item], group: Sequence[int], word: int, names: list[str]
) -> list[str]:
    """Read 东、西部地区分别有|12个|和|15个|项目: bodies have them, what follows is counted."""
    figure = items[group[0]].figure
    things = figure is not None and figure.kind is not Kind.HEADCOUNT
    if not names or not all(
        is_place_or_body(name) or (things and is_person(name)) for name in names
    ):
        return []
    span = behind(items, group[-1], None, relative=False)
    if span is None:
        verbs = [at for at in range(word + 1, group[0]) if items[at].category in ACTS]
        span = adjacent(items, group[0], verbs[-1] + 1)[0] if verbs else None
    noun = said(items, span)
    return [noun] * len(group) if noun else []


def _of_money(names: list[str], figure: Candidate | None, history: History) -> list[str]:
    """Read 月均收入4615元，建筑业和餐饮业分别为|5230|和|3680元: the sum is that of before."""
    nouns = class_of(figure) if figure and figure.kind is Kind.MONEY else None
    levels = history.levels(1)
    if nouns is None or not levels or not nouns.holds(levels[0]) or any(map(nouns.holds, names)):
        return names
    return [name + levels[0] for name in names]


def _before_comparison(items: Sequence[Item], floor: int, end: int) -> int:
    """Return where the subject ends: before 比上年 or the verb of the clause."""
    for at in range(floor, end):
        if (items[at].category is Category.WITH and at > floor) or items[at].text in (
            "同比",
            "环比",
            "占",
        ):
            return at
    while end > floor and items[end - 1].category in (Category.VERB, Category.OUTSIDE):
        end -= 1
    return end


def _names(items: Sequence[Item], span: Span, count: int, nouns: NounClass | None) -> list[str]:
    """Split 单个企业合同、区域性合同、行业性合同 into *count* nouns, or return what there is.

    国际及港澳台快件 is one of three, if 、 alone makes three.
    """
    everywhere = _rebuilt(items, _members(items, *span, JOINS), nouns)
    if len(everywhere) <= count:
        return everywhere
    pauses = _rebuilt(items, _members(items, *span, frozenset({Category.PAUSE})), nouns)
    return pauses if len(pauses) == count else everywhere[-count:]


def _members(
    items: Sequence[Item], first: int, last: int, joins: frozenset[Category]
) -> list[Span]:
    members: list[list[int]] = [[]]
    for at in range(first, last):
        category = items[at].category
        if category in joins:
            members.append([])
        elif category in _WITHIN or category in JOINS:
            members[-1].append(at)
        elif category is Category.OF:
            members[-1].clear()
    spans = [_member(items, member) for member in members if member]
    return [span for span in spans if span]


def _member(items: Sequence[Item], member: list[int]) -> Span | None:
    last = len(member)
    while last and items[member[last - 1]].category not in _CLOSES:
        last -= 1
    if not last:
        return None
    end = member[last - 1]
    return ending_at(items, end, member[0]) or (end, end + 1)


def _rebuilt(items: Sequence[Item], spans: list[Span], nouns: NounClass | None) -> list[str]:
    """Give 理论 of 理论和实操|成绩 the head of the last: 理论成绩."""
    if not spans:
        return []
    whole = said(items, spans[-1]) or ""
    opening = items[spans[-1][0]].text
    names = []
    for span in spans[:-1]:
        name = said(items, span) or ""
        whole_itself = nouns is not None and nouns.holds(name)
        if (
            span[1] - span[0] == 1
            and not whole_itself
            and not name.endswith(items[spans[-1][1] - 1].text)
        ):
            name = _completed(name, whole, opening)
        names.append(name)
    return [*names, whole]


def _completed(name: str, whole: str, opening: str) -> str:
    """Return *name* with what it shares with the *whole* of the last: 一 of 一、二、三等奖."""
    if _NUMBERED.match(name) and _NUMBERED.match(whole):
        return _joined(name, _NUMBERED.sub("", whole))
    if len(opening) > len(name) == 1:
        # 东、中、西部补助
        return name + whole[1:]
    return _joined(name, whole[len(opening) :])


def _joined(name: str, rest: str) -> str:
    """Return *name* with *rest*, what both have said once: 第一产业, 产业增加值."""
    for shared in range(min(len(name), len(rest)), 0, -1):
        if name.endswith(rest[:shared]):
            return name + rest[shared:]
    return name + rest

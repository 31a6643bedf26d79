"""Rates: whose share a percentage is, or which indicator it moves."""

import re
from collections.abc import Sequence
from typing import Final

from govnews.figures.targets.before import adjacent, clause_start, governor_of, subject
from govnews.figures.targets.behind import behind
from govnews.figures.targets.categories import Category
from govnews.figures.targets.inherited import PLANS, History
from govnews.figures.targets.nouns import Span, ending_at, said
from govnews.figures.targets.objects import object_of_verb
from govnews.figures.targets.sentences import Item
from govnews.resources import word_set

#: Behind 的 these say how much it moved, not of what it is a share: 8%的|速度
_OF_CHANGE: Final = re.compile(
    r"的?(?:比例|速度|幅度|增速|标准|比率|目标|增长|降幅|增幅|水平|概率|可能|税率|利率|折扣)"
)
_COMPLETED: Final = "完成"
_SHARES: Final = frozenset(
    {
        "占",
        "占到",
        "约占",
        "仅占",
        "按",
        "恢复到",
        "达到",
        "相当于",
        "是",
        "为",
        "控制在",
        "占了",
        "不足",
        "超过",
    }
)
_INDICATOR: Final = re.compile(r"(?:率|比|度|量|额|数|值|速|幅|面|价|水平|收入|支出|投资)$")
#: How much something moved is said of that thing: 增幅|8.3%, 年均增长率为|3%
_OF_MOVEMENT: Final = re.compile(
    r"^(?:年|月)?(?:平均|均)?(?:增长率|增速|增幅|降幅|涨幅|跌幅|增长速度)$"
)


_MOVEMENT_OF: Final = re.compile(r"(?:同比|年均|平均)?(?:增速|增幅|涨幅|降幅)$")


def rate(items: Sequence[Item], at: int, history: History) -> str | None:
    """Return what the percentage or the multiple at *at* is of."""
    figure, own = items[at].figure, said(items, _own(items, at))
    if own and figure is not None and figure.unit == "%":
        # 工业用电量增速|为-1.6%: of what grows
        own = _MOVEMENT_OF.sub("", own) or own
    # 占比|61.9% is of what has the share; the share itself moves in points
    alone = own in word_set("categories", "never_alone") and figure and figure.unit == "%"
    if alone or (own and figure is not None and figure.unit == "%" and _OF_MOVEMENT.match(own)):
        return history.inherited(items, at) or own
    return own or history.inherited(items, at)


def _own(items: Sequence[Item], at: int) -> Span | None:
    floor = clause_start(items, at)
    if at > floor and items[at - 1].category is Category.OF:
        return _before_of(items, at, floor)
    left, last = adjacent(items, at, floor)
    across = left is None
    if left is not None and governor_of(items, left[0], floor) is not None:
        # 按房价|千分之五|收取: what it is reckoned by is no subject
        last = left[0] - 1
        left, across = None, True
    left = _whose_share(items, left or subject(items, last, floor), floor)
    right = _share_of(items, at, none_before=left is None)
    if right is not None and not (left and (across or _INDICATOR.search(items[left[1] - 1].text))):
        return right
    event = items[last] if left is None and last >= floor else None
    if (
        event
        and event.category is Category.EVENT
        and event.text not in word_set("categories", "actions")
    ):
        # 贴息|50%: the event itself is the indicator
        return ending_at(items, last, floor)
    if left is None and any(item.category is Category.WITH for item in items[floor:at]):
        # the sum that it is reckoned for: 按应付金额|50%以上|加付|赔偿金
        return object_of_verb(items, at)
    return left


def _whose_share(items: Sequence[Item], span: Span | None, floor: int) -> Span | None:
    """Read X占全部投资的比重|降到二成 and X占GDP比重: of X; else return *span*."""
    if span is None or items[span[1] - 1].text not in ("比重", "比例", "份额"):
        return span
    for verb in range(span[1] - 2, floor, -1):
        if items[verb].text in ("占", "约占"):
            whose, last = adjacent(items, verb, floor)
            return whose or subject(items, last, floor) or span
    return span


def _share_of(items: Sequence[Item], at: int, *, none_before: bool) -> Span | None:
    """Read 98%以上的|问题, 八成以上|案件: the noun that a share is of, behind it."""
    if at + 1 >= len(items) or _OF_CHANGE.match(
        "".join(item.text for item in items[at + 1 : at + 4])
    ):
        return None
    of = items[at + 1].category is Category.OF
    direct = none_before and items[at + 1].category in (Category.NOUN, Category.ATTRIBUTE)
    return behind(items, at, None, relative=of) if of or direct else None


def _before_of(items: Sequence[Item], at: int, floor: int) -> Span | None:
    """Read X完成Y的Z%: what is completed; of X占Y的Z% and X是Y的Z倍 it is X."""
    whole = ending_at(items, at - 2, floor)
    if whole and PLANS.search(items[whole[1] - 1].text):
        return whole
    if any(items[before].text in ("按", "按照") for before in range(floor, at)) and not whole:
        return object_of_verb(items, at)
    for verb in range(at - 2, floor - 1, -1):
        if items[verb].text == _COMPLETED:
            return ending_at(items, at - 2, verb + 1)
        if items[verb].category is Category.WITH and items[verb].text in ("由", "从"):
            # 建制率由2008年的|39%上升到72%
            return subject(items, verb - 1, floor)
        if items[verb].text in _SHARES:
            span, last = adjacent(items, verb, floor)
            return span or subject(items, last, floor)
    return whole

"""Targets: what each figure counts, pays for or measures (annotation guide, "Target").

The constructions, each with what reads it:

- 走访|43家企业, 25位来自医院的专家: the noun behind a measure word (`behind`)
- 惠及职工群众|2000多人, 建制率达到|90%: the noun before (`before.adjacent`)
- 项目已开工|55个, 建制率比上年提高|3%: the subject, across its verb (`before.subject`)
- 完成年度目标任务的|122%, 占收入的|70%: what is completed; whose share it is (`rates`)
- A、B分别为|1和2: each takes its own noun (`respectively`)
- 有效期|3年, 疗程缩短至|20天, 60岁以上的|老人: what lasts, who is so old (`durations`)
- 542户、|2163名牧民: one noun for both (`_shared`)
- 其中考入本科的|132名, 同比增长|3%: none of its own, so that of a figure before (`inherited`)
"""

import re
from collections.abc import Sequence
from typing import Final

from govnews.figures.candidate import Candidate
from govnews.figures.targets.amounts import BATCHES, amount
from govnews.figures.targets.before import adjacent, clause_start
from govnews.figures.targets.behind import behind
from govnews.figures.targets.categories import JOINS
from govnews.figures.targets.durations import lasting
from govnews.figures.targets.inherited import RATES, History
from govnews.figures.targets.nouns import said
from govnews.figures.targets.rates import rate
from govnews.figures.targets.respectively import aligned, group_at
from govnews.figures.targets.sentences import Item, Words, sentences
from govnews.models import Kind

__all__ = ["Words", "set_targets"]

_LEVEL_WORDS: Final = re.compile(r"(?:占比|比重|数量|总数)$")
#: So many figures at most have one noun behind them
_MOST_SHARED: Final = 8


def set_targets(text: str, found: Sequence[Candidate], words: Words) -> None:
    """Set `target` on the candidates, which must be in order.

    Args:
        text: The text; positions count in it.
        found: The figures; their targets are set.
        words: What cuts a text into words; it is given sentences with figures only.

    >>> from govnews.figures.scan import candidates
    >>> from govnews.segmentation import tagged
    >>> text = "走访43家企业"
    >>> found = list(candidates(text))
    >>> set_targets(text, found, tagged)
    >>> found[0].target
    '企业'
    """
    history = History(text)
    for sentence in sentences(text, found, words):
        _of_sentence(sentence, history)


def _of_sentence(items: Sequence[Item], history: History) -> None:
    history.begin(items[0].start)
    behind = 0
    for at in [place for place, item in enumerate(items) if item.figure is not None]:
        if at < behind:
            # a list of figures is read at its first
            continue
        group = group_at(items, at)
        names = aligned(items, group, history)
        for number, place in enumerate(group):
            figure, name = items[place].figure, names[number] if names else None
            if figure is not None:
                # the cells of a table are named by its heads and rows
                own = figure.target or name or _target(items, place, history)
                figure.target = _level(own, figure)
                history.add(figure)
        history.handed_out = names or history.handed_out
        behind = group[-1] + 1


def _level(target: str | None, figure: Candidate) -> str | None:
    """Drop 占比, 数量 and their like from what a level is of."""
    if target is None or figure.change is not None:
        return target
    return _LEVEL_WORDS.sub("", target) or target


def _target(items: Sequence[Item], at: int, history: History) -> str | None:
    figure = items[at].figure
    if figure is None or figure.kind is Kind.DATE:
        return None
    if figure.kind is Kind.ORDINAL:
        return said(items, behind(items, at, None, relative=False))
    if figure.kind is Kind.DURATION:
        return lasting(items, at)
    if figure.kind in RATES:
        return _continued(items, at) or rate(items, at, history)
    own = amount(items, at)
    if own.final or (own.noun and not own.weak):
        return own.noun
    return _shared(items, at) or history.inherited(items, at) or own.noun


def _continued(items: Sequence[Item], at: int) -> str | None:
    """Read a bare member of a list: 为计划的103.8%和|98.2% are both of the plan."""
    before = items[at - 2].figure if at > 1 and items[at - 1].category in JOINS else None
    figure = items[at].figure
    alike = before is not None and figure is not None and before.kind is figure.kind
    return before.target if before is not None and alike else None


def _shared(items: Sequence[Item], at: int) -> str | None:
    """Read the noun of the next figure for both: 542户、|2163名牧民, 五百元以上|二千元以下罚款."""
    figure, floor = items[at].figure, clause_start(items, at)
    following = _next_figure(items, at)
    for _ in range(_MOST_SHARED):
        # 2480、|1602|和|834户困难职工家庭
        last = None if following is None else _next_figure(items, following)
        following = following if last is None else last
    other = items[following].figure if following is not None else None
    if figure is None or following is None or other is None or other.kind in RATES:
        return None
    if adjacent(items, at, floor)[0]:
        return None
    joined = following > at + 1 or other.kind is figure.kind or figure.unit in BATCHES
    return said(items, behind(items, following, None, relative=False)) if joined else None


def _next_figure(items: Sequence[Item], at: int) -> int | None:
    """Return where the figure stands that nothing but a join parts from the one at *at*."""
    following = at + 1
    while following < len(items) and items[following].category in JOINS:
        following += 1
    found = following < len(items) and items[following].figure is not None
    return following if found else None

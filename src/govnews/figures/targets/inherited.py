"""Inheritance: a figure without a noun of its own takes that of one before."""

import re
from collections import deque
from collections.abc import Sequence
from typing import Final

from govnews.figures.candidate import Candidate
from govnews.figures.targets.categories import Category
from govnews.figures.targets.classes import class_of
from govnews.figures.targets.nouns import ending_at, said
from govnews.figures.targets.sentences import END, Item
from govnews.models import Kind
from govnews.resources import word_set

RATES: Final = frozenset({Kind.PERCENTAGE, Kind.MULTIPLE})
"""What is of a share or of an indicator."""

#: Who speaks or acts in a bulletin is seldom whom it counts
_TITLES: Final = ("长", "书记", "主任", "主席", "记者", "负责人", "经理")
_NAMED: Final = frozenset({Kind.HEADCOUNT, Kind.MONEY})
_LOOK_BACK: Final = 8
_REACH: Final = 40
PLANS: Final = re.compile(r"(?:计划|预算|目标|任务|进度)$")
"""What a share says how far it was met: 为年度计划的|84.6%."""

#: 折合|约8110美元 is the same sum again
_CONVERTED: Final = re.compile(r"(?:折合|约合|合|相当于)[^，。；]{0,4}$")


class History:
    """The figures that were read before, for those that say no noun of their own."""

    def __init__(self, text: str) -> None:
        """Begin with none of *text*."""
        self._text = text
        self._done: deque[Candidate] = deque(maxlen=_LOOK_BACK)
        self.handed_out: list[str] = []

    def begin(self, start: int) -> None:
        """Begin a sentence at *start*; of another paragraph, nothing before is spoken of."""
        if self._done and "\n" in self._text[self._done[-1].end : start]:
            self._done.clear()
        self.handed_out = []

    def add(self, figure: Candidate) -> None:
        """Remember a figure whose target is set."""
        if figure.kind not in (Kind.DATE, Kind.DURATION, Kind.ORDINAL):
            self._done.append(figure)

    def levels(self, count: int) -> list[str]:
        """Return the targets of the last *count* figures that are no changes, or fewer."""
        levels = [each.target for each in self._done if each.change is None and each.target]
        return levels[-count:]

    def inherited(self, items: Sequence[Item], at: int) -> str | None:
        """Return the noun that the figure *at* leaves out.

        It is the last one named that can be counted so: of a figure, or of
        the clauses before (领取交通补贴，每人|不超过400元).
        """
        figure = items[at].figure
        if figure is None:
            return None
        last = self._done[-1] if self._done else None
        if last and figure.kind is Kind.HEADCOUNT and figure.start - last.end <= len("、"):
            # 扑火队21支、|630人
            return last.target
        other = self._other(items, at, figure)
        here = other is not None and not END.search(self._text, other.end, figure.start)
        if figure.kind in _NAMED and figure.change is None:
            # people stay the same within a sentence, sums do not
            since = other.end if other and (here and figure.kind is Kind.MONEY) else 0
            named = (
                None if here and figure.kind is Kind.HEADCOUNT else _named(items, at, figure, since)
            )
            if named:
                return named
        if other is not None:
            return other.target
        return None

    def _other(self, items: Sequence[Item], at: int, figure: Candidate) -> Candidate | None:
        """Return the last figure that *figure* can share a noun with.

        One of another sentence only where this one speaks of a part of it.
        """
        converted = (
            _CONVERTED.search(self._text, max(0, figure.start - 8), figure.start)
            if figure.kind is Kind.MONEY
            else None
        )
        moves = figure.kind in RATES or figure.change is not None
        # an amount of change is of what is counted alike, if there is such a figure: 减少86艘
        alike = [other for other in self._done if _alike(other, figure)]
        kept = alike if moves and figure.kind not in RATES and alike else self._done
        for other in reversed(kept):
            same = _alike(other, figure) or (converted is not None and other.kind is Kind.MONEY)
            if not other.target or not (same or moves) or (moves and _is_plan(other)):
                continue
            crossed = END.search(self._text, other.end, figure.start)
            if not crossed or (same and figure.change is None and _is_part(items, at)):
                return other
        return None


def _is_part(items: Sequence[Item], at: int) -> bool:
    """Tell whether the sentence speaks of a part of what went before: 其中, 每人."""
    return any(
        item.text == "其中" or item.category is Category.PER
        for item in items[max(0, at - _REACH) : at]
    )


def _alike(other: Candidate, figure: Candidate) -> bool:
    """Tell whether the two count alike; 个 may count people (其中住院的|3个)."""
    if other.kind is figure.kind and (other.unit == figure.unit or figure.kind is Kind.MONEY):
        return True
    return other.kind is Kind.HEADCOUNT and figure.kind is Kind.COUNT and figure.unit == "个"


def _is_plan(other: Candidate) -> bool:
    """Tell whether a rate is how far a plan was met: what moves is not the plan."""
    return other.kind in RATES and bool(PLANS.search(other.target or ""))


def _named(items: Sequence[Item], at: int, figure: Candidate, since: int) -> str | None:
    """Return the last noun of the earlier clauses, from *since* on, that can be counted so."""
    nouns = class_of(figure)
    for before in range(at - 1, max(-1, at - _REACH), -1):
        item = items[before]
        if item.start < since or nouns is None:
            break
        if item.text.endswith(_TITLES) or item.text in word_set("categories", "never_alone"):
            continue
        if item.category in (Category.NOUN, Category.EVENT) and nouns.holds(item.text):
            return said(items, ending_at(items, before, max(0, before - _REACH)))
    return None

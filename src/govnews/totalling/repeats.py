"""Figures that a set of bulletins tells more than once.

A teaser list repeats the first sentences of the pages that it leads to, a page is posted by
two offices, a headline says what the text says, a text says again what it said above.  The
same number is no second one.  What counts is the text before its teaser and its headline, a
sound figure before a damaged one, and else the first.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import chain
from typing import Final, NamedTuple, TypeAlias

from govnews.models import Bound, Figure, Kind, Reason
from govnews.passages import Passage, PlacedFigure
from govnews.totalling.additive import has_sum

Place: TypeAlias = tuple[int, int]
"""The number of a bulletin, and the number of a figure in it."""

_NO_WORD: Final = re.compile(r"[\W_]+")
_STOP: Final = re.compile(r"[。！？!?；;]")
_HEADLINE: Final = 60
#: Words before and behind a figure by which it is known again in another bulletin.
_BEFORE: Final = 8
_BEHIND: Final = 4
#: Copies of a page are posted within so many days, or twice as many.
_DAYS: Final = 10
#: The fewest and the most words before the figure of a teaser, which ends where it likes.
_CONTEXT: Final = range(4, 7)
#: Digits that a number has which stands twice in a bulletin by no chance.
_TELLING: Final = 4
_TELLING_MONEY: Final = 3
#: How far a round number of a headline may be from what the text says.
_ROUND: Final = Decimal("0.1")


class Told(NamedTuple):
    """A figure where it is told.

    Attributes:
        place: Its bulletin and its number in it.
        passage: The paragraph.
        placed: It.
        reason: Why it must not be added, by itself.
        issued: The day of issue of the bulletin, if it is known.
    """

    place: Place
    passage: Passage
    placed: PlacedFigure
    reason: Reason | None
    issued: date | None

    @property
    def figure(self) -> Figure:
        """The figure."""
        return self.placed.figure

    @property
    def counts(self) -> bool:
        """Whether another telling of it can stand for it: it is added, or is in what is."""
        return self.reason in (None, Reason.PART)

    def before(self, count: int) -> str:
        """Return the last words before it."""
        start = self.placed.start
        text = self.passage.paragraph.text[max(0, start - 3 * count) : start]
        return _NO_WORD.sub("", text)[-count:]

    def behind(self, count: int) -> str:
        """Return the first words behind it."""
        end = self.placed.end
        return _NO_WORD.sub("", self.passage.paragraph.text[end : end + 3 * count])[:count]


def repeated(pages: Sequence[Sequence[Told]]) -> set[Place]:
    """Find the figures that are told elsewhere in the set.

    What an office says in the same words a month later (本月举办招聘会12场) is said of another
    month, where the days of issue are known.

    Args:
        pages: The figures of each bulletin, in order.
    """
    found = {place for page in pages for place in _headed(page)}
    found |= {place for page in pages for place in _restated(page, found)}
    ranked = sorted(chain(*pages), key=_first)
    return found | set(_copied(ranked)) | set(_teased(ranked))


def _first(told: Told) -> tuple[object, ...]:
    """Rank a text before its teasers, what is sound before what is damaged, the first day first."""
    day = told.issued or date.max
    return told.passage.paragraph.truncated, told.figure.damaged, day, told.place


def _sense(figure: Figure) -> object:
    """Return what two figures that say the same have in common."""
    return figure.kind, figure.value, figure.upper, figure.bound, figure.unit, figure.currency


def _copied(every: Iterable[Told]) -> Iterator[Place]:
    """Yield the figures that stand in another bulletin of these days between the same words."""
    known: defaultdict[object, dict[int | None, int]] = defaultdict(dict)
    for each in every:
        bulletin = each.place[0]
        before, behind = each.before(_BEFORE), each.behind(_BEHIND)
        if len(before) < _BEFORE:
            before = f"^{before}"
        told = known[_sense(each.figure), before, behind]
        when = None if each.issued is None else each.issued.toordinal() // _DAYS
        near = told if when is None else (None, when - 1, when, when + 1)
        if any(told.get(time, bulletin) != bulletin for time in near):
            yield each.place
        else:
            told.setdefault(when, bulletin)


def _teased(every: Iterable[Told]) -> Iterator[Place]:
    """Yield the figures of teasers that are told behind the same words."""
    known: set[object] = set()
    for each in every:
        sense = _sense(each.figure)
        before = each.before(_CONTEXT.stop - 1)
        is_teaser = each.passage.paragraph.truncated
        if is_teaser and len(before) >= _CONTEXT.start and (sense, before) in known:
            yield each.place
        # the teaser may begin anywhere in the sentence: every ending of the words is known
        known |= {(sense, before[-length:]) for length in _CONTEXT if len(before) >= length}


def _headed(page: Sequence[Told]) -> Iterator[Place]:
    """Yield the figures of a headline that the text below tells, as they are or in full."""
    below: defaultdict[tuple[Kind, str | None], list[Told]] = defaultdict(list)
    for each in page:
        if not _is_headline(each) and each.counts:
            below[each.figure.kind, each.figure.unit].append(each)
    for each in page:
        if _is_headline(each):
            texts = below[each.figure.kind, each.figure.unit]
            if any(_is_said_by(each, text) for text in texts):
                yield each.place


def _is_headline(told: Told) -> bool:
    """Tell whether a figure stands in the line that opens the bulletin."""
    text = told.passage.paragraph.text
    return told.passage.number == 0 and len(text) <= _HEADLINE and not _STOP.search(text)


def _is_said_by(headline: Told, text: Told) -> bool:
    one, other = headline.figure, text.figure
    if _sense(one) == _sense(other):
        target = one.target or ""
        return _digits(one) > 1 or target == other.target or headline.before(2) in text.before(12)
    if one.bound is Bound.EXACT or one.kind is Kind.DATE or other.bound is not Bound.EXACT:
        return False
    value, exact = Decimal(one.value), Decimal(other.value)
    if one.bound in (Bound.OVER, Bound.AT_LEAST) and exact < value:
        return False
    return value > 0 and abs(exact - value) <= value * _ROUND


def _restated(page: Sequence[Told], left: set[Place]) -> Iterator[Place]:
    """Yield the figures that a bulletin tells again: of many digits, or of the same thing."""
    known: dict[object, int] = {}
    for each in page:
        figure = each.figure
        if each.place in left or not each.counts or not has_sum(figure.kind, figure.unit):
            continue
        sense = figure.kind, figure.value, figure.upper, figure.unit
        enough = _TELLING_MONEY if figure.kind is Kind.MONEY else _TELLING
        # within a paragraph two are given so much
        is_told = known.setdefault(sense, each.passage.number) != each.passage.number
        if is_told and _digits(figure) >= enough:
            yield each.place


def _digits(figure: Figure) -> int:
    """Return how many digits the number needs; those of a date are enough."""
    if isinstance(figure.value, str):
        return _TELLING
    return len(figure.value.normalize().as_tuple().digits)

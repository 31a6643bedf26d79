"""Totals over bulletins: what may be added, what it comes to, and what was left out and why."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal, localcontext
from typing import Final, NamedTuple, Protocol, TypeAlias

from govnews.models import Kind, Reason
from govnews.passages import Readable, passages
from govnews.totalling.adding import Judged, alike, judged
from govnews.totalling.parts import breakdowns
from govnews.totalling.repeats import Told, repeated
from govnews.totalling.tables import of_tables

__all__ = ["Judged", "Total", "reasons", "totals", "totals_of"]

#: Digits of a sum: more than any text means, whatever the caller's own context has.
_EXACT: Final = 1000

_Sort: TypeAlias = tuple[Kind, str, str | None]


class Issued(Readable, Protocol):
    """What is needed of a bulletin."""

    @property
    def issued(self) -> date | None:
        """Its day of issue, if it is known."""


class Total(NamedTuple):
    """What the figures of a kind and unit come to.

    People (人) and person-times (人次) are two units, so are 元 and 美元.

    Attributes:
        kind: Their kind.
        unit: Their unit; empty for dates.
        currency: ISO 4217 code of money, else None.
        figures: How many were added.
        value: The sum of what the text says; of a range its low end.
        low: The least that it can be: nothing for a figure that has only an upper bound.
        high: The most that it can be; None where one of them is open above (over, at least).
        left_out: How many were not added, by reason.
    """

    kind: Kind
    unit: str
    currency: str | None
    figures: int
    value: Decimal
    low: Decimal
    high: Decimal | None
    left_out: Mapping[Reason, int]


def reasons(bulletins: Sequence[Issued]) -> list[list[Reason | None]]:
    """Tell of each figure why it must not be added to others.

    Args:
        bulletins: What `analyze` returned; as many as are to be added up together, because a
            figure may be told by several of them.

    Returns:
        For each bulletin its figures' reasons, in their order; None for what may be added.

    >>> from govnews.bulletin import analyze
    >>> [[str(reason) for reason in each] for each in reasons([analyze("走访43家，增长8%")])]
    [['None', 'not_additive']]
    """
    with localcontext(prec=_EXACT):
        pages = [list(_told(number, bulletin)) for number, bulletin in enumerate(bulletins)]
        again = repeated(pages)
    return [
        [Reason.REPEATED if each.place in again else each.reason for each in page] for page in pages
    ]


def _told(number: int, bulletin: Issued) -> Iterator[Told]:
    """Yield the figures of a bulletin with why they must not be added to others of it."""
    page = list(passages(bulletin))
    alone = {
        (passage.number, placed.start): reason
        for passage in page
        for placed, (_, reason) in zip(passage.figures, judged(passage), strict=True)
    }
    tabled = of_tables(page, alone)
    every = [(passage, placed) for passage in page for placed in passage.figures]
    reasons = [alone[place := (one.number, each.start)] or tabled.get(place) for one, each in every]
    summands = [each for (_, each), reason in zip(every, reasons, strict=True) if reason is None]
    parts = {part.figure.start for like in alike(summands) for part in breakdowns(like)}
    for index, ((passage, placed), reason) in enumerate(zip(every, reasons, strict=True)):
        is_part = reason is None and placed.figure.start in parts
        why = Reason.PART if is_part else reason
        yield Told((number, index), passage, placed, why, bulletin.issued)


def totals(bulletins: Sequence[Issued]) -> list[Total]:
    """Add up the figures of bulletins, by kind and unit.

    Returns:
        As `totals_of`.

    >>> from govnews.bulletin import analyze
    >>> (people,) = totals([analyze("慰问职工2000多人"), analyze("培训职工300人")])
    >>> people.figures, people.value, people.low, people.high
    (2, Decimal('2300'), Decimal('2300'), None)
    """
    found: list[Judged] = []
    for bulletin, why in zip(bulletins, reasons(bulletins), strict=True):
        figures = (figure for each in bulletin.paragraphs for figure in each.figures)
        found += zip(figures, why, strict=True)
    return totals_of(found)


def totals_of(judged: Iterable[Judged]) -> list[Total]:
    """Add up figures, by kind and unit.

    Args:
        judged: The figures, each with the reason why it must not be added, or None.

    Returns:
        A total for each kind and unit, the kinds in the order of `Kind`, of each the commonest
        unit first. Every figure is either in `figures` or in `left_out` of one of them.

    >>> from govnews.models import Figure
    >>> totals_of([(Figure(Kind.COUNT, "5家", 0, 2, Decimal(5), unit="家"), None)])[0].value
    Decimal('5')
    """
    sorts: defaultdict[_Sort, list[Judged]] = defaultdict(list)
    for figure, reason in judged:
        sorts[figure.kind, figure.unit or "", figure.currency].append((figure, reason))
    kinds = list(Kind)
    ranked = sorted(sorts.items(), key=lambda item: (kinds.index(item[0][0]), -len(item[1])))
    return [_total(sort, figures) for sort, figures in ranked]


def _total(sort: _Sort, figures: Iterable[Judged]) -> Total:
    left_out: Counter[Reason] = Counter()
    added = []
    for figure, reason in figures:
        if reason is None:
            added.append(figure)
        else:
            left_out[reason] += 1
    ends = [figure.high for figure in added]
    return Total(
        *sort,
        figures=len(added),
        value=_sum(figure.value for figure in added),
        low=_sum(figure.low for figure in added if figure.low is not None),
        high=None if None in ends else _sum(end for end in ends if end is not None),
        left_out=dict(left_out),
    )


def _sum(numbers: Iterable[Decimal | str]) -> Decimal:
    with localcontext(prec=_EXACT):
        return sum(map(Decimal, numbers), Decimal(0))

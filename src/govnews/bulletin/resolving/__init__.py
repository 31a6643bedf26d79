"""Partial dates made whole: by the day of issue, by the year that the text tells of, by words.

7月24日 in a bulletin of 2022-07-25 is 2022-07-24; so it is, without a day of
issue, behind 2022年3月5日.  去年10月, 同年11月, 次年3月 and 上月24日 say themselves which
they are.  What nothing settles stays None: better no date than a wrong one
that looks right.

The parts: `points` are calendar points; `words` the words beside a date, `cues`
those that look ahead or back; `nearness` what lies near the day of issue;
`weighing` tells a year that is told of from one that is only mentioned;
`narration` carries along what was told, as `state`; `issues` finds the day that
a bulletin gives itself; `deciding` weighs text against issue; `resolver` reads
one date after the other, at its place in the cleaned text (`places`).
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from govnews.bulletin.resolving.places import places
from govnews.bulletin.resolving.resolver import Resolver
from govnews.models import CleanText, Figure, Kind

__all__ = ["Dated", "issued_on", "resolve"]


def issued_on(issued: date | str | None) -> date | None:
    """Return the day of issue that the caller gave.

    Raises:
        TypeError: If it is neither a date, a str nor None.
        ValueError: If it is a str that is no ISO 8601 date.

    >>> issued_on("2022-07-25")
    datetime.date(2022, 7, 25)
    """
    if isinstance(issued, datetime):
        return issued.date()
    if issued is None or isinstance(issued, date):
        return issued
    if not isinstance(issued, str):
        raise TypeError(f"issued takes a date or an ISO 8601 str, not {type(issued).__name__}")
    try:
        return date.fromisoformat(issued)
    except ValueError:
        raise ValueError(f"issued={issued!r} is no date: write it as 2022-07-25") from None


class Dated(NamedTuple):
    """The figures of a text with their dates resolved, and the day that the text was issued."""

    figures: list[Figure]
    issued: date | None


def resolve(figures: Sequence[Figure], cleaned: CleanText, issued: date | None) -> Dated:
    """Set `resolved` on the dates among *figures*.

    Args:
        figures: The figures of the text in order, with offsets in its raw form.
        cleaned: The text; what stands around the dates is read in its cleaned form.
        issued: The day of issue, if it is known.

    Returns:
        The figures, where `resolved` is None where nothing settles a date; and the day of
        issue: the one given, or that which the text states for itself.

    >>> from govnews.models import Kind
    >>> day = Figure(Kind.DATE, "7月24日", 0, 5, "--07-24")
    >>> resolve([day], CleanText("7月24日", "7月24日"), date(2022, 7, 25)).figures[0].resolved
    '2022-07-24'
    """
    resolver = Resolver(cleaned.text, issued)
    dates = iter(places(cleaned, (each for each in figures if each.kind is Kind.DATE)))
    resolved = [
        replace(figure, resolved=resolver.resolve(*next(dates)))
        if figure.kind is Kind.DATE
        else figure
        for figure in figures
    ]
    return Dated(resolved, issued or resolver.stated)

"""Figures: every number of a text that counts, measures, pays, dates or ranks something.

`scan` finds candidates by the rules in `dates`, `ordinals`, `shares`,
`halves` and `quantities`; `changes` and `targets` then say in which direction
and of what.  What the words mean is data (`govnews/data/units.toml` and its
neighbours).
"""

from collections.abc import Callable, Collection, Sequence
from decimal import localcontext

from govnews.figures.changes import set_changes
from govnews.figures.persons import people_not_things
from govnews.figures.scan import candidates
from govnews.figures.targets import set_targets
from govnews.models import Figure, Kind, Token
from govnews.numerals import EXACT

__all__ = ["find"]


def find(
    text: str,
    words: Callable[[str], Sequence[Token]],
    *,
    kinds: Collection[Kind] | None = None,
) -> list[Figure]:
    """Return the figures of a cleaned, Simplified text.

    Args:
        text: The text; positions of the result count in it.
        words: What segments a text; it is given the sentences that hold figures.
        kinds: The kinds wanted; None for all nine.

    Returns:
        The figures in order, disjoint.

    >>> [(figure.text, figure.target) for figure in find("走访43家企业", lambda text: [])]
    [('43家', '企业')]
    """
    # the caller's decimal context must not round what the text says
    with localcontext(EXACT):
        found = list(candidates(text))
    if found:
        set_changes(text, found)
        set_targets(text, found, words)
        people_not_things(found)
    return [
        candidate.figure(text) for candidate in found if kinds is None or candidate.kind in kinds
    ]

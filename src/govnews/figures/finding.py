"""Finding: the figures of a text, each with its direction and its target."""

from collections.abc import Collection, Sequence
from decimal import localcontext

from govnews.figures.candidate import Candidate
from govnews.figures.changes import set_changes
from govnews.figures.persons import people_not_things
from govnews.figures.scan import candidates
from govnews.figures.targets import Words, set_targets
from govnews.figures.vocabulary import Vocabulary, using
from govnews.models import Figure, Kind
from govnews.numerals import EXACT


def find(
    text: str,
    words: Words,
    *,
    kinds: Collection[Kind] | None = None,
    vocabulary: Vocabulary | None = None,
) -> list[Figure]:
    """Return the figures of a cleaned, Simplified text.

    Args:
        text: The text; positions of the result count in it.
        words: What cuts a text into words; it is given the sentences that hold figures.
        kinds: The kinds wanted; None for all nine.
        vocabulary: The words to read by; None for those that ship with the package.

    Returns:
        The figures in order, disjoint.

    >>> from govnews.segmentation import tagged
    >>> [(figure.text, figure.target) for figure in find("走访43家企业", tagged)]
    [('43家', '企业')]
    """
    # the caller's decimal context must not round what the text says
    with localcontext(EXACT), using(vocabulary):
        found = list(candidates(text))
        complete(text, found, words)
    return [
        candidate.figure(text) for candidate in found if kinds is None or candidate.kind in kinds
    ]


def complete(text: str, found: Sequence[Candidate], words: Words) -> None:
    """Say in which direction each figure goes and of what it is.

    >>> from govnews.segmentation import tagged
    >>> found = list(candidates("新增43家企业"))
    >>> complete("新增43家企业", found, tagged)
    >>> found[0].change.value
    'increase'
    """
    if found:
        set_changes(text, found)
        set_targets(text, found, words)
        people_not_things(found)

"""Finding: the figures of a text, each with its direction and its target."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import localcontext
from typing import Final

from govnews.figures.candidate import Candidate
from govnews.figures.changes import set_changes
from govnews.figures.persons import people_not_things
from govnews.figures.scan import candidates
from govnews.figures.targets import Words, set_targets
from govnews.figures.vocabulary import Vocabulary, using
from govnews.models import Figure, Kind
from govnews.numerals import EXACT

#: Figures of a block at least, if the text has as many
_BLOCK: Final = 500


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
    figures: list[Figure] = []
    with localcontext(EXACT), using(vocabulary):
        for block in _blocks(text, candidates(text)):
            complete(text, block, words)
            wanted = (each for each in block if kinds is None or each.kind in kinds)
            figures += [candidate.figure(text) for candidate in wanted]
    return figures


def _blocks(text: str, found: Iterable[Candidate]) -> Iterator[list[Candidate]]:
    """Part the figures of a long text at ends of lines, over which they share nothing.

    What is under way is then small, however many figures there are.
    """
    block: list[Candidate] = []
    for candidate in found:
        if len(block) >= _BLOCK and "\n" in text[block[-1].end : candidate.start]:
            yield block
            block = []
        block.append(candidate)
    if block:
        yield block


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

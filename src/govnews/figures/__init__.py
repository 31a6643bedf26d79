"""Figures: every number of a text that counts, measures, pays, dates or ranks something.

`scan` finds candidates by the rules in `dates`, `ordinals`, `shares`,
`halves` and `quantities`; `changes` and `targets` then say in which direction
and of what.  What the words mean is data (`govnews/data/units.toml` and its
neighbours).
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from decimal import localcontext

from govnews.figures.candidate import Candidate
from govnews.figures.changes import set_changes
from govnews.figures.exclusions import Exclusion
from govnews.figures.explaining import readings
from govnews.figures.merging import merged
from govnews.figures.outcomes import Outcome, Reading, meanings
from govnews.figures.persons import people_not_things
from govnews.figures.scan import candidates, steps
from govnews.figures.schema import checked_rows
from govnews.figures.targets import set_targets
from govnews.figures.targets.classes import is_person
from govnews.figures.vocabulary import Row, Vocabulary, shipped_tables, using
from govnews.models import Figure, Kind, Token
from govnews.numerals import EXACT

__all__ = [
    "Exclusion",
    "Outcome",
    "Reading",
    "Row",
    "Vocabulary",
    "checked_rows",
    "excluded",
    "explain",
    "find",
    "is_person",
    "meanings",
    "spans",
    "with_rows",
]

Segmenter = Callable[[str], Sequence[Token]]


def find(
    text: str,
    words: Segmenter,
    *,
    kinds: Collection[Kind] | None = None,
    vocabulary: Vocabulary | None = None,
) -> list[Figure]:
    """Return the figures of a cleaned, Simplified text.

    Args:
        text: The text; positions of the result count in it.
        words: What segments a text; it is given the sentences that hold figures.
        kinds: The kinds wanted; None for all nine.
        vocabulary: The words to read by; None for those that ship with the package.

    Returns:
        The figures in order, disjoint.

    >>> [(figure.text, figure.target) for figure in find("走访43家企业", lambda text: [])]
    [('43家', '企业')]
    """
    # the caller's decimal context must not round what the text says
    with localcontext(EXACT), using(vocabulary):
        found = list(candidates(text))
        _complete(text, found, words)
    return [
        candidate.figure(text) for candidate in found if kinds is None or candidate.kind in kinds
    ]


def spans(text: str, vocabulary: Vocabulary | None = None) -> list[tuple[int, int, Kind]]:
    """Return where the figures of a cleaned text stand, without asking what they count.

    What they count can make a headcount of a count (18个工友); that is not asked here.

    >>> [(start, end, kind.value) for start, end, kind in spans("走访近8000名职工")]
    [(2, 8, 'headcount')]
    """
    with localcontext(EXACT), using(vocabulary):
        return [(found.start, found.end, found.kind) for found in candidates(text)]


def explain(text: str, words: Segmenter, *, vocabulary: Vocabulary | None = None) -> list[Reading]:
    """Return what the rules make of every place of a cleaned text where a number stands.

    Args:
        text: As for `find`.
        words: As for `find`.
        vocabulary: As for `find`.

    Returns:
        The readings in the order of their places; the figures of those whose
        outcome is `Outcome.READ` are what `find` returns.

    >>> [(one.text, one.outcome.value) for one in explain("进一步走访43家", lambda text: [])]
    [('进一步', 'excluded'), ('43家', 'read')]
    """
    with localcontext(EXACT), using(vocabulary):
        taken = list(steps(text))
        _complete(text, [candidate for step in taken for candidate in step.found], words)
        return list(readings(text, taken))


def excluded(text: str, vocabulary: Vocabulary | None = None) -> list[Exclusion]:
    """Return what is no figure in a cleaned text.

    >>> [(exclusion.name, exclusion.end) for exclusion in excluded("进一步走访43家")]
    [('idiom', 3)]
    """
    with using(vocabulary):
        return [step.excluded for step in steps(text) if step.excluded]


def with_rows(rows: Iterable[tuple[str, str, Row]]) -> Vocabulary:
    """Return the shipped vocabulary with a lexicon's rows, as `checked_rows` yields them.

    Raises:
        LexiconError: If a row stands twice, or removes what is not there.

    >>> with_rows([]).units.by_word["家"].kind.value
    'count'
    """
    return Vocabulary.of(merged(rows, shipped_tables()))


def _complete(text: str, found: Sequence[Candidate], words: Segmenter) -> None:
    """Say in which direction each figure goes and of what it is."""
    if found:
        set_changes(text, found)
        set_targets(text, found, words)
        people_not_things(found)

"""Figures: every number of a text that counts, measures, pays, dates or ranks something.

`scan` finds candidates by the rules in `dates`, `ordinals`, `shares`,
`halves` and `quantities`; `changes` and `targets` then say in which direction
and of what.  What the words mean is data (`govnews/data/units.toml` and its
neighbours).  Who only asks where figures stand does not load what reads targets.
"""

from typing import TYPE_CHECKING

from govnews.lazily import lazily

if TYPE_CHECKING:
    from govnews.figures.exclusions import Exclusion
    from govnews.figures.explaining import explain
    from govnews.figures.finding import find
    from govnews.figures.merging import with_rows
    from govnews.figures.outcomes import Outcome, Reading, meanings
    from govnews.figures.scan import excluded, spans
    from govnews.figures.schema import checked_rows
    from govnews.figures.targets.classes import is_person
    from govnews.figures.vocabulary import Row, Vocabulary

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

__getattr__ = lazily(
    __name__,
    {
        "exclusions": ["Exclusion"],
        "explaining": ["explain"],
        "finding": ["find"],
        "merging": ["with_rows"],
        "outcomes": ["Outcome", "Reading", "meanings"],
        "scan": ["excluded", "spans"],
        "schema": ["checked_rows"],
        "targets.classes": ["is_person"],
        "vocabulary": ["Row", "Vocabulary"],
    },
)

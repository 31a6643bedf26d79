"""People counted with 个: 18个工友 is a headcount, 18个项目 is not (annotation guide, "Kinds")."""

from collections.abc import Sequence

from govnews.figures.candidate import Candidate
from govnews.figures.targets.classes import is_person
from govnews.models import Kind


def people_not_things(found: Sequence[Candidate]) -> None:
    """Turn the counts of people among *found* into headcounts.

    >>> from decimal import Decimal
    >>> workers = Candidate(Kind.COUNT, 0, 3, Decimal(18), "count.unit", unit="个", target="工友")
    >>> people_not_things([workers])
    >>> workers.kind.value, workers.unit
    ('headcount', '人')
    """
    for candidate in found:
        if candidate.kind is not Kind.COUNT or candidate.unit != "个" or not candidate.target:
            continue
        if is_person(candidate.target):
            candidate.kind, candidate.unit, candidate.rule = Kind.HEADCOUNT, "人", "headcount.个"

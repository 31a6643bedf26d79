"""Why a number was read as it was, or was not: every place of the scan, with all that was asked.

The scan says what won.  Who lost is found by asking the rules behind the winner
too, at that place only, so that an explanation takes linear time as the scan does.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal, localcontext
from typing import Final

from govnews.figures.candidate import Candidate
from govnews.figures.diagnosis import diagnose
from govnews.figures.exclusions import CODE, SLOGAN, Exclusion
from govnews.figures.finding import complete
from govnews.figures.outcomes import Outcome, Reading
from govnews.figures.scan import READERS, Step, steps
from govnews.figures.targets import Words
from govnews.figures.vocabulary import Vocabulary, using
from govnews.numerals import EXACT

#: How far around an excluded place is read, to say what would have been: the scan
#: itself looks at no number there, however long it is
_REACH: Final = 60
_UNLISTED: Final = {CODE: Outcome.CODE, SLOGAN: Outcome.SLOGAN}


def explain(text: str, words: Words, *, vocabulary: Vocabulary | None = None) -> list[Reading]:
    """Return what the rules make of every place of a cleaned text where a number stands.

    Args:
        text: As for `find`.
        words: As for `find`.
        vocabulary: As for `find`.

    Returns:
        The readings in the order of their places; the figures of those whose
        outcome is `Outcome.READ` are what `find` returns.

    >>> from govnews.segmentation import tagged
    >>> [(one.text, one.outcome.value) for one in explain("进一步走访43家", tagged)]
    [('进一步', 'excluded'), ('43家', 'read')]
    """
    with localcontext(EXACT), using(vocabulary):
        taken = list(steps(text))
        complete(text, [candidate for step in taken for candidate in step.found], words)
        return list(readings(text, taken))


def readings(text: str, taken: Iterable[Step]) -> Iterator[Reading]:
    """Yield what was made of each step of a scan; what was read comes first at its place.

    Args:
        text: The text.
        taken: The steps of `scan.steps`, their candidates complete.

    >>> from govnews.figures.scan import steps
    >>> text = "2015年8时30分，34.1"
    >>> for reading in readings(text, steps(text)):
    ...     print(reading)
    0..5 2015年 as date.point: read: extract returns 2015
    5..10 8时30分 as exclusion.clock_time: excluded: 8时30分 is no figure: clock_time
    11..15 34.1: no_unit: no unit behind 34.1, and no noun beside it that implies one
    """
    told = 0
    for step in taken:
        if step.excluded:
            yield from _excluded(text, step, step.excluded)
        elif step.found:
            yield from _read(text, step)
        elif step.start >= told and (found := _unread(text, step)):
            # the scan tries the rest of a numeral too: 三三亿 may end in 三亿
            told = found.end
            yield found


def _read(text: str, step: Step) -> Iterator[Reading]:
    for candidate in step.found:
        ends = (end for end in (candidate.value, candidate.upper) if end is not None)
        said = " to ".join(format(end, "f" if isinstance(end, Decimal) else "") for end in ends)
        reason = Outcome.READ.because(said=f"{said} {candidate.unit or ''}".rstrip())
        yield _reading(text, step, candidate, Outcome.READ, reason)
    yield from _shadowed(text, step, step.found[0].rule, _others(text, step))


def _excluded(text: str, step: Step, found: Exclusion) -> Iterator[Reading]:
    """Yield what excluded the place, then what would have been read there."""
    name, start, end = found
    what, rule = text[start:end], f"exclusion.{name}"
    outcome = _UNLISTED.get(name, Outcome.EXCLUDED)
    reason = outcome.because(what=what, name=name)
    yield Reading(what, start, end, step.start, rule, None, outcome, reason)
    yield from _shadowed(text, step, rule, _hypothetical(text, step))


def _unread(text: str, step: Step) -> Reading | None:
    """Say why nothing was read; None if no number stands there, as at 过 in 通过."""
    found = diagnose(text, step.start, step.end)
    if found is None:
        return None
    start, (end, outcome, reason) = step.start, found
    return Reading(text[start:end], start, end, start, "", None, outcome, reason)


def _shadowed(text: str, step: Step, rule: str, losers: Iterable[Candidate]) -> Iterator[Reading]:
    reason = Outcome.SHADOWED.because(rule=rule)
    for candidate in losers:
        yield _reading(text, step, candidate, Outcome.SHADOWED, reason)


def _others(text: str, step: Step) -> Iterator[Candidate]:
    """Yield what the rules read that were not asked, because one before them had read."""
    taken = False
    for _, reader in READERS:
        found, _ = reader(text, step.start, step.floor)
        if taken:
            yield from found
        taken = taken or bool(found)


def _hypothetical(text: str, step: Step) -> Iterator[Candidate]:
    """Yield what the first rule that reads would have read at an excluded place."""
    begin = max(0, step.start - _REACH)
    around = text[begin : step.end + _REACH]
    for _, reader in READERS:
        found, _ = reader(around, step.start - begin, max(0, step.floor - begin))
        for candidate in found:
            candidate.start += begin
            candidate.end += begin
            yield candidate
        if found:
            return


def _reading(text: str, step: Step, candidate: Candidate, outcome: Outcome, reason: str) -> Reading:
    figure = candidate.figure(text)
    return Reading(
        figure.text, figure.start, figure.end, step.start, figure.rule, figure, outcome, reason
    )

"""Which reading of a partial date lies so near to the day of issue that it must be meant.

Bulletins report: what ended in this year or in the last two months is meant
by a date that says no year, and what begins in the next two months.  What is farther
off on both sides is left open, unless the words look one way (`Cue`).
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from govnews.bulletin.resolving.cues import Cue
from govnews.bulletin.resolving.points import Ending, Point, Reading, readings


@dataclass(frozen=True, slots=True)
class _Reach:
    """How many days a reading may lie off, where the period comes round again.

    Attributes:
        period: After how many days the date comes round.
        news: A deadline that passed so shortly before may be the one that is meant.
        past: What ended so long ago is meant without a cue.
        done: The same, where the words look back.
        coming: What begins so soon is meant without a cue.
    """

    period: int
    news: int
    past: int
    done: int
    coming: int


_OF_YEARS: Final = _Reach(period=365, news=31, past=62, done=183, coming=62)
_OF_MONTHS: Final = _Reach(period=31, news=3, past=23, done=30, coming=7)


@dataclass(frozen=True, slots=True)
class _Around:
    """The readings before, at and behind a day, and how many days off they are.

    A reading that the calendar does not have is missing, and none behind it
    stands in: 31日 on December 2 is none of November, and not yet of December.
    """

    past: Reading | None
    current: Reading | None
    coming: Reading | None
    ago: int
    ahead: int


def nearest(point: Point, today: date, ending: Ending, cue: Cue | None = None) -> Reading | None:
    """Return the reading of a partial date that lies near the day of issue, or None.

    >>> def start(point, today, cue=None):
    ...     found = nearest(point, today, lambda start: start, cue)
    ...     return found and found[0].iso()
    >>> start(Point(None, 12, 28), date(2023, 1, 5))
    '2022-12-28'
    >>> start(Point(None, 12), date(2023, 4, 10))
    >>> start(Point(None, 12), date(2023, 4, 10), Cue.AHEAD)
    '2023-12'
    >>> start(Point(None, 12), date(2023, 4, 10), Cue.BACK)
    '2022-12'
    """
    reach = _OF_MONTHS if point.month is None else _OF_YEARS
    around = _around(point, today, ending, reach)
    if around.current is not None:
        return _running(around, around.current, today, cue)
    if cue is Cue.AHEAD:
        return _planned(around, today, reach)
    past, coming = around.past, around.coming
    is_back = cue is Cue.BACK
    limit = reach.done if is_back else reach.past
    is_past = past is not None and (_in_period(past, today, reach) or around.ago <= limit)
    is_coming = coming is not None and around.ahead <= reach.coming and around.ago > limit
    is_coming = is_coming and not is_back
    if is_past == is_coming:
        return None
    return past if is_past else coming


def _around(point: Point, today: date, ending: Ending, reach: _Reach) -> _Around:
    here = Point(today.year, today.month, point.day)
    if reach is _OF_MONTHS:
        starts = [here.moved(months=step) for step in (-1, 0, 1)]
    else:
        starts = [point.within(today.year + step) for step in (-1, 0, 1)]
    found = list(readings(starts, ending))
    past = next((each for each in reversed(found) if each[1].last() < today), None)
    coming = next((each for each in found if each[0].first() > today), None)
    current = next((each for each in found if each[0].first() <= today <= each[1].last()), None)
    ago = (today - past[1].last()).days if past else reach.period
    ahead = (coming[0].first() - today).days if coming else reach.period
    return _Around(past, current, coming, ago, ahead)


def _running(around: _Around, current: Reading, today: date, cue: Cue | None) -> Reading | None:
    """Choose between a span that runs and the one a year before that has ended.

    1—12月 in January is of last year, 9月1日至30日 on September 5 of this one.
    """
    remaining = (current[1].last() - today).days
    if cue is Cue.AHEAD or 3 * remaining <= 2 * around.ago:
        return current
    return around.past if 3 * around.ago <= remaining else None


def _planned(around: _Around, today: date, reach: _Reach) -> Reading | None:
    """Return the first reading behind the issue: of this year, or else if it is nearer.

    What has just passed is meant too where the next is far: 7月24日前报名, issued on
    July 28.  Between a deadline just passed and one of this year nothing chooses.
    """
    is_recent = around.past is not None and around.ago <= reach.news
    if around.coming is None:
        return around.past if is_recent else None
    if _in_period(around.coming, today, reach):
        return None if is_recent else around.coming
    if around.ahead < min(around.ago, reach.period - around.ahead):
        return around.coming
    return around.past if is_recent else None


def _in_period(reading: Reading, today: date, reach: _Reach) -> bool:
    """Tell whether all of it lies in the year, or the month, of the issue."""
    months = [(each.year, each.month) for each in reading]
    if reach is _OF_MONTHS:
        return months == [(today.year, today.month)] * 2
    return all(year == today.year for year, _ in months)

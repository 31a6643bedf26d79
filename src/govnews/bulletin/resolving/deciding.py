"""Which year or month a partial date has: that of the text, or the nearest to the issue."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from govnews.bulletin.resolving.narration import Narration
from govnews.bulletin.resolving.points import Ending, Point, Reading, is_fresh, nearest, readings
from govnews.bulletin.resolving.state import Near, Told

#: 3月 behind 8月, and 10月 behind 1月, are of the same year; what is farther off may be of the next
_BACK, _AHEAD = 6, 9
#: 20日 behind 7月31日, and 26日 behind 7月2日, are of the same month
_DAYS_BACK, _DAYS_AHEAD = 15, 25
#: News is days old: a date that ended so shortly before the issue is hardly of the year told of
_NEWS: Final = 3
_RECENT: Final = {Near.SENTENCE: _NEWS, Near.PARAGRAPH: 60, Near.HEADING: _NEWS}
_MONTH: Final = 31


@dataclass(frozen=True, slots=True)
class Query:
    """A date that leaves its year open.

    Attributes:
        point: What it says.
        at: Where it stands.
        ending: What gives a reading of it its end.
        linked: Whether 其中 ties it to the sentence before.
    """

    point: Point
    at: int
    ending: Ending
    linked: bool = False


def decide_year(query: Query, narration: Narration) -> Reading | None:
    """Return what a date without a year (7月24日, 8月) means, or None.

    Without a day of issue, the year that the text tells of counts:

    - in the sentence, 2021年3月启动，9月完成 is 2021-09;
    - in the paragraph where it opened a sentence, 2022年，全市… 10月，… is 2022-10;
    - below a line of its own (2021年);
    - from the opening of the bulletin, where no other year was told of since.

    With one, the reading nearest to it stands where nothing is told, or where
    the two agree.  Where they differ, what is told wins, unless the nearest
    reading is news (three days old; sixty days, if another sentence told of
    the year without 其中): then it stays None.
    """
    if narration.state.repeated:
        return None
    close = _nearest(query, narration.today)
    told = narration.told()
    if narration.today is None:
        return _by_text(query, narration, told)
    if told is None or told[1] is Near.OPENING:
        return close if _undoubted(query, narration, close) else None
    return _weighed(query, told, close, narration.today)


def _by_text(query: Query, narration: Narration, told: tuple[Told, Near] | None) -> Reading | None:
    if told is None or (told[1] is Near.OPENING and not narration.leads(query.at)):
        return None
    years = _years(told[0], query.point)
    if len(years) != 1 or not narration.state.doubts <= set(years):
        return None
    return _first(query, years)


def _weighed(
    query: Query, told: tuple[Told, Near], close: Reading | None, today: date
) -> Reading | None:
    """Weigh the year told of against the reading nearest to the issue."""
    years = _years(told[0], query.point)
    if close is not None and close[0].year in years:
        return close
    if len(years) != 1:
        return close if _is_news(close, today, _MONTH) else None
    recent = _RECENT[told[1]]
    if told[0].since and _is_ahead(query.point.within(years[0]), today):
        return close
    if query.linked or close is None:
        return _first(query, years)
    if told[1] is Near.PARAGRAPH:
        return None if is_fresh(close, today, recent) else _first(query, years)
    return None if _is_news(close, today, recent) else _first(query, years)


def _is_ahead(point: Point, today: date) -> bool:
    return point.exists() and point.first() > today


def _undoubted(query: Query, narration: Narration, close: Reading | None) -> bool:
    """Tell whether no year in the sentence speaks against the nearest reading.

    News does not mind: 2021年度先进集体7月24日受到表彰, issued the day after.
    """
    if close is None or narration.today is None:
        return False
    doubts = narration.state.doubts
    return doubts <= {close[0].year} or (
        query.point.day is not None and is_fresh(close, narration.today, _MONTH)
    )


def _years(told: Told, point: Point) -> tuple[int, ...]:
    """Return the years that a month can be of; more than one if it may be of the next.

    >>> _years(Told(2023, 3), Point(None, 7, 24)), _years(Told(2022, 12), Point(None, 1, 5))
    ((2023,), (2022, 2023))
    """
    if told.year is None or point.month is None:
        return ()
    if told.month is None:
        return (told.year,)
    ahead = point.month - told.month
    if ahead < 0 and (told.since or ahead <= -_BACK):
        return told.year, told.year + 1
    return (told.year, told.year - 1) if ahead >= _AHEAD else (told.year,)


def decide_month(query: Query, narration: Narration) -> Reading | None:
    """Return what a bare day (26日) means, or None.

    The month is that of a day told of in the paragraph, or the paragraph
    before (7月24日…26日 is the 26th of July), or of a mere month in the
    sentence (9月启动，24日结束), else the one that puts the day nearest to the
    issue.  Where the text differs from the nearest reading and that is news,
    it stays None, but for two days in one sentence.
    """
    state, today = narration.state, narration.today
    if state.repeated:
        return None
    close = _nearest(query, today)
    month = state.month
    if month is None:
        return _below(query, narration, close)
    told = _day_in(month, query)
    is_day = month.day is not None
    if told is None or not (is_day or state.in_sentence):
        is_safe = (is_day and month.year is not None) or told == close
        return close if is_safe or _is_news(close, today, _NEWS) else None
    is_said = told == close or (is_day and state.in_sentence)
    return told if is_said or not _is_news(close, today, _NEWS) else None


def _below(query: Query, narration: Narration, close: Reading | None) -> Reading | None:
    """Return what a bare day means whose paragraph has told of no month."""
    earlier = narration.state.earlier
    if earlier is None:
        return close
    told = _day_in(earlier, query) if earlier.day is not None else None
    if narration.today is None:
        return told if narration.leads(query.at) else None
    if told is None or told == close or _is_news(close, narration.today, _NEWS):
        return close
    return None


def _day_in(month: Point, query: Query) -> Reading | None:
    """Return the day in the month told of, unless it may as well be of a neighbouring one."""
    day = query.point.day
    if month.year is None or day is None:
        return None
    if month.day is not None and not -_DAYS_BACK <= day - month.day <= _DAYS_AHEAD:
        return None
    return next(readings([Point(month.year, month.month, day)], query.ending), None)


def _nearest(query: Query, today: date | None) -> Reading | None:
    return None if today is None else nearest(query.point, today, query.ending)


def _first(query: Query, years: Iterable[int]) -> Reading | None:
    return next(readings(map(query.point.within, years), query.ending), None)


def _is_news(reading: Reading | None, today: date | None, days: int) -> bool:
    """Tell whether the reading is a day, or days, that ended shortly before *today*."""
    if reading is None or today is None or reading[1].day is None:
        return False
    return is_fresh(reading, today, days)

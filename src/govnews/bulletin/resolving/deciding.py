"""Which year or month a partial date has: that of the text, or the nearest to the issue."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from govnews.bulletin.resolving.cues import Cue
from govnews.bulletin.resolving.narration import Narration
from govnews.bulletin.resolving.nearness import nearest
from govnews.bulletin.resolving.points import Ending, Point, Reading, is_fresh, readings
from govnews.bulletin.resolving.state import Near, Told

#: 3月 behind 8月, and 10月 behind 1月, are of the same year; what is farther off may be of the next
_BACK, _AHEAD = 6, 9
#: 20日 behind 7月31日, and 26日 behind 7月2日, are of the same month
_DAYS_BACK, _DAYS_AHEAD = 15, 25
#: News is days old: a date that ended so shortly before the issue is hardly of the year told of
_NEWS: Final = 3
_RECENT: Final = {Near.SENTENCE: _NEWS, Near.PARAGRAPH: 60, Near.HEADING: _NEWS}
_MONTH: Final = 31
#: A tale goes back to what is so recent: 2022年8月20日通报，7月，全省…
_FLASHBACK: Final = 60
_DECEMBER: Final = 12
#: 2022年12月31日24时，… 1月1日0时，…
_TURN_OF_THE_YEAR: Final = (12, 31, 1, 1)


@dataclass(frozen=True, slots=True)
class Query:
    """A date that leaves its year open.

    Attributes:
        point: What it says.
        at: Where it stands.
        ending: What gives a reading of it its end.
        linked: Whether 其中 ties it to the sentence before.
        cue: Where the words around it look.
    """

    point: Point
    at: int
    ending: Ending
    linked: bool = False
    cue: Cue | None = None


def decide_year(query: Query, narration: Narration) -> Reading | None:
    """Return what a date without a year (7月24日, 8月) means, or None.

    Without a day of issue, the year that the text tells of counts, if no other
    has been in doubt since:

    - in the sentence, 2021年3月启动，9月完成 is 2021-09;
    - in the paragraph where it opened a sentence, 2022年，全市… 10月，… is 2022-10;
    - below a line of its own (2021年);
    - from the opening of the bulletin, where no other year was told of since.

    With one, the first row that holds decides:

    | the text tells of | the reading near the issue is | the date means |
    |---|---|---|
    | nothing but in its opening | news, or of every year in doubt | that reading |
    | any years | of one of them, or of one in doubt | that reading (far back: nothing) |
    | more than one year | news of the last month | that reading |
    | one, and all time since, and lies ahead | anything | that reading |
    | one, and lies ahead | there | nothing |
    | one, tied by 其中 | anything | the year told of |
    | one, in another sentence than a plan | anything | nothing |
    | one | no news (`_RECENT`), or there is none | the year told of |
    """
    if narration.state.repeated:
        return None
    told, close = narration.told(), _nearest(query, narration)
    if narration.today is None:
        return _by_text(query, narration, told)
    if told is None or told[1] is Near.OPENING:
        doubts = narration.doubts(Near.OPENING)
        agrees = close is not None and all(close[0].year in _years(each, query) for each in doubts)
        return close if agrees or _is_news(close, narration.today, _MONTH) else None
    return _weighed(query, narration, told, close, narration.today)


def _by_text(query: Query, narration: Narration, told: tuple[Told, Near] | None) -> Reading | None:
    if told is None or (told[1] is Near.OPENING and not narration.leads(query.at)):
        return None
    years = _years(told[0], query, told[1])
    return _first(query, years) if _is_settled(years, narration.doubts(told[1])) else None


def _weighed(
    query: Query, narration: Narration, told: tuple[Told, Near], close: Reading | None, today: date
) -> Reading | None:
    """Weigh the years told of against the reading nearest to the issue."""
    years, doubts = _years(told[0], query, told[1]), narration.doubts(told[1])
    if close is not None and close[0].year in years:
        is_back = close[0].year != max(years)
        return None if is_back and not is_fresh(close, today, _FLASHBACK) else close
    if close is not None and any(close[0].year in _years(each, query) for each in doubts):
        return close
    if not _is_settled(years, doubts):
        return close if _is_news(close, today, _MONTH) else None
    return _told_or_near(query, told, _first(query, years), close, today)


def _told_or_near(
    query: Query, told: tuple[Told, Near], whole: Reading | None, close: Reading | None, today: date
) -> Reading | None:
    """Choose between the one year told of and another, which is nearer to the issue."""
    tale, near = told
    if whole is not None and whole[1].last() > today and (tale.since or close is not None):
        return close if tale.since else None
    if query.linked:
        return whole
    is_paragraph = near is Near.PARAGRAPH
    if is_paragraph and query.cue is Cue.AHEAD:
        return None
    is_recent = is_fresh if is_paragraph else _is_news
    return None if close is not None and is_recent(close, today, _RECENT[near]) else whole


def _is_settled(years: tuple[int, ...], doubts: Iterable[Told]) -> bool:
    """Tell whether the text leaves one year, and none in doubt besides."""
    return len(years) == 1 and all(each.year in years for each in doubts)


def _years(told: Told, query: Query, near: Near = Near.SENTENCE) -> tuple[int, ...]:
    """Return the years that a month can be of; more than one if it may be of the next.

    A sentence goes forward, and so do plans: 2022年8月启动，3月完成 may be of 2023.
    Behind December a paragraph does too.

    >>> query = Query(Point(None, 3), 0, lambda start: start)
    >>> _years(Told(2022, 1), query), _years(Told(2022, 8), query)
    ((2022,), (2022, 2023))
    >>> _years(Told(2022, 8), query, Near.PARAGRAPH)
    (2022,)
    """
    point = query.point
    if told.year is None or point.month is None:
        return ()
    if told.month is None:
        return (told.year,)
    if (told.month, told.day, point.month, point.day) == _TURN_OF_THE_YEAR:
        return (told.year + 1,)
    ahead = point.month - told.month
    is_strict = near is Near.SENTENCE or told.since or query.cue is Cue.AHEAD
    back = 1 if is_strict or told.month == _DECEMBER else _BACK
    if ahead <= -back:
        return told.year, told.year + 1
    is_far = ahead >= _AHEAD and query.cue is not Cue.AHEAD
    return (told.year, told.year - 1) if is_far or _overlaps(told, query) else (told.year,)


def _overlaps(told: Told, query: Query) -> bool:
    """Tell whether a span runs on the day told of, and may as well be that of a year before.

    1—12月 behind 2023年1月10日 is of 2022 where that day it was reported, of 2023 where it began.
    """
    whole = _first(query, (told.year or 0,))
    if told.day is None or whole is None or whole[0] == whole[1]:
        return False
    day = Point(told.year, told.month, told.day).first()
    is_running = whole[0].first() <= day <= whole[1].last()
    return is_running and nearest(query.point, day, query.ending, query.cue) != whole


def decide_month(query: Query, narration: Narration) -> Reading | None:
    """Return what a bare day (26日) means, or None.

    The month is that of a day told of in the paragraph, or the paragraph
    before (7月24日…26日 is the 26th of July), or of a mere month in the
    sentence (9月启动，24日结束), else the one that puts the day nearest to the
    issue.  Where the text differs from the nearest reading and that is news,
    it stays None, but for two days in one sentence; so does 26日 behind a
    24th of July of no known year.
    """
    state, today = narration.state, narration.today
    if state.repeated:
        return None
    close = _nearest(query, narration)
    month = state.month
    if _is_open(month or state.earlier):
        return None
    if month is None:
        return _below(query, narration, close)
    told = _day_in(month, query)
    is_day = month.day is not None
    if told is None or not (is_day or state.in_sentence):
        is_safe = (is_day and month.year is not None) or told == close
        return close if is_safe or _is_news(close, today, _NEWS) else None
    is_said = told == close or (is_day and state.in_sentence)
    return told if is_said or not _is_news(close, today, _NEWS) else None


def _is_open(month: Point | None) -> bool:
    """Tell whether the month is known, but not its year."""
    return month is not None and month.month is not None and month.year is None


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


def _nearest(query: Query, narration: Narration) -> Reading | None:
    """Return the reading near the issue; a plan counts from what the sentence told before."""
    today, state = narration.today, narration.state
    if today is None:
        return None
    since = state.planned or (state.month if state.in_sentence else None)
    if query.cue is not Cue.AHEAD or since is None or not since.exists():
        return nearest(query.point, today, query.ending, query.cue)
    close = nearest(query.point, since.first(), query.ending, query.cue)
    # 计划10月开展，2月28日… may have turned from the plan to what was before
    has_turned = state.planned is not None and close is not None and close[0].year != since.year
    return None if has_turned else close


def _first(query: Query, years: Iterable[int]) -> Reading | None:
    return next(readings(map(query.point.within, years), query.ending), None)


def _is_news(reading: Reading | None, today: date | None, days: int) -> bool:
    """Tell whether the reading is a day, or days, that ended shortly before *today*."""
    if reading is None or today is None or reading[1].day is None:
        return False
    return is_fresh(reading, today, days)

"""One date after the other, each read by what was told before it."""

import re
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from govnews.bulletin.resolving.cues import Cue, cue_at
from govnews.bulletin.resolving.deciding import Query, decide_month, decide_year
from govnews.bulletin.resolving.narration import Narration
from govnews.bulletin.resolving.points import Ending, Point, Reading, readings
from govnews.bulletin.resolving.state import Told
from govnews.bulletin.resolving.weighing import Weight, weigh
from govnews.bulletin.resolving.words import Origin, Word, beside, inside
from govnews.models import Figure

#: What ties a date to the one before it: 2021年的8月, 2020年同期8月, 7月24日、26日
_TIE: Final = re.compile(r"\s?(?:同期)?的?\s?|\s?(?:[、和与及或]|以及)\s?")
_TIE_LENGTH: Final = 5
#: 2021学年 runs into the year behind
_SCHOOL: Final = "学年"
_PAUSE: Final = re.compile(r"[；;]")
_LINK: Final = re.compile(r"其中[，,：:]?[在于]?$")


@dataclass(frozen=True, slots=True)
class _Previous:
    """The date before: where it ended, what it meant, and what it was to the text."""

    end: int
    reading: Reading | None
    weight: Weight


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date, where it stands, and what beside it says which year or month it is of."""

    point: Point
    at: int
    end: int
    word: Word | None
    tie: _Previous | None
    cue: Cue | None

    @property
    def start(self) -> int:
        """Where the word before it starts, or itself."""
        return self.at if self.word is None else self.word.start

    @property
    def states_year(self) -> bool:
        """Whether the date or the word says the year."""
        return self.point.year is not None or (self.word is not None and not self.word.is_month)


class Resolver:
    """Reads the dates of a text in order, in time linear in its length."""

    def __init__(self, text: str, issued: date | None) -> None:
        """Start before the first character of the cleaned *text*."""
        self._text = text
        self._narration = Narration(text, issued)
        self._previous: _Previous | None = None

    @property
    def stated(self) -> date | None:
        """The day that the text gave for itself, so far."""
        return self._narration.stated

    def resolve(self, figure: Figure, at: int) -> str | None:
        """Return the whole form of a date that stands at *at*, or None.

        >>> text = "2023年3月5日启动，7月24日完成"
        >>> resolver = Resolver(text, None)
        >>> from govnews.models import Kind
        >>> resolver.resolve(Figure(Kind.DATE, "2023年3月5日", 0, 9, "2023-03-05"), 0)
        '2023-03-05'
        >>> resolver.resolve(Figure(Kind.DATE, "7月24日", 12, 17, "--07-24"), 12)
        '2023-07-24'
        """
        word = beside(self._text, at)
        # a word that says the year states it with the date, and not once more by itself
        self._narration.advance(word.start if word and word.origin is not Origin.NOTHING else at)
        self._narration.skip(at)
        end = at + len(figure.text)
        cue = self._cue(at, end)
        dated = _Dated(Point.of(str(figure.value)), at, end, word, self._tie(at), cue)
        reading = self._read(dated, self._ending(figure))
        self._note(dated, reading)
        if reading is None:
            return None
        first, last = reading
        return first.iso() if figure.upper is None else f"{first.iso()}/{last.iso()}"

    def _read(self, dated: _Dated, ending: Ending) -> Reading | None:
        point, starts = dated.point, None
        if point.year is not None:
            starts = [point]
        elif dated.word is not None:
            starts = self._by_word(point, dated.word)
        elif dated.tie is not None:
            starts = _by_tie(point, dated.tie)
        if starts is not None:
            return next(readings(starts, ending), None)
        query = Query(point, dated.at, ending, self._is_linked(dated.at), dated.cue)
        decide = decide_month if point.month is None else decide_year
        return decide(query, self._narration)

    def _cue(self, at: int, end: int) -> Cue | None:
        """Return where the words look; 预计10月完工，12月投产 looks ahead to the end."""
        cue = cue_at(self._text, at, end)
        if cue is not None or self._narration.state.planned is None or self._previous is None:
            return cue
        return None if _PAUSE.search(self._text, self._previous.end, at) else Cue.AHEAD

    def _by_word(self, point: Point, word: Word) -> list[Point]:
        """Return what a word beside makes of it: 去年10月, 本月12日; nothing if it is not known."""
        if word.origin is Origin.NOTHING or word.is_month != (point.month is None):
            return []
        if not word.is_month:
            year = self._narration.year_of(word.origin, word.step)
            return [] if year is None else [point.within(year)]
        today, month = self._narration.speaking, self._narration.state.month
        if word.origin is Origin.ISSUE:
            month = None if today is None else Point(today.year, today.month)
        if month is None or month.year is None:
            return []
        return [Point(month.year, month.month, point.day).moved(months=word.step)]

    def _ending(self, figure: Figure) -> Ending:
        """Return what gives a start of the figure its end."""
        if figure.upper is None:
            return _same
        end, word = Point.of(str(figure.upper)), inside(figure.text)
        year = None
        if word is not None and word.is_month and end.month is not None:
            if word.step and word.origin is Origin.ISSUE:
                return _none  # 7月1日至下月5日 ends in August, or in the month behind the issue
            word = None
        if word is not None and not word.is_month and word.origin in (Origin.ISSUE, Origin.REPORT):
            year = self._narration.year_of(word.origin, word.step)
            if end.year is None and year is None:
                return _none
        return partial(_end, end, word, year)

    def _tie(self, at: int) -> _Previous | None:
        """Return the date before, if nothing but 的, 、 or 和 stands between."""
        previous = self._previous
        if previous is None or at - previous.end > _TIE_LENGTH:
            return None
        return previous if _TIE.fullmatch(self._text, previous.end, at) else None

    def _is_linked(self, at: int) -> bool:
        return bool(_LINK.search(self._text[max(0, at - _TIE_LENGTH) : at]))

    def _note(self, dated: _Dated, reading: Reading | None) -> None:
        """Tell the narration, and the next date, what this one said."""
        point, narration = dated.point, self._narration
        weight = self._weight(dated, reading)
        last = reading[1] if reading else Point(None)
        if point.year is not None and reading == (point, point):
            narration.note_day(point, weight, dated.at, dated.end)
        if dated.states_year:
            year = last.year if _is_of_one_year(reading) else None
            told = Told(year, last.month, last.day)
            narration.note_year(told, weight, dated.start, dated.end)
        elif weight is not Weight.ASIDE:
            narration.note_reading(reading, point)
        if dated.cue is Cue.AHEAD and point.year is None:
            narration.note_plan(last)
        if weight is Weight.PARALLEL:
            weight = Weight.ASIDE
        if reading is not None:
            narration.note_month(_month_of(reading), weight)
        narration.skip(dated.end)
        is_plain = not self._text.startswith(_SCHOOL, dated.end - len(_SCHOOL))
        self._previous = _Previous(dated.end, reading, weight) if is_plain else None

    def _weight(self, dated: _Dated, reading: Reading | None) -> Weight:
        """Return what the date is to the text; a span of several years is in doubt."""
        if dated.tie is not None:
            return dated.tie.weight
        if dated.word is not None and dated.word.origin is Origin.NOTHING:
            return Weight.ASIDE
        if self._text.startswith(_SCHOOL, dated.end - len(_SCHOOL)):
            return Weight.DOUBTED
        is_year = dated.point.month is None and dated.point.day is None
        weight = weigh(self._text, dated.start, dated.end, has_month=not is_year)
        is_span = dated.states_year and reading is not None and not _is_of_one_year(reading)
        return Weight.DOUBTED if is_span else weight


def _is_of_one_year(reading: Reading | None) -> bool:
    return reading is not None and reading[0].year == reading[1].year


def _month_of(reading: Reading) -> Point:
    """Return the month that bare days behind may be of; unknown behind 1至6月."""
    first, last = reading
    return last if last.day is not None or first == last else Point(None, last.month)


def _by_tie(point: Point, tie: _Previous) -> list[Point] | None:
    """Return the date with what the one before it lends; None if it lends nothing.

    2021年10月、11月 lends the year, 7月24日、26日 the month.  12月、1月 goes on into a
    year that is not said.
    """
    if tie.reading is None:
        return []
    if not _is_of_one_year(tie.reading):
        return None
    last = tie.reading[1]
    if point.month is not None:
        return [point.within(last.year or 0)] if point.month >= (last.month or 0) else None
    if last.month is None or point.day is None or point.day < (last.day or 0):
        return None
    return [Point(last.year, last.month, point.day)]


def _same(start: Point) -> Point | None:
    return start


def _none(_: Point) -> Point | None:
    return None


def _end(end: Point, word: Word | None, year: int | None, start: Point) -> Point | None:
    """Return the end of a span that has *start*: the first at or after it.

    至次年5月 is of the next year, 至今年6月 of the *year* that the word means.
    """
    if end.year is not None:
        ends = [end]
    elif year is not None:
        ends = [end.within(year)]
    elif word is not None and word.is_month:
        ends = [Point(start.year, start.month, end.day).moved(months=word.step)]
    elif end.month is None:
        here = Point(start.year, start.month, end.day)
        ends = [here, here.moved(months=1)]
    else:
        here = end.within(start.year or 0)
        step = word.step if word is not None else 0
        ends = [here.moved(years=step)] if word is not None else [here, here.moved(years=1)]
    after = (each for each in ends if each.exists() and each.last() >= start.first())
    return next(after, None)

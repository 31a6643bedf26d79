"""What a bulletin has told so far: its years, its months and the day it gives itself.

`Narration` walks over the text once, from date to date.  It notes each year
that is stated, by a date or by a word (去年，…), with the sentence and the
paragraph that it stands in.  What is told within brackets ends with them.
"""

import re
from dataclasses import replace
from datetime import MAXYEAR, date
from typing import Final

from govnews.bulletin.resolving.issues import is_headline, opens_news, own_day
from govnews.bulletin.resolving.points import Point, Reading
from govnews.bulletin.resolving.state import Near, State, Told
from govnews.bulletin.resolving.weighing import Weight, leads, month_behind, weigh
from govnews.bulletin.resolving.words import REPEATED, YEAR_WORD, Origin, year_word

_OPENING: Final = dict(zip("》〉）)〕】]", "《〈（(〔【[", strict=True))
#: What any mark begins with: most characters are passed over at once
_FIRST: Final = (
    r"(?=[\r\n\u2028\u2029\x85\x0b\x0c。！？!?《〈（(〔【\[》〉）)〕】\]"
    "每历歷往年大前去今明后後上下本同当當该該次翌目近日如])"
)
_MARK: Final = re.compile(
    rf"{_FIRST}(?:"
    r"(?P<line>[\r\n\u2028\u2029\x85\x0b\x0c]+)|(?P<stop>[。！？!?]+)|(?P<open>[《〈（(〔【\[])"
    rf"|(?P<close>[》〉）)〕】\]])|(?P<repeated>{REPEATED})|(?P<word>{YEAR_WORD})度?"
    r"|(?P<present>目前|近日|日前|近期|如今))"
)
#: A heading: 2021年, 一、2021年3月, 2021年大事记
_HEADING_BEFORE: Final = re.compile(r"[#一二三四五六七八九十、\s]{0,6}")
_HEADING_AFTER: Final = re.compile(r"(?:大事记)?[:：]?[ \u3000]{0,4}(?:[\r\n]|$)")


class Narration:
    """The walk over a text.

    Attributes:
        text: The cleaned text.
        today: The day of issue, or the one that the text gives itself.
        state: What holds where the walk is.
        heading: The year of the last line that was nothing but a year.
        opening: The year told of above the first full stop; its year is None
            once the text has told of another.
    """

    def __init__(self, text: str, issued: date | None) -> None:
        """Start before the first character of the cleaned *text*."""
        self.text = text
        self.today = issued
        #: The day that the text gives for itself, at its top if it gives several
        self.stated: date | None = None
        self.state = State()
        self.heading: Told | None = None
        self.opening: Told | None = None
        self._issued = issued
        self._spoken: date | None = None
        self._has_spoken = False
        self._top_doubts: frozenset[Told] = frozenset()
        self._at = 0
        self._sentence = 0
        self._line = 0
        self._outside: list[tuple[str, State]] = []
        #: The first sentence, and the lines without a full stop above it
        self._is_top = True

    def advance(self, at: int) -> None:
        """Take in what stands up to the date at *at*.

        >>> narration = Narration("2021年全省。去年，", date(2022, 7, 25))
        >>> narration.advance(11)
        >>> narration.state.here.year
        2021
        """
        for match in _MARK.finditer(self.text, self._at, at):
            self._take(match)
        self._at = at

    def skip(self, end: int) -> None:
        """Go on behind a date that was noted."""
        self._at = max(self._at, end)

    def told(self) -> tuple[Told, Near] | None:
        """Return the year that is told of, from the nearest statement on."""
        places = (self.state.here, self.state.before, self.heading, self.opening)
        for told, near in zip(places, Near, strict=True):
            if told is not None:
                return told, near
        return None

    def leads(self, at: int) -> bool:
        """Tell whether what stands at *at* opens its sentence."""
        return leads(self.text, self._sentence, at)

    def doubts(self, near: Near) -> frozenset[Told]:
        """Return what else may be told of, where a year is told so *near*."""
        doubts = self.state.doubts
        return doubts | self._top_doubts if near is Near.OPENING else doubts

    def note_year(self, told: Told, weight: Weight, start: int, end: int) -> None:
        """Note a year that a date from *start* to *end*, or a word, states."""
        if weight is Weight.PARALLEL:
            weight = Weight.DOUBTED if self._goes_on(told) else Weight.ASIDE
        if told.month is None:
            told = replace(told, month=month_behind(self.text, end))
        if weight is Weight.ASIDE:
            self.state = replace(self.state, last=None)
        elif weight is Weight.DOUBTED:
            self.state = replace(self.state, doubts=self.state.doubts | {told}, last=told.year)
            self._doubt_opening(told)
        elif weight is Weight.SINCE and self._has_begun(told):
            self.state = replace(self.state, last=told.year)
        else:
            is_since, is_leading = weight is Weight.SINCE, self._is_top or self.leads(start)
            told = replace(told, leads=is_leading, since=is_since)
            self.state = replace(self.state, here=told, doubts=frozenset(), last=told.year)
            self._open_with(told, start, end)

    def note_plan(self, point: Point) -> None:
        """Note that the sentence has come to what is planned, or due, and when."""
        self.state = replace(self.state, planned=point)

    def note_day(self, point: Point, weight: Weight, start: int, end: int) -> None:
        """Note a date that states its year: the bulletin may give it as its own."""
        is_whole = point.month is not None and point.day is not None
        is_top = self._is_top and self._issued is None
        if is_whole and own_day(self.text, self._line, start, end, is_top=is_top):
            self.today = point.first()
            self.stated = self.stated or self.today
        elif weight is Weight.TOLD and not self._has_spoken:
            self._has_spoken = True
            opens = self._is_top and self.leads(start) and opens_news(self.text, end)
            if is_whole and opens:
                self._spoken = point.first()
        elif weight is Weight.TOLD and self._spoken and self._spoken.year != point.year:
            self._spoken = None

    @property
    def speaking(self) -> date | None:
        """The day from which the text says 今年 and 本月.

        That is `today`, or else the whole date that the bulletin opens with
        (2023年11月8日，…召开会议), until it tells of another year or of 近日.
        """
        return self.today or self._spoken

    def note_reading(self, reading: Reading | None, point: Point) -> None:
        """Note what *point*, without a year, was read as; None if nothing settled it."""
        if reading is None:
            unknown = self.state.month if point.month is None else Point(None, point.month)
            self.state = replace(self.state, last=None, month=unknown, in_sentence=True)
            return
        last = reading[1]
        year = last.year if reading[0].year == last.year else None
        here = self.state.here
        if year is not None and (here or self.state.before):
            leading = here.leads if here else True
            here = Told(year, last.month, last.day, leads=leading)
        self.state = replace(self.state, here=here, last=year)

    def note_month(self, point: Point, weight: Weight) -> None:
        """Note the month of a date, for the bare days behind it."""
        if point.month is None or weight is Weight.ASIDE:
            return
        month = Point(None) if weight is Weight.DOUBTED or point.year is None else point
        self.state = replace(self.state, month=month, in_sentence=True)

    def _goes_on(self, told: Told) -> bool:
        """Tell whether the year is later than the one told of."""
        tale = self.state.here or self.state.before
        return tale is not None and (tale.year or MAXYEAR) < (told.year or 0)

    def _doubt_opening(self, told: Told) -> None:
        """Keep what the paragraphs below may be of, besides the year of the opening."""
        if self._is_top:
            self._top_doubts |= {told}
        elif self.opening is not None and (told.year or MAXYEAR) > (self.opening.year or 0):
            self.opening = Told(None)

    def _has_begun(self, told: Told) -> bool:
        """Tell whether 以来 reaches to a day of issue in a later year."""
        return self.today is not None and told.year != self.today.year

    def _open_with(self, told: Told, start: int, end: int) -> None:
        """Keep a year for the paragraphs below: of a line of its own, or of the opening."""
        opens_line = _HEADING_BEFORE.fullmatch(self.text, self._line, start)
        if told.day is None and opens_line and _HEADING_AFTER.match(self.text, end):
            self.heading = told
        elif self.heading is not None and self.heading.year != told.year and opens_line:
            self.heading = None
        if self._is_top:
            self._top_doubts = frozenset()
        if self._is_top and self.opening is None:
            is_news = is_headline(self.text, end) or opens_news(self.text, end)
            self.opening = told if is_news else Told(None)
        elif self.opening is not None and self.opening.year != told.year:
            self.opening = Told(None)

    def _take(self, match: re.Match[str]) -> None:
        kind = match.lastgroup
        if kind == "line":
            self.state = (self._outside[0][1] if self._outside else self.state).next_line()
            self._outside.clear()
            self._sentence = self._line = match.end()
        elif kind == "stop":
            self.state = self.state.next_sentence()
            self._sentence, self._is_top = match.end(), False
        elif kind == "open":
            self._outside.append((match[0], self.state))
        elif kind == "close":
            if self._outside and self._outside[-1][0] == _OPENING[match[0]]:
                self.state = self._outside.pop()[1]
        elif kind == "repeated":
            self.state = replace(self.state, repeated=True)
        else:
            self._take_word(match)

    def _take_word(self, match: re.Match[str]) -> None:
        """Take in 去年，… or 近日，… as a statement of the year."""
        start, end = match.span()
        if match["present"]:
            self._take_present(match)
            return
        weight = weigh(self.text, start, end, has_month=False)
        if match["word"] == "今年" and weight is Weight.SINCE:
            weight = Weight.TOLD
        self.note_year(Told(self.year_of(*year_word(match["word"]))), weight, start, end)

    def _take_present(self, match: re.Match[str]) -> None:
        """Take in 近日: a day not known, unless the issue is."""
        if match["present"] != "目前":
            self._spoken = None
        if self.today is None:
            year = None if self._spoken is None else self._spoken.year
            self.note_year(Told(year), Weight.TOLD, *match.span())

    def year_of(self, origin: Origin, step: int) -> int | None:
        """Return the year that a word means here; None if it cannot be known.

        去年 counts from the day that the text speaks on.  同年 and 次年 count from the year
        stated last in the paragraph.  上年 counts from the year that the
        sentence tells of, else from that day if the paragraph tells of no
        other year.
        """
        today = None if self.speaking is None else self.speaking.year
        base: int | None = None
        if origin is Origin.ISSUE:
            base = today
        elif origin is Origin.TOLD:
            base = self.state.last
        elif origin is Origin.REPORT:
            told = self.state.here or self.state.before
            base = told.year if told else today
            if self.state.here is None and None not in (today, base) and base != today:
                base = None
        return None if base is None else base + step

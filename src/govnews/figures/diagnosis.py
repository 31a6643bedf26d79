"""Why nothing was read where a number stands: what the rules asked for, and what was missing."""

import re
from typing import Final, NamedTuple

from govnews.figures.behind import found_behind, misfit
from govnews.figures.dates import read_date
from govnews.figures.numbers import NUMBER, Number, read_number
from govnews.figures.outcomes import Outcome
from govnews.figures.vocabulary import units

#: 几个 and 数名 say no number, 首次 and 半场 are words; 人数 and 数字 are others
_WORDS: Final = {
    **dict.fromkeys("几数", Outcome.VAGUE),
    **dict.fromkeys("首半", Outcome.OTHER_WORD),
}
_OTHERWISE: Final = re.compile(
    r"(?<=[人户总次件指系倍级岁度多少无个基参代函奇偶尾位])数|数[字组列额据]"
)
#: As much as is quoted of what stands behind a word
_AHEAD: Final = 2


class Diagnosis(NamedTuple):
    """Where what was not read ends, and why it was not."""

    end: int
    outcome: Outcome
    reason: str


def diagnose(text: str, start: int, end: int) -> Diagnosis | None:
    """Say why nothing was read at *start*, where the scan went on at *end*.

    Returns:
        None if no number stands there at all.

    >>> diagnose("一个职工", 0, 1)[1:]
    (<Outcome.ARTICLE: 'article'>, '一个 is an article here, no count')
    >>> diagnose("通过", 1, 2)
    """
    if text[start] == "第":
        return _ranked(text, start)
    number = read_number(text, start)
    if number is None:
        return _numerals(text, start)
    _, date_end = read_date(text, start)
    if date_end > start:
        return _told(Outcome.IMPOSSIBLE_DATE, text, start, date_end)
    if end > number.end:
        # a list or a range without a unit at its end
        return _told(Outcome.NO_UNIT, text, start, end)
    return _uncounted(text, number)


def _told(outcome: Outcome, text: str, start: int, end: int, **details: object) -> Diagnosis:
    return Diagnosis(end, outcome, outcome.because(what=text[start:end], **details))


def _ranked(text: str, start: int) -> Diagnosis | None:
    number = read_number(text, start + 1)
    return _told(Outcome.UNRANKED, text, start, number.end) if number else None


def _numerals(text: str, start: int) -> Diagnosis | None:
    outcome = _WORDS.get(text[start])
    found = units().at(text, start + 1) if outcome else None
    if outcome and found and not _OTHERWISE.match(text, start):
        unit, end = found
        return _told(outcome, text, start, end, unit=unit.word)
    match = NUMBER.match(text, start)
    return _told(Outcome.NO_NUMBER, text, start, match.end()) if match else None


def _uncounted(text: str, number: Number) -> Diagnosis:
    """Look at the unit behind the number, as the rule for quantities does."""
    start, found = found_behind(text, number)
    if found is None:
        return _without_unit(text, number, start)
    unit, end = found
    outcome = misfit(text, number, start, found) or (
        Outcome.BARE if number.bare else Outcome.UNREAD
    )
    details = {"unit": unit.word, "most": unit.most, "next": _next(text, end)}
    return _told(outcome, text, number.start, end, **details)


def _without_unit(text: str, number: Number, start: int) -> Diagnosis:
    """Tell a unit that may not stand before what follows from none at all."""
    word = _word_at(text, start)
    if word is None:
        return _told(Outcome.NO_UNIT, text, number.start, number.end)
    end = start + len(word)
    return _told(Outcome.BLOCKED, text, number.start, end, unit=word, next=_next(text, end))


def _next(text: str, end: int) -> str:
    return text[end : end + _AHEAD].partition("\n")[0] or "the end of the line"


def _word_at(text: str, start: int) -> str | None:
    """Return the longest word of the table that stands there, whatever follows it."""
    known = units()
    longest = max(map(len, known.by_word), default=0)
    ends = range(min(start + longest, len(text)), start, -1)
    # where a text ends behind a word, nothing follows that it must not stand before
    return next(
        (text[start:end] for end in ends if known.pattern.fullmatch(text, start, end)), None
    )

"""Why nothing was read where a number stands: what the rules asked for, and what was missing."""

from typing import Final, NamedTuple

from govnews.figures.compounds import inner_unit
from govnews.figures.dates import read_date
from govnews.figures.numbers import NUMBER, Number, read_number
from govnews.figures.outcomes import Outcome
from govnews.figures.vocabulary import Unit, units
from govnews.models import Kind

_SPACES: Final = " \u00a0\u2009\u3000"
_MOST_SPACES: Final = 3
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
    match = NUMBER.match(text, start)
    return _told(Outcome.NO_NUMBER, text, start, match.end()) if match else None


def _uncounted(text: str, number: Number) -> Diagnosis:
    """Look at the unit behind the number, as the rule for quantities does."""
    start = number.end
    while start - number.end < _MOST_SPACES and text[start : start + 1] in (*_SPACES,):
        start += 1
    found = inner_unit(text, start) or units().at(text, start)
    if found is None:
        return _without_unit(text, number, start)
    outcome = _unfit(text, number, found)
    unit, end = found
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


def _unfit(text: str, number: Number, found: tuple[Unit, int]) -> Outcome:
    """Say why a unit that stands there does not go with the number before it."""
    unit, end = found
    followed = text.startswith(unit.one_not_before, end)
    one = text[number.start : number.end] == "一"
    if unit.most is not None and number.value > unit.most:
        return Outcome.TOO_MANY
    if unit.word == "年" and not number.han:
        return Outcome.YEAR
    if number.han and (not unit.han or (not number.value and unit.kind is Kind.COUNT)):
        return Outcome.NAME
    if followed:
        return Outcome.BLOCKED
    if one:
        return Outcome.ARTICLE if unit.one else Outcome.OTHER_WORD
    return Outcome.BARE if number.bare else Outcome.UNREAD

"""The scan: every place where a number may stand, and the rules in the order they are asked.

The order is what settles overlaps: what is no figure first, then the more
special reading before the more general one.  What no rule reads is passed
over whole, so that a long run of digits is looked at once.
"""

import re
from collections.abc import Callable, Iterator
from decimal import localcontext
from typing import Final, NamedTuple, TypeAlias

from govnews.figures.candidate import Candidate
from govnews.figures.dates import read_date
from govnews.figures.exclusions import Exclusion, code_at, slogan_at
from govnews.figures.halves import read_half
from govnews.figures.numbers import NUMBER, read_number
from govnews.figures.ordinals import read_ordinals
from govnews.figures.pairs import read_pair
from govnews.figures.plain import read_plain
from govnews.figures.quantities import read_quantities
from govnews.figures.shares import read_share
from govnews.figures.vocabulary import Vocabulary, exclusions, using
from govnews.models import Kind
from govnews.numerals import EXACT

Reading: TypeAlias = tuple[list[Candidate], int]
_LONGEST_HAN: Final = 40
_HAN_NUMERAL: Final = frozenset("一二三四五六七八九十百千万亿两半几")


def _ordinals(text: str, position: int, _: int) -> Reading:
    found = read_ordinals(text, position)
    if found:
        return found, found[-1].end
    # what 第 numbers counts nothing: 第二人民医院
    number = read_number(text, position + 1) if text[position] == "第" else None
    return [], number.end if number else position


def _dates(text: str, position: int, _: int) -> Reading:
    found, end = read_date(text, position)
    return [found] if found else [], end


def _shares(text: str, position: int, floor: int) -> Reading:
    found = read_share(text, position, floor)
    return ([found], found.end) if found else ([], position)


def _halves(text: str, position: int, floor: int) -> Reading:
    found = read_half(text, position, floor) if text[position] == "半" else None
    return ([found], found.end) if found else ([], position)


def _pairs(text: str, position: int, _: int) -> Reading:
    found = read_pair(text, position)
    return ([found], found.end) if found else ([], position)


_NUMERALS: Final = "0123456789〇零一二三四五六七八九十百千万亿两廿卅壹贰叁肆伍陆柒捌玖拾佰仟几数"

READERS: Final[tuple[tuple[str, Callable[[str, int, int], Reading]], ...]] = (
    ("第首", _ordinals),
    (_NUMERALS, _dates),
    (_NUMERALS + "半翻过", _shares),
    ("半", _halves),
    ("俩仨", _pairs),
    (_NUMERALS + "半", read_quantities),
)
"""The rules in order, each with the characters that what it reads begins with.

Each is given the text, the position of a numeral and the end of the figure
before; it returns what it read and where to go on, which is the position
itself where the rule does not apply.
"""

_READERS_OF: Final = {
    character: tuple(reader for characters, reader in READERS if character in characters)
    for character in _NUMERALS + "第首半翻过俩仨"
}


_START: Final = re.compile(f"[{''.join(_READERS_OF)}]")


class Step(NamedTuple):
    """One place where a number may stand, and what became of it.

    Attributes:
        start: The place.
        floor: Where the figure before it ends.
        end: Where the scan goes on.
        found: What was read.
        excluded: Why it was not read, if it is no figure.
    """

    start: int
    floor: int
    end: int
    found: list[Candidate]
    excluded: Exclusion | None = None


def steps(text: str) -> Iterator[Step]:
    """Yield every place of *text* that was looked at, in order.

    >>> [(step.start, step.end, bool(step.excluded)) for step in steps("进一步走访43家")]
    [(1, 3, True), (5, 8, False)]
    """
    position, last_end = 0, 0
    while match := _START.search(text, position):
        start, floor = match.start(), last_end
        excluded = _excluded(text, start)
        if excluded is not None:
            position = excluded.end
            yield Step(start, floor, position, [], excluded)
            continue
        found, position = _read(text, start, floor)
        for candidate in found:
            # a qualifier is never taken twice
            candidate.start = max(candidate.start, last_end)
            last_end = candidate.end
        yield Step(start, floor, position, found)


def candidates(text: str) -> Iterator[Candidate]:
    """Yield every figure of *text* in order, without targets and changes.

    >>> [text_.rule for text_ in candidates("首批9家单位获补助5027万元")]
    ['ordinal.first', 'count.unit', 'money.unit']
    """
    for step in steps(text):
        yield from step.found


def spans(text: str, vocabulary: Vocabulary | None = None) -> list[tuple[int, int, Kind]]:
    """Return where the figures of a cleaned text stand, without asking what they count.

    What they count can make a headcount of a count (18个工友); that is not asked here.

    >>> [(start, end, kind.value) for start, end, kind in spans("走访近8000名职工")]
    [(2, 8, 'headcount')]
    """
    with localcontext(EXACT), using(vocabulary):
        return [(found.start, found.end, found.kind) for found in candidates(text)]


def excluded(text: str, vocabulary: Vocabulary | None = None) -> list[Exclusion]:
    """Return what is no figure in a cleaned text.

    >>> [(exclusion.name, exclusion.end) for exclusion in excluded("进一步走访43家")]
    [('idiom', 3)]
    """
    with using(vocabulary):
        return [step.excluded for step in steps(text) if step.excluded]


def _excluded(text: str, start: int) -> Exclusion | None:
    found = exclusions().at(text, start)
    if found is not None:
        return found
    return slogan_at(text, start) if text[start] in _HAN_NUMERAL else code_at(text, start)


def _read(text: str, position: int, floor: int) -> Reading:
    """Return what the first rule that applies reads, and where to go on."""
    plain = read_plain(text, position)
    if plain is not None:
        return [plain], plain.end
    for reader in _READERS_OF[text[position]]:
        found, end = reader(text, position, floor)
        if found or end > position:
            return found, max(end, position + 1)
    return [], _after_numeral(text, position)


def _after_numeral(text: str, start: int) -> int:
    """Return where to go on: behind Arabic digits, or at the next Han one.

    A run of Han numerals longer than any number is passed over whole.
    """
    match = NUMBER.match(text, start)
    if match and (match["arabic"] or len(match[0]) > _LONGEST_HAN):
        return match.end()
    return start + 1

"""The scan: every place where a number may stand, and the rules in the order they are asked.

The order is what settles overlaps: what is no figure first, then the more
special reading before the more general one.  What no rule reads is passed
over whole, so that a long run of digits is looked at once.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

from govnews.figures.bounds import after_bound, before_bound, sign_before
from govnews.figures.candidate import Candidate
from govnews.figures.dates import read_date
from govnews.figures.exclusions import code_end, exclusions, slogan_end
from govnews.figures.halves import read_half
from govnews.figures.numbers import NUMBER
from govnews.figures.ordinals import read_ordinals
from govnews.figures.quantities import read_quantities
from govnews.figures.shares import read_share
from govnews.models import Kind

_START: Final = re.compile(
    r"[0-9〇零一二三四五六七八九十百千万亿两廿卅壹贰叁肆伍陆柒捌玖拾佰仟半几数第首翻过]"
)
_LONGEST_HAN: Final = 40
_HAN_NUMERAL: Final = frozenset("一二三四五六七八九十百千万亿两半几")


def _dates(text: str, position: int) -> list[Candidate]:
    found = read_date(text, position)
    return [found] if found else []


def _shares(text: str, position: int) -> list[Candidate]:
    found = read_share(text, position)
    if found is None:
        return []
    if found.kind is Kind.PERCENTAGE:
        sign_before(text, found)
        before_bound(text, found, bare=False)
        after_bound(text, found, found.kind)
    return [found]


def _halves(text: str, position: int) -> list[Candidate]:
    found = read_half(text, position) if text[position] == "半" else None
    return [found] if found else []


READERS: Final[tuple[Callable[[str, int], list[Candidate]], ...]] = (
    read_ordinals,
    _dates,
    _shares,
    _halves,
)
"""The special rules in order; what none of them reads is a quantity or nothing."""


def candidates(text: str) -> Iterator[Candidate]:
    """Yield every figure of *text* in order, without targets and changes.

    >>> [text_.rule for text_ in candidates("首批9家单位获补助5027万元")]
    ['ordinal.first', 'count.unit', 'money.unit']
    """
    position, last_end = 0, 0
    while match := _START.search(text, position):
        start = match.start()
        excluded = _excluded_until(text, start)
        if excluded is not None:
            position = max(excluded, start + 1)
            continue
        found, position = _read(text, start)
        for candidate in found:
            # a qualifier is never taken twice
            candidate.start = max(candidate.start, last_end)
            last_end = candidate.end
            yield candidate


def _excluded_until(text: str, start: int) -> int | None:
    end = exclusions().end_at(text, start)
    if end is not None:
        return end
    if text[start] in _HAN_NUMERAL:
        return slogan_end(text, start)
    return code_end(text, start)


def _read(text: str, position: int) -> tuple[list[Candidate], int]:
    """Return what the first rule that applies reads, and where to go on."""
    for reader in READERS:
        found = reader(text, position)
        if found:
            return found, found[-1].end
    found, end = read_quantities(text, position)
    return found, max(end, _after_numeral(text, position))


def _after_numeral(text: str, start: int) -> int:
    """Return where to go on: behind Arabic digits, or at the next Han one.

    A run of Han numerals longer than any number is passed over whole.
    """
    match = NUMBER.match(text, start)
    if match and (match["arabic"] or len(match[0]) > _LONGEST_HAN):
        return match.end()
    return start + 1

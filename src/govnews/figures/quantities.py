"""Quantities: a number with its unit, alone (43家), in a range (3—5天) or a list (60、40和25万元).

The qualifiers that touch it are part of its span and set its bound.  In a
range or a list the bare numbers take unit and magnitude from the last.
"""

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final, NamedTuple

from govnews.figures import compounds
from govnews.figures.behind import unit_behind
from govnews.figures.bounds import after_bound, before_bound
from govnews.figures.candidate import Candidate
from govnews.figures.implied import read_implied
from govnews.figures.numbers import RANGE_MARK, SPACE, Number, read_number
from govnews.figures.signs import (
    Sign,
    behind_money_sign,
    currency_before,
    name_currency,
    sign_before,
    signed_number,
)
from govnews.figures.vocabulary import Unit
from govnews.models import Bound
from govnews.numerals import canonical
from govnews.resources import word_set

_RANGE: Final = re.compile(RANGE_MARK)
#: In 60,70,80分 the comma lists; before three digits it parts thousands
_LIST: Final = re.compile(
    rf"{SPACE}(?:、|以及|和|与|及|或){SPACE}|,(?=[0-9]{{1,2}}(?![0-9]))", re.ASCII
)
#: 人工造林43.7、|飞播造林|12、|封山育林|28.5万亩: a noun before each number of a list
_NAMED: Final = re.compile(r"、[^\W\da-zA-Z_〇零一二两三四五六七八九十百千万亿第]{2,8}(?=\d)")
_FROM: Final = re.compile(r"[由从自][^，。；,;]{0,12}$")
#: 940.3 -8.6 % are two cells of a table
_MINUS_OF_A_TABLE: Final = re.compile(r"\s+[-−－]")
_MOST_IN_A_LIST: Final = 12
#: More numbers than a list has are data, and are passed over at once
_LONG_RUN: Final = re.compile(rf"(?:[0-9]{{1,2}},){{{_MOST_IN_A_LIST},}}+", re.ASCII)
#: 500和1万元: a bare number this many times the last one's digits has its own magnitude
_SHARED_MAGNITUDE_LIMIT: Final = 50
_LONGEST_VERB: Final = 3


class _Term(NamedTuple):
    """One number of a range or a list."""

    number: Number
    sign: Sign | None = None
    ends_range: bool = False
    named: bool = False


def read_quantities(text: str, position: int, floor: int) -> tuple[list[Candidate], int]:
    """Read the quantity, range or list whose first number starts at *position*.

    Args:
        text: The text.
        position: Where the number starts; sign and qualifiers stand before it.
        floor: Where the figure before it ends.

    Returns:
        The candidates, and where to go on: behind the numbers that were
        looked at, also where they turned out to count nothing.

    >>> listed, end = read_quantities("60、40和25万元", 0, 0)
    >>> [(str(found.value), found.unit) for found in listed]
    [('600000', '元'), ('400000', '元'), ('250000', '元')]
    >>> (ranged,), end = read_quantities("30到50人", 0, 0)
    >>> str(ranged.value), str(ranged.upper), ranged.unit, end
    ('30', '50', '人', 6)
    """
    run = _LONG_RUN.match(text, position)
    if run:
        return [], run.end()
    first = read_number(text, position)
    if first is None:
        return [], position
    terms = [_Term(first, sign_before(text, position))]
    end, unit = first.end, unit_behind(text, first)
    if unit is None:
        unit = _by_symbol(text, terms)
        end = terms[-1].number.end
    while unit is None and len(terms) < _MOST_IN_A_LIST:
        term = _next_term(text, end)
        if term is None:
            found = read_implied(text, first, floor) if len(terms) == 1 else []
            return found, found[-1].end if found else end
        terms.append(term)
        end, unit = term.number.end, unit_behind(text, term.number)
    if unit is None:
        return [], end
    if any(term.named for term in terms) and not _measured(text, terms):
        return [], first.end
    read = _with_unit(text, terms, unit, floor)
    return read, max(end, read[-1].end if read else end)


def _by_symbol(text: str, terms: list[_Term]) -> tuple[Unit, int] | None:
    """Return the currency that a sign before the first number names: ￥1,200, US$3—5亿."""
    unit = currency_before(text, terms[0].number)
    if unit is None:
        return None
    upper = _next_term(text, terms[0].number.end)
    if upper and upper.ends_range and unit_behind(text, upper.number) is None:
        terms.append(upper)
    return unit, terms[-1].number.end


def _next_term(text: str, end: int) -> _Term | None:
    """Return the number that a range or list mark joins."""
    ends_range = _RANGE.match(text, end)
    if ends_range and _MINUS_OF_A_TABLE.fullmatch(ends_range[0]):
        return None
    mark = ends_range or _LIST.match(text, end)
    signed = signed_number(text, mark.end()) if mark else None
    if signed:
        return _Term(*signed, ends_range=ends_range is not None)
    named = _NAMED.match(text, end)
    number = read_number(text, named.end()) if named else None
    return _Term(number, named=True) if number else None


def _measured(text: str, terms: list[_Term]) -> bool:
    """Tell whether numbers with a noun before each share the last one's unit.

    造林43.7、育林28.5万亩 do; of 合同12、设备3台 the first is a number of its own.
    """
    decimal = any("." in text[term.number.start : term.number.end] for term in terms)
    return decimal or terms[-1].number.magnitude > 1


def _with_unit(
    text: str, terms: list[_Term], found: tuple[Unit, int], floor: int
) -> list[Candidate]:
    unit, unit_end = found
    members: list[Candidate] = []
    for index, term in enumerate(terms):
        if term.ends_range:
            continue
        ranged = index + 1 < len(terms) and terms[index + 1].ends_range
        upper = terms[index + 1] if ranged else None
        members += _candidates(term, upper, terms[-1].number, unit)
    closing = members[-1]
    closing.end = unit_end
    compounds.extend(text, closing, unit)
    _second_half(text, closing, unit)
    return _qualified(text, members, terms[0], floor)


def _candidates(term: _Term, upper: _Term | None, last: Number, unit: Unit) -> list[Candidate]:
    """Return the figure of *term*; two where a range mark joins what is no range (5—3人)."""
    value = _signed(_shared(term.number, last), term.sign, unit)
    if upper is None:
        top = None if term.number.upper is None else _scaled(term.number.upper, unit)
        return [_candidate(term, term.number.end, value, top, unit)]
    spread = term.sign if term.sign and term.sign.word else None
    top = _signed(_shared(upper.number, last), upper.sign or spread, unit)
    if value > top and (spread or upper.sign):
        # 零下5至10℃, -2~-4℃
        value, top = top, value
    if value >= top:
        # 5000至1万元: the start has its own magnitude
        value = _signed(term.number.value, term.sign, unit)
    if value >= top:
        return [
            _candidate(term, term.number.end, value, None, unit),
            _candidate(upper, upper.number.end, top, None, unit),
        ]
    return [_candidate(term, upper.number.end, value, top, unit)]


def _candidate(
    term: _Term, end: int, value: Decimal, upper: Decimal | None, unit: Unit
) -> Candidate:
    start = term.number.start
    if term.sign and term.sign.fits(unit):
        start -= term.sign.length
    return Candidate(
        kind=unit.kind,
        start=start,
        end=end,
        value=value,
        upper=upper,
        bound=Bound.RANGE if upper is not None else term.number.bound,
        rule=f"{unit.kind.value}.{'range' if upper is not None else 'unit'}",
        unit=unit.unit,
        currency=unit.currency,
        number_start=term.number.start,
    )


def _shared(number: Number, last: Number) -> Decimal:
    """Give a bare number the magnitude of the last one: 60 in 60、40和25万元."""
    own = number.value
    if number is last or last.magnitude == 1 or number.magnitude != 1:
        return own
    if own > _SHARED_MAGNITUDE_LIMIT * last.value / last.magnitude:
        return own
    return canonical(own * last.magnitude)


def _scaled(value: Decimal, unit: Unit) -> Decimal:
    return value if unit.scale is None else canonical(value * unit.scale)


def _signed(value: Decimal, sign: Sign | None, unit: Unit) -> Decimal:
    scaled = _scaled(value, unit)
    return canonical(-scaled) if sign and sign.fits(unit) else scaled


def _second_half(text: str, first: Candidate, unit: Unit) -> None:
    """Read 至2500元 behind 2000元: a range whose start has its unit too.

    What moves is no range: 由2000元至2500元, 上调200元至2000元.
    """
    mark = _RANGE.match(text, first.end)
    if mark is None or first.upper is not None or first.bound is not Bound.EXACT:
        return
    if mark[0].strip() in ("至", "到") and _moves(text, first.start):
        return
    signed = signed_number(text, behind_money_sign(text, mark.end()))
    found = unit_behind(text, signed[0]) if signed else None
    if signed and found is None and (named := currency_before(text, signed[0])):
        found = named, signed[0].end
    if signed is None or found is None or found[0].unit != unit.unit or signed[0].bare:
        return
    last = replace(first, value=_signed(signed[0].value, signed[1], found[0]), end=found[1])
    compounds.extend(text, last, found[0])
    if not isinstance(first.value, Decimal) or Decimal(last.value) <= first.value:
        return
    first.upper, first.bound, first.end = last.value, Bound.RANGE, last.end
    first.rule = f"{first.kind.value}.range"


def _moves(text: str, start: int) -> bool:
    if _FROM.search(text, max(0, start - 14), start):
        return True
    verbs = word_set("changes", "up") | word_set("changes", "down")
    before = text[max(0, start - _LONGEST_VERB) : start].rstrip().removesuffix("了")
    return any(before[-length:] in verbs for length in range(1, _LONGEST_VERB + 1))


def _qualified(text: str, members: list[Candidate], first: _Term, floor: int) -> list[Candidate]:
    """Set the bounds from the words around; a bare magnitude needs one of them."""
    name_currency(text, members[0])
    before_bound(text, members[0], bare=first.number.bare, floor=floor)
    after_bound(text, members[-1])
    if first.number.bare and members[0].bound is Bound.EXACT:
        return []
    return members

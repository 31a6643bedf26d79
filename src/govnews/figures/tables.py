"""Tables: bare numbers whose unit a header gives (单位：万元, 收入（万元） 1250.36).

Three places are looked at: the brackets right before the number, the column of
a header with as many cells as the row, and 单位：… above.  Serial numbers and
years are cells too, and no figures.
"""

import re
from decimal import Decimal
from typing import Final

from govnews.figures.candidate import Candidate
from govnews.figures.cells import column_head, named_by
from govnews.figures.numbers import Number
from govnews.figures.vocabulary import Unit, units
from govnews.numerals import canonical, parse_number

_NAME: Final = r"(?P<unit>[^\s\d，。；、（）()：:“”]{1,10})"
_BRACKET: Final = re.compile(rf"[（(]{_NAME}[）)]\s?[:：]?\s?$")
#: A table's header gives the unit of the bare numbers behind it: 单位：万元
_HEADER: Final = re.compile(rf"单位\s?[:：]\s?{_NAME}")
_IN_BRACKETS: Final = re.compile(rf"[（(]{_NAME}[）)]$")
_ALONE: Final = re.compile(rf"\s*[（(]{_NAME}[）)]\s*$")
_SCALED: Final = re.compile(r"(?:人民币)?(?P<magnitude>[十百千万亿]{0,2})(?P<word>[^/]+)")
_CELL_END: Final = re.compile(r"\s*(?:[，。；、！,;)）|\t\n]|$|\s[^\s])")
_PROSE: Final = re.compile("[，。；！？]")
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}(?![0-9.,])")
_SERIAL: Final = re.compile(r"[0-9]{1,3}[.、]?\s")
#: A column of rates stands beside the sums: 增减, 增幅, 占比
_OTHER_COLUMN: Final = re.compile("[增降比率幅序次]|%")
_NO_UNIT: Final = frozenset({"年", "月", "日", "号", "章", "题", "点", "期", "届", "度"})
#: What may part a bracket from its number
_BEHIND_BRACKETS: Final = frozenset("）)：: \t\u00a0\u3000")
_MINUS: Final = ("-", "−", "－")
_REACH: Final = 1200


def read_cell(text: str, number: Number) -> list[Candidate]:
    r"""Read a number without a unit as the cell of a table that gives one.

    >>> from govnews.figures.numbers import read_number
    >>> text = "单位：万元\n收入 1,200.50"
    >>> found, = read_cell(text, read_number(text, 9))
    >>> str(found.value), found.unit
    ('12005000', '元')
    """
    if number.han or number.magnitude != 1 or not _CELL_END.match(text, number.end):
        return []
    number = _first_cell(text, number)
    bracket = _bracket(text, number.start)
    measured = bracket or _above(text, number)
    if measured is None:
        return []
    unit, scale = measured
    negative = _negative(text, number.start)
    value = canonical(number.value * scale * (unit.scale or 1))
    return [
        Candidate(
            kind=unit.kind,
            start=number.start - negative,
            end=number.end,
            value=-value if negative else value,
            rule=f"{unit.kind.value}.cell",
            target=None if bracket else named_by(text, number.start),
            unit=unit.unit,
            currency=unit.currency,
            number_start=number.start,
        )
    ]


def _first_cell(text: str, number: Number) -> Number:
    """Part what looks like thousands (120 110): in a table they are two cells."""
    first, space, _ = text[number.start : number.end].partition(" ")
    if not space:
        return number
    return Number(number.start, number.start + len(first), parse_number(first))


def _negative(text: str, start: int) -> bool:
    """Tell whether a minus opens the cell."""
    before = text[max(0, start - 2) : start - 1]
    return text[max(0, start - 1) : start] in _MINUS and (
        not before or before.isspace() or before in _BEHIND_BRACKETS
    )


def _named(word: str) -> tuple[Unit, Decimal] | None:
    """Return the unit that a header names, and its magnitude: 万元, 亿元, 人次, 元/人."""
    match = _SCALED.match(word)
    unit = units().by_word.get(match["word"]) if match else None
    if match is None or unit is None or unit.word in _NO_UNIT:
        return None
    magnitude = match["magnitude"]
    return unit, parse_number(magnitude) if magnitude else Decimal(1)


def _bracket(text: str, start: int) -> tuple[Unit, Decimal] | None:
    """Read 收入（万元） right before the number."""
    start -= text[start - 1 : start] in _MINUS
    if text[start - 1 : start] not in _BEHIND_BRACKETS:
        return None
    match = _BRACKET.search(text, max(0, start - len("（12345678901）: ")), start)
    return _named(match["unit"]) if match else None


def _above(text: str, number: Number) -> tuple[Unit, Decimal] | None:
    """Read the header of the number's column, or 单位：… above the table."""
    floor = max(0, number.start - _REACH)
    at = text.rfind("单位", floor, number.start)
    line = text.rfind("\n", floor, number.start) + 1
    header = _HEADER.match(text, at, number.start) if at >= 0 else None
    if at >= line:
        return _named(header["unit"]) if header else None
    if not line or _YEAR.match(text, number.start) or _serial(text, line, number):
        return None
    end = text.find("\n", number.end, number.end + _REACH)
    row = text[line : end if end >= 0 else number.end + _REACH]
    lines = text[max(at, floor) : line].splitlines()
    header = header or next((match for above in lines if (match := _ALONE.match(above))), None)
    if _PROSE.search(row) or any(_PROSE.search(above) for above in lines):
        return None
    column = column_head(lines, row.split(), len(text[line : number.start].split()))
    if column is None:
        return _named(header["unit"]) if header else None
    match = _IN_BRACKETS.search(column)
    if match:
        return _named(match["unit"])
    return _named(header["unit"]) if header and not _OTHER_COLUMN.search(column) else None


def _serial(text: str, line: int, number: Number) -> bool:
    return not text[line : number.start].strip() and _SERIAL.match(text, number.start) is not None

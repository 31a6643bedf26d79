"""Tables in a text: rows beside a row of totals, and columns of other years."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from govnews.models import Reason
from govnews.passages import Passage
from govnews.totalling.adding import alike
from govnews.totalling.additive import has_sum

#: A row has cells and no sentence.
_PROSE: Final = re.compile(r"[，。！？；：]")
_CELLS: Final = re.compile(r"\S[ \t\u3000]+\S")
_LONGEST: Final = 120
_TOTAL: Final = re.compile(r"(?:[合总共]\s*计)(?!划)")
_SUBTOTAL: Final = re.compile(r"小\s*计")
_YEARS: Final = re.compile(r"(?<![\w.])(?:19|20)\d\d年?(?!\w)")
_SEVERAL: Final = 2

_Place: TypeAlias = tuple[int, int]
"""The number of a paragraph, and where a figure starts in it."""
_Reasons: TypeAlias = Mapping[_Place, Reason | None]


def of_tables(page: Sequence[Passage], reasons: _Reasons) -> dict[_Place, Reason]:
    r"""Find the figures of tables that must not be added beside others of the table.

    Args:
        page: The paragraphs of a bulletin.
        reasons: Of the number of a paragraph and the place of a figure in it, why it must not be
            added, as far as it is known: a total that must not be added holds nothing.

    Returns:
        Of the number of a paragraph and the place of a figure in it, the reason: rows are part
        of the total below them, and a second year's column is what it was before.

    >>> from govnews.bulletin import analyze
    >>> from govnews.passages import passages
    >>> page = list(passages(analyze("西宁市 43家\n海东市 20家\n合计 63家")))
    >>> of_tables(page, {})
    {(0, 4): <Reason.PART: 'part'>, (1, 4): <Reason.PART: 'part'>}
    """
    found: dict[_Place, Reason] = {}
    for table in _tables(page):
        found |= dict(_of_other_years(table))
        found |= dict(_beside_totals(table, reasons))
    return found


def _tables(page: Sequence[Passage]) -> Iterator[list[Passage]]:
    """Yield the runs of paragraphs that are rows."""
    rows: list[Passage] = []
    for passage in page:
        text = passage.paragraph.text
        if len(text) <= _LONGEST and _CELLS.search(text) and not _PROSE.search(text):
            rows.append(passage)
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows


def _beside_totals(table: Sequence[Passage], reasons: _Reasons) -> Iterator[tuple[_Place, Reason]]:
    """Yield what stands above a row of totals, or below it where nothing does, in its units."""
    rows: list[Passage] = []
    top: Passage | None = None
    for row in table:
        if not _TOTAL.match(row.paragraph.text):
            rows.append(row)
        elif any(each.figures for each in rows):
            yield from _held(row, rows, reasons)
            rows, top = [], None
        else:
            top = row
    if top is not None:
        yield from _held(top, rows, reasons)
    yield from _above_subtotals(table, reasons)


def _above_subtotals(
    table: Sequence[Passage], reasons: _Reasons
) -> Iterator[tuple[_Place, Reason]]:
    rows: list[Passage] = []
    for row in table:
        if _SUBTOTAL.match(row.paragraph.text):
            yield from _held(row, rows, reasons)
            rows = []
        else:
            rows.append(row)


def _held(
    total: Passage, rows: Sequence[Passage], reasons: _Reasons
) -> Iterator[tuple[_Place, Reason]]:
    """Yield the figures of rows that a total holds."""
    units = {
        (each.figure.kind, each.figure.unit)
        for each in total.figures
        if reasons.get((total.number, each.start)) in (None, Reason.PART)
    }
    for row in rows:
        for each in row.figures:
            if (each.figure.kind, each.figure.unit) in units:
                yield (row.number, each.start), Reason.PART


def _of_other_years(table: Sequence[Passage]) -> Iterator[tuple[_Place, Reason]]:
    """Yield what stands in the columns behind the first, where the head names several years."""
    years = 0
    for row in table:
        if not any(has_sum(each.figure.kind, each.figure.unit) for each in row.figures):
            years = max(years, len(set(_YEARS.findall(row.paragraph.text))))
        elif years >= _SEVERAL:
            for like in alike(row.figures):
                for each in like[1:years]:
                    yield (row.number, each.start), Reason.CHANGE

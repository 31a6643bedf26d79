"""Tables in a text: rows beside a row of totals, and columns of other years."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from govnews.models import Reason
from govnews.passages import Passage
from govnews.totalling.adding import alike

#: A row has cells and no sentence.
_PROSE: Final = re.compile(r"[，。！？；：]")
_CELLS: Final = re.compile(r"\S[ \t\u3000]+\S")
_LONGEST: Final = 120
_TOTAL: Final = re.compile(r"(?:合|总|小|共)\s*计")
_YEARS: Final = re.compile(r"(?:19|20)\d\d年?")
_SEVERAL: Final = 2


def of_tables(page: Sequence[Passage]) -> dict[tuple[int, int], Reason]:
    r"""Find the figures of tables that must not be added beside others of the table.

    Args:
        page: The paragraphs of a bulletin.

    Returns:
        Of the number of a paragraph and the place of a figure in it, the reason: rows are part
        of the total below them, and a second year's column is what it was before.

    >>> from govnews.bulletin import analyze
    >>> from govnews.passages import passages
    >>> page = list(passages(analyze("西宁市 43家\n海东市 20家\n合计 63家")))
    >>> of_tables(page)
    {(0, 4): <Reason.PART: 'part'>, (1, 4): <Reason.PART: 'part'>}
    """
    found: dict[tuple[int, int], Reason] = {}
    for table in _tables(page):
        found |= dict(_of_other_years(table))
        found |= dict(_beside_totals(table))
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


def _beside_totals(table: Sequence[Passage]) -> Iterator[tuple[tuple[int, int], Reason]]:
    """Yield what stands above a row of totals, in its units."""
    above: list[Passage] = []
    for row in table:
        if not _TOTAL.match(row.paragraph.text):
            above.append(row)
            continue
        units = {(each.figure.kind, each.figure.unit) for each in row.figures}
        for other in above:
            for each in other.figures:
                if (each.figure.kind, each.figure.unit) in units:
                    yield (other.number, each.start), Reason.PART
        above = []


def _of_other_years(table: Sequence[Passage]) -> Iterator[tuple[tuple[int, int], Reason]]:
    """Yield what stands in the columns behind the first, where the head names several years."""
    years = 0
    for row in table:
        years = max(years, len(set(_YEARS.findall(row.paragraph.text))))
        if years >= _SEVERAL:
            for like in alike(row.figures):
                for each in like[1:years]:
                    yield (row.number, each.start), Reason.CHANGE

"""Tables as sheets of an Excel workbook.

Excel counts in floats of 15 digits: a number that needs more stands there as text, exact.  What
a text says is text, also where it looks like a formula or a link.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from govnews.errors import GovnewsError, MissingExtraError
from govnews.frames.columns import Column, Type
from govnews.frames.rows import Row

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

#: What a sheet holds (Excel's specifications and limits).
MOST_ROWS: Final = 1_048_576
_LONGEST: Final = 32_767
_DIGITS: Final = 15
_MAGNITUDE: Final = 300
_FIRST_YEAR: Final = 1900
#: Not in XML at all; other control characters are escaped by the writer.
_NO_XML: Final = re.compile("[\ud800-\udfff\ufffe\uffff]")
_WIDTHS: Final = {"text": 24, "target": 24, "sentence": 60, "bulletin": 24, "topics": 28}
_WIDTH: Final = 12
_OPTIONS: Final = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


class Sheet(NamedTuple):
    """A table that becomes a sheet.

    Attributes:
        columns: Its columns, in order; a table of other rows than ours has names alone.
        rows: Its rows.
    """

    columns: Sequence[Column]
    rows: Iterable[Row]


def workbook(sheets: Mapping[str, Sheet]) -> bytes:
    """Return an .xlsx file with a sheet for each table.

    Raises:
        MissingExtraError: If xlsxwriter is not installed.
        GovnewsError: If a table has more rows than a sheet can have.

    >>> workbook({"figures": Sheet([Column("unit", Type.TEXT, "")], [{"unit": "元"}])})[:2]
    b'PK'
    """
    try:
        from xlsxwriter import Workbook
    except ImportError as error:
        raise MissingExtraError(
            "xlsx files need xlsxwriter, which is not installed: pip install 'govnews[frames]'"
        ) from error
    stream = BytesIO()
    with Workbook(stream, _OPTIONS) as book:
        writer = _Writer(book)
        for name, sheet in sheets.items():
            writer.write(name, sheet)
    return stream.getvalue()


class _Writer:
    """Writes tables into a workbook."""

    def __init__(self, book: "Workbook") -> None:
        self._book = book
        self._bold: Format = book.add_format({"bold": True})
        self._day: Format = book.add_format({"num_format": "yyyy-mm-dd"})

    def write(self, name: str, sheet: Sheet) -> None:
        """Add a sheet: its head stays in sight, and can be filtered by."""
        page = self._book.add_worksheet(name)
        for index, column in enumerate(sheet.columns):
            page.set_column(index, index, _WIDTHS.get(column.name, _WIDTH))
            page.write_string(0, index, column.name, self._bold)
        row = 0
        for row, cells in enumerate(sheet.rows, 1):
            if row >= MOST_ROWS:
                raise GovnewsError(
                    f"a sheet of Excel has room for {MOST_ROWS - 1:,} rows, and there are more "
                    f"{name}: write parquet or csv, or fewer files at once"
                )
            for index, column in enumerate(sheet.columns):
                self._cell(page, row, index, cells[column.name], column.type)
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, row, len(sheet.columns) - 1)

    def _cell(self, page: "Worksheet", row: int, column: int, cell: Any, type_: Type) -> None:  # noqa: ANN401 - any cell
        if cell is None:
            return
        if type_ is Type.FLAG:
            page.write_boolean(row, column, cell)
        elif type_ is Type.DAY and cell.year >= _FIRST_YEAR:
            page.write_datetime(row, column, cell, self._day)
        elif type_ in (Type.NUMBER, Type.INTEGER, Type.FLOAT) and _fits(cell):
            page.write_number(row, column, cell)
        else:
            page.write_string(row, column, _text(cell))


def _fits(number: Decimal | float) -> bool:
    """Tell whether Excel holds the number as it is."""
    if not isinstance(number, Decimal):
        return abs(number) < float("inf")
    return (
        len(number.normalize().as_tuple().digits) <= _DIGITS and abs(number.adjusted()) < _MAGNITUDE
    )


def _text(cell: object) -> str:
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    if isinstance(cell, tuple):
        return " ".join(cell)
    text = cell.isoformat() if isinstance(cell, date) else str(cell)
    return _NO_XML.sub("\ufffd", text)[:_LONGEST]

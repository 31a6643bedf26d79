"""Results as JSON lines, CSV, Parquet, Excel and HTML: each a stream of chunks to write.

CSV is opened in spreadsheets, which run what looks like a formula, and texts and file
names come from anyone.  So text that begins with = + @, a tab or a line end, or with
a minus and is no number with its unit, gets an apostrophe in front, which makes it
text there.  -1.6% stays as it is, and so does the - that stands for standard input; a
date without a year (--07-24), which Excel would take for -17, does not.  The other
formats hold what was found, unchanged.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, Final, TypeAlias

from govnews.frames.columns import Column
from govnews.frames.rows import Row

Chunk: TypeAlias = str | bytes
#: What a command found in each document, with the document's name.
Results: TypeAlias = Iterable[tuple[str, Any]]
Format: TypeAlias = Callable[[Results], Iterator[Chunk]]
#: The names of a table's columns; asked for only when a table is written.
Columns: TypeAlias = Callable[[], Sequence[str]]
#: Of a table that is typed, what the columns hold as well.
TypedColumns: TypeAlias = Callable[[], Sequence[Column]]
#: The rows that a document's result makes.
Rows: TypeAlias = Callable[[str, Any], Iterable[Row]]

#: What a spreadsheet would run; of the full-width signs East Asian editions do the same.
#: Negative numbers and dates without a year (--07-24) are data, and run nothing.
_FORMULA: Final = re.compile(
    r"[=+@＝＋＠\t\r\n]|(?!--\d\d(?:-\d\d)?\Z|---\d\d\Z)[-－](?!(?:\d[\w.,%％‰℃]*)?\Z)"
)
_ROUNDED: Final = "value_float"
_CRLF: Final = "\r\n"


def jsonl(rows: Rows) -> Format:
    """Return the format that writes one JSON object a row."""

    def write(results: Results) -> Iterator[Chunk]:
        import msgspec

        encode = msgspec.json.Encoder(decimal_format="string").encode
        for name, value in results:
            for row in rows(name, value):
                yield encode(row) + b"\n"

    return write


class _Lines(list[str]):
    r"""Lines that end in \n, written by a writer that believes in \r\n.

    Python 3.11 puts a cell that holds a lone \r into quotes only for a writer that does,
    and without them readers take it for the end of the row.
    """

    def write(self, line: str) -> None:
        """Take one row, as a file would."""
        self.append(line.removesuffix(_CRLF) + "\n")


def csv_lines(columns: Columns, rows: Rows) -> Format:
    """Return the format that writes comma-separated lines, the names of the columns first.

    What a spreadsheet would take for a formula gets an apostrophe in front.
    """

    def write(results: Results) -> Iterator[Chunk]:
        lines = _Lines()
        writer = csv.DictWriter(lines, columns(), extrasaction="ignore", lineterminator=_CRLF)
        writer.writeheader()
        for name, value in results:
            writer.writerows(map(_flat, rows(name, value)))
            yield "".join(lines)
            lines.clear()
        yield "".join(lines)

    return write


def _flat(row: Row) -> Row:
    """Write numbers without an exponent, several topics as words, and formulas as text."""
    return {name: _cell(value) for name, value in row.items()}


def _cell(value: object) -> object:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, bool):
        return str(value).lower()
    text = " ".join(value) if isinstance(value, tuple) else value
    return _harmless(text) if isinstance(text, str) else text


def _harmless(text: str) -> str:
    """Return *text* as a spreadsheet shows it without running it.

    >>> _harmless("=1+1"), _harmless("-1.6%"), _harmless("-2+3+cmd|' /C calc'!A0")
    ("'=1+1", '-1.6%', "'-2+3+cmd|' /C calc'!A0")
    >>> _harmless("--07-24"), _harmless("---24"), _harmless("--07-24+A1")
    ('--07-24', '---24', "'--07-24+A1")
    """
    return f"'{text}" if _FORMULA.match(text) else text


def parquet(columns: TypedColumns, rows: Rows) -> Format:
    """Return the format that writes one Parquet table, with the same schema for any input."""

    def write(results: Results) -> Iterator[Chunk]:
        from govnews.frames import arrow_table

        table = arrow_table(_all(results, rows), columns())
        import pyarrow as pa
        import pyarrow.parquet as pq

        sink = pa.BufferOutputStream()
        pq.write_table(table, sink)
        yield sink.getvalue().to_pybytes()

    return write


def xlsx(name: str, columns: TypedColumns, rows: Rows) -> Format:
    """Return the format that writes a workbook with one sheet, called *name*."""

    def write(results: Results) -> Iterator[Chunk]:
        from govnews.frames.workbook import Sheet, workbook

        yield workbook({name: Sheet(columns(), _all(results, rows))})

    return write


def _all(results: Results, rows: Rows) -> Iterator[Row]:
    return (row for name, value in results for row in rows(name, value))


def tables(name: str, columns: TypedColumns, rows: Rows) -> dict[str, Format]:
    """Return the formats that hold one table."""

    def names() -> Sequence[str]:
        # in text every number is exact: there is no use for a rounded one
        return [column.name for column in columns() if column.name != _ROUNDED]

    return {
        "csv": csv_lines(names, rows),
        "parquet": parquet(columns, rows),
        "xlsx": xlsx(name, columns, rows),
    }


def judging(format_: Format) -> Format:
    """Return a format that is given each bulletin with why its figures must not be added.

    What two bulletins tell counts once, so that all of them are analysed before the first row.
    """

    def write(results: Results) -> Iterator[Chunk]:
        from govnews.totalling import reasons

        listed = list(results)
        every = reasons([bulletin for _, bulletin in listed])
        pairs = zip(listed, every, strict=True)
        yield from format_((name, (bulletin, why)) for (name, bulletin), why in pairs)

    return write


def bulletins(results: Results) -> Iterator[Chunk]:
    """Write each bulletin as one JSON object on a line."""
    for _, bulletin in results:
        yield bulletin.to_json() + "\n"


def html(results: Results) -> Iterator[Chunk]:
    """Write one page with every bulletin under its name."""
    from govnews.html import page

    return page(results)


def texts(results: Results) -> Iterator[Chunk]:
    """Write cleaned texts one after the other, each ended by a line end."""
    for _, cleaned in results:
        yield cleaned.text
        if not cleaned.text.endswith("\n"):
            yield "\n"

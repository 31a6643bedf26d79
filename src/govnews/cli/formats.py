"""Results as JSON lines, CSV, Parquet and HTML: each a stream of chunks to write."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from html import escape
from typing import Any, Final, TypeAlias

from govnews.frames import Row

Chunk: TypeAlias = str | bytes
#: What a command found in each document, with the document's name.
Results: TypeAlias = Iterable[tuple[str, Any]]
Format: TypeAlias = Callable[[Results], Iterator[Chunk]]
#: The names of a table's columns; asked for only when a table is written.
Columns: TypeAlias = Callable[[], Sequence[str]]
#: The rows that a document's result makes.
Rows: TypeAlias = Callable[[str, Any], Iterable[Row]]

_PAGE: Final = (
    '<!doctype html>\n<html lang="zh"><head><meta charset="utf-8">'
    '<meta name="color-scheme" content="light dark"><title>govnews</title></head><body>\n'
)


def jsonl(rows: Rows) -> Format:
    """Return the format that writes one JSON object a row."""

    def write(results: Results) -> Iterator[Chunk]:
        import msgspec

        encode = msgspec.json.Encoder(decimal_format="string").encode
        for name, value in results:
            for row in rows(name, value):
                yield encode(row) + b"\n"

    return write


def csv_lines(columns: Columns, rows: Rows) -> Format:
    """Return the format that writes comma-separated lines, the names of the columns first."""

    def write(results: Results) -> Iterator[Chunk]:
        buffer = io.StringIO()
        writer = csv.DictWriter(buffer, columns(), extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        for name, value in results:
            writer.writerows(map(_flat, rows(name, value)))
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
        yield buffer.getvalue()

    return write


def _flat(row: Row) -> Row:
    """Write numbers without an exponent, and several topics as words."""
    return {name: _cell(value) for name, value in row.items()}


def _cell(value: object) -> object:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, bool):
        return str(value).lower()
    return " ".join(value) if isinstance(value, tuple) else value


def parquet(columns: Columns, rows: Rows) -> Format:
    """Return the format that writes one Parquet table, with the same schema for any input."""

    def write(results: Results) -> Iterator[Chunk]:
        from govnews.frames import arrow_table

        found = (row for name, value in results for row in rows(name, value))
        table = arrow_table(found, columns())
        import pyarrow as pa
        import pyarrow.parquet as pq

        sink = pa.BufferOutputStream()
        pq.write_table(table, sink)
        yield sink.getvalue().to_pybytes()

    return write


def tables(columns: Columns, rows: Rows) -> dict[str, Format]:
    """Return the two formats that hold one table."""
    return {"csv": csv_lines(columns, rows), "parquet": parquet(columns, rows)}


def bulletins(results: Results) -> Iterator[Chunk]:
    """Write each bulletin as one JSON object on a line."""
    for _, bulletin in results:
        yield bulletin.to_json() + "\n"


def html(results: Results) -> Iterator[Chunk]:
    """Write one page with every bulletin under its name."""
    yield _PAGE
    for name, bulletin in results:
        yield f"<h2>{escape(name)}</h2>\n{bulletin.to_html()}\n"
    yield "</body></html>\n"


def texts(results: Results) -> Iterator[Chunk]:
    """Write cleaned texts one after the other, each ended by a line end."""
    for _, cleaned in results:
        yield cleaned.text
        if not cleaned.text.endswith("\n"):
            yield "\n"

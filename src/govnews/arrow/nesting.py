"""Analysed rows as a record batch, whose tables stand within the rows."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from govnews.arrow.analysing import Piece
from govnews.arrow.layout import HEAD, inner_columns, plain_fields, schema
from govnews.bulletin.bulletin import Bulletin
from govnews.frames.arrow import arrow_table
from govnews.frames.rows import Row, edit_rows, figure_rows, paragraph_rows
from govnews.totalling import reasons

if TYPE_CHECKING:
    import pyarrow as pa

_Labels: TypeAlias = tuple[str, ...]


def record_batch(found: Sequence[Piece], what: Iterable[str], labels: _Labels) -> "pa.RecordBatch":
    """Return a batch with a row for each piece.

    Args:
        found: The pieces.
        what: The tables to put in.
        labels: The topics that a paragraph can have.

    >>> record_batch([Piece(0, "a", error="is cut off")], ["figures"], ())["figures"].to_pylist()
    [[]]
    """
    tables = tuple(what)
    head = _plain(arrow_table(map(_head, found), HEAD))
    nested = [_nested(found, table, labels) for table in tables]
    import pyarrow as pa

    return pa.RecordBatch.from_arrays([*head, *nested], schema=schema(labels, what=tables))


def sound_batch(
    found: Sequence[Piece], what: Sequence[str], labels: _Labels
) -> "tuple[Sequence[Piece], pa.RecordBatch]":
    """Return a batch with a row for each piece, also where one of them breaks the making of it.

    Returns:
        The pieces, among them with an error the one that did, and the batch.

    >>> pieces, batch = sound_batch([Piece(0, "a", error="is cut off")], ["figures"], ())
    >>> pieces[0].error, len(batch)
    ('is cut off', 1)
    """
    try:
        return found, record_batch(found, what, labels)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - whatever it is, it must not cost the other rows
        checked = [_checked(piece, what, labels) for piece in found]
        return checked, record_batch(checked, what, labels)


def _checked(piece: Piece, what: Sequence[str], labels: _Labels) -> Piece:
    """Return a piece, without its bulletin where no rows can be made of that."""
    try:
        record_batch([piece], what, labels)
    except Exception as error:  # noqa: BLE001 - it is told in the row
        return piece._replace(bulletin=None, error=f"{type(error).__name__}: {error}")
    return piece


def _head(piece: Piece) -> Row:
    bulletin = piece.bulletin
    row: Row = dict.fromkeys(column.name for column in HEAD)
    row |= {"id": piece.id, "slice": piece.slice, "n_paragraphs": 0, "n_figures": 0}
    if bulletin is None:
        return row | {"error": piece.error}
    return row | {
        "issued": bulletin.issued,
        # what opens a slice in the middle of a text is no dateline
        "source": None if piece.slice else bulletin.source,
        "topic": bulletin.topic,
        "n_paragraphs": len(bulletin.paragraphs),
        "n_figures": len(bulletin.figures),
    }


def _figures(bulletin: Bulletin, _: _Labels) -> Iterator[Row]:
    (why,) = reasons([bulletin])
    return figure_rows(bulletin, None, why)


def _paragraphs(bulletin: Bulletin, labels: _Labels) -> Iterator[Row]:
    return paragraph_rows(bulletin, None, labels)


def _edits(bulletin: Bulletin, _: _Labels) -> Iterator[Row]:
    return edit_rows(bulletin, None)


_ROWS: Final[dict[str, Callable[[Bulletin, _Labels], Iterator[Row]]]] = {
    "figures": _figures,
    "paragraphs": _paragraphs,
    "edits": _edits,
}


def _nested(found: Sequence[Piece], table: str, labels: _Labels) -> "pa.ListArray":
    import pyarrow as pa

    every = [_moved(piece, table, labels) for piece in found]
    columns = inner_columns(table, labels)
    arrays = _plain(arrow_table((row for rows in every for row in rows), columns))
    struct = pa.StructArray.from_arrays(arrays, fields=plain_fields(columns))
    ends = accumulate(map(len, every), initial=0)
    return pa.ListArray.from_arrays(pa.array(ends, pa.int32()), struct)


def _moved(piece: Piece, table: str, labels: _Labels) -> list[Row]:
    """Return the rows of a piece with the places that they have in the whole text."""
    if piece.bulletin is None:
        return []
    rows = list(_ROWS[table](piece.bulletin, labels))
    if piece.offset:
        for row in rows:
            row["start"] += piece.offset
            row["end"] += piece.offset
            if row["paragraph"] is not None:
                row["paragraph"] += piece.first
    return rows


def _plain(table: "pa.Table") -> list[Any]:
    """Return the columns of a table as arrays without dictionaries."""
    from pyarrow import types

    arrays = (column.combine_chunks() for column in table.columns)
    return [
        array.dictionary_decode() if types.is_dictionary(array.type) else array for array in arrays
    ]

"""The texts of a record batch, with what each is called and when it was issued."""

from collections.abc import Iterator, Sequence
from math import isnan
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from govnews.arrow.analysing import Row
from govnews.arrow.layout import HEAD, NESTED
from govnews.errors import FrameError
from govnews.reading import decode

if TYPE_CHECKING:
    import pyarrow as pa


#: What the column of names is called, where the caller says nothing else
_ID: Final = "id"


class Fields(NamedTuple):
    """The names of the columns that are read.

    Attributes:
        text: That of the texts.
        id: That of what they are called; None for `id`, if there is one.
        issued: That of the days of issue; None if there is none.
    """

    text: str
    id: str | None = None
    issued: str | None = None

    def kept(self, batch: "pa.RecordBatch", keep: Sequence[str]) -> "pa.RecordBatch":
        """Return the columns that are passed through.

        Raises:
            FrameError: If one is missing or is called as one of ours.
        """
        ours = {column.name for column in HEAD}.union(NESTED)
        if taken := sorted(ours.intersection(keep)):
            raise FrameError(
                f"keep: the result has a column {taken[0]!r} of its own: rename yours before"
            )
        for name in keep:
            _column(batch, name)
        return batch.select(list(keep))


def rows_of(batch: "pa.RecordBatch", fields: Fields) -> Iterator[Row]:
    r"""Yield the rows of a batch.

    Raises:
        FrameError: If a column is missing, or holds something else.

    >>> import pyarrow as pa
    >>> batch = pa.record_batch({"text": [b"\xb9\xab\xbb\xe1", b"\xff"], "no": [7, 8]})
    >>> rows = list(rows_of(batch, Fields("text", "no")))
    >>> rows[0].text, rows[0].id, rows[1].text, rows[1].id
    (('公会',), '7', None, '8')
    """
    texts = _plain(batch, fields.text)
    strict = not _is_binary(texts.type)
    names = _names(batch, fields.id)
    days = _days(batch, fields.issued)
    for cell, name, day in zip(_bytes(texts, fields.text), names, days, strict=True):
        if cell is None:
            yield Row(name, None, day)
            continue
        try:
            text = cell.decode() if strict else decode(cell, name="the text")
        except UnicodeDecodeError as error:
            reason = f"byte {error.start} (0x{cell[error.start]:02x}) of the text is not UTF-8"
            yield Row(name, None, day, reason)
        except ValueError as error:
            yield Row(name, None, day, str(error))
        else:
            yield Row(name, (text,), day)


def _column(batch: "pa.RecordBatch", name: str) -> "pa.Array":
    if batch.schema.get_field_index(name) < 0:
        raise FrameError(
            f"no column {name!r}, or several: there are {', '.join(batch.schema.names)}"
        )
    return batch.column(name)


def _plain(batch: "pa.RecordBatch", name: str) -> "pa.Array":
    """Return a column, of a dictionary what stands in its cells."""
    from pyarrow import types

    column = _column(batch, name)
    return column.dictionary_decode() if types.is_dictionary(column.type) else column


def _bytes(column: "pa.Array", name: str) -> Iterator[bytes | None]:
    """Yield cells as bytes: a string that is not UTF-8 must cost only itself."""
    import pyarrow as pa
    from pyarrow import types

    if types.is_string_view(column.type):
        column = column.cast(pa.large_string())
    texts = (types.is_null, types.is_string, types.is_large_string, _is_binary)
    if not any(are_texts(column.type) for are_texts in texts):
        raise FrameError(f"column {name!r} holds {column.type}, not text")
    return (cell.as_py() for cell in column.cast(pa.large_binary()))


def _is_binary(type_: Any) -> bool:  # noqa: ANN401 - of a module without types
    from pyarrow import types

    return any(
        is_one(type_) for is_one in (types.is_binary, types.is_large_binary, types.is_binary_view)
    )


def _names(batch: "pa.RecordBatch", field: str | None) -> Iterator[str | None]:
    """Yield what the rows are called: text as it is, numbers and the like as text."""
    if field is None and batch.schema.get_field_index(_ID) < 0:
        yield from [None] * len(batch)
        return
    from pyarrow import types

    field = _ID if field is None else field
    column = _plain(batch, field)
    if types.is_primitive(column.type) or types.is_decimal(column.type):
        yield from (_called(cell.as_py()) for cell in column)
        return
    for cell in _bytes(column, field):
        yield None if cell is None else cell.decode(errors="replace")


def _called(value: object) -> str | None:
    """Return a number or a day as text; whole numbers beside missing ones, pandas made floats of.

    >>> _called(7.0), _called(0.5), _called(None)
    ('7', '0.5', None)
    """
    if isinstance(value, float):
        return None if isnan(value) else f"{value:.0f}" if value.is_integer() else str(value)
    return None if value is None else str(value)


def _days(batch: "pa.RecordBatch", field: str | None) -> Iterator[Any]:
    """Yield days of issue; text is read when its row is analysed, and costs only that."""
    if field is None:
        yield from [None] * len(batch)
        return
    import pyarrow as pa
    from pyarrow import types

    column = _plain(batch, field)
    if types.is_date(column.type) or types.is_timestamp(column.type):
        yield from (cell.as_py() for cell in column.cast(pa.date32(), safe=False))
        return
    for cell in _bytes(column, field):
        yield cell.decode(errors="replace").strip() or None if cell is not None else None

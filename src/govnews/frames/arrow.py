"""Rows as an Arrow table, whose schema is the same for any input.

What Arrow cannot hold: half of a surrogate pair, which no text on earth means, becomes U+FFFD
(so that texts keep their lengths); a number of more than 26 digits before or 12 behind the
point is empty, and its text and its `value_float` are there.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from govnews.errors import MissingExtraError
from govnews.frames.columns import Column, Type
from govnews.frames.rows import Row

if TYPE_CHECKING:
    import pyarrow as pa

_INTEGER_DIGITS: Final = 26
_DECIMALS: Final = 12
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def schema(columns: Sequence[Column]) -> "pa.Schema":
    """Return the Arrow schema of a table; each field says in its metadata what it means.

    Raises:
        MissingExtraError: If pyarrow is not installed.

    >>> from govnews.frames.columns import EDITS
    >>> schema(EDITS).field("confidence").type, schema(EDITS).field("rule").nullable
    (DataType(double), False)
    """
    pa = _pyarrow()
    return pa.schema(
        [
            pa.field(
                column.name, _type_of(column), column.nullable, {"description": column.meaning}
            )
            for column in columns
        ]
    )


def arrow_table(rows: Iterable[Row], columns: Sequence[Column]) -> "pa.Table":
    """Return *rows* as an Arrow table.

    Args:
        rows: A dict each, with a cell for each column.
        columns: The columns, in order.

    Raises:
        MissingExtraError: If pyarrow is not installed.

    >>> from govnews.frames.columns import EDITS
    >>> arrow_table([], EDITS).num_columns == len(EDITS)
    True
    """
    pa = _pyarrow()
    listed = list(rows)
    arrays = [_array([row[column.name] for row in listed], column) for column in columns]
    return pa.table(arrays, schema=schema(columns))


def _pyarrow() -> Any:  # noqa: ANN401 - the module, which has no types
    try:
        import pyarrow as pa
    except ImportError as error:
        raise MissingExtraError(
            "tables and parquet files need pyarrow, which is not installed: "
            "pip install 'govnews[frames]'"
        ) from error
    return pa


def _type_of(column: Column) -> Any:  # noqa: ANN401 - of a module without types
    pa = _pyarrow()
    types: dict[Type, Callable[[], Any]] = {
        Type.TEXT: pa.string,
        Type.LABEL: lambda: pa.dictionary(pa.int32(), pa.string()),
        Type.NUMBER: lambda: pa.decimal128(_INTEGER_DIGITS + _DECIMALS, _DECIMALS),
        Type.FLOAT: pa.float64,
        Type.INTEGER: pa.int64,
        Type.FLAG: pa.bool_,
        Type.DAY: pa.date32,
        Type.LABELS: lambda: pa.list_(pa.string()),
    }
    return types[column.type]()


def _array(cells: list[Any], column: Column) -> "pa.Array":
    pa = _pyarrow()
    if column.type is Type.LABEL:
        code_of = {label: code for code, label in enumerate(column.labels)}
        codes = pa.array([None if cell is None else code_of[cell] for cell in cells], pa.int32())
        return pa.DictionaryArray.from_arrays(codes, pa.array(column.labels, pa.string()))
    if column.type is Type.NUMBER:
        cells = [cell if cell is not None and _fits(cell) else None for cell in cells]
    try:
        return pa.array(cells, _type_of(column))
    except UnicodeEncodeError:
        return pa.array(list(map(_whole, cells)), _type_of(column))


def _whole(cell: str | None) -> str | None:
    """Replace halves of surrogate pairs."""
    return None if cell is None else _SURROGATE.sub("\ufffd", cell)


def _fits(number: Decimal) -> bool:
    exponent = number.as_tuple().exponent
    return (
        isinstance(exponent, int) and exponent >= -_DECIMALS and number.adjusted() < _INTEGER_DIGITS
    )

"""Arrow tables as pandas or polars has them.

pandas: text is its own `str` (before pandas 3 `string`, whose missing cells are NA), fixed names
are categoricals with all names that can occur, exact numbers stay in Arrow's decimal type, days
are datetime64, several names are a tuple.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, cast

from govnews.errors import MissingExtraError
from govnews.frames.columns import Column, Type

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

#: The pandas whose own type of text this is, with NaN for what is missing.
_OWN_TEXT_SINCE: Final = 3


def to_pandas(table: "pa.Table", columns: Sequence[Column]) -> "pd.DataFrame":
    """Return a table as a pandas frame.

    Raises:
        MissingExtraError: If pandas is not installed.

    >>> from govnews.frames.arrow import arrow_table
    >>> from govnews.frames.columns import EDITS
    >>> to_pandas(arrow_table([], EDITS), EDITS)["confidence"].dtype
    dtype('float64')
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise _missing("pandas", "frames") from error
    return pd.DataFrame(
        {column.name: _CONVERTERS[column.type](table[column.name], column) for column in columns}
    )


def text_type(storage: str) -> "pd.StringDtype":
    """Return what pandas itself makes of text: comparisons with it give plain True and False.

    Args:
        storage: What holds it: "pyarrow", or "python" for what is no valid Unicode.

    >>> text_type("pyarrow")
    <StringDtype(na_value=nan)>
    """
    import pandas as pd

    if int(pd.__version__.split(".")[0]) < _OWN_TEXT_SINCE:
        return pd.StringDtype(storage)
    return pd.StringDtype(storage, na_value=float("nan"))


def _text(cells: "pa.ChunkedArray", _: Column) -> "pd.Series":
    return cells.to_pandas(types_mapper={cells.type: text_type("pyarrow")}.get)


def _number(cells: "pa.ChunkedArray", _: Column) -> "pd.Series":
    import pandas as pd

    return cells.to_pandas(types_mapper=pd.ArrowDtype)


def _integer(cells: "pa.ChunkedArray", column: Column) -> "pd.Series":
    import pandas as pd

    types = {cells.type: pd.Int64Dtype()} if column.nullable else {}
    return cells.to_pandas(types_mapper=types.get)


def _day(cells: "pa.ChunkedArray", _: Column) -> "pd.Series":
    import pyarrow as pa

    return cells.cast(pa.timestamp("s")).to_pandas()


def _labels(cells: "pa.ChunkedArray", _: Column) -> "pd.Series":
    import pandas as pd

    return pd.Series([tuple(cell) for cell in cells.to_pylist()], dtype=object)


def _plain(cells: "pa.ChunkedArray", _: Column) -> "pd.Series":
    return cells.to_pandas()


_CONVERTERS: Final[Mapping[Type, Callable[["pa.ChunkedArray", Column], "pd.Series"]]] = {
    Type.TEXT: _text,
    Type.LABEL: _plain,
    Type.NUMBER: _number,
    Type.FLOAT: _plain,
    Type.INTEGER: _integer,
    Type.FLAG: _plain,
    Type.DAY: _day,
    Type.LABELS: _labels,
}


def to_polars(table: "pa.Table") -> "pl.DataFrame":
    """Return a table as a polars frame.

    Raises:
        MissingExtraError: If polars is not installed.

    >>> from govnews.frames.arrow import arrow_table
    >>> from govnews.frames.columns import EDITS
    >>> to_polars(arrow_table([], EDITS)).shape
    (0, 10)
    """
    try:
        import polars as pl
    except ImportError as error:
        raise _missing("polars", "polars") from error
    # from_arrow is said to give a series where it gets an array
    return cast("pl.DataFrame", pl.from_arrow(table))


def _missing(package: str, extra: str) -> MissingExtraError:
    return MissingExtraError(
        f"this frame needs {package}, which is not installed: pip install 'govnews[{extra}]'"
    )

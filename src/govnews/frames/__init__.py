"""Bulletins as tables, with one schema for pandas, polars, Arrow and Parquet.

`columns` says what is in them, `rows` makes plain dicts of a bulletin, `arrow` a table of
these, `engines` what pandas and polars have, `framing` is the public call, `accessor` the one
on a column of a frame.  Each is loaded on first use; pandas, polars and Arrow on call.
"""

from typing import TYPE_CHECKING

from govnews.lazily import lazily

if TYPE_CHECKING:
    from govnews.frames.arrow import arrow_table
    from govnews.frames.columns import Column, Type
    from govnews.frames.framing import Bulletins, Engine, What, columns_of, frame, labels_of
    from govnews.frames.rows import Row, figure_fields, figure_rows, paragraph_rows
    from govnews.frames.summing import totals

__all__ = [
    "Bulletins",
    "Column",
    "Engine",
    "Row",
    "Type",
    "What",
    "arrow_table",
    "columns_of",
    "figure_fields",
    "figure_rows",
    "frame",
    "labels_of",
    "paragraph_rows",
    "totals",
]

__getattr__ = lazily(
    __name__,
    {
        "arrow": ("arrow_table",),
        "columns": ("Column", "Type"),
        "framing": ("Bulletins", "Engine", "What", "columns_of", "frame", "labels_of"),
        "rows": ("Row", "figure_fields", "figure_rows", "paragraph_rows"),
        "summing": ("totals",),
    },
)

"""Bulletins as Arrow record batches, as engines of tables hand them over and take them back.

`annotate` is one function from batches to batches with a fixed schema: Spark's `mapInArrow`,
Ray Data, Dask and DuckDB can run it wherever the rows are. `flatten` makes tables like those
of `govnews.frame` of what it yields.
"""

from typing import TYPE_CHECKING

from govnews.lazily import lazily

if TYPE_CHECKING:
    from govnews.arrow.annotating import annotate
    from govnews.arrow.flattening import flatten
    from govnews.arrow.layout import schema

__all__ = ["annotate", "flatten", "schema"]

__getattr__ = lazily(
    __name__,
    {"annotating": ("annotate",), "flattening": ("flatten",), "layout": ("schema",)},
)

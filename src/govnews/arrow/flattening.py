"""Annotated batches as the flat tables of `govnews.frame`, by Arrow's own means."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from govnews.arrow.layout import HEAD, NESTED, inner_columns, table_columns
from govnews.errors import FrameError, UnknownChoiceError
from govnews.frames import arrow
from govnews.frames.columns import Column, Type
from govnews.topics.labels import TOPICS

if TYPE_CHECKING:
    import pyarrow as pa

Table: TypeAlias = Literal["bulletins", "paragraphs", "figures", "edits"]
"""The tables that can be made of annotated batches."""

TABLES: Final[tuple[Table, ...]] = ("bulletins", *NESTED)
_NAME: Final = Column("bulletin", Type.TEXT, "the bulletin's id")


def bulletins(labels: Sequence[str] = tuple(TOPICS)) -> tuple[Column, ...]:
    """Return the columns of the table of bulletins, one row each; of a long one a row a slice.

    >>> [column.name for column in bulletins()][:3]
    ['bulletin', 'slice', 'issued']
    """
    topic = Column("topic", Type.LABEL, _meaning("topic"), nullable=True, labels=tuple(labels))
    given = {column.name: column for column in HEAD} | {"topic": topic}
    return (_NAME, *(given[name] for name in given if name not in {"id", "error"}))


def _meaning(name: str) -> str:
    return next(column.meaning for column in HEAD if column.name == name)


def columns_of(table: str, labels: Sequence[str]) -> tuple[Column, ...]:
    """Return the columns of a table.

    Raises:
        UnknownChoiceError: If there is no such table.
    """
    if table not in TABLES:
        raise UnknownChoiceError(f"no table {table!r}: choose from {', '.join(TABLES)}")
    return bulletins(labels) if table == "bulletins" else table_columns(labels)[table]


def flatten(
    batch: "pa.RecordBatch | pa.Table",
    table: Table = "figures",
    *,
    labels: Sequence[str] = tuple(TOPICS),
) -> "pa.Table":
    """Make a flat table of what `annotate` yielded (extra `frames`).

    Args:
        batch: An annotated batch, or a table of several, also one that an engine has handled
            and whose types became others of their like.
        table: "bulletins", "paragraphs", "figures" or "edits". What could not be analysed is in
            none of them.
        labels: The topics that the models know; the five of the package by default.

    Returns:
        The table, with the columns of `govnews.frame`. A row without an id is called "".

    Raises:
        FrameError: If *batch* has no such table in it.
        MissingExtraError: If pyarrow is not installed.
        UnknownChoiceError: If there is no such table.

    >>> import pyarrow as pa
    >>> from govnews.arrow import annotate
    >>> (found,) = annotate([pa.record_batch({"text": ["走访43家企业"], "no": ["a"]})], id="no")
    >>> flatten(found).select(["bulletin", "target"]).to_pylist()
    [{'bulletin': 'a', 'target': '企业'}]
    """
    wanted = columns_of(table, labels)
    schema = arrow.schema(wanted)
    import pyarrow as pa
    import pyarrow.compute as pc

    whole = batch if isinstance(batch, pa.Table) else pa.Table.from_batches([batch])
    needed = "error" if table == "bulletins" else table
    if needed not in whole.schema.names:
        raise FrameError(f"there are no {table} in these batches: annotate with what=[{table!r}]")
    whole = whole.combine_chunks()
    name = pc.fill_null(whole["id"].cast(pa.string()), "")
    head = {"bulletin": name, "issued": whole["issued"]}
    if table == "bulletins":
        # `issued` and its like stand in the row already
        rest = {column.name: whole[column.name] for column in wanted if column.name not in head}
        known = pc.is_null(whole["error"])
        cells = {key: column.filter(known) for key, column in (head | rest).items()}
    else:
        cells = _unnested(whole[table], head, inner_columns(table, labels))
    return pa.table([_typed(cells[column.name], column) for column in wanted], schema=schema)


def _unnested(
    lists: "pa.ChunkedArray", head: Mapping[str, Any], inner: Sequence[Column]
) -> dict[str, Any]:
    """Return the columns of the rows in *lists*, each beside the head of the row that it is in."""
    import pyarrow.compute as pc

    parents = pc.list_parent_indices(lists)
    structs = pc.list_flatten(lists)
    cells = {key: column.take(parents) for key, column in head.items()}
    return cells | {column.name: pc.struct_field(structs, column.name) for column in inner}


def _typed(cells: Any, column: Column) -> Any:  # noqa: ANN401 - of a module without types
    """Return cells in the type that frames have: of a label its place among the labels."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if column.type is not Type.LABEL:
        return cells.cast(arrow.schema([column]).field(0).type)
    labels = pa.array(column.labels, pa.string())
    codes = pc.index_in(cells.cast(pa.string()), value_set=labels, skip_nulls=True)
    if isinstance(codes, pa.ChunkedArray):
        codes = codes.combine_chunks()
    return pa.DictionaryArray.from_arrays(codes.cast(pa.int32()), labels)

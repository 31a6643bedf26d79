"""Flat tables of annotated batches, also where an engine has handled these."""

import pyarrow as pa
import pytest

from govnews.arrow import annotate, flatten
from govnews.errors import FrameError, UnknownChoiceError

BATCH = pa.record_batch({"id": ["a", None], "text": ["走访43家企业，慰问5人", "拨付5027万元"]})


def large(type_: pa.DataType) -> pa.DataType:
    """Return the type that polars and others have in place of one."""
    if pa.types.is_string(type_):
        return pa.large_string()
    if pa.types.is_list(type_):
        return pa.large_list(large(type_.value_type))
    if pa.types.is_struct(type_):
        return pa.struct([field.with_type(large(field.type)) for field in type_])
    return type_


@pytest.mark.parametrize("what", ["bulletins", "paragraphs", "figures", "edits"])
def test_types_of_their_like_do_not_matter(what: str) -> None:
    """Engines hand back large strings and large lists."""
    (found,) = annotate([BATCH], id="id")
    fields = [field.with_type(large(field.type)) for field in found.schema]
    handled = pa.Table.from_batches([found]).cast(pa.schema(fields))
    assert flatten(handled, what) == flatten(found, what)  # type: ignore[arg-type]


def test_rows_that_were_filtered() -> None:
    """A part of a batch has the rows of that part."""
    (found,) = annotate([BATCH], id="id")
    assert flatten(found.slice(1, 1))["target"].to_pylist() == [None]
    assert flatten(found.slice(1, 0)).num_rows == 0


def test_a_row_without_an_id() -> None:
    """A table of `frame` has no nulls there."""
    (found,) = annotate([BATCH], id="id")
    assert flatten(found)["bulletin"].to_pylist() == ["a", "a", ""]


def test_what_is_not_in_it() -> None:
    """The message says how to get it."""
    (found,) = annotate([BATCH], what=["figures"])
    with pytest.raises(FrameError, match=r"annotate with what=\['edits'\]"):
        flatten(found, "edits")


def test_a_table_that_there_is_not() -> None:
    """The message lists those that there are."""
    (found,) = annotate([BATCH])
    with pytest.raises(UnknownChoiceError, match="choose from bulletins, paragraphs"):
        flatten(found, "words")  # type: ignore[arg-type]

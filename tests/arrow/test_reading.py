"""Columns of every type that says what a text is, and what it is called."""

from datetime import date

import pyarrow as pa
import pytest

from govnews.arrow import annotate


@pytest.mark.parametrize(
    ("names", "called"),
    [
        (pa.array([1.0, None, float("nan")]), ["1", None, None]),
        (pa.array([1, 2, 3]).dictionary_encode(), ["1", "2", "3"]),
        (pa.array([True, False, None]), ["True", "False", None]),
        (pa.array([date(2023, 3, 12)] * 3), ["2023-03-12"] * 3),
    ],
)
def test_names_that_are_no_text(names: pa.Array, called: list[str | None]) -> None:
    """They are said as text: pandas makes 1.0 of a 1 in a column where one is missing."""
    batch = pa.record_batch({"id": names, "text": ["慰问5人"] * 3})
    assert pa.Table.from_batches(annotate([batch]))["id"].to_pylist() == called


def test_bytes_in_a_dictionary() -> None:
    """Their encoding is told like that of any bytes."""
    texts = pa.array(["慰问5人".encode("gb18030")]).dictionary_encode()
    (found,) = annotate([pa.record_batch({"text": texts})])
    assert found.select(["n_figures", "error"]).to_pylist() == [{"n_figures": 1, "error": None}]


def test_rows_in_which_nothing_stands() -> None:
    """Their number is bounded as well: each costs memory while a batch is made of it."""
    batches = list(annotate([pa.record_batch({"text": [""] * 3000 + [None] * 3000})]))
    assert [len(batch) for batch in batches] == [2000, 2000, 2000]


def test_one_column_to_keep() -> None:
    """Its name alone is not taken for a list of letters."""
    batch = pa.record_batch({"text": ["慰问5人"], "place": ["西宁"]})
    assert next(annotate([batch], keep="place"))["place"].to_pylist() == ["西宁"]

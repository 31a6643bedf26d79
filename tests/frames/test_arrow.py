"""Arrow: one schema whatever is in it, exact numbers, and no text that breaks it."""

import sys
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

import govnews
from govnews.errors import MissingExtraError
from govnews.frames import What, columns
from govnews.frames.arrow import arrow_table, schema
from govnews.frames.columns import Column, Type
from govnews.models import Figure, Kind
from tests.frames import EMPTY, MONEY, PAGE, WHATS, page_with


@pytest.mark.parametrize("what", WHATS)
def test_one_schema(what: What) -> None:
    """Files of many runs can be read as one."""
    full = govnews.frame(PAGE, what, engine="arrow")
    empty = govnews.frame(EMPTY, what, engine="arrow")
    assert full.schema.equals(empty.schema, check_metadata=True)
    assert len(empty) == 0


def test_each_field_says_what_it_means() -> None:
    """In its metadata, which Parquet files keep."""
    found = schema(columns.figures())
    meaning = "what it is counted in: 元, 人, %, 家"
    assert found.field("unit").metadata[b"description"] == meaning.encode()
    assert found.field("value").type == pa.decimal128(38, 12)
    assert not found.field("kind").nullable
    assert found.field("target").nullable


def test_parquet_keeps_it(tmp_path: Path) -> None:
    """Types, names of labels and meanings."""
    table = govnews.frame(PAGE, engine="arrow")
    pq.write_table(table, tmp_path / "page.parquet")
    again = pq.read_table(tmp_path / "page.parquet")
    assert again.equals(table)
    assert again.schema.field("kind").metadata == table.schema.field("kind").metadata


@pytest.mark.parametrize("number", ["1e26", "1.0000000000001", "1e400"])
def test_a_number_beyond_any_sum_is_empty(number: str) -> None:
    """It is no figure of a bulletin; its text and its rounded value are there."""
    figure = Figure(Kind.COUNT, number, 0, 9, Decimal(number), unit="个")
    table = govnews.frame(page_with(figure, number), engine="arrow")
    assert table["value"].to_pylist() == [None]
    assert table["value_float"].to_pylist() == [float(number)]
    assert table["text"].to_pylist() == [number]


@given(st.text(st.characters()), st.text(st.characters()))
def test_any_text_can_stand_in_it(one: str, other: str) -> None:
    """Also half of a surrogate pair, which becomes U+FFFD; nothing else changes."""
    rows = [{"text": one}, {"text": other}]
    found = arrow_table(rows, [Column("text", Type.TEXT, "any")])["text"].to_pylist()
    halves = {ord(each): "\ufffd" for each in one + other if "\ud800" <= each <= "\udfff"}
    assert found == [one.translate(halves), other.translate(halves)]


@given(st.decimals(-(10**20), 10**20, places=6))
def test_numbers_stay_exact(number: Decimal) -> None:
    """All of them."""
    column = Column("value", Type.NUMBER, "any")
    assert arrow_table([{"value": number}], [column])["value"].to_pylist() == [number]


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command that installs it."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"pyarrow.*pip install 'govnews\[frames\]'"):
        arrow_table([], columns.EDITS)


def test_a_cell_that_is_missing_is_an_error() -> None:
    """A misspelt column must not become an empty one."""
    with pytest.raises(KeyError, match="vlaue"):
        arrow_table([{"value": MONEY.value}], [Column("vlaue", Type.NUMBER, "misspelt")])

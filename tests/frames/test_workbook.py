"""Excel workbooks: what stands in the cells, read back by another library."""

import sys
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govnews.errors import GovnewsError, MissingExtraError
from govnews.frames import Column, Type, workbook
from govnews.frames.workbook import Sheet


def cells(type_: Type, *values: object) -> list[Any]:
    """Write a column, and return what a reader finds in it."""
    sheet = Sheet([Column("a", type_, "")], [{"a": value} for value in values])
    book = openpyxl.load_workbook(BytesIO(workbook.workbook({"one": sheet})))
    head, *found = [row[0] for row in book["one"].iter_rows(values_only=True)]
    assert head == "a"
    return found


def test_cells_have_their_types() -> None:
    """Numbers can be added, days sorted."""
    assert cells(Type.NUMBER, Decimal("66.5"), Decimal(50270000)) == [66.5, 50270000]
    assert cells(Type.INTEGER, 3) == [3]
    assert cells(Type.FLAG, True, False) == [True, False]  # noqa: FBT003 - cells
    assert cells(Type.DAY, date(2023, 3, 12)) == [datetime(2023, 3, 12)]  # noqa: DTZ001 - Excel knows no zones
    assert cells(Type.LABELS, ("veterans", "aid_qinghai")) == ["veterans aid_qinghai"]
    assert cells(Type.TEXT, "元", None, "家") == ["元", None, "家"]


def test_a_number_that_excel_would_round_is_text() -> None:
    """It counts in 15 digits."""
    assert cells(Type.NUMBER, Decimal("1234567890123456.7")) == ["1234567890123456.7"]
    assert cells(Type.NUMBER, Decimal(123456789012345)) == [123456789012345]


@pytest.mark.parametrize("text", ["=1+1", "+1", "@SUM(A1)", "http://example.org", "{=1}", "'a"])
def test_a_formula_is_text(text: str) -> None:
    """Nothing that a bulletin says is run."""
    sheet = Sheet([Column("a", Type.TEXT, "")], [{"a": text}])
    book = openpyxl.load_workbook(BytesIO(workbook.workbook({"one": sheet})))
    cell = book["one"]["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters()))
def test_any_text_makes_a_file(text: str) -> None:
    """Which another library reads."""
    (found,) = cells(Type.TEXT, text) or [None]
    assert found is None or isinstance(found, str)


def test_what_is_too_long_is_cut() -> None:
    """To what a cell can hold."""
    assert len(cells(Type.TEXT, "职" * 40_000)[0]) == 32_767


def test_more_rows_than_a_sheet_has(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error that says what to do, and no cut table."""
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    with pytest.raises(GovnewsError, match=r"room for 2 rows.*write parquet or csv"):
        cells(Type.TEXT, "a", "b", "c")


def test_no_rows_are_a_head() -> None:
    """Not an error."""
    assert cells(Type.TEXT) == []


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command that installs it."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingExtraError, match=r"xlsxwriter.*pip install 'govnews\[frames\]'"):
        workbook.workbook({})

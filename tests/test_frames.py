"""Frames: exact numbers, dates apart, the same types for any input."""

import sys
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd
import pyarrow as pa
import pytest

import govnews
from govnews import frames
from govnews.errors import MissingExtraError
from govnews.models import Bound, Change, Figure, Kind, Paragraph


@dataclass(frozen=True)
class Page:
    """As much of a bulletin as frames need."""

    id: str | None
    paragraphs: tuple[Paragraph, ...]


MONEY = Figure(
    Kind.MONEY,
    "近5027万元",
    2,
    9,
    Decimal(50270000),
    None,
    Bound.NEARLY,
    "元",
    "CNY",
    "帮扶资金",
    damaged=True,
    rule="money.sum",
)
SHARE = Figure(
    Kind.PERCENTAGE,
    "66.6667%",
    12,
    14,
    Decimal("66.6667"),
    unit="%",
    change=Change.INCREASE,
)
SPAN = Figure(
    Kind.DATE,
    "7月18日至28日",
    20,
    28,
    "--07-18",
    "--07-28",
    Bound.RANGE,
    resolved="2023-07-18/2023-07-28",
)
PAGE = Page(
    "page.txt",
    (
        Paragraph("开头", 0, 2),
        Paragraph(
            "正文",
            2,
            30,
            ("veterans", "aid_qinghai"),
            {"veterans": 0.9, "aid_qinghai": 0.6},
            (MONEY, SHARE, SPAN),
            truncated=True,
        ),
    ),
)
EMPTY = Page(None, ())


def test_figures_one_row_each() -> None:
    """With the paragraph's number and first topic."""
    frame = frames.figures_frame(PAGE)
    assert tuple(frame.columns) == frames.FIGURE_COLUMNS
    assert frame["bulletin"].tolist() == ["page.txt"] * 3
    assert frame["paragraph"].tolist() == [1] * 3
    assert frame["topic"].tolist() == ["veterans"] * 3
    assert frame["kind"].tolist() == ["money", "percentage", "date"]


def test_numbers_are_exact() -> None:
    """A sum of decimals, not of floats."""
    frame = frames.figures_frame(PAGE)
    assert frame["value"].tolist() == [Decimal(50270000), Decimal("66.6667"), None]
    assert frame["low"].tolist() == [None, Decimal("66.6667"), None]
    assert frame["value"].dropna().sum() == Decimal("50270066.6667")


def test_dates_stand_apart() -> None:
    """As text, with the end of a span beside it."""
    frame = frames.figures_frame(PAGE)
    last = frame.iloc[2]
    assert (last["date"], last["date_end"]) == ("--07-18", "--07-28")
    assert last["resolved"] == "2023-07-18/2023-07-28"
    assert frame["date"].isna().tolist() == [True, True, False]


def test_a_field_that_figures_do_not_have_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A misspelt one must not become an empty column."""
    monkeypatch.setattr(frames, "FIGURE_FIELDS", ("kind", "vlaue"))
    with pytest.raises(AttributeError, match="vlaue"):
        frames.figure_fields(MONEY)


def test_paragraphs_one_row_each() -> None:
    """With a score for every label, whether or not the paragraph has one."""
    frame = frames.paragraphs_frame(PAGE)
    assert tuple(frame.columns) == (*frames.PARAGRAPH_FIELDS, *govnews.TOPICS)
    assert frame["topics"].tolist() == [(), ("veterans", "aid_qinghai")]
    assert frame["veterans"].tolist() == [0.0, 0.9]
    assert frame["n_figures"].tolist() == [0, 3]
    assert frame["truncated"].tolist() == [False, True]


@pytest.mark.parametrize("make", [frames.figures_frame, frames.paragraphs_frame])
def test_types_do_not_depend_on_the_text(make: object) -> None:
    """Frames of many bulletins can be put together."""
    assert callable(make)
    full, empty = make(PAGE), make(EMPTY)
    assert len(empty) == 0
    assert full.dtypes.to_dict() == empty.dtypes.to_dict()
    assert pd.concat([full, empty]).dtypes.to_dict() == full.dtypes.to_dict()


def test_topics_can_be_exploded() -> None:
    """One row a paragraph and topic, as analysts count them."""
    frame = frames.paragraphs_frame(PAGE).explode("topics")
    assert frame["topics"].dropna().tolist() == ["veterans", "aid_qinghai"]


def test_arrow_has_one_schema() -> None:
    """Files of many runs can be read as one."""
    full = frames.arrow_table(frames.figure_rows(PAGE), frames.FIGURE_COLUMNS)
    empty = frames.arrow_table(frames.figure_rows(EMPTY), frames.FIGURE_COLUMNS)
    assert full.schema == empty.schema
    assert full.schema.field("value").type == pa.decimal128(38, 12)
    assert full["value"].to_pylist() == [Decimal(50270000), Decimal("66.6667"), None]


def test_arrow_paragraphs() -> None:
    """Topics are a list."""
    table = frames.arrow_table(frames.paragraph_rows(PAGE), frames.paragraph_columns())
    assert table["topics"].to_pylist() == [[], ["veterans", "aid_qinghai"]]
    assert table.schema.field("veterans").type == pa.float64()


@pytest.mark.parametrize("number", ["1e26", "1.0000000000001", "1e400"])
def test_a_number_beyond_any_sum_is_null_in_arrow(number: str) -> None:
    """It is no figure of a bulletin, and its text is still there."""
    figure = Figure(Kind.COUNT, number, 0, 9, Decimal(number), unit="个")
    page = Page(None, (Paragraph("", 0, 9, figures=(figure,)),))
    table = frames.arrow_table(frames.figure_rows(page), frames.FIGURE_COLUMNS)
    assert table["value"].to_pylist() == [None]
    assert table["text"].to_pylist() == [number]


@pytest.mark.parametrize(("package", "make"), [("pandas", "frame"), ("pyarrow", "arrow_table")])
def test_a_missing_extra_is_named(package: str, make: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command that installs it."""
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtraError, match=rf"{package}.*pip install 'govnews\[frames\]'"):
        getattr(frames, make)([], frames.FIGURE_COLUMNS)

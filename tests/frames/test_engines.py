"""pandas and polars: types that fit, and the same cells."""

import sys
from decimal import Decimal
from importlib import import_module
from typing import Literal

import pandas as pd
import polars as pl
import pytest

import govnews
from govnews.errors import MissingExtraError
from govnews.frames import What
from tests.frames import EMPTY, PAGE, WHATS

needs_own_text = pytest.mark.skipif(
    int(pd.__version__.split(".")[0]) < 3, reason="pandas has its own type of text since 3"
)


@pytest.mark.parametrize("what", WHATS)
def test_types_do_not_depend_on_the_text(what: What) -> None:
    """Frames of many bulletins can be put together."""
    full, empty = (govnews.frame(page, what) for page in (PAGE, EMPTY))
    assert len(empty) == 0
    assert full.dtypes.to_dict() == empty.dtypes.to_dict()
    assert pd.concat([full, empty]).dtypes.to_dict() == full.dtypes.to_dict()


def test_numbers_are_exact_and_can_be_added() -> None:
    """A sum of decimals, not of floats; by groups, too."""
    found = govnews.frame(PAGE)
    assert found["value"].dropna().tolist() == [Decimal(50270000), Decimal("66.6667")]
    assert found["value"].sum() == Decimal("50270066.6667")
    by_kind = found.groupby("kind", observed=True)["value"].sum()
    assert by_kind["money"] == Decimal(50270000)
    assert found["value_float"].dropna().tolist() == [50270000.0, 66.6667]


@needs_own_text
def test_conditions_can_be_put_together() -> None:
    """Of names, texts and numbers; what is missing is not the one that is looked for."""
    found = govnews.frame(PAGE)
    assert found["target"].isna().tolist() == [False, True, True]
    for chosen in (
        (found["kind"] == "money") & found["bulletin"].str.contains("page"),
        (found["target"] == "帮扶资金") & (found["kind"] == "money") & (found["value_float"] > 5),
        (found["target"] == "帮扶资金") & (found["value"] > 5),
        found["target"].str.contains("帮扶") & ~found["text"].str.contains("%"),
    ):
        assert found[chosen]["text"].tolist() == ["近5027万元"]
        assert chosen.tolist() == [True, False, False]


@needs_own_text
def test_text_is_what_pandas_has_for_text() -> None:
    """A frame of ours and one of the caller's go together."""
    import_module("govnews.frames.accessor")
    found = govnews.frame(PAGE)
    assert found["target"].dtype == pd.Series(["资金", None]).dtype == "str"
    assert pd.Series(["職工"]).gov.clean().dtype == "str"


def test_fixed_names_are_categoricals() -> None:
    """With all that can occur, so that frames compare."""
    found = govnews.frame(PAGE)
    assert tuple(found["kind"].cat.categories) == tuple(govnews.Kind)
    assert tuple(found["topic"].cat.categories) == tuple(govnews.TOPICS)
    assert found["topic"].tolist() == ["veterans"] * 3
    assert found["change"].isna().tolist() == [True, False, True]


def test_days_are_dates() -> None:
    """By which analysts group."""
    found = govnews.frame(govnews.analyze("走访43家", issued="2023-03-12"))
    assert found["issued"].dt.to_period("M").astype(str).tolist() == ["2023-03"]


def test_topics_can_be_exploded_and_grouped_by() -> None:
    """They are tuples."""
    found = govnews.frame(PAGE, "paragraphs")
    assert found["topics"].tolist() == [(), ("veterans", "aid_qinghai")]
    assert found.explode("topics")["topics"].dropna().tolist() == ["veterans", "aid_qinghai"]
    assert found.groupby("topics").size().tolist() == [1, 1]


def test_polars_has_the_same_cells() -> None:
    """With its own types."""
    found = govnews.frame(PAGE, engine="polars")
    table = govnews.frame(PAGE, engine="arrow")
    assert found.to_dicts() == table.to_pylist()
    assert found.schema["value"] == pl.Decimal(38, 12)
    assert found.filter(pl.col("kind") == "money")["unit"].to_list() == ["元"]


@pytest.mark.parametrize(("package", "extra"), [("pandas", "frames"), ("polars", "polars")])
def test_a_missing_extra_is_named(
    package: Literal["pandas", "polars"], extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the command that installs it."""
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtraError, match=rf"{package}.*pip install 'govnews\[{extra}\]'"):
        govnews.frame(PAGE, engine=package)


def test_a_lone_surrogate_can_stand_in_a_frame() -> None:
    """Of a page that was cut in the middle of a character."""
    bulletin = govnews.analyze("职工\ud800代表58名")
    assert govnews.frame(bulletin, "paragraphs")["text"].tolist() == ["职工\ufffd代表58名"]

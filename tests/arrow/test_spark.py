"""Spark: `annotate` is what its `mapInArrow` takes, and `schema` says what comes of it."""

import json
import os
import shutil
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from govnews.arrow import annotate, flatten, schema

pytest.importorskip("pyspark", reason="needs pyspark")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (shutil.which("java") or os.environ.get("JAVA_HOME")), reason="Spark needs Java"
    ),
    # of what pyspark uses, and how
    pytest.mark.filterwarnings("ignore"),
]
TOPICS = Path(__file__).parents[2] / "corpora" / "topics"
COLUMNS = {"no": pa.int64(), "text": pa.string(), "day": pa.date32(), "town": pa.string()}


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """Spark in this machine, with two workers."""
    from pyspark.sql import SparkSession

    local = {"bindAddress": "127.0.0.1", "host": "127.0.0.1"}
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    for name, value in local.items():
        builder = builder.config(f"spark.driver.{name}", value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def texts() -> pa.Table:
    """Texts, one of them missing, and one without anything."""
    with (TOPICS / "unions.jsonl").open(encoding="utf-8") as file:
        said = [json.loads(line)["text"] for line in file][:40]
    every: list[str | None] = [*said, None, "", "拨付0.5元，" + "9" * 60 + "元"]
    number = len(every)
    days = [date(2023, 3, day % 28 + 1) if day % 3 else None for day in range(number)]
    cells = [list(range(number)), every, days, ["甲"] * number]
    return pa.table(dict(zip(COLUMNS, cells, strict=True)), schema=pa.schema(list(COLUMNS.items())))


def plain(table: pa.Table) -> list[dict[str, Any]]:
    """Return rows in the order of their ids."""
    return sorted(table.to_pylist(), key=lambda row: str(row["id"]))


def test_the_example(spark: Any) -> None:
    """Three lines."""
    from pyspark.sql.pandas.types import from_arrow_schema

    frame = spark.createDataFrame([("走访43家企业",), ("慰问5人",)], "text string")
    found = frame.mapInArrow(annotate, from_arrow_schema(schema()))
    figures = found.selectExpr("explode(figures) AS figure").select("figure.target", "figure.value")
    assert {(row.target, int(row.value)) for row in figures.collect()} == {("企业", 43), (None, 5)}


def test_the_same_as_without(spark: Any, texts: pa.Table) -> None:
    """All columns, also those that are passed through; the schema is the one that was promised."""
    from pyspark.sql.pandas.types import from_arrow_schema

    work = partial(annotate, id="no", issued="day", keep=["town"])
    promised = schema(keep=[pa.field("town", pa.string())])
    here = pa.Table.from_batches(work(texts.to_batches()), promised)
    there = spark.createDataFrame(texts.to_pandas(), "no long, text string, day date, town string")
    found = there.repartition(3).mapInArrow(work, from_arrow_schema(promised))
    assert found.schema == from_arrow_schema(promised)
    collected = found.toArrow()
    assert plain(collected) == plain(here)
    assert len(flatten(collected)) == len(flatten(here))


def test_no_rows(spark: Any, texts: pa.Table) -> None:
    """Parts of a table without any are nothing special."""
    from pyspark.sql.pandas.types import from_arrow_schema

    frame = spark.createDataFrame(texts.to_pandas().head(1)[["text"]], "text string").repartition(4)
    work = frame.mapInArrow(annotate, from_arrow_schema(schema()))
    assert work.count() == 1
    none = frame.where("text IS NULL").mapInArrow(annotate, from_arrow_schema(schema()))
    assert none.collect() == []


def test_through_a_file(spark: Any, texts: pa.Table, tmp_path: Path) -> None:
    """What Spark writes, anybody reads."""
    import pandas as pd
    from pyspark.sql.pandas.types import from_arrow_schema

    frame = spark.createDataFrame(texts.to_pandas()[["no", "text"]], "no long, text string")
    found = frame.mapInArrow(partial(annotate, id="no"), from_arrow_schema(schema()))
    found.write.parquet(str(tmp_path / "out"))
    table = pd.read_parquet(tmp_path / "out")
    here = pa.Table.from_batches(annotate(texts.to_batches(), id="no"), schema())
    assert sorted(table["id"]) == sorted(here["id"].to_pylist())
    assert table["n_figures"].sum() == sum(here["n_figures"].to_pylist())

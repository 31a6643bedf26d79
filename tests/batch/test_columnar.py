"""Parquet: each row once wherever it is cut, and what is damaged is named."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govnews.batch.cutting import Cut
from govnews.batch.finding import Input
from govnews.batch.reading import ChangedError, Placed, placed_rows
from govnews.batch.settings import Settings
from govnews.batch.tasks import Sort, Source
from govnews.errors import FrameError
from tests.batch.made import SETTINGS


def written(path: Path, rows: int, group: int, **columns: object) -> Path:
    """Write a table with so many rows in each row group."""
    texts = [f"第{number}家" * 20 for number in range(rows)]
    table = pa.table({"id": range(rows), "text": pa.array(texts, pa.string()), **columns})
    pq.write_table(table, path, row_group_size=group, compression="none", use_dictionary=False)
    return path


def cut(path: Path, target: int, settings: Settings = SETTINGS) -> list[Source]:
    """Cut a file."""
    return list(Cut(Input("rows", str(path), Sort.PARQUET), settings, target))


def read(sources: list[Source], settings: Settings = SETTINGS) -> list[Placed]:
    """Read the parts of a file."""
    return [placed for source in sources for placed in placed_rows(source, settings)]


@settings(deadline=None, max_examples=50)
@given(rows=st.integers(0, 300), group=st.integers(1, 200), target=st.integers(1, 30_000))
def test_each_row_once(
    tmp_path_factory: pytest.TempPathFactory, rows: int, group: int, target: int
) -> None:
    """In order, with its number, and the parts share the bytes of the file."""
    path = written(tmp_path_factory.mktemp("cut") / "rows.parquet", rows, group)
    sources = cut(path, target)
    found = read(sources)
    assert [placed.row.id for placed in found] == [str(number) for number in range(rows)]
    assert [placed.number for placed in found] == list(range(1, rows + 1))
    assert sum(source.size for source in sources) == (path.stat().st_size if rows else 0)


def test_a_large_row_group_is_shared(tmp_path: Path) -> None:
    """Pandas writes a million rows as one: several workers have a part of them."""
    sources = cut(written(tmp_path / "rows.parquet", 1000, 1000), 30_000)
    assert 2 < len(sources) <= 16
    assert {span.group for source in sources for span in source.spans} == {0}


def test_repeated_texts_are_work_all_the_same(tmp_path: Path) -> None:
    """A file has them once, with a number for each place; a task is no larger for it."""
    path = tmp_path / "rows.parquet"
    pq.write_table(pa.table({"text": ["第9家" * 40] * 1000}), path)
    assert path.stat().st_size < 30_000
    assert 2 < len(cut(path, 30_000)) <= 16


def test_small_row_groups_are_put_together(tmp_path: Path) -> None:
    """A task is some seconds of work."""
    assert len(cut(written(tmp_path / "rows.parquet", 100, 1), 10**9)) == 1


def test_a_file_that_is_cut_in_half(tmp_path: Path) -> None:
    """Its foot is missing, and nothing can be read without it."""
    path = written(tmp_path / "rows.parquet", 100, 10)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(FrameError, match="rows is no whole Parquet file"):
        cut(path, 1000)


def test_a_row_group_that_is_damaged(tmp_path: Path) -> None:
    """The rows of the others are read, and those that are missing are named."""
    path = written(tmp_path / "rows.parquet", 30, 10)
    start = pq.ParquetFile(path).metadata.row_group(1).column(1).data_page_offset
    data = bytearray(path.read_bytes())
    data[start : start + 40] = b"\xff" * 40
    path.write_bytes(data)
    (source,) = cut(path, 10**9)
    found = read([source])
    assert [placed.row.id for placed in found if not placed.row.error] == [
        *map(str, range(10)),
        *map(str, range(20, 30)),
    ]
    (damaged,) = (placed for placed in found if placed.row.error)
    assert damaged.number == 11
    assert (damaged.row.error or "").startswith("row group 1 is damaged: rows 11 to 20 are missing")


def test_columns_of_other_names(tmp_path: Path) -> None:
    """They are chosen, and days may be text."""
    days = ["2023-03-12", None]
    path = written(tmp_path / "rows.parquet", 2, 2, body=["走访", "慰问"], day=days)
    chosen = Settings(text="body", id="day", day="day")
    found = read(cut(path, 1000, chosen), chosen)
    assert [("".join(each.row.text or ()), each.row.id, each.row.issued) for each in found] == [
        ("走访", "2023-03-12", "2023-03-12"),
        ("慰问", "rows:2", None),
    ]


def test_a_table_without_texts(tmp_path: Path) -> None:
    """The message lists the columns that there are."""
    path = written(tmp_path / "rows.parquet", 2, 2)
    with pytest.raises(FrameError, match="name one of its columns with --text-field: id, text"):
        cut(path, 1000, Settings(text="body"))


def test_a_file_that_changed_meanwhile(tmp_path: Path) -> None:
    """What it says now is not what the task is about."""
    path = written(tmp_path / "rows.parquet", 20, 10)
    sources = cut(path, 1000)
    written(path, 21, 10)
    with pytest.raises(ChangedError, match="rows changed while it was read"):
        read(sources)

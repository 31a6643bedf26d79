"""Files that are written whole or not at all."""

import errno
import os
from pathlib import Path
from typing import Never

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from govnews.batch.parts import Parts
from tests.batch.made import names

TABLE = pa.table({"a": range(30_000)})


def test_they_take_their_places_together(tmp_path: Path) -> None:
    """Until then they are under other names, which nobody reads."""
    with Parts(tmp_path) as parts:
        parts.lines("errors/a.jsonl").write("{}")
        columns = parts.columns("figures/a.parquet", TABLE.schema)
        columns.write(TABLE)
        assert not [name for name in names(tmp_path) if "/." not in name]
        done = parts.finish()
    assert names(tmp_path) == {"errors/a.jsonl", "figures/a.parquet"}
    assert pq.read_table(tmp_path / "figures/a.parquet") == TABLE
    assert [(part.name, part.rows) for part in done] == [
        ("errors/a.jsonl", 1),
        ("figures/a.parquet", 30_000),
    ]
    assert [part.size for part in done] == [(tmp_path / part.name).stat().st_size for part in done]


def test_a_table_without_rows(tmp_path: Path) -> None:
    """It has its columns."""
    with Parts(tmp_path) as parts:
        parts.columns("a.parquet", TABLE.schema)
        parts.finish()
    assert pq.read_table(tmp_path / "a.parquet") == TABLE.slice(0, 0)


def test_small_tables_are_put_together(tmp_path: Path) -> None:
    """A file of thousands of row groups would be slow to read."""
    with Parts(tmp_path) as parts:
        columns = parts.columns("a.parquet", TABLE.schema)
        for start in range(0, 30_000, 1000):
            columns.write(TABLE.slice(start, 1000))
        parts.finish()
    assert pq.ParquetFile(tmp_path / "a.parquet").metadata.num_row_groups == 2
    assert pq.read_table(tmp_path / "a.parquet") == TABLE


def test_a_failure_leaves_nothing(tmp_path: Path) -> None:
    """Neither the parts nor what was to become them; the old ones stay."""
    (tmp_path / "b.jsonl").write_text("old")

    def fail() -> None:
        with Parts(tmp_path) as parts:
            parts.columns("a.parquet", TABLE.schema).write(TABLE)
            parts.lines("b.jsonl").write("new")
            raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        fail()
    assert names(tmp_path) == {"b.jsonl"}
    assert (tmp_path / "b.jsonl").read_text() == "old"


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even where the last of several parts does not fit."""
    synced: list[int] = []

    def fsync(handle: int) -> None:
        synced.append(handle)
        if len(synced) == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", fsync)

    def write() -> None:
        with Parts(tmp_path) as parts:
            parts.columns("a.parquet", TABLE.schema).write(TABLE)
            parts.lines("b.jsonl").write("new")
            parts.finish()

    with pytest.raises(OSError, match="No space left"):
        write()
    assert names(tmp_path) == set()


def test_ctrl_c_leaves_nothing(tmp_path: Path) -> None:
    """It may come at any time."""

    def stop() -> Never:
        with Parts(tmp_path) as parts:
            parts.columns("a.parquet", TABLE.schema).write(TABLE)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stop()
    assert names(tmp_path) == set()

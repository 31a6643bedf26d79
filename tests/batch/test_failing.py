"""What cannot be read, analysed or written: it is named, and costs nothing else."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import govnews
from govnews.arrow import nesting
from govnews.batch import run
from govnews.errors import GovnewsError
from govnews.frames.rows import Row, figure_rows
from tests.batch.made import ROWS, errors, ids, jsonl, names, parts, table, texts


def test_errors_say_where_they_are(tmp_path: Path, out: Path) -> None:
    """Rows that are none and texts in no encoding; the others are done."""
    folder = tmp_path / "in"
    texts(folder, 2)
    (folder / "1.txt").write_bytes("职工".encode() + b"\xff\xfe\xff")
    lines = ['{"id": "a", "text": "慰问5人"}', "{", '{"id": "c"}', '{"id": "d", "text": "5人"}']
    (folder / "rows.jsonl").write_text("\n".join(lines), "utf-8")
    summary = run(folder, out)
    assert summary.counts.errors == 3
    assert not summary.is_whole
    assert sorted((row["input"], row["row"], row["id"]) for row in errors(out) if row["row"]) == [
        (f"{folder}/rows.jsonl", 2, f"{folder}/rows.jsonl:2"),
        (f"{folder}/rows.jsonl", 3, "c"),
    ]
    (text,) = (row for row in errors(out) if not row["row"])
    assert text["input"] == text["id"] == f"{folder}/1.txt"
    assert "byte 6 (0xff)" in text["reason"]
    assert ids(out) == sorted([f"{folder}/0.txt", "a", "d"])
    assert run(folder, out).counts == summary.counts


def test_inputs_that_cannot_be_read(tmp_path: Path, out: Path) -> None:
    """They are named, and tried again by the next run."""
    folder = tmp_path / "in"
    texts(folder, 2)
    rows = folder / "rows.parquet"
    pd.DataFrame(ROWS).to_parquet(rows)
    data = rows.read_bytes()
    rows.write_bytes(data[: len(data) // 2])
    summary = run(folder, out)
    assert list(summary.problems) == [str(rows)]
    assert [row["input"] for row in errors(out)] == [str(rows)]
    assert "is no whole Parquet file" in errors(out)[0]["reason"]
    assert len(ids(out)) == 2
    rows.write_bytes(data)
    again = run(folder, out)
    assert (again.tasks, again.problems, errors(out)) == (1, {}, [])
    assert len(ids(out)) == 32


@pytest.mark.usefixtures("small")
def test_the_first_error_ends_all_where_it_shall(tmp_path: Path, out: Path) -> None:
    """What was done before stays; what is not whole is not there."""
    folder = tmp_path / "in"
    paths = texts(folder, 20)
    (folder / "9z.txt").write_bytes("职工".encode() + b"\xff\xfe\xff")
    with pytest.raises(GovnewsError, match=r"9z\.txt: byte 6"):
        run(folder, out, errors="fail")
    before = parts(out)
    assert before
    assert not any(name.startswith("errors") for name in names(out))
    run(folder, out)
    assert before.keys() <= parts(out).keys()
    assert ids(out) == sorted(map(str, paths))
    with pytest.raises(GovnewsError, match=r"9z\.txt: byte 6"):
        run(folder, out, errors="fail")


def test_a_full_disk_ends_all(tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is half there; when there is room again, the next run does what is missing."""
    paths = texts(tmp_path / "in")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("govnews.batch.parts.Columns.finish", full)
        with pytest.raises(GovnewsError, match="the disk refused: No space left"):
            run(paths, out)
    assert names(out) == {".lock", "manifest.jsonl"}
    run(paths, out)
    assert len(ids(out)) == 3


def test_a_bulletin_that_breaks_the_tables(
    tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever it does, it is named, and the others are done."""
    rows = figure_rows

    def breaking(bulletin: govnews.Bulletin, *given: Any) -> Iterator[Row]:
        if bulletin.id == "r7":
            raise ZeroDivisionError("poison")
        return rows(bulletin, *given)

    monkeypatch.setattr(nesting, "figure_rows", breaking)
    summary = run(jsonl(tmp_path / "rows.jsonl", ROWS), out)
    assert (summary.counts.bulletins, summary.counts.errors) == (29, 1)
    (error,) = errors(out)
    assert (error["row"], error["id"], error["reason"]) == (8, "r7", "ZeroDivisionError: poison")
    assert ids(out) == sorted(row["id"] for row in ROWS if row["id"] != "r7")
    assert len(table(out, "paragraphs")) == 58


def test_a_task_that_breaks(tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named and tried again by the next run; the others are done."""
    folder = tmp_path / "in"
    texts(folder)
    rows = jsonl(folder / "rows.jsonl", ROWS)
    with monkeypatch.context() as patch:
        patch.setattr("govnews.batch.reading._objects", None)
        summary = run(folder, out)
    place = f"{rows}, bytes 0 to {rows.stat().st_size}"
    assert summary.problems == {place: "TypeError: 'NoneType' object is not callable"}
    assert len(ids(out)) == 3
    assert run(folder, out).is_whole
    assert len(ids(out)) == 33

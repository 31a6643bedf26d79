"""Whole runs: everything once, whatever it was and whoever reads it."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import govnews
from govnews.batch import Task, do, run
from govnews.batch.outcomes import Outcome
from govnews.errors import GovnewsError, UnknownChoiceError
from govnews.frames import What, columns
from govnews.frames.arrow import schema
from tests.batch.made import (
    ROWS,
    ids,
    in_tasks,
    jsonl,
    names,
    parts,
    table,
    texts,
)


def test_the_tables_are_those_of_frames(tmp_path: Path, out: Path) -> None:
    """The same columns, types and cells; the id of a text is its path."""
    folder = tmp_path / "in"
    paths = texts(folder)
    summary = run(folder, out)
    bulletins = {str(path): govnews.analyze(path.read_text("utf-8")) for path in paths}
    whats: tuple[What, ...] = ("figures", "paragraphs")
    for what in whats:
        every = [
            govnews.frame({name: bulletin}, what, engine="arrow")
            for name, bulletin in bulletins.items()
        ]
        pq.write_table(pa.concat_tables(every), tmp_path / "expected.parquet")
        expected = pq.read_table(tmp_path / "expected.parquet")
        (file,) = (out / what).glob("*.parquet")
        found = pq.read_table(file)
        assert found.schema.equals(expected.schema, check_metadata=True)
        assert found.to_pylist() == expected.to_pylist()
    assert summary.counts.bulletins == len(table(out, "bulletins")) == 3
    assert summary.counts.figures == len(table(out, "figures"))
    assert summary.counts.paragraphs == len(table(out, "paragraphs"))
    assert summary.is_whole


def test_tables_of_every_sort_say_the_same(tmp_path: Path) -> None:
    """JSON lines, CSV, Parquet, packed or not."""
    frame = pd.DataFrame(ROWS)
    frame.to_csv(tmp_path / "a.csv", index=False)
    frame.to_csv(tmp_path / "b.csv.gz", index=False)
    frame.to_parquet(tmp_path / "c.parquet")
    frame.to_json(tmp_path / "d.jsonl", orient="records", lines=True, force_ascii=False)
    frame.to_json(tmp_path / "e.ndjson.gz", orient="records", lines=True)
    found = []
    for path in sorted(tmp_path.glob("?.*")):
        summary = run(path, tmp_path / f"out-{path.name}")
        assert summary.is_whole
        found.append(table(tmp_path / f"out-{path.name}", "figures"))
    assert len(found) == 5
    assert all(each == found[0] for each in found)
    assert len(found[0]) == 60


def test_readers_of_folders(tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pandas, DuckDB and polars read the parts as one table."""
    summary = in_tasks(jsonl(tmp_path / "rows.jsonl", ROWS), out, monkeypatch)
    figures = summary.counts.figures
    assert summary.tasks > 3
    assert len(pd.read_parquet(out / "figures")) == figures
    assert len(pd.read_parquet(out / "bulletins")) == 30
    assert pl.scan_parquet(f"{out}/figures/*.parquet").select(pl.len()).collect().item() == figures
    found = duckdb.read_parquet(f"{out}/figures/*.parquet").aggregate("count(*), sum(value)")
    assert found.fetchall() == [(figures, sum(range(30)) + 30 * 5)]


def test_nothing_found_has_a_schema(tmp_path: Path, out: Path) -> None:
    """A table without rows is read like any other."""
    (tmp_path / "a.txt").write_text("没有", "utf-8")
    run(tmp_path / "a.txt", out)
    assert len(pd.read_parquet(out / "figures")) == 0
    (file,) = (out / "figures").glob("*.parquet")
    assert pq.read_schema(file).equals(schema(columns.figures()))


def test_objects(tmp_path: Path, out: Path) -> None:
    """What `to_json` says of each bulletin, a line each."""
    run(jsonl(tmp_path / "rows.jsonl", ROWS[:2]), out, format="jsonl")
    (file,) = (out / "bulletins").iterdir()
    assert names(out) == {".lock", "manifest.jsonl", f"bulletins/{file.name}"}
    lines = file.read_text("utf-8").splitlines()
    assert lines == [govnews.analyze(row["text"], id=row["id"]).to_json() for row in ROWS[:2]]


def test_chosen_tables(tmp_path: Path, out: Path) -> None:
    """No others are written."""
    run(texts(tmp_path / "in"), out, what=["edits"])
    assert {name.split("/")[0] for name in parts(out)} == {"edits"}


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        ({"what": ["words"]}, "no table 'words'"),
        ({"format": "xml"}, "no format 'xml'"),
        ({"errors": "hide"}, "no way with errors 'hide'"),
        ({"what": ["edits"], "format": "jsonl"}, "jsonl holds everything"),
        ({"what": []}, "no table is chosen"),
    ],
)
def test_a_choice_that_there_is_not(
    tmp_path: Path, out: Path, choice: dict[str, str], message: str
) -> None:
    """Nothing is begun."""
    with pytest.raises(UnknownChoiceError, match=message):
        run(texts(tmp_path / "in"), out, **choice)  # type: ignore[arg-type]
    assert not out.exists()


def test_days_of_issue(tmp_path: Path, out: Path) -> None:
    """The field's, else the one in the name of the file."""
    rows = [{"text": "3月9日走访", "day": "2021-03-10"}, {"text": "3月9日走访", "day": ""}]
    path = jsonl(tmp_path / "2023-03-12.jsonl", rows)
    run(path, out, issued_field="day", issued="name")
    assert [row["resolved"] for row in table(out, "figures")] == ["2021-03-09", "2023-03-09"]


def test_workers_write_the_same(tmp_path: Path) -> None:
    """In whatever order they finish."""
    folder = tmp_path / "in"
    texts(folder)
    jsonl(folder / "rows.jsonl", ROWS)
    for workers in (1, 2):
        run(folder, tmp_path / str(workers), workers=workers)
    one, two = ((tmp_path / str(workers)) for workers in (1, 2))
    assert ids(one) == ids(two)
    for what in ("figures", "paragraphs"):
        every = [sorted(map(str, table(out, what))) for out in (one, two)]
        assert every[0] == every[1]


def test_no_workers(tmp_path: Path, out: Path) -> None:
    """The message says what to do."""
    with pytest.raises(ValueError, match="workers=0: use at least 1"):
        run(texts(tmp_path / "in"), out, workers=0)


def test_a_folder_with_other_things(tmp_path: Path) -> None:
    """Nothing is written into it."""
    paths = texts(tmp_path / "in")
    other = tmp_path / "other"
    other.mkdir()
    (other / "notes.md").write_text("mine")
    with pytest.raises(GovnewsError, match=r"holds other things \(notes\.md\) than results"):
        run(paths, other)
    assert names(other) == {"notes.md"}


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    """It is said that it is none."""
    (path, other) = texts(tmp_path / "in", 2)
    with pytest.raises(GovnewsError, match=r"1\.txt is no folder: choose one"):
        run(path, other)


def test_nobody_works_on_while_it_is_swept(
    tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is stopped, what does the tasks ends before what does not count is removed."""
    ended: list[set[str]] = []

    def work(tasks: Iterable[Task]) -> Iterator[Outcome]:
        try:
            yield from map(do, tasks)
        finally:
            ended.append(names(out))

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("govnews.batch.manifest.Manifest.finish", stop)
    with pytest.raises(KeyboardInterrupt):
        run(texts(tmp_path / "in"), out, runner=work)
    assert [len(each) for each in ended] == [5]
    assert names(out) == {".lock", "manifest.jsonl"}


def test_two_runs_at_once(tmp_path: Path, out: Path) -> None:
    """The second is told which process works there."""
    paths = texts(tmp_path / "in")

    def meanwhile(tasks: Iterable[Task]) -> Iterator[Outcome]:
        with pytest.raises(GovnewsError, match=rf"another run \(process {os.getpid()}\)"):
            run(paths, out)
        return map(do, tasks)

    run(paths, out, runner=meanwhile)
    assert len(ids(out)) == 3


def test_a_lock_of_a_dead_process(tmp_path: Path, out: Path) -> None:
    """It holds nobody up."""
    out.mkdir()
    (out / ".lock").write_text("999999\n")
    run(texts(tmp_path / "in"), out)
    assert len(ids(out)) == 3
    assert (out / ".lock").read_text() == f"{os.getpid()}\n"

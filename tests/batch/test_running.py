"""Whole runs: everything once, nothing twice, and only what is missing or changed."""

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import govnews
from govnews.arrow import nesting
from govnews.batch import Summary, Task, do, run
from govnews.batch.running import Runner
from govnews.batch.tasks import Outcome
from govnews.errors import GovnewsError, UnknownChoiceError
from govnews.frames import What, columns
from govnews.frames.arrow import schema
from govnews.frames.rows import Row, figure_rows
from tests.batch.made import errors, ids, jsonl, names, parts, table, texts

ROWS = [{"id": f"r{number}", "text": f"走访{number}家企业。\n慰问5人。"} for number in range(30)]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """The folder of results."""
    return tmp_path / "out"


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make tasks of some hundred bytes."""
    monkeypatch.setattr("govnews.batch.planning.TARGET", 200)


def in_tasks(path: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> Summary:
    """Run over a table that is cut into many tasks."""
    monkeypatch.setattr("govnews.batch.planning.TARGET", 500)
    return run(path, out)


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


@pytest.mark.usefixtures("small")
def test_a_second_run_does_nothing(
    tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not a part is written again."""
    folder = tmp_path / "in"
    texts(folder, 20)
    jsonl(folder / "rows.jsonl", ROWS)
    first = in_tasks(folder, out, monkeypatch)
    before = parts(out)
    second = in_tasks(folder, out, monkeypatch)
    assert parts(out) == before
    assert (second.tasks, second.unchanged, second.removed) == (0, 21, 0)
    assert second.counts == first.counts
    assert len(ids(out)) == len(set(ids(out))) == 50


@pytest.mark.usefixtures("small")
def test_a_changed_text_does_again_only_its_part(tmp_path: Path, out: Path) -> None:
    """And those that were in one with it."""
    folder = tmp_path / "in"
    paths = texts(folder, 20)
    first = run(folder, out)
    before = parts(out)
    paths[7].write_text("慰问职工777人。", "utf-8")
    second = run(folder, out)
    assert first.tasks > 3
    assert second.tasks == 1
    assert len(before.keys() & parts(out).keys()) == len(before) - 3
    assert all(before[name] == time for name, time in parts(out).items() if name in before)
    assert ids(out) == sorted(map(str, paths))
    assert 777 in [row["value"] for row in table(out, "figures")]


def test_a_table_that_grew(tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of its parts only the last is done again."""
    path = jsonl(tmp_path / "rows.jsonl", ROWS)
    first = in_tasks(path, out, monkeypatch)
    before = parts(out)
    jsonl(path, [*ROWS, {"id": "new", "text": "走访43家企业"}])
    second = in_tasks(path, out, monkeypatch)
    assert first.tasks > 3
    assert second.tasks == 1
    assert len(before.keys() & parts(out).keys()) == len(before) - 3
    assert ids(out) == sorted(["new", *(row["id"] for row in ROWS)])


@pytest.mark.usefixtures("small")
def test_what_is_gone_is_removed(tmp_path: Path, out: Path) -> None:
    """With the texts that were in a part with it done again."""
    folder = tmp_path / "in"
    paths = texts(folder, 20)
    jsonl(folder / "rows.jsonl", ROWS)
    run(folder, out)
    paths[3].unlink()
    (folder / "rows.jsonl").unlink()
    summary = run(folder, out)
    assert summary.tasks == 1
    assert ids(out) == sorted(map(str, [*paths[:3], *paths[4:]]))


def test_what_cannot_be_found_is_not_taken_for_gone(tmp_path: Path, out: Path) -> None:
    """A name that was mistyped must not cost hours of work."""
    path, other = texts(tmp_path / "in", 2)
    rows = jsonl(tmp_path / "rows.jsonl", ROWS)
    run([path, other, rows], out)
    before = parts(out)
    summary = run([path, tmp_path / "rosw.jsonl"], out)
    assert parts(out) == before
    assert list(summary.problems) == [str(tmp_path / "rosw.jsonl")]
    with pytest.raises(GovnewsError, match="there is nothing to read"):
        run(tmp_path / "rosw.jsonl", out)
    assert parts(out) == before


def test_a_touched_file_is_the_same(tmp_path: Path, out: Path) -> None:
    """It is read, and says what it said."""
    paths = [*texts(tmp_path / "in"), jsonl(tmp_path / "in" / "rows.jsonl", ROWS)]
    run(tmp_path / "in", out)
    before = parts(out)
    for path in paths:
        os.utime(path, ns=(1, 1))
    assert run(tmp_path / "in", out).tasks == 0
    assert parts(out) == before


def test_a_change_that_only_its_bytes_show(tmp_path: Path, out: Path) -> None:
    """The same size and time: it is seen where one asks for it."""
    path = jsonl(tmp_path / "rows.jsonl", [{"id": "a", "text": "慰问5人"}])
    run(path, out)
    time = path.stat().st_mtime_ns
    jsonl(path, [{"id": "b", "text": "慰问6人"}])
    os.utime(path, ns=(time, time))
    run(path, out)
    assert ids(out) == ["a"]
    run(path, out, checksum=True)
    assert ids(out) == ["b"]


def test_other_settings_do_all_again(tmp_path: Path, out: Path) -> None:
    """And it is said before it is done; nothing of the others is left."""
    folder = tmp_path / "in"
    texts(folder)
    told: list[str] = []
    run(folder, out, tell=told.append)
    before = parts(out)
    assert told == []
    summary = run(folder, out, issued="2023-03-12", tell=told.append)
    assert len(told) == 1
    assert "other settings" in told[0]
    assert summary.tasks == 1
    assert not before.keys() & parts(out).keys()
    assert len(ids(out)) == 3


def test_another_version_does_all_again(
    tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its rules may read figures otherwise."""
    texts(tmp_path / "in")
    run(tmp_path / "in", out)
    monkeypatch.setattr("govnews.batch.tasks.__version__", "9")
    assert run(tmp_path / "in", out).tasks == 1
    assert len(ids(out)) == 3


def stopping(after: int) -> Runner:
    """Return what does some tasks and is then killed."""

    def work(tasks: Iterable[Task]) -> Iterator[Outcome]:
        for number, task in enumerate(tasks):
            if number == after:
                raise KeyboardInterrupt
            yield do(task)

    return work


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("after", [0, 1, 5])
def test_a_run_that_was_stopped_is_taken_up(tmp_path: Path, out: Path, after: int) -> None:
    """What was done stays and is not done again."""
    folder = tmp_path / "in"
    paths = texts(folder, 30)
    with pytest.raises(KeyboardInterrupt):
        run(folder, out, runner=stopping(after))
    before = parts(out)
    assert len(before) == 3 * after
    second = run(folder, out)
    assert {name: parts(out)[name] for name in before} == before
    assert second.tasks >= 1
    assert ids(out) == sorted(map(str, paths))
    assert run(folder, out).tasks == 0


def test_an_input_that_went_while_it_was_cut(
    tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tasks of it that were done are removed like those of any other."""
    path = jsonl(tmp_path / "rows.jsonl", ROWS)
    monkeypatch.setattr("govnews.batch.planning.TARGET", 500)
    with pytest.raises(KeyboardInterrupt):
        run(path, out, runner=stopping(2))
    assert len(parts(out)) == 6
    path.unlink()
    (other, *_) = texts(tmp_path / "in", 1)
    run(other, out)
    assert ids(out) == [str(other)]


def test_what_a_killed_run_left_is_removed(tmp_path: Path, out: Path) -> None:
    """Parts that no line of the manifest knows, and what was half written."""
    texts(tmp_path / "in")
    run(tmp_path / "in", out)
    before = parts(out)
    (part, *_) = (out / "figures").iterdir()
    shutil.copy(part, out / "figures" / "0123456789abcdef0123.parquet")
    (out / "figures" / f".{part.name}.0123.part").write_bytes(b"half")
    run(tmp_path / "in", out)
    assert parts(out) == before


def test_a_part_that_was_lost_is_made_again(tmp_path: Path, out: Path) -> None:
    """The manifest is not believed blindly."""
    texts(tmp_path / "in")
    run(tmp_path / "in", out)
    (part, *_) = (out / "figures").iterdir()
    data = part.read_bytes()
    part.unlink()
    assert run(tmp_path / "in", out).tasks == 1
    assert part.read_bytes() == data


@pytest.mark.parametrize("left", [0.3, 0.9, 0.99])
def test_a_manifest_that_was_cut_off(
    tmp_path: Path, out: Path, left: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its whole lines count; what the others said is done again."""
    path = jsonl(tmp_path / "rows.jsonl", ROWS)
    in_tasks(path, out, monkeypatch)
    manifest = out / "manifest.jsonl"
    manifest.write_bytes(manifest.read_bytes()[: int(manifest.stat().st_size * left)])
    in_tasks(path, out, monkeypatch)
    assert ids(out) == sorted(row["id"] for row in ROWS)
    assert in_tasks(path, out, monkeypatch).tasks == 0


def test_doing_a_task_twice_writes_the_same(tmp_path: Path, out: Path) -> None:
    """A scheduler may try again what it believes lost."""
    path = jsonl(tmp_path / "rows.jsonl", ROWS)

    def twice(tasks: Iterable[Task]) -> Iterator[Outcome]:
        for task in tasks:
            first = do(task)
            data = {file: file.read_bytes() for file in out.glob("*/*.parquet")}
            assert do(task) == first
            assert {file: file.read_bytes() for file in out.glob("*/*.parquet")} == data
            yield first

    run(path, out, runner=twice)
    assert len(ids(out)) == 30


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


def test_a_folder_with_other_things(tmp_path: Path) -> None:
    """Nothing is written into it."""
    paths = texts(tmp_path / "in")
    other = tmp_path / "other"
    other.mkdir()
    (other / "notes.md").write_text("mine")
    with pytest.raises(GovnewsError, match=r"holds other things \(notes\.md\) than results"):
        run(paths, other)
    assert names(other) == {"notes.md"}


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


def test_a_long_text(tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is one bulletin, whose slices are rows; paragraphs are numbered through."""
    monkeypatch.setattr("govnews.arrow.analysing.LIMIT", 1000)
    text = "".join(f"慰问职工{number}人。\n" for number in range(500))
    (tmp_path / "a.txt").write_text(text, "utf-8")
    summary = run(tmp_path / "a.txt", out)
    assert summary.counts.bulletins == 1
    rows = table(out, "paragraphs")
    assert [row["paragraph"] for row in rows] == list(range(500))
    assert [text[row["start"] : row["end"]] for row in rows] == text.split()
    run(tmp_path / "a.txt", tmp_path / "objects", format="jsonl")
    (file,) = (tmp_path / "objects" / "bulletins").iterdir()
    objects = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    found = [each for one in objects for each in one["paragraphs"]]
    assert [text[each["start"] : each["end"]] for each in found] == text.split()
    assert [one["slice"] for one in objects[1:]] == list(range(1, len(objects)))


@pytest.fixture
def tiny(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take texts of some kilobytes for large ones."""
    monkeypatch.setattr("govnews.batch.reading._LARGE", 5000)
    monkeypatch.setattr("govnews.batch.reading._BLOCK", 1000)
    monkeypatch.setattr("govnews.arrow.analysing.LIMIT", 500)


LONG = "".join(f"慰问职工{number}人。\n" for number in range(1000))


@pytest.mark.usefixtures("tiny")
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_that_is_larger_than_memory(tmp_path: Path, out: Path, encoding: str) -> None:
    """It is decoded as it is analysed."""
    (tmp_path / "a.txt").write_bytes(LONG.encode(encoding))
    assert run(tmp_path / "a.txt", out).is_whole
    rows = table(out, "paragraphs")
    assert [row["text"] for row in rows] == LONG.split()
    assert [LONG[row["start"] : row["end"]] for row in rows] == LONG.split()


@pytest.mark.usefixtures("tiny")
def test_a_large_text_that_is_spoilt(tmp_path: Path, out: Path) -> None:
    """What came before is kept, and it is said from where on the rest is missing."""
    (tmp_path / "a.txt").write_bytes(LONG.encode() + b"\xff" + LONG.encode())
    summary = run(tmp_path / "a.txt", out)
    assert (summary.counts.bulletins, summary.counts.errors) == (1, 1)
    found = [row["text"] for row in table(out, "paragraphs")]
    assert found == LONG.split()
    (error,) = errors(out)
    assert error["slice"] > 1
    assert f"byte {len(LONG.encode())} is not text in utf-8" in error["reason"]


@pytest.mark.usefixtures("tiny")
def test_a_page_that_is_larger_than_memory(
    tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It cannot be read in blocks, and is named."""
    monkeypatch.setattr("govnews.batch.reading.LONGEST", 5000)
    (tmp_path / "a.html").write_text(f"<p>{LONG}</p>", "utf-8")
    assert run(tmp_path / "a.html", out).counts.errors == 1
    assert "save its text as a .txt file" in errors(out)[0]["reason"]


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

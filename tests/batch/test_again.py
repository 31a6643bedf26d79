"""Runs on an older folder: nothing twice, and only what is missing or changed."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from govnews.batch import Task, do, run
from govnews.batch.outcomes import Outcome
from govnews.errors import GovnewsError
from tests.batch.made import (
    ROWS,
    ids,
    in_tasks,
    jsonl,
    parts,
    table,
    texts,
)


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


def test_other_settings_are_refused(tmp_path: Path, out: Path) -> None:
    """A forgotten option must not cost hours of work; who means it says so."""
    folder = tmp_path / "in"
    texts(folder)
    run(folder, out)
    before = parts(out)
    with pytest.raises(GovnewsError, match="results of other settings"):
        run(folder, out, issued="2023-03-12")
    assert parts(out) == before
    summary = run(folder, out, issued="2023-03-12", fresh=True)
    assert (summary.tasks, summary.removed) == (1, 3)
    assert not before.keys() & parts(out).keys()
    assert len(ids(out)) == 3


def test_another_version_is_refused(
    tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its rules may read figures otherwise."""
    texts(tmp_path / "in")
    run(tmp_path / "in", out)
    monkeypatch.setattr("govnews.batch.tasks.__version__", "9")
    with pytest.raises(GovnewsError, match="another version"):
        run(tmp_path / "in", out)
    assert run(tmp_path / "in", out, fresh=True).tasks == 1
    assert len(ids(out)) == 3


@pytest.mark.usefixtures("small")
def test_what_is_not_named_again_stays(tmp_path: Path, out: Path) -> None:
    """And is done again when it changes; what it was in a part with is as well."""
    folder, rows = tmp_path / "in", jsonl(tmp_path / "rows.jsonl", ROWS)
    first, second, third = texts(folder, 3)
    run([first, second, rows], out)
    run(third, out)
    assert len(ids(out)) == 3 + len(ROWS)
    second.unlink()
    jsonl(rows, [*ROWS, {"id": "new", "text": "走访43家企业"}])
    run(third, out)
    assert ids(out) == sorted([str(first), str(third), "new", *(row["id"] for row in ROWS)])


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


def test_parts_of_other_settings_are_counted(tmp_path: Path, out: Path) -> None:
    """One for each file that is removed."""
    path = jsonl(tmp_path / "rows.jsonl", ROWS)
    run(path, out)
    assert run(path, out, what=["figures"], fresh=True).removed == 3

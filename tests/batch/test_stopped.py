"""Runs after one that was stopped or killed: nothing is lost, and nothing is there twice."""

import shutil
from pathlib import Path

import pytest

from govnews.batch import run
from tests.batch.made import ROWS, ids, jsonl, parts, stopping, texts


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


@pytest.mark.usefixtures("small")
def test_a_table_that_is_again_what_it_was(tmp_path: Path, out: Path) -> None:
    """What a stopped run began to make of it meanwhile does not stay beside what was there."""
    path = jsonl(tmp_path / "rows.jsonl", ROWS)
    run(path, out)
    before = parts(out)
    jsonl(path, [row | {"id": f"other {row['id']}"} for row in ROWS])
    with pytest.raises(KeyboardInterrupt):
        run(path, out, runner=stopping(2))
    assert len(ids(out)) > len(ROWS)
    jsonl(path, ROWS)
    summary = run(path, out)
    assert (summary.tasks, summary.counts.bulletins) == (0, len(ROWS))
    assert parts(out) == before


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


def test_a_run_that_was_killed_at_its_very_beginning(tmp_path: Path, out: Path) -> None:
    """The manifest that it had begun to write is nobody's; the folder is still new."""
    out.mkdir()
    begun = out / ".manifest.jsonl.0123.part"
    begun.write_bytes(b"{")
    run(texts(tmp_path / "in"), out)
    assert len(ids(out)) == 3
    assert not begun.exists()

"""Tasks in several processes, some of which die."""

from pathlib import Path

import pytest

from govnews.batch import run
from tests.batch.made import deadly, errors, ids, jsonl


def rows(folder: Path, name: str) -> Path:
    """Write a table of two rows."""
    every = [{"id": f"{name} {number}", "text": f"慰问{number}人"} for number in range(2)]
    return jsonl(folder / f"{name}.jsonl", every)


def test_a_worker_that_dies(tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it was at is done by another, once."""
    monkeypatch.setattr("govnews.batch.workers.do", deadly)
    paths = [rows(tmp_path, name) for name in ("a", "once", "z")]
    assert run(paths, out, workers=2).is_whole
    assert ids(out) == ["a 0", "a 1", "once 0", "once 1", "z 0", "z 1"]


def test_a_task_that_kills_two(tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named, the others are done, and the next run tries it again."""
    paths = [rows(tmp_path, name) for name in ("a", "deadly", "z")]
    with monkeypatch.context() as patch:
        patch.setattr("govnews.batch.workers.do", deadly)
        summary = run(paths, out, workers=2)
    (error,) = errors(out)
    assert error["input"].startswith(f"{paths[1]}, bytes 0 to ")
    assert "was killed by SIGKILL" in error["reason"]
    assert not summary.is_whole
    assert ids(out) == ["a 0", "a 1", "z 0", "z 1"]
    assert run(paths, out, workers=2).is_whole
    assert ids(out) == ["a 0", "a 1", "deadly 0", "deadly 1", "z 0", "z 1"]

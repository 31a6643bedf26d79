"""Ctrl-C: one line, the status that shells know it by, and no file that is half written."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any, Never

import pytest

import govnews
from govnews.working import work_through
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("command", "ending"), [("analyze", "jsonl"), ("analyze", "xlsx"), ("report", "html")]
)
def test_the_old_file_stays(
    run: Run, page: Path, monkeypatch: pytest.MonkeyPatch, command: str, ending: str
) -> None:
    """Also where results had been written already."""
    analyze = govnews.analyze
    done: list[Any] = []

    def interrupted(*given: Any, **settings: Any) -> govnews.Bulletin:
        if done:
            raise KeyboardInterrupt
        done.append(given)
        return analyze(*given, **settings)

    monkeypatch.setattr(govnews, "analyze", interrupted)
    out = page.with_name(f"out.{ending}")
    out.write_text("old")
    result = run(command, page, page, "-o", out)
    assert (result.exit_code, result.stderr) == (130, "govnews: stopped\n")
    assert out.read_text() == "old"
    assert sorted(path.name for path in page.parent.iterdir()) == [out.name, "page.txt"]


def stopped(_: str) -> Never:
    """Be stopped while at work; a worker process finds it by its name."""
    raise KeyboardInterrupt


@pytest.mark.parametrize("workers", [1, 2])
def test_work_is_stopped_wherever_it_is_done(workers: int) -> None:
    """A failure of one text is kept until its turn has come; this is none."""
    with pytest.raises(KeyboardInterrupt):
        list(work_through(["a", "b"], stopped, workers=workers))


def test_a_signal_in_the_middle_of_reading(page: Path, tmp_path: Path) -> None:
    """As a terminal sends it; what was written to the file so far is gone."""
    pipe, out = tmp_path / "pipe", tmp_path / "out.jsonl"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "govnews", "extract", str(page), str(pipe), "-o", str(out)]
    # opened for writing only when the other side reads: it is behind the first file then
    with (
        subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process,
        pipe.open("wb"),
    ):
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (130, "govnews: stopped\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["page.txt", "pipe"]

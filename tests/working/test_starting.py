"""Workers that cannot start: one clear error, and no end without end."""

import subprocess
import sys
from pathlib import Path

import pytest

from govnews.working import work_through

UNGUARDED = """
from govnews.working import work_through
print(list(work_through(["5", "7"], int, workers=2)))
"""
GUARDED = """
import os, sys
from govnews.working import work_through
def work(item):
    return item
if __name__ == "__main__":
    print(list(work_through(["5", "7"], work, workers=2)))
"""


def run(*command: str | Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run Python."""
    return subprocess.run(
        [sys.executable, *command],
        input=stdin,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def written(folder: Path, code: str) -> Path:
    """Write a script."""
    path = folder / "script.py"
    path.write_text(code, "utf-8")
    return path


def test_a_script_without_a_guard_is_told_of_it(tmp_path: Path) -> None:
    """Each worker would start the whole again."""
    done = run(written(tmp_path, UNGUARDED))
    assert done.returncode == 1
    assert "WorkerDiedError: a worker process ended with exit code 1 before it could" in done.stderr
    assert 'if __name__ == "__main__":' in done.stderr.splitlines()[-1]


@pytest.mark.parametrize("leaving", ["sys.exit(0)", "os._exit(0)", "os._exit(7)", "1/0"])
def test_a_script_that_cannot_be_imported(tmp_path: Path, leaving: str) -> None:
    """However it ends there."""
    code = GUARDED + f"else:\n    {leaving}\n"
    done = run(written(tmp_path, code))
    assert (done.returncode, done.stdout) == (1, "")
    assert "before it could begin" in done.stderr.splitlines()[-1]


def test_workers_that_are_killed_while_they_start(tmp_path: Path) -> None:
    """As where memory is short from the beginning: another is tried, but not for ever."""
    done = run(written(tmp_path, GUARDED + "else:\n    os.kill(os.getpid(), 9)\n"))
    assert done.returncode == 1
    assert "was killed by SIGKILL, as the system does" in done.stderr.splitlines()[-1]


def test_a_script_with_a_guard(tmp_path: Path) -> None:
    """Its own functions are found by the workers."""
    done = run(written(tmp_path, GUARDED))
    assert (done.returncode, done.stdout, done.stderr) == (0, "['5', '7']\n", "")


def test_a_line_of_code() -> None:
    """`python -c` needs no guard, where the work is importable."""
    done = run("-c", UNGUARDED)
    assert (done.returncode, done.stdout, done.stderr) == (0, "[5, 7]\n", "")


def test_work_that_workers_do_not_find() -> None:
    """One error says which; nothing else is printed by the workers."""
    done = run("-c", GUARDED)
    assert done.returncode == 1
    assert done.stderr.count("Can't get attribute 'work'") == 2  # the error, and where it was
    assert "In a worker process:" in done.stderr


def test_a_script_from_stdin() -> None:
    """Workers look for the script, and there is none."""
    done = run("-", stdin=UNGUARDED)
    assert done.returncode == 1
    assert "which must be a file" in done.stderr.splitlines()[-1]


def test_work_that_cannot_be_sent() -> None:
    """It is said at the call."""
    with pytest.raises(Exception, match="local object"):
        work_through([1], lambda item: item, workers=2)

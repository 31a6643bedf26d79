"""Ctrl-C, a loop that is left, a parent that is killed: no worker stays, and none says a word."""

import gc
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import active_children
from pathlib import Path
from time import monotonic, sleep

import pytest

from govnews.working import outcomes, work_through
from tests.working.works import after

#: Two workers that never end; who they are, is in the folder
SCRIPT = """
import sys
from pathlib import Path
from govnews.working import work_through
from tests.working.works import for_ever
try:
    print("begun", flush=True)
    list(work_through([Path(sys.argv[1])] * 20, for_ever, workers=2))
except KeyboardInterrupt:
    print("stopped", file=sys.stderr)
"""


@contextmanager
def started(folder: Path, *, workers: int) -> Iterator[subprocess.Popen[str]]:
    """Start the script, in a group of its own as a shell does, and see *workers* at work."""
    with subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            assert process.stdout is not None
            process.stdout.readline()
            wait_until(lambda: len(list(folder.iterdir())) >= workers)
            yield process
        finally:
            process.kill()


def wait_until(so: Callable[[], bool]) -> None:
    """Give it a minute: machines that test are busy."""
    end = monotonic() + 60
    while not so():
        assert monotonic() < end
        sleep(0.02)


def alive(pid: str) -> bool:
    """Say whether a process is there; one that only waits for its status to be read is not."""
    said = subprocess.run(
        ["/bin/ps", "-o", "stat=", "-p", pid], capture_output=True, text=True, check=False
    )
    return said.stdout.strip()[:1] not in {"", "Z"}


@pytest.mark.parametrize("workers", [0, 1, 2])
def test_ctrl_c_stops_all_at_once(tmp_path: Path, workers: int) -> None:
    """Also while workers start; a terminal sends it to every one of them."""
    with started(tmp_path, workers=workers) as process:
        sleep(0 if workers else 0.1)
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (0, "stopped\n")
    assert not [path.name for path in tmp_path.iterdir() if alive(path.name)]


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_workers_end_with_their_parent(tmp_path: Path, number: int) -> None:
    """In the middle of an item that takes for ever, and silently."""
    with started(tmp_path, workers=2) as process:
        process.send_signal(number)
        _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (-number, "")
    wait_until(lambda: not any(alive(path.name) for path in tmp_path.iterdir()))


def test_a_closed_iterator_leaves_no_worker() -> None:
    """They are at work for ten minutes yet."""
    found = outcomes([0, 600, 600, 600], after, workers=2, chunk=1)
    assert next(found).result == 0
    found.close()
    assert active_children() == []


def test_a_loop_that_is_left_leaves_no_worker() -> None:
    """The iterator is forgotten, and closed with that."""
    for result in work_through([0] * 8 + [600] * 30, after, workers=2):
        assert result == 0
        break
    gc.collect()
    assert active_children() == []


def test_a_failure_leaves_no_worker() -> None:
    """Where it is raised, the others are stopped."""
    with pytest.raises(ValueError, match="non-negative"):
        list(work_through([-1, *[600] * 30], after, workers=2))
    assert active_children() == []

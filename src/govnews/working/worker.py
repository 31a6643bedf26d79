"""A worker process, seen from the process that it works for."""

import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context, resource_tracker
from time import monotonic
from typing import Final, Generic, TypeVar

from govnews.working.serving import serve
from govnews.working.source import Chunk, Task

ItemT = TypeVar("ItemT")

#: A fresh interpreter: what threads and locks this one has cannot be copied
_CONTEXT: Final = get_context("spawn")
#: Seconds that a worker has to end before it is killed
_MOMENT: Final = 1.0


class Worker(Generic[ItemT]):
    """A process at one end of a pipe.

    The end of the pipe is the end of the worker, whatever ended it: nobody else holds that end.

    Attributes:
        pipe: Our end, to wait for.
        up: Whether it has said that it can begin.
        begun: Whether it has said that it begins with what it was given last.
        tasks: What it was given and has not answered yet, in order.
    """

    def __init__(self, work: bytes) -> None:
        """Start it."""
        self.up = self.begun = False
        self.tasks: deque[Task[ItemT]] = deque()
        self.pipe, theirs = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(
            target=serve, args=(theirs, work), name="govnews worker", daemon=True
        )
        with theirs, out_of_reach():
            self._process.start()

    def give(self, chunk: Chunk[ItemT]) -> None:
        """Give it something to do; it must have nothing else, or both could wait for the other."""
        self.begun = False
        self.tasks.extend(chunk)
        with suppress(OSError):  # it has died: the pipe will say so
            self.pipe.send([task.data for task in chunk])

    def hear(self) -> bytes | None:
        """Return what it says, or None if it has died, be it in the middle of a message."""
        try:
            return self.pipe.recv_bytes()
        except (EOFError, OSError):
            return None

    def dismiss(self) -> None:
        """Let it end by itself if it is idle, else end it."""
        self.pipe.close()
        if self.tasks or not self.up:
            self._process.terminate()

    def ended(self, within: float = _MOMENT) -> int:
        """See it end, if need be by force, and return its exit code."""
        self._process.join(within)
        if self._process.exitcode is None:
            self._process.kill()
            self._process.join()
        return self._process.exitcode or 0


def dismiss(workers: Iterable[Worker[ItemT]]) -> None:
    """End all of them at once; when this returns, none is left."""
    every = list(workers)
    for worker in every:
        worker.dismiss()
    deadline = monotonic() + _MOMENT
    for worker in every:
        worker.ended(max(deadline - monotonic(), 0.0))


@contextmanager
def out_of_reach() -> Iterator[None]:
    """Start processes that Ctrl-C does not reach; one that is pressed meanwhile comes after.

    A new interpreter could only ignore it when it has come up, and would say how it was stopped.
    """
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # where it has yet to start, it would lift what is held here
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

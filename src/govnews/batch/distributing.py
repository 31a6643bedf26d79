"""Tasks done by the workers of a Dask cluster.

What is sent is small: a task names the files, and the worker reads and writes them itself. The
manifest is written here alone, when a worker says that a task is done. A task may be done
twice, as when the network failed after the work: then the same files were written twice.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import chain, islice
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from govnews.batch.cluster import checked_address, connected, needs_dask, shares, version
from govnews.batch.doing import do
from govnews.batch.lease import lease
from govnews.batch.outcomes import Failed, Outcome
from govnews.batch.tasks import Task
from govnews.batch.workers import not_done
from govnews.errors import GovnewsError, WorkerDiedError

if TYPE_CHECKING:
    from distributed import Client, Future

#: Tasks under way for each thread of the workers: all others wait here, not in the scheduler.
_AHEAD: Final = 2
#: How often it is tried again, on another worker, what one could not even begin.
_RETRIES: Final = 1
#: Seconds after which it is looked whether there still are workers.
_LOOK: Final = 2.0
#: Seconds that a cluster may be without workers: those of a cloud come and go.
_WITHOUT: Final = 60.0


def on_dask(
    address: str | None = None, workers: int = 1
) -> Callable[[Iterable[Task]], Iterator[Outcome]]:
    """Return what does tasks on a Dask cluster, and yields what is finished first.

    Args:
        address: Where its scheduler is (`tcp://10.0.0.1:8786`); None or "local" starts one on
            this machine, which ends with the run.
        workers: How many processes that one has.

    Raises:
        MissingExtraError: If distributed is not installed.
        UnknownChoiceError: If *address* is none.
        ValueError: If there are less than 1 *workers*.
    """
    needs_dask()
    where = checked_address(address)
    if workers < 1:
        raise ValueError(f"workers={workers}: use at least 1")

    def work(tasks: Iterable[Task]) -> Iterator[Outcome]:
        drawn = iter(tasks)
        for first in islice(drawn, 1):
            # the sign goes first in the end: workers stop, and can be let go
            with connected(where, workers) as client, lease(first.out) as sign:
                shares(client, sign)
                every = (replace(task, sign=sign) for task in chain([first], drawn))
                yield from _Work(client).outcomes(every)

    return work


def answer(task: Task, wanted: str) -> Outcome:
    """Do a task on a worker, which can have joined after all were asked for their version."""
    if version() != wanted:
        reason = (
            f"a Dask worker has govnews {version()}, and not {wanted}: install the same version "
            "on all machines"
        )
        return Failed(task.id, task.places, reason, fatal=True)
    return do(task)


class _Work:
    """Tasks under way on a cluster."""

    def __init__(self, client: "Client") -> None:
        """Begin with none."""
        self._client = client
        self._under_way: dict[Future, Task] = {}
        #: Keys are those of tasks; those of another run, perhaps into another folder, are others.
        self._name = f"govnews-{uuid4().hex}"
        self._ended: SimpleQueue[Future] = SimpleQueue()
        #: When there were workers.
        self._seen = time.monotonic()

    def outcomes(self, tasks: Iterator[Task]) -> Iterator[Outcome]:
        """Do all, and leave none under way, however this ends."""
        doubtful = []
        try:
            for task, came in self._finished(tasks, self._room, ""):
                if isinstance(came, WorkerDiedError):
                    doubtful.append(task)
                else:
                    yield _outcome(task, came)
            # those over which a worker died, or beside which: alone, each shows which it is
            for task, came in self._finished(iter(doubtful), lambda: 1, "-again"):
                yield _outcome(task, came)
        finally:
            with suppress(GovnewsError), _reachable():
                self._client.cancel(list(self._under_way), force=True)

    def _finished(
        self, tasks: Iterator[Task], room: Callable[[], int], suffix: str
    ) -> Iterator[tuple[Task, Outcome | Exception]]:
        while True:
            for task in islice(tasks, max(room() - len(self._under_way), 0)):
                with _reachable():
                    key = f"{self._name}-{task.id}{suffix}"
                    future = self._client.submit(
                        answer, task, version(), key=key, pure=False, retries=_RETRIES
                    )
                self._under_way[future] = task
                future.add_done_callback(self._ended.put)
            if not self._under_way:
                return
            future = self._done()
            yield self._under_way.pop(future), _came(future)

    def _room(self) -> int:
        """Tell how many tasks may be under way."""
        return max(self._threads(), 1) * _AHEAD

    def _threads(self) -> int:
        """Tell how many tasks the workers can do at once."""
        with _reachable():
            threads: int = sum(self._client.nthreads().values())
        if threads:
            self._seen = time.monotonic()
        return threads

    def _done(self) -> "Future":
        """Wait until a task is done."""
        while True:
            try:
                return self._ended.get(timeout=_LOOK)
            except Empty:
                self._look()

    def _look(self) -> None:
        """See that there still are workers.

        Raises:
            GovnewsError: If there have been none for a while.
        """
        if not self._threads() and time.monotonic() - self._seen > _WITHOUT:
            raise GovnewsError(
                "the Dask scheduler has no workers any more: what was done stays; start some, "
                "and run again"
            )


def _came(future: "Future") -> Outcome | Exception:
    """Return what came of a task, or what stopped the work on it."""
    from distributed import CancelledError, KilledWorker

    with _reachable():
        try:
            result: Outcome = future.result()
        except KilledWorker:
            return WorkerDiedError("each worker of the Dask cluster died that worked on it")
        except (CancelledError, OSError):  # no task raises these
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, it must not cost the others
            return error
    return result


def _outcome(task: Task, came: Outcome | Exception) -> Outcome:
    return not_done(task, came) if isinstance(came, Exception) else came


@contextmanager
def _reachable() -> Iterator[None]:
    """Say so when the scheduler is not.

    Raises:
        GovnewsError: If it is not.
    """
    from distributed import CancelledError

    try:
        yield
    except (CancelledError, OSError) as error:
        raise GovnewsError(
            "the Dask scheduler has gone away: what was done stays; run again when it is back"
        ) from error

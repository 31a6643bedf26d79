"""Tasks done in this process or in several."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import Final

from govnews.batch.doing import do
from govnews.batch.outcomes import Outcome
from govnews.batch.tasks import Task
from govnews.errors import GovnewsError

#: Tasks under way for each worker.
_AHEAD: Final = 2


def at_once(workers: int) -> Callable[[Iterable[Task]], Iterator[Outcome]]:
    """Return what does tasks with so many processes, and yields what is finished first.

    Raises:
        ValueError: If there are less than 1.
    """
    if workers < 1:
        raise ValueError(f"workers={workers}: use at least 1")

    def work(tasks: Iterable[Task]) -> Iterator[Outcome]:
        return map(do, tasks) if workers == 1 else _in_processes(iter(tasks), workers)

    return work


def _in_processes(tasks: Iterator[Task], workers: int) -> Iterator[Outcome]:
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        under_way: set[Future[Outcome]] = set()
        try:
            while True:
                room = workers * _AHEAD - len(under_way)
                under_way.update(pool.submit(do, task) for task in islice(tasks, room))
                if not under_way:
                    return
                finished, under_way = wait(under_way, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in finished)
        except BrokenProcessPool as error:
            raise GovnewsError(
                "a worker died: what was done stays, and another run does the rest"
            ) from error
        finally:
            for future in under_way:
                future.cancel()

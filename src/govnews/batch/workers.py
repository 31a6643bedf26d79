"""Tasks done in this process or in several."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing

from govnews import working
from govnews.batch.doing import do
from govnews.batch.outcomes import Failed, Outcome
from govnews.batch.tasks import Task


def at_once(workers: int) -> Callable[[Iterable[Task]], Iterator[Outcome]]:
    """Return what does tasks with so many processes, and yields what is finished first.

    Raises:
        ValueError: If there are less than 1.
    """
    if workers < 1:
        raise ValueError(f"workers={workers}: use at least 1")

    def work(tasks: Iterable[Task]) -> Iterator[Outcome]:
        return map(do, tasks) if workers == 1 else _in_processes(tasks, workers)

    return work


def _in_processes(tasks: Iterable[Task], workers: int) -> Iterator[Outcome]:
    """Do tasks in processes that end with this one; one that kills two of them has failed."""
    found = working.outcomes(tasks, do, workers=workers, in_order=False, chunk=1)
    with closing(found):
        for outcome in found:
            task = outcome.item
            if outcome.error is None:
                yield outcome.unwrap()
            else:
                yield Failed(task.id, task.places, str(outcome.error), bytes=task.size)

"""Tasks done in this process or in several of this machine."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing

from govnews.batch.doing import do
from govnews.batch.outcomes import Failed, Outcome
from govnews.batch.tasks import Task
from govnews.errors import WorkerDiedError
from govnews.working import outcomes
from govnews.working.deaths import ended


def at_once(workers: int) -> Callable[[Iterable[Task]], Iterator[Outcome]]:
    """Return what does tasks with so many processes, and yields what is finished first.

    A process that dies is replaced, and its task done again; where that is the end of another
    one, the task has failed, and the others go on.

    Raises:
        ValueError: If there are less than 1.
    """
    if workers < 1:
        raise ValueError(f"workers={workers}: use at least 1")

    def work(tasks: Iterable[Task]) -> Iterator[Outcome]:
        with closing(outcomes(tasks, do, workers=workers, in_order=False, chunk=1)) as found:
            for came in found:
                yield came.result or not_done(came.item, came.error)

    return work


def not_done(task: Task, error: Exception | None) -> Failed:
    """Say of a task that it was not done, for no fault that `do` would have told of."""
    if isinstance(error, WorkerDiedError):
        how = "died" if error.exitcode is None else ended(error.exitcode)
        said = f"a worker process {how}, after another had died over it: --workers 1 shows why"
    else:
        said = f"{type(error).__name__}: {error}"
    return Failed(task.id, task.places, said, bytes=task.size)

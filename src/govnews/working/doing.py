"""The two calls: what came of every item, and the results alone."""

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from functools import partial
from operator import length_hint
from typing import Final, TypeAlias, TypeVar, cast

from govnews.working.outcome import Outcome
from govnews.working.packing import packed
from govnews.working.pool import Pool
from govnews.working.source import Source
from govnews.working.together import answers, bunches, several

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")
Outcomes: TypeAlias = Generator[Outcome[ItemT, ResultT], None, None]

#: Items that a worker takes at once, unless they are large
_CHUNK: Final = 8


def outcomes(
    items: Iterable[ItemT],
    work: Callable[[ItemT], ResultT],
    *,
    workers: int = 1,
    in_order: bool = True,
    chunk: int = _CHUNK,
) -> Outcomes[ItemT, ResultT]:
    """Do *work* on every item, and say of each what came of it.

    A worker that dies is replaced, and what it had not answered is done again. The item that
    it died over is then alone: if another worker dies over it, it has failed with a
    `WorkerDiedError`.

    Args:
        items: They are drawn as they are needed, a few chunks ahead for each worker.
        work: What works on an item; if it is `Together`, on several small ones at once. With
            several workers, it, the items and the results must be fit for pickling.
        workers: Processes to use (start method "spawn"), as far as there is work for them;
            1 works in this one.
        in_order: Whether outcomes come in the order of the items, or as they are there.
        chunk: Items that a worker takes at once; 1 for work that takes seconds.

    Yields:
        An outcome for each item. When the iterator is closed or interrupted, all workers are
        stopped, whatever they are doing.

    Raises:
        ValueError: If *workers* or *chunk* is less than 1.
        WorkerDiedError: If workers end before they can begin.
        Exception: What *items* raise, behind the outcomes of those before.

    >>> for outcome in outcomes(["5", "five"], int):
    ...     print(outcome.index, outcome.result, outcome.error)
    0 5 None
    1 None invalid literal for int() with base 10: 'five'
    """
    for name, number in (("workers", workers), ("chunk", chunk)):
        if number < 1:
            raise ValueError(f"{name}={number}: use at least 1")
    if workers == 1:
        return _here(iter(items), work)
    pool: Pool[ItemT, ResultT] = Pool(
        Source(items, chunk), packed(work), workers, in_order=in_order
    )
    return pool.outcomes()


def work_through(  # noqa: PLR0913 - what is done, by whom, and what is said of it
    items: Iterable[ItemT],
    work: Callable[[ItemT], ResultT],
    *,
    workers: int = 1,
    progress: bool = False,
    unit: str = "item",
    skip: Callable[[Outcome[ItemT, ResultT]], object] | None = None,
) -> Generator[ResultT, None, None]:
    """Do *work* on every item, and give back the results in the order of the items.

    Args:
        items: As for `outcomes`.
        work: As for `outcomes`.
        workers: As for `outcomes`.
        progress: Whether to show a progress bar on stderr.
        unit: What it calls an item.
        skip: What to do with an item that failed, whose result is left out; without it, the
            error is raised when its turn has come.

    Yields:
        The results. When the iterator is closed or interrupted, all workers are stopped.

    Raises:
        ValueError: If *workers* is less than 1.
        WorkerDiedError: If a worker dies over the same item twice, or before it can begin.
        Exception: What *items* and *work* raise, behind the results before it.

    >>> list(work_through(["5", "7"], int))
    [5, 7]
    """
    found = outcomes(items, work, workers=workers)
    total = length_hint(items) or None
    return _results(found, skip, partial(_with_bar, total=total, unit=unit) if progress else iter)


def _results(
    found: Outcomes[ItemT, ResultT],
    skip: Callable[[Outcome[ItemT, ResultT]], object] | None,
    shown: Callable[[Outcomes[ItemT, ResultT]], Iterable[Outcome[ItemT, ResultT]]],
) -> Generator[ResultT, None, None]:
    with closing(found):
        for outcome in shown(found):
            if outcome.error is None or skip is None:
                yield outcome.unwrap()
            else:
                skip(outcome)


def _with_bar(
    found: Outcomes[ItemT, ResultT], total: int | None, unit: str
) -> Iterator[Outcome[ItemT, ResultT]]:
    from tqdm import tqdm

    yield from tqdm(found, total=total, unit=unit)


def _here(items: Iterator[ItemT], work: Callable[[ItemT], ResultT]) -> Outcomes[ItemT, ResultT]:
    index = 0
    for bunch in bunches(work, items):
        for item, answer in zip(bunch, answers(work, several(work), bunch), strict=True):
            yield Outcome(index, item, answer.result, cast("Exception | None", answer.error))
            index += 1

"""Work done item by item, in this process or in several, with results in the order of the items."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import Final, TypeAlias, TypeVar

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")

_Chunk: TypeAlias = tuple[list[ResultT], Exception | None]
"""What a worker made of a chunk, and what stopped it."""

#: Items that a worker process takes at once, and chunks under way for each worker
_CHUNK: Final = 8
_AHEAD: Final = 3


def work_through(
    items: Iterable[ItemT],
    work: Callable[[ItemT], ResultT],
    *,
    workers: int = 1,
    progress: bool = False,
) -> Iterator[ResultT]:
    """Do *work* on every item.

    Args:
        items: They are drawn as they are needed.
        work: With several workers, it and the items must be fit for pickling.
        workers: Processes to use (start method "spawn"); 1 works in this one.
        progress: Whether to show a progress bar on stderr.

    Returns:
        The results in the order of the items. An exception of *work* or of the items comes
        when its turn has come, behind the results before it.

    Raises:
        ValueError: If *workers* is less than 1.

    >>> list(work_through(["5", "7"], int))
    [5, 7]
    """
    if workers < 1:
        raise ValueError(f"workers={workers}: use at least 1")
    results = map(work, items) if workers == 1 else _in_processes(iter(items), workers, work)
    return _with_progress(results) if progress else results


def _with_progress(results: Iterable[ResultT]) -> Iterator[ResultT]:
    from tqdm import tqdm

    yield from tqdm(results, unit="bulletin")


def _in_processes(
    items: Iterator[ItemT], workers: int, work: Callable[[ItemT], ResultT]
) -> Iterator[ResultT]:
    """Keep a few chunks under way for each worker, and give results back in order."""
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        under_way: deque[Future[_Chunk[ResultT]]] = deque()
        try:
            failure: Exception | None = None
            while failure is None:
                chunk, failure = _draw(items)
                if not chunk:
                    break
                under_way.append(pool.submit(_work_on, chunk, work))
                if len(under_way) >= workers * _AHEAD:
                    yield from _results(under_way.popleft())
            while under_way:
                yield from _results(under_way.popleft())
            if failure is not None:
                raise failure
        finally:
            for future in under_way:
                future.cancel()


def _draw(items: Iterator[ItemT]) -> tuple[list[ItemT], Exception | None]:
    """Draw a chunk; where the source fails, what it gave before is not lost."""
    chunk: list[ItemT] = []
    try:
        chunk.extend(islice(items, _CHUNK))
    except Exception as failure:  # noqa: BLE001 - raised again when its turn has come
        return chunk, failure
    return chunk, None


def _work_on(items: list[ItemT], work: Callable[[ItemT], ResultT]) -> _Chunk[ResultT]:
    """Work until one fails; the failure comes after the results before it."""
    done: list[ResultT] = []
    for item in items:
        try:
            done.append(work(item))
        except Exception as failure:  # noqa: BLE001 - raised again when its turn has come
            return done, failure
    return done, None


def _results(future: "Future[_Chunk[ResultT]]") -> Iterator[ResultT]:
    done, failure = future.result()
    yield from done
    if failure is not None:
        raise failure

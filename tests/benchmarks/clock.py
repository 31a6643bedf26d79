"""How long works take, one beside the other."""

from collections.abc import Callable, Iterable, Sequence
from resource import RUSAGE_CHILDREN, getrusage
from time import process_time


def least(
    *works: Callable[[], object], rounds: int = 5, clock: Callable[[], float] = process_time
) -> list[float]:
    """Return the least CPU time of some rounds of each, taken in turn: machines have moods."""
    times = [[_seconds(work, clock) for work in works] for _ in range(rounds)]
    return list(map(min, zip(*times, strict=True)))


def least_in_all(pieces: Iterable[Sequence[Callable[[], object]]], rounds: int) -> list[float]:
    """Return the sums of the least CPU times of the same works on one piece after the other.

    Over short pieces, a slow moment of the machine costs one round of one piece.
    """
    times = (least(*works, rounds=rounds) for works in pieces)
    return list(map(sum, zip(*times, strict=True)))


def time_of_children() -> float:
    """Return the CPU time of the processes that were started and have ended."""
    usage = getrusage(RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _seconds(work: Callable[[], object], clock: Callable[[], float]) -> float:
    start = clock()
    work()
    return clock() - start

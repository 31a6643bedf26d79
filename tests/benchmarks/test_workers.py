"""How much faster two processes are than one, by the clock on the wall.

Run it with `pytest tests/benchmarks/test_workers.py --benchmark-only --benchmark-json FILE`.
`times_one` leaves out what the processes take to start: it is the time of 2 MB in one process over
what two of them take longer for 4 MB than for 2. `times_one_with_start` is of all that passes from
the call to the last of 2 MB.
"""

from functools import partial
from time import perf_counter
from typing import Any

import govnews
from tests.benchmarks.clock import least
from tests.benchmarks.material import SIZE, bulletins
from tests.benchmarks.works import ROUNDS, drain


def analyze(texts: list[str], workers: int) -> None:
    """Analyze bulletins in so many processes."""
    drain(govnews.analyze_many(texts, workers=workers))


def test_two_workers(benchmark: Any) -> None:
    """Measure; on a machine of two cores or more, it is near 2."""
    govnews.warm_up()
    once, twice = (list(bulletins(size=size)) for size in (SIZE, 2 * SIZE))
    works = partial(analyze, once, 1), partial(analyze, once, 2), partial(analyze, twice, 2)
    one, two, two_of_twice = benchmark.pedantic(
        least, args=works, kwargs={"rounds": ROUNDS, "clock": perf_counter}, rounds=1
    )
    benchmark.extra_info["times_one"] = one / (two_of_twice - two)
    benchmark.extra_info["times_one_with_start"] = one / two

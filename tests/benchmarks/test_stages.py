"""How long each stage takes beside plain `jieba.cut` on the same text in the same run.

Run it with `pytest tests/benchmarks --benchmark-only`; the ratio is in the
column of extra information (`--benchmark-verbose` or the JSON output).
"""

from collections.abc import Callable
from time import process_time
from typing import Any

import pytest

import govnews

STAGES: dict[str, Callable[[str], object]] = {
    "clean": govnews.clean,
    "segment": govnews.segment,
    "extract": govnews.extract,
    "analyze": govnews.analyze,
}


@pytest.fixture(scope="module")
def seconds_of_jieba(text: str, plain: Callable[[str], list[str]]) -> float:
    """Return the CPU time of jieba's own cutting."""
    return seconds(plain, text)


def seconds(stage: Callable[[str], object], text: str) -> float:
    """Return the least CPU time of three runs."""
    times = []
    for _ in range(3):
        start = process_time()
        stage(text)
        times.append(process_time() - start)
    return min(times)


@pytest.mark.parametrize("name", STAGES)
def test_stage(name: str, text: str, seconds_of_jieba: float, benchmark: Any) -> None:
    """Measure one stage; `times_jieba` above 1 is faster than plain jieba."""
    govnews.warm_up()
    taken = seconds(STAGES[name], text)

    benchmark.extra_info["megabytes_per_second"] = round(len(text.encode()) / taken / 1e6, 3)
    benchmark.extra_info["times_jieba"] = round(seconds_of_jieba / taken, 2)
    benchmark.pedantic(STAGES[name], args=(text,), rounds=3)

"""How long words take beside plain `jieba.cut` on the same text in the same run.

Run it with `pytest tests/benchmarks/test_segmentation.py --benchmark-only`; the ratios are in the
columns of extra information (`--benchmark-verbose` or the JSON output).
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

import govnews
from govnews import segmentation
from tests.benchmarks.clock import least
from tests.benchmarks.works import drain

CALLS: dict[str, Callable[[str], Callable[[str], object]]] = {
    "segment": lambda engine: govnews.Segmenter(engine=engine).segment,
    "segment, fine": lambda engine: govnews.Segmenter(engine=engine, granularity="fine").segment,
    "words without figures": lambda engine: segmentation.Segmenter(engine=engine).cut,
}


@pytest.mark.parametrize("engine", ["jieba", "rjieba"])
@pytest.mark.parametrize("name", CALLS)
def test_speed(
    name: str, engine: str, paragraphs: list[str], plain: Callable[[str], list[str]], benchmark: Any
) -> None:
    """Measure one call; `times_jieba` above 1 is faster than plain `jieba.cut`."""
    pytest.importorskip(engine)
    call = CALLS[name](engine)
    call("职工")
    works = [partial(over, paragraphs, cut) for cut in (plain, call)]
    usual, taken = benchmark.pedantic(least, args=works, rounds=1)
    benchmark.extra_info["times_jieba"] = usual / taken


def over(paragraphs: list[str], cut: Callable[[str], object]) -> None:
    """Cut all paragraphs."""
    drain(map(cut, paragraphs))

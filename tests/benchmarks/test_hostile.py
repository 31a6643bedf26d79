"""How long pages take that were made to hang a reader, beside ordinary text of the same length.

Run it with `pytest tests/benchmarks/test_hostile.py --benchmark-only --benchmark-json FILE`.
`times_ordinary` is the time of a character over that of a character of news, and
`times_ordinary_a_figure` that of a figure, where a page holds nothing but figures.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

import govnews
from tests.benchmarks import hostile, material
from tests.benchmarks.clock import least

LENGTH = 60_000
#: Of a page of nothing but figures: it holds many times as many as news of its length
DENSE_LENGTH = 12_000
ORDINARY_LENGTH = 30_000
ROUNDS = 2


@pytest.fixture(scope="module")
def ordinary() -> str:
    """Return news."""
    return material.page(4 * ORDINARY_LENGTH)[:ORDINARY_LENGTH]


@pytest.fixture(scope="module", params=["extract", "analyze"])
def stage(request: pytest.FixtureRequest) -> Any:
    """Return what is called."""
    govnews.warm_up()
    return getattr(govnews, request.param)


def measure(stage: Callable[[str], object], text: str, ordinary: str, benchmark: Any) -> float:
    """Return the time over that of news, in turn, and note that of a character."""
    works = partial(stage, text), partial(stage, ordinary)
    taken, usual = benchmark.pedantic(least, args=works, kwargs={"rounds": ROUNDS}, rounds=1)
    benchmark.extra_info["times_ordinary"] = taken / usual * len(ordinary) / len(text)
    return float(taken / usual)


@pytest.mark.parametrize("name", hostile.NOISE)
def test_noise(name: str, stage: Any, ordinary: str, benchmark: Any) -> None:
    """Measure what holds few figures or none."""
    measure(stage, hostile.page(name, LENGTH), ordinary, benchmark)


@pytest.mark.parametrize("name", hostile.DENSE)
def test_dense(name: str, stage: Any, ordinary: str, benchmark: Any) -> None:
    """Measure what holds nothing but figures."""
    text = hostile.page(name, DENSE_LENGTH)
    ratio = measure(stage, text, ordinary, benchmark)
    figures, usual = (len(govnews.extract(page)) for page in (text, ordinary))
    benchmark.extra_info["times_ordinary_a_figure"] = ratio * usual / figures


def test_one_line(stage: Any, ordinary: str, benchmark: Any) -> None:
    """Measure news of 1 MB without a line's end."""
    measure(stage, material.page(1_000_000).replace("\n", ""), ordinary, benchmark)

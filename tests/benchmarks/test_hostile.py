"""How long pages take that were made to hang a reader, beside ordinary text of the same length.

Run it with `pytest tests/benchmarks/test_hostile.py --benchmark-only --benchmark-json FILE`.
`times_ordinary` is the time of a character over that of a character of news, and
`times_ordinary_a_figure` that of a figure, where a page holds nothing but figures.
"""

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

import pytest

import govnews
from tests.benchmarks import hostile, material
from tests.benchmarks.clock import least

LENGTH = 100_000
#: Of a page of nothing but figures: it holds as many as a page of news of ten times its length
DENSE_LENGTH = 20_000
ROUNDS = 2


class Usual(NamedTuple):
    """The CPU time of ordinary text, for each of its characters and figures."""

    character: float
    figure: float


@pytest.fixture(scope="module")
def ordinary() -> str:
    """Return news."""
    return material.page(3 * LENGTH)[:LENGTH]


@pytest.fixture(scope="module", params=["extract", "analyze"])
def stage(request: pytest.FixtureRequest) -> Any:
    """Return what is called."""
    govnews.warm_up()
    return getattr(govnews, request.param)


@pytest.fixture(scope="module")
def usual(stage: Any, ordinary: str) -> Usual:
    """Return what ordinary text takes."""
    (seconds,) = least(partial(stage, ordinary), rounds=3)
    return Usual(seconds / len(ordinary), seconds / len(govnews.extract(ordinary)))


def measure(stage: Callable[[str], object], text: str, usual: Usual, benchmark: Any) -> float:
    """Return the time of the whole text, and note that of a character."""
    (taken,) = benchmark.pedantic(
        least, args=(partial(stage, text),), kwargs={"rounds": ROUNDS}, rounds=1
    )
    benchmark.extra_info["times_ordinary"] = taken / len(text) / usual.character
    return float(taken)


@pytest.mark.parametrize("name", hostile.NOISE)
def test_noise(name: str, stage: Any, usual: Usual, benchmark: Any) -> None:
    """Measure what holds few figures or none."""
    measure(stage, hostile.page(name, LENGTH), usual, benchmark)


@pytest.mark.parametrize("name", hostile.DENSE)
def test_dense(name: str, stage: Any, usual: Usual, benchmark: Any) -> None:
    """Measure what holds nothing but figures."""
    text = hostile.page(name, DENSE_LENGTH)
    each = measure(stage, text, usual, benchmark) / len(govnews.extract(text))
    benchmark.extra_info["times_ordinary_a_figure"] = each / usual.figure


def test_one_line(stage: Any, usual: Usual, benchmark: Any) -> None:
    """Measure news of 1 MB without a line's end."""
    measure(stage, material.page(1_000_000).replace("\n", ""), usual, benchmark)

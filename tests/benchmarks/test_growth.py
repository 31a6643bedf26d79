"""How the time of one page grows with its length.

Run it with `pytest tests/benchmarks/test_growth.py --benchmark-only --benchmark-json FILE`; each
number says how many times as long as the page of a tenth of its length a page took: 10 is linear.
"""

from functools import partial
from itertools import pairwise
from typing import Any

import pytest

import govnews
from tests.benchmarks.clock import least
from tests.benchmarks.material import page
from tests.benchmarks.works import ROUNDS

SIZES = {"0.1 MB": 100_000, "1 MB": 1_000_000, "10 MB": 10_000_000}


@pytest.mark.parametrize("name", ["clean", "extract", "analyze"])
def test_growth(name: str, benchmark: Any) -> None:
    """Measure pages of news, a paragraph a line."""
    govnews.warm_up()
    works = [partial(getattr(govnews, name), page(size)) for size in SIZES.values()]
    times = benchmark.pedantic(least, args=works, kwargs={"rounds": ROUNDS}, rounds=1)
    growth = (longer / shorter for shorter, longer in pairwise(times))
    benchmark.extra_info |= zip(list(SIZES)[1:], growth, strict=True)

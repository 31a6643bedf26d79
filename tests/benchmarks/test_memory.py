"""How much memory `analyze_many` takes at most, over a generator of bulletins.

Run it with `pytest tests/benchmarks/test_memory.py --benchmark-only --benchmark-json FILE`;
that of 100 MB, which takes minutes, runs only where GOVNEWS_LONG is set.
"""

import os
from typing import Any

import pytest

from tests.benchmarks.fresh import fresh

SIZES = {"1 MB": 1_000_000, "10 MB": 10_000_000, "100 MB": 100_000_000}
LONG = "100 MB"
CODE = """
import govnews
from tests.benchmarks.material import bulletins
for _ in govnews.analyze_many(bulletins(size={size})):
    pass
"""


@pytest.mark.parametrize("name", SIZES)
def test_memory(name: str, benchmark: Any) -> None:
    """Measure a process of its own, all that it loads included."""
    if name == LONG and not os.environ.get("GOVNEWS_LONG"):
        pytest.skip("100 MB take minutes: set GOVNEWS_LONG=1")
    taken = benchmark.pedantic(fresh, args=(CODE.format(size=SIZES[name]),), rounds=1)
    benchmark.extra_info["megabytes"] = taken.megabytes

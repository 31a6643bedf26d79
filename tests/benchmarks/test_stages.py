"""How fast the stages and the whole are beside plain `jieba.cut` on the same 2 MB in the same run.

Run it with `pytest tests/benchmarks/test_stages.py --benchmark-only --benchmark-json FILE`; each
number in the extra information there says how many times as fast as jieba a work is.
"""

from typing import Any

import pytest

from tests.benchmarks.fresh import fresh
from tests.benchmarks.material import KINDS
from tests.benchmarks.works import OTHERS, OURS, ROUNDS, WHOLE, times_jieba

WITHOUT = f"""
from tests.benchmarks.works import OURS, times_jieba
said = times_jieba("undamaged", {{{WHOLE!r}: OURS[{WHOLE!r}]}})
"""


@pytest.mark.parametrize("kind", KINDS)
def test_beside_jieba(kind: str, benchmark: Any) -> None:
    """Measure all of them in turn, bulletin by bulletin."""
    works = {**OURS, **{name: make() for name, make in OTHERS.items()}}
    # the goals are about sound text; the others are slow enough to need one round
    rounds = {"rounds": ROUNDS if kind == "undamaged" else 1}
    benchmark.extra_info |= benchmark.pedantic(
        times_jieba, args=(kind, works), kwargs=rounds, rounds=1
    )


def test_without_rjieba(benchmark: Any) -> None:
    """Measure the whole where the extra `fast` is not installed."""
    measured = benchmark.pedantic(fresh, args=(WITHOUT,), kwargs={"without": ["rjieba"]}, rounds=1)
    benchmark.extra_info |= measured.said

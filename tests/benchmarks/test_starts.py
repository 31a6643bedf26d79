"""How long an import and a first call take in a fresh process, beside jieba's own start.

Run it with `pytest tests/benchmarks/test_starts.py --benchmark-only --benchmark-json FILE`.
`of_jieba` is the CPU time over what jieba takes to load its dictionary and to cut a first word,
without its file in the temporary folder; Python's own start is left out of both.
"""

import subprocess
import sys
from functools import partial
from types import MappingProxyType
from typing import Any, Final

import pytest

from tests.benchmarks.clock import least, time_of_children
from tests.benchmarks.fresh import fresh

ROUNDS: Final = 3
#: Times the CPU time of `python -c pass` that `import govnews` may take.
MOST: Final = 4

JIEBA: Final = (
    "import jieba; t = jieba.Tokenizer(); "
    "t.FREQ, t.total = t.gen_pfdict(t.get_dict_file()); t.initialized = True; list(t.cut('职'))"
)
STARTS: Final = MappingProxyType(
    {
        "a first `extract`": "import govnews; govnews.extract('走访43家企业')",
        "a first `analyze`": "import govnews; govnews.analyze('走访43家企业')",
    }
)
MONEY: Final = "import jionlp; jionlp.ner.extract_money('救助5027万元')"


@pytest.mark.parametrize("without", [(), ("rjieba",)], ids=["fast", "without rjieba"])
@pytest.mark.parametrize("name", STARTS)
def test_start(name: str, without: tuple[str, ...], benchmark: Any) -> None:
    """Measure CPU time and memory."""
    benchmark.extra_info |= benchmark.pedantic(beside_jieba, args=(STARTS[name], without), rounds=1)


def test_start_of_jionlp(benchmark: Any) -> None:
    """Measure its import and first amount."""
    pytest.importorskip("jionlp", reason="jionlp is not installed (pip install 'govnews[peers]')")
    benchmark.extra_info |= benchmark.pedantic(beside_jieba, args=(MONEY, ()), rounds=1)


def beside_jieba(code: str, without: tuple[str, ...]) -> dict[str, float]:
    """Return the least CPU time over jieba's, and the most memory."""
    runs = [(fresh(code, without=without), fresh(JIEBA)) for _ in range(ROUNDS)]
    ours, jiebas = (min(run.seconds for run in each) for each in zip(*runs, strict=True))
    return {"of_jieba": ours / jiebas, "megabytes": max(run.megabytes for run, _ in runs)}


def test_import_costs_little(benchmark: Any) -> None:
    """At most four times what an empty program takes: a ratio, so that any machine can tell."""
    works = [
        partial(subprocess.run, [sys.executable, "-c", code], check=True)
        for code in ("import govnews", "pass")
    ]
    imported, empty = benchmark.pedantic(
        least, args=works, kwargs={"rounds": ROUNDS, "clock": time_of_children}, rounds=1
    )
    benchmark.extra_info["times_empty_program"] = imported / empty
    assert imported / empty <= MOST

"""Importing the library costs little more than starting Python."""

import subprocess
import sys
from resource import RUSAGE_CHILDREN, getrusage
from typing import Any

#: Times the CPU time of `python -c pass` that `import govnews` may take.
MOST = 4


def cpu_seconds(code: str) -> float:
    """Return the least CPU time of some runs of *code* in a fresh interpreter."""
    return min(_one(code) for _ in range(5))


def _one(code: str) -> float:
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def test_import_costs_little(benchmark: Any) -> None:
    """At most four times what an empty program takes: a ratio, so that any machine can tell."""
    ratio = cpu_seconds("import govnews") / cpu_seconds("pass")
    benchmark.extra_info["ratio"] = round(ratio, 2)
    benchmark.pedantic(_one, args=("import govnews",), rounds=3)
    assert ratio <= MOST

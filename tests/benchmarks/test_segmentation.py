"""How long words take beside plain `jieba.cut` on the same text in the same run.

Run it with `pytest tests/benchmarks/test_segmentation.py --benchmark-only`; the ratios are in the
columns of extra information (`--benchmark-verbose` or the JSON output).
"""

import subprocess
import sys
from collections.abc import Callable
from time import process_time
from typing import Any

import pytest

import govnews
from govnews import segmentation
from tests.benchmarks.conftest import CORPUS

ROUNDS = 5


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
    least = {"jieba": float("inf"), "ours": float("inf")}
    for _ in range(ROUNDS):  # in turn, so that a slow moment of the machine hits both
        for key, cut in (("jieba", plain), ("ours", call)):
            begun = process_time()
            for text in paragraphs:
                cut(text)
            least[key] = min(least[key], process_time() - begun)

    benchmark.extra_info["times_jieba"] = round(least["jieba"] / least["ours"], 2)
    benchmark.pedantic(lambda: [call(text) for text in paragraphs], rounds=1)


FIRST_CALLS = {
    "jieba.initialize": "import jieba; t = jieba.Tokenizer(); "
    "t.FREQ, t.total = t.gen_pfdict(t.get_dict_file()); t.initialized = True; list(t.cut('职'))",
    **{
        f"{kind}, {engine}": code.format(engine=engine)
        for engine in ("jieba", "rjieba")
        for kind, code in {
            "dictionary": "from govnews.segmentation import Segmenter; "
            "Segmenter(engine='{engine}').cut('职')",
            "first segment": "import govnews; govnews.segment('走访43家企业', engine='{engine}')",
            "corpus": "import govnews, json; from pathlib import Path\n"
            f"for path in Path({str(CORPUS)!r}).glob('*.jsonl'):\n"
            "    for line in path.open(encoding='utf-8'):\n"
            "        govnews.segment(json.loads(line)['text'], engine='{engine}')",
        }.items()
    },
}


@pytest.mark.parametrize("name", FIRST_CALLS)
def test_start(name: str, benchmark: Any) -> None:
    """Measure a first call in a fresh process: its CPU time beside jieba's start, its memory."""
    benchmark.extra_info.update(started(FIRST_CALLS[name]))
    benchmark.extra_info["of_jieba"] = round(
        benchmark.extra_info["seconds"] / started(FIRST_CALLS["jieba.initialize"])["seconds"], 2
    )
    benchmark.pedantic(lambda: None, rounds=1)


def started(code: str) -> dict[str, float]:
    """Return the least CPU time of five processes, without that of Python's own start."""
    script = (
        "import time; begun = time.process_time()\n"
        f"{code}\n"
        "seconds = time.process_time() - begun\n"
        # what getrusage says begins with the memory of the process that forked this one
        "lines = open('/proc/self/status').read().splitlines()\n"
        "print(seconds, *[line.split()[1] for line in lines if line.startswith('VmHWM')])"
    )
    runs = [
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        for _ in range(ROUNDS)
    ]
    seconds, kilobytes = zip(*(map(float, run.stdout.split()) for run in runs), strict=True)
    return {"seconds": round(min(seconds), 3), "megabytes": round(max(kilobytes) / 1024)}

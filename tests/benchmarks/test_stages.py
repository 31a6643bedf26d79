"""How long each stage takes beside plain `jieba.cut` on the same text in the same run.

Run it with `pytest tests/benchmarks --benchmark-only`; the ratio is in the
column of extra information (`--benchmark-verbose` or the JSON output).
"""

import json
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import pytest

import govnews

CORPUS = Path(__file__).parents[2] / "corpora" / "topics"
STAGES: dict[str, Callable[[str], object]] = {
    "clean": govnews.clean,
    "segment": govnews.segment,
    "extract": govnews.extract,
    "analyze": govnews.analyze,
}


@pytest.fixture(scope="module")
def text() -> str:
    """Return the paragraphs of the topic corpus as one page."""
    lines = [
        line
        for path in sorted(CORPUS.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    return "\n".join(json.loads(line)["text"] for line in lines)


@pytest.fixture(scope="module")
def seconds_of_jieba(text: str) -> float:
    """Return the CPU time of jieba's own cutting, its dictionary loaded."""
    import jieba

    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return seconds(lambda page: list(tokenizer.cut(page)), text)


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

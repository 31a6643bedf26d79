"""How long figures take: beside one bare regular expression, and on runs that hang other readers.

Run it with `pytest tests/benchmarks/test_figures.py --benchmark-only`; the ratios
are in the column of extra information (`--benchmark-verbose` or the JSON output).
"""

import re
from typing import Any

import pytest

from govnews import figures, segmentation
from govnews.figures.scan import candidates
from govnews.figures.vocabulary import units
from tests.benchmarks.test_stages import seconds

WORDS = segmentation.tagged
BYTES = 300_000
#: What a reader looks at again and again, if its patterns are ambiguous
RUNS = {
    "digits": "1",
    "ones": "一",
    "ten thousands": "万",
    "commas": "1,",
    "brackets": "(",
    "nested brackets": "（1）",
}


@pytest.fixture(scope="module")
def bare() -> re.Pattern[str]:
    """Return what finds a number and a unit behind it, and nothing else."""
    numeral = "0-9〇一二三四五六七八九十百千万亿两几数半"
    words = "|".join(sorted(map(re.escape, units().by_word), key=len, reverse=True))
    return re.compile(rf"[{numeral}][{numeral}.,多余]*(?:{words})")


@pytest.mark.parametrize("targets", [True, False], ids=["with targets", "without"])
def test_beside_a_bare_pattern(
    targets: bool,  # noqa: FBT001 - a parameter of the test
    text: str,
    bare: re.Pattern[str],
    benchmark: Any,
) -> None:
    """Measure all nine kinds; `share_of_pattern` is our speed over the pattern's."""
    WORDS("预热", [])
    pattern = seconds(lambda page: list(bare.finditer(page)), text)
    read = (
        (lambda page: figures.find(page, WORDS))
        if targets
        else (lambda page: list(candidates(page)))
    )
    taken = seconds(read, text)

    benchmark.extra_info["megabytes_per_second"] = round(len(text.encode()) / taken / 1e6, 3)
    benchmark.extra_info["share_of_pattern"] = round(pattern / taken, 4)
    benchmark.pedantic(read, args=(text,), rounds=3)


@pytest.mark.parametrize("name", RUNS)
def test_run(name: str, text: str, benchmark: Any) -> None:
    """Measure a page of one repeated piece; `times_ordinary` is its time over ordinary text's."""
    WORDS("预热", [])
    ordinary = (text * (BYTES // len(text.encode()) + 1)).encode()[:BYTES].decode(errors="ignore")
    page = RUNS[name] * (BYTES // len(RUNS[name].encode()))

    def read(page: str) -> object:
        return figures.find(page, WORDS)

    taken, usual = seconds(read, page), seconds(read, ordinary)

    benchmark.extra_info["times_ordinary"] = round(taken / usual, 2)
    benchmark.pedantic(read, args=(page,), rounds=1)

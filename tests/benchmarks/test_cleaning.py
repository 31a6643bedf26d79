"""How fast cleaning is beside plain OpenCC t2s on the same 2 MB in the same run.

Run it with `pytest tests/benchmarks --benchmark-only`; `times_t2s` in the
extra information is the share of the speed of t2s, 1 being as fast.
"""

from functools import cache, partial
from typing import Any

import opencc
import pytest

import govnews
from tests.benchmarks.clock import least
from tests.damage import damage
from tests.recovery import sound_pages

BYTES = 2_000_000
#: What is aimed at, as a share of the speed of t2s on the same page.
GOALS = {"simplified": 0.6, "traditional": 0.5, "glossed": 0.3, "slips": 0.05}


@cache
def page(kind: str) -> str:
    """Return 2 MB of pages of one kind, of the corpora's paragraphs."""
    pages = sound_pages()
    if kind == "traditional":
        pages = [opencc.OpenCC("s2t").convert(text) for text in pages]
    if kind in ("glossed", "slips"):
        garbled = [damage(text, seed, cuts=0.3) for seed, text in enumerate(pages)]
        pages = [each.raw for each in garbled if bool(each.slips) is (kind == "slips")]
    text = "\n".join(pages) + "\n"
    return text * max(1, round(BYTES / len(text.encode())))


@pytest.mark.parametrize("kind", GOALS)
def test_clean(kind: str, benchmark: Any) -> None:
    """Measure; the goal stands beside what was found."""
    text = page(kind)
    govnews.warm_up()
    runs = 1 if kind == "slips" else 7
    works = [partial(call, text) for call in (opencc.OpenCC("t2s").convert, govnews.clean)]
    plain, taken = least(*works, rounds=runs)

    benchmark.extra_info["megabytes_per_second"] = round(len(text.encode()) / taken / 1e6, 2)
    benchmark.extra_info["times_t2s"] = round(plain / taken, 3)
    benchmark.extra_info["goal"] = GOALS[kind]
    benchmark.pedantic(govnews.clean, args=(text,), rounds=1)


@pytest.mark.parametrize("sign", ["?", "(", "著"])
def test_a_page_of_nothing_but_signs_takes_linear_time(sign: str, benchmark: Any) -> None:
    """Twice as much takes about twice as long."""
    glossed = "網(wǎng)關(guān)實(shí)"
    pages = [glossed + sign * (BYTES // 2), glossed + sign * BYTES]
    half, whole = least(*(partial(govnews.clean, page) for page in pages), rounds=1)

    benchmark.extra_info["ratio"] = round(whole / half, 2)
    benchmark.pedantic(govnews.clean, args=(pages[1],), rounds=1)
    assert whole < 3.5 * half

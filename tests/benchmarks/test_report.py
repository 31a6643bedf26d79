"""How long a report on 2,000 bulletins takes to make, to open and to filter.

Run it with `pytest tests/benchmarks/test_report.py --benchmark-only --benchmark-json FILE`: the
sizes and times are in the extra information there.
"""

from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any, Final

import pytest

import govnews
from govnews.bulletin import Bulletin
from govnews.reporting import report
from tests.browser import chromium, needs_chromium

BULLETINS: Final = 2000
#: Paragraphs of a bulletin: so many hold about 40 figures
PARAGRAPHS: Final = 7
#: What is aimed at, in seconds
OPENED, FILTERED = 10, 2
#: What is asked of the table, one after the other
VIEWS: Final = (
    *("{q: '农民工'}", "{q: '的'}", "{q: '', kind: 'money'}", "{kind: '', topic: 'veterans'}"),
    *("{topic: '', target: '职工'}", "{target: '', sort: '-value'}", "{sort: 'target'}"),
)


@pytest.fixture(scope="module")
def bulletins(paragraphs: list[str]) -> list[Bulletin]:
    """Analyze bulletins of paragraphs drawn from the topic corpus, with numbers of their own."""
    random = Random(5)

    def varied() -> str:
        text = "\n".join(random.choices(paragraphs, k=PARAGRAPHS))
        return "".join(str(random.randint(1, 9)) if c in "123456789" else c for c in text)

    texts = [varied() for _ in range(BULLETINS)]
    return list(govnews.analyze_many(texts))


def test_making(bulletins: list[Bulletin], benchmark: Any) -> None:
    """Measure how long the page takes, and how large it is."""
    page = benchmark.pedantic(report, args=(bulletins,), rounds=2)

    benchmark.extra_info["figures"] = sum(len(bulletin.figures) for bulletin in bulletins)
    benchmark.extra_info["megabytes"] = round(len(page.encode()) / 1e6, 2)


@needs_chromium
def test_using(bulletins: list[Bulletin], tmp_path: Path, benchmark: Any) -> None:
    """Measure how long a browser opens it, and how long it takes to filter and to sort."""
    path = tmp_path / "report.html"
    path.write_text(report(bulletins), "utf-8")
    with chromium() as browser:
        page = browser.new_page()
        start = perf_counter()
        page.goto(path.as_uri())
        opened = perf_counter() - start

        def slowest() -> float:
            return max(float(page.evaluate(_timed(view))) for view in VIEWS)

        taken = benchmark.pedantic(slowest, rounds=1) / 1000
    benchmark.extra_info["seconds_to_open"] = round(opened, 2)
    benchmark.extra_info["seconds_of_slowest_view"] = round(taken, 3)
    assert opened < OPENED
    assert taken < FILTERED


def _timed(view: str) -> str:
    """Return a script that shows a view, and tells after how many milliseconds it is drawn."""
    drawn = "await new Promise(done => requestAnimationFrame(() => setTimeout(done)));"
    return (
        "async () => { const start = performance.now(); "
        f"show({view}); {drawn} return performance.now() - start; }}"
    )

"""Bulletins to report on, and a browser to see the reports in."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import govnews
from govnews.bulletin import Bulletin
from govnews.reporting import report
from tests.browser import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

Opened = Callable[..., "Page"]

TEXTS = {
    "帮扶.txt": (
        "2022-07-25",
        """7月24日，省总工会筹集帮扶资金5027万元，慰问困难职工近8000名，走访企业43家。
        农民工欠薪案件下降12.5%，追回工资300多万元，服务职工3万人次。""",
    ),
    "援青.txt": (
        "2022-09-01",
        "对口援青：北京市安排援青资金4.12亿元，实施项目83个，选派干部人才194人。",
    ),
    "老兵.txt": (None, "退役军人服务站1.7万个，慰问退役軍(jūn)人3210名，发放补助金4至6万美元。"),
    "空.txt": (None, ""),
}


@pytest.fixture(scope="session")
def bulletins() -> list[Bulletin]:
    """Return a few bulletins with figures of several kinds, two of them with a day of issue."""
    return [govnews.analyze(text, id=name, issued=issued) for name, (issued, text) in TEXTS.items()]


@pytest.fixture(scope="session")
def page_of_all(bulletins: Sequence[Bulletin]) -> str:
    """Return the report on all of them."""
    return report(bulletins, title="Aid", left_out=["坏.txt"])


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """Start a browser."""
    with chromium() as started:
        yield started


class _Witness:
    """Notes what a page must not do."""

    def __init__(self, context: "BrowserContext") -> None:
        self.complaints: list[str] = []
        self.requests: list[str] = []
        context.on("console", lambda message: self.complaints.append(message.text))
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        context.on("request", lambda request: self.requests.append(request.url))


@pytest.fixture
def opened(browser: "Browser", tmp_path: Path) -> Iterator[Opened]:
    """Open a report from its file; in the end, see that it said and asked for nothing."""
    contexts: list[tuple[BrowserContext, _Witness, str]] = []

    def opening(html: str, hash_: str = "", **options: Any) -> "Page":
        path = tmp_path / f"report-{len(contexts)}.html"
        path.write_text(html, "utf-8")
        context = browser.new_context(**options)
        context.set_default_timeout(5000)
        contexts.append((context, _Witness(context), path.as_uri()))
        page = context.new_page()
        page.goto(path.as_uri() + hash_)
        return page

    yield opening
    for context, witness, uri in contexts:
        assert witness.complaints == []
        assert {request.partition("#")[0] for request in witness.requests} == {uri}
        context.close()


@pytest.fixture
def shown(opened: Opened, page_of_all: str) -> "Page":
    """Open the report on all bulletins."""
    return opened(page_of_all)

"""Texts from anyone: nothing of them runs, nothing is fetched, nothing turns the page around."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import govnews
from govnews.bulletin import Bulletin
from govnews.models import Figure
from govnews.reporting import report
from govnews.reporting.escaping import shown
from tests.browser import needs_chromium
from tests.reporting.conftest import Opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = needs_chromium

ATTACKS = [
    "</script><script>window.ran = 1</script>",
    "<img src=x onerror=window.ran=1>",
    "\"'><svg onload=window.ran=1>",
    "<!--<script>",
    "]]><!--",
    "javascript:window.ran=1",
    "<style>*{display:none}</style>",
    "<a href=javascript:window.ran=1>5万元</a>",
    "<iframe srcdoc='<script>parent.ran=1</script>'>",
    "{{7*7}}${7*7}`${window.ran=1}`",
    "__proto__",
    "\u2028\u2029",
]


def hostile(text: str) -> Bulletin:
    """Return a bulletin that says *text* wherever it can say anything."""
    bulletin = govnews.analyze(f"{text}，拨付5027万元，慰问职工43人。")

    def bad(figure: Figure) -> Figure:
        return replace(
            figure, target=text, rule=text, unit=text, text=figure.text, resolved=text, change=None
        )

    paragraphs = tuple(
        replace(each, topics=(text,), scores={text: 0.5}, figures=tuple(map(bad, each.figures)))
        for each in bulletin.paragraphs
    )
    return replace(bulletin, id=text, source=text, paragraphs=paragraphs)


CONTROLS = ["\0", "\ud800", "\udc00x\ud83d", "a\u202eb", "\u2067\u200f", "\x85"]
HOSTILE = ATTACKS + [f"上{control}下" for control in CONTROLS]


def use(page: "Page") -> None:
    """Do what draws everything that comes from texts."""
    page.locator("table.figures tbody tr th a").first.click()
    page.locator("details").evaluate_all("all => all.forEach(each => each.open = true)")
    page.get_by_label("Topic", exact=True).select_option(index=1)
    page.get_by_label("Unit", exact=True).select_option(index=1)
    page.get_by_role("button", name="Clear").click()
    page.get_by_label("Search", exact=True).fill("5027")
    assert page.locator("table.figures tbody tr").count() >= 1


@pytest.fixture(scope="module")
def attacked(browser: "Browser", tmp_path_factory: pytest.TempPathFactory) -> "Page":
    """Return a page on a hostile bulletin of each sort, which was used."""
    path = tmp_path_factory.mktemp("attacked") / "report.html"
    title = "".join(HOSTILE)
    path.write_text(report(map(hostile, HOSTILE), title=title, left_out=HOSTILE), "utf-8")
    page = browser.new_page()
    page.set_default_timeout(5000)
    page.goto(path.as_uri())
    use(page)
    return page


@pytest.mark.parametrize(("number", "text"), list(enumerate(HOSTILE, 1)))
def test_nothing_of_a_text_runs(attacked: "Page", number: int, text: str) -> None:
    """It is shown as it is, but for what cannot be: a replacement character stands for that."""
    attacked.locator(f"#bulletins a[href='#b{number}']").click()
    attacked.locator("#bulletin mark a").first.click()
    seen = [attacked.locator(each).text_content() for each in ("#bulletin h3 bdi", ".card .target")]
    seen.append(attacked.locator(".left-out li").nth(number - 1).text_content())
    assert seen == [shown(text)] * 3
    assert attacked.evaluate("window.ran") is None
    assert attacked.locator("script, style, iframe, img").count() == 2
    assert not set("\u202e\u2067") & set(attacked.locator("body").inner_text())


def test_names_from_right_to_left_stay_where_they_are(opened: Opened) -> None:
    """The day behind a Hebrew name stands behind it."""
    page = opened(report([replace(govnews.analyze("走访5户"), id="אבג", issued=date(2022, 7, 25))]))
    name = page.locator("#bulletins bdi").bounding_box()
    day = page.locator("#bulletins small").bounding_box()
    assert name is not None
    assert day is not None
    assert day["x"] > name["x"]


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts=st.lists(st.text(st.characters(exclude_categories=[]), min_size=1), min_size=5))
def test_any_texts_give_a_page(opened: Opened, texts: list[str]) -> None:
    """The figures behind them are there."""
    page = opened(report(map(hostile, texts), title=texts[0], left_out=texts))
    figures = page.evaluate("COUNT")
    assert figures >= 2 * len(texts)
    assert page.locator("#count").inner_text() == f"{figures} of {figures} figures"
    use(page)


def test_the_policy_lets_nothing_else_run(
    browser: "Browser", tmp_path: Path, page_of_all: str
) -> None:
    """A script, a style or an image that got into the page all the same is refused."""
    path = tmp_path / "report.html"
    injected = "<script>window.ran = 1</script><p id=late style='color: red'>x<img src=x.png>"
    path.write_text(page_of_all.replace("<footer>", f"{injected}<footer>"), "utf-8")
    page = browser.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(path.as_uri())
    assert page.evaluate("window.ran") is None
    colour = page.locator("#late").evaluate("each => getComputedStyle(each).color")
    assert colour != "rgb(255, 0, 0)"
    assert len([text for text in refused if "Content Security Policy" in text]) == 3
    page.close()

"""What is shown stands in the address, and leads back to it; many figures stay usable."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

import govnews
from govnews.bulletin import Bulletin
from govnews.models import Paragraph
from govnews.reporting import report
from tests.browser import needs_chromium
from tests.reporting.conftest import Opened
from tests.reporting.seen import count, figures, sort

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = needs_chromium


def test_what_is_shown_can_be_shared(shown: "Page", opened: Opened, page_of_all: str) -> None:
    """The address leads to the same view."""
    shown.get_by_label("Search", exact=True).fill("职工 3")
    shown.get_by_label("Kind", exact=True).select_option("headcount")
    sort(shown, "Value")
    shown.wait_for_url("**sort=value**")
    again = opened(page_of_all, "#" + shown.url.partition("#")[2])
    assert figures(again) == figures(shown) == ["近8000名", "3万人次"]
    assert again.get_by_label("Search", exact=True).input_value() == "职工 3"
    assert again.get_by_label("Kind", exact=True).input_value() == "headcount"


def test_totals_lead_to_their_figures(shown: "Page") -> None:
    """And back again leads to all."""
    shown.locator("#totals").get_by_role("link", name="人次").click()
    assert figures(shown) == ["3万人次"]
    shown.locator("#topics .legend").get_by_role("link", name="veterans").click()
    assert figures(shown) == ["1.7万个", "3210名", "4至6万美元"]
    shown.go_back()
    assert figures(shown) == ["3万人次"]


@pytest.mark.parametrize(
    "hash_",
    ["#?sort=none", "#?page=99", "#?page=-1", "#?kind=none", "#b9-f9", "#b1-f99", "#?=&&", "#b0"],
)
def test_an_address_that_means_nothing_does_no_harm(
    opened: Opened, page_of_all: str, hash_: str
) -> None:
    """The page is there."""
    page = opened(page_of_all, hash_)
    assert count(page).endswith("of 13 figures")
    assert page.locator("#bulletin h3").count() == 1


@pytest.fixture(scope="module")
def many() -> str:
    """Return a report on 2,500 bulletins with 40 figures each."""
    text = "。".join(f"拨付{number}万元" for number in range(1, 41))
    bulletin = govnews.analyze(text)
    (paragraph,) = bulletin.paragraphs

    def varied(number: int) -> Bulletin:
        own = f"第{number}号：{paragraph.text}"
        return replace(
            bulletin,
            id=f"{number}.txt",
            paragraphs=(Paragraph(own, 0, len(text), figures=paragraph.figures),),
        )

    return report(map(varied, range(2500)))


def test_a_hundred_thousand_figures_stay_usable(opened: Opened, many: str) -> None:
    """They are filtered, sorted, turned and left; only a page of them is drawn."""
    page = opened(many)
    assert count(page) == "100,000 of 100,000 figures"
    assert len(figures(page)) == 50
    page.get_by_role("button", name="Last").click()
    assert "Page 2,000 of 2,000" in page.locator(".pager").inner_text()
    page.get_by_label("Search", exact=True).fill("2499.txt 40万")
    assert figures(page) == ["40万元"]
    page.locator("table.figures tbody tr").click()
    assert page.evaluate("document.activeElement.id") == "b2500-f40"

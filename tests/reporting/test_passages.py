"""The passages in a browser: from each number to the words that it stands in."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

import govnews
from govnews.bulletin import Bulletin
from govnews.models import UNREPAIRED, Edit
from govnews.reporting import report
from tests.browser import needs_chromium
from tests.reporting.conftest import Opened

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = needs_chromium


def chosen(page: "Page") -> str:
    """Return the figure that is marked as the one that was asked for."""
    mark = page.locator("mark a[aria-current=true]")
    assert mark.evaluate("each => each === document.activeElement")
    box, height = mark.bounding_box(), page.viewport_size
    assert box is not None
    assert height is not None
    assert 0 < box["y"] < height["height"]
    return mark.inner_text()


def card(page: "Page") -> dict[str, str]:
    """Return what the card of the figure says."""
    names = page.locator(".card dt").all_inner_texts()
    return dict(zip(names, page.locator(".card dd").all_inner_texts(), strict=True))


def test_a_row_leads_to_its_passage(shown: "Page") -> None:
    """Wherever in the row one clicks; the figure is marked, has the focus and is in sight."""
    shown.locator("tr", has=shown.locator("th", has_text="194人")).locator("td").nth(4).click()
    assert chosen(shown) == "194人"
    assert shown.url.endswith("#b2-f3")
    assert shown.locator("#bulletin h3").inner_text() == "2. 援青.txt"


def test_a_row_is_reached_with_the_keyboard(shown: "Page") -> None:
    """Its figure is a link."""
    shown.get_by_role("row", name="3210名").get_by_role("link", name="3210名").focus()
    shown.keyboard.press("Enter")
    assert chosen(shown) == "3210名"


def test_a_link_leads_to_a_passage_at_once(opened: Opened, page_of_all: str) -> None:
    """When the page is opened with it."""
    page = opened(page_of_all, "#b1-f7")
    assert chosen(page) == "3万人次"


def test_a_passage_keeps_the_view(shown: "Page") -> None:
    """The address holds both."""
    shown.get_by_label("Kind", exact=True).select_option("money")
    shown.locator("table.figures").get_by_role("link", name="4.12亿元").click()
    shown.wait_for_url(re.compile(r"#b2-f1\?kind=money$"))
    assert shown.locator("#count").inner_text() == "4 of 13 figures"


def test_the_largest_sums_lead_to_theirs(shown: "Page") -> None:
    """They are plain links."""
    shown.locator("#largest a[href='#b3-f3']").click()
    assert chosen(shown) == "4至6万美元"
    assert card(shown)["Value"] == "40,000 to 60,000 美元"
    assert card(shown)["At most"] == "60,000"


def test_a_large_sum_says_why_it_was_not_added(opened: Opened) -> None:
    """Beside its amount, as its card does; one that was added says nothing."""
    page = opened(report([govnews.analyze("拨付资金5000万元，其中省级资金3000万元。")]))
    sums = page.locator("#largest tbody td:first-child")
    assert sums.all_inner_texts() == ["5,000万元", "3,000万元\nnot added: part"]
    page.locator("#largest").get_by_role("link", name="3,000万元").click()
    assert card(page)["In totals"] == "not added: part"


def test_the_card_says_all_that_is_known(opened: Opened, page_of_all: str) -> None:
    """Also what the page had said, and whether it was added."""
    said = card(opened(page_of_all, "#b1-f6"))
    assert said == said | {
        "Value": "over 3,000,000 元",
        "In short": "over 300万",
        "At least": "3,000,000",
        "At most": "open",
        "Bound": "over",
        "Currency": "CNY",
        "In totals": "added",
    }
    date = card(opened(page_of_all, "#b1-f1"))
    assert (date["Value"], date["As written"]) == ("2022-07-24", "--07-24")
    assert date["In totals"] == "not added: without a sum"


def test_all_figures_of_the_text_are_marked(shown: "Page", bulletins: Sequence[Bulletin]) -> None:
    """In the cleaned text of its paragraphs, with their topics."""
    for number, bulletin in enumerate(bulletins, 1):
        shown.locator(f"#bulletins a[href='#b{number}']").click()
        # the page follows its address a moment later
        shown.locator("#bulletin h3", has_text=bulletin.id).wait_for()
        texts = shown.locator("#bulletin .text").all_inner_texts()
        assert texts == [paragraph.text for paragraph in bulletin.paragraphs]
        marks = shown.locator("#bulletin mark").all_inner_texts()
        assert marks == [figure.text for figure in bulletin.figures]
    shown.locator("#bulletins a[href='#b3']").click()
    shown.locator("#bulletin h3", has_text=bulletins[2].id).wait_for()
    assert shown.locator("#bulletin .labels").inner_text() == "veterans 退役军人"


def test_damage_is_marked(opened: Opened) -> None:
    """What was repaired, also within a figure, what was not, and what was dropped."""
    bulletin = govnews.analyze("拨付５０万元，慰问退役軍(jūn)人?名。")
    end = len(bulletin.raw)
    mark = Edit(UNREPAIRED, end - 3, end - 2, "?", "?", 0)
    others = (edit for edit in bulletin.edits if edit.start != mark.start)
    edits = sorted((*others, mark), key=lambda edit: edit.start)
    page = opened(report([replace(bulletin, edits=tuple(edits))]))
    assert page.locator("mark ins.repair").inner_text() == "50"
    assert "“５０” stood here" in str(page.locator("mark ins.repair").get_attribute("title"))
    assert "“(jūn)” stood here" in str(page.locator("ins.gone").get_attribute("title"))
    assert page.locator(".unrepaired").inner_text() == "?"


def test_a_bulletin_is_found_by_its_name(shown: "Page") -> None:
    """Or by its day of issue."""
    shown.get_by_label("Find a bulletin").fill("2022-07")
    assert shown.locator("#bulletins li:visible").all_inner_texts() == ["1. 帮扶.txt 2022-07-25"]
    assert shown.locator("#found").inner_text() == "1 bulletin"


def test_bulletins_without_a_name_or_of_the_same_can_be_told_apart(opened: Opened) -> None:
    """By their number."""
    same = [govnews.analyze(f"走访{number}户", id=name) for number, name in enumerate("aa", 5)]
    page = opened(report([*same, replace(same[0], id=None)]), "#b2-f1")
    assert chosen(page) == "6户"
    assert page.locator("#bulletins li").all_inner_texts() == ["1. a", "2. a", "3. no name"]


@pytest.mark.parametrize("texts", [[], [""], ["没有数字。"]])
def test_nothing_still_gives_a_page(opened: Opened, texts: list[str]) -> None:
    """It says that there is nothing."""
    page = opened(report([govnews.analyze(text) for text in texts]), "#b1")
    assert page.locator("#rows").inner_text() == "There are no figures."
    assert page.get_by_role("button", name="Download CSV").is_disabled()
    assert page.locator("#bulletin .text").count() == len([text for text in texts if text])


def test_topics_of_ones_own_are_shown(opened: Opened) -> None:
    """By their label."""
    bulletin = govnews.analyze("造林5万亩")
    own = replace(bulletin.paragraphs[0], topics=("forest & <b>",), scores={"forest & <b>": 0.9})
    page = opened(report([replace(bulletin, paragraphs=(own,))]))
    page.get_by_label("Topic", exact=True).select_option("forest & <b>")
    assert page.locator("#count").inner_text() == "1 of 1 figure"
    assert page.locator("#bulletin .labels").inner_text() == "forest & <b>"

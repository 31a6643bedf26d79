"""A bulletin on a page, as people see it: in Chromium."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from govnews import analyze, read
from govnews.bulletin import Bulletin
from govnews.html import page, render
from govnews.models import Figure, Kind, Paragraph
from tests.browser import chromium, needs_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = needs_chromium

GARBLED = Path(__file__).parents[2] / "corpora" / "bulletins" / "garbled.txt"
HOSTILE = (
    '<script>document.title="ran"</script><img src=x onerror="document.title=1">"慰问\'58名\'职工\n'
    "\u202e抽查12戶\u202c，\u200f走访3家\u2066企业。\n"
    "籌集?7?4120萬(wàn)元,\ud800救助\x00\ufffd3名職(zhí)工,會(huì)議。"
)


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """Start one browser for all."""
    with chromium() as started:
        yield started


@pytest.fixture
def sheet(browser: "Browser") -> Iterator["Page"]:
    """Open an empty page, which at the end must not have complained."""
    opened = browser.new_page(viewport={"width": 900, "height": 700})
    said: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("request", lambda request: said.append(request.url))
    yield opened
    opened.close()
    assert said == []


def shown(text: str) -> str:
    """Make a whole page, in letters that a browser takes."""
    return "".join(page([("name", analyze(text, id="name"))]))


def card(mark: "Locator") -> "Locator":
    """Find the card of a mark."""
    return mark.get_by_role("tooltip", include_hidden=True)


def selected(sheet: "Page", selector: str) -> str:
    """Select all of an element, as with the mouse, and return what would be copied."""
    said: str = sheet.evaluate(
        """selector => {
            const found = document.querySelector(selector);
            getSelection().selectAllChildren(found);
            return getSelection().toString();
        }""",
        selector,
    )
    return said


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [420, 1100])
def test_pointing_at_a_figure_shows_its_card(sheet: "Page", scheme: str, width: int) -> None:
    """The whole card, in the window, and only that one."""
    sheet.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    sheet.set_viewport_size({"width": width, "height": 700})
    sheet.set_content(shown(read(GARBLED)))
    cards = sheet.locator("i[role=tooltip]:visible")
    assert cards.count() == 0
    for mark in sheet.locator("p mark").all():
        mark.hover()
        assert cards.count() == 1
        box = card(mark).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 700


def test_the_keyboard_reaches_every_figure(sheet: "Page") -> None:
    """One after the other, each with its card; mechanical repairs are passed by."""
    bulletin = analyze("下撥近5萬(wàn)元，慰問職(zhí)工58名，勞動(dòng)模範3家。", id="a")
    sheet.set_content(render(bulletin))
    assert sheet.locator("p .gloss").count() >= 3
    for figure in bulletin.figures:
        sheet.keyboard.press("Tab")
        focused = sheet.locator("mark:focus")
        assert focused.inner_text() == figure.text
        assert card(focused).is_visible()


def test_a_card_is_named_for_those_who_cannot_see_it(sheet: "Page") -> None:
    """A tooltip with what it says for its name."""
    sheet.set_content(shown("下拨近5万元"))
    sheet.locator("p mark").focus()
    tooltip = sheet.get_by_role("tooltip", name="money: nearly 50,000 元")
    assert tooltip.is_visible()


def test_what_is_copied_is_the_cleaned_text(sheet: "Page") -> None:
    """Without cards and signs, also while a card is shown."""
    bulletin = analyze(read(GARBLED))
    sheet.set_content(shown(read(GARBLED)))
    sheet.locator("p mark").first.hover()
    for number, paragraph in enumerate(bulletin.paragraphs):
        sheet.evaluate(
            "number => document.querySelectorAll('p')[number].setAttribute('data-n', number)",
            number,
        )
        assert selected(sheet, f'p[data-n="{number}"]') == paragraph.text


def test_nothing_in_the_text_is_obeyed(sheet: "Page") -> None:
    """Scripts, handlers and marks that turn the direction of writing are text."""
    sheet.set_content(shown(HOSTILE))
    assert sheet.title() == "name"
    assert sheet.locator("script, img").count() == 0
    assert sheet.locator("p").count() == 3
    assert sheet.locator("p").first.inner_text().startswith("<script>document.title")


def test_a_turned_text_reads_from_left_to_right(sheet: "Page") -> None:
    """What follows an override stands to its right."""
    # cleaning takes such marks out; a bulletin of another make may hold them
    text = "抽\u202e查12户，走访3家"
    figures = (Figure(Kind.COUNT, "12户", 3, 6, "12"), Figure(Kind.COUNT, "3家", 9, 11, "3"))
    paragraphs = (Paragraph(text, 0, len(text), figures=figures),)
    sheet.set_content(render(Bulletin(None, text, None, paragraphs, ())))
    first, second = (mark.bounding_box() for mark in sheet.locator("p mark").all())
    assert first is not None
    assert second is not None
    assert first["x"] < second["x"]


def test_several_fragments_leave_the_page_as_it_is(sheet: "Page") -> None:
    """A cell of a notebook beside others: no rule reaches out of it."""
    around = "<p id=out>out <mark>m</mark> <span class=fix>f</span></p>"
    styles = "getComputedStyle(document.querySelector('#out mark')).cssText"
    sheet.set_content(around)
    before = sheet.evaluate(styles)
    fragment = render(analyze("慰问58名"))
    sheet.set_content(around + fragment + fragment)
    assert sheet.evaluate(styles) == before
    assert sheet.locator("article.govnews").count() == 2


def test_a_dark_notebook_on_a_light_system_can_be_read(sheet: "Page") -> None:
    """The text takes the colour of the page that it stands in."""
    sheet.set_content(f"<body style='background:#111;color:#eee'>{render(analyze('慰问58名'))}")
    colour = "getComputedStyle(document.querySelector('p mark')).color"
    assert sheet.evaluate(colour) == "rgb(238, 238, 238)"


def test_it_prints(sheet: "Page", tmp_path: Path) -> None:
    """Without cards, with the colours of its marks, and no wider than the paper."""
    sheet.set_content(shown(read(GARBLED)))
    sheet.locator("p mark").first.focus()
    sheet.emulate_media(media="print")
    assert sheet.locator("i[role=tooltip]:visible").count() == 0
    mark = "getComputedStyle(document.querySelector('p mark'))"
    assert sheet.evaluate(f"{mark}.printColorAdjust") == "exact"
    assert sheet.pdf(path=tmp_path / "page.pdf", format="A4").startswith(b"%PDF")


def test_a_narrow_window_needs_no_sideways_scrolling(sheet: "Page") -> None:
    """Nor does a text without any place to break."""
    sheet.set_viewport_size({"width": 320, "height": 600})
    sheet.set_content(shown(f"{'a' * 500}慰问58名"))
    assert sheet.evaluate("document.documentElement.scrollWidth") <= 320

"""How the page looks and how it is told: names for all controls, both colour schemes, widths."""

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

import govnews
from govnews.models import Kind
from govnews.palette import HUES, TOPIC_COLOURS
from govnews.reporting import report
from tests.browser import needs_chromium
from tests.reporting.conftest import Opened

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = needs_chromium

#: What a person who does not see the page must be told the name of.
NAMED = frozenset(
    (
        *("button", "link", "textbox", "searchbox", "combobox", "option", "table", "region"),
        *("heading", "img", "image", "navigation", "search", "list", "article", "columnheader"),
    )
)
#: Lists that are told by what stands in them.
UNNAMED = frozenset(("list",))
#: The least contrast of text (Web Content Accessibility Guidelines 2.2, 1.4.3).
CONTRAST = 4.5


def told(page: "Page") -> list[tuple[str, str, dict[str, Any]]]:
    """Return role, name and properties of all that is told to assistive software."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    return [
        (
            node["role"]["value"],
            node.get("name", {}).get("value", "").strip(),
            {each["name"]: each["value"].get("value") for each in node.get("properties", [])},
        )
        for node in nodes
        if not node["ignored"] and "role" in node
    ]


def test_every_control_has_a_name(opened: Opened, page_of_all: str) -> None:
    """So has all that one may want to go to."""
    page = opened(page_of_all, "#b1-f2")
    page.locator("details").evaluate_all("all => all.forEach(each => each.open = true)")
    found = [(role, name) for role, name, _ in told(page) if role in NAMED - UNNAMED]
    assert {"button", "link", "searchbox", "combobox", "table", "heading"} <= {r for r, _ in found}
    assert [role for role, name in found if not name] == []


def test_names_say_what_a_control_is_for(shown: "Page") -> None:
    """Short, and once."""
    names = [name for role, name, _ in told(shown) if role in {"searchbox", "combobox"}]
    assert names == ["Search", "Target", "Topic", "Kind", "Unit", "Show", "Find a bulletin"]


def test_how_many_are_left_is_told(shown: "Page") -> None:
    """When it changes, without going there."""
    status = shown.locator("#count")
    assert (status.get_attribute("role"), status.get_attribute("aria-live")) == ("status", "polite")


def test_what_could_not_be_read_has_a_tile(opened: Opened, shown: "Page") -> None:
    """With how many; where all could be read there is none."""
    tile = shown.locator(".facts > div", has_text="Not read")
    assert (tile.locator("dt").inner_text(), tile.locator("dd").inner_text()) == ("Not read", "1")
    assert shown.locator(".left-out li").all_inner_texts() == ["坏.txt"]
    whole = opened(report([govnews.analyze("走访5户")]))
    assert whole.locator(".facts dt", has_text="Issued").is_visible()
    assert whole.locator(".facts dt", has_text="Not read").count() == 0


def test_headings_are_in_order(shown: "Page") -> None:
    """None is left out on the way down."""
    levels = [properties["level"] for role, _, properties in told(shown) if role == "heading"]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_what_has_the_focus_is_seen(shown: "Page") -> None:
    """From the first key on."""
    shown.keyboard.press("Tab")
    focused = shown.locator(":focus")
    assert focused.inner_text() == "Skip to the table of figures"
    box = focused.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    for _ in range(12):
        shown.keyboard.press("Tab")
        assert shown.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def luminance(colour: str) -> float:
    """Return how light a colour is (sRGB)."""
    parts = [int(each) / 255 for each in re.findall(r"\d+", colour)[:3]]
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("selector", ["h1", ".note", "a", "thead th", ".legend li", "summary"])
def test_text_can_be_read(opened: Opened, page_of_all: str, scheme: str, selector: str) -> None:
    """On the paper of either scheme."""
    page = opened(page_of_all, color_scheme=scheme)
    colour, paper = page.locator(selector).first.evaluate(
        "each => [getComputedStyle(each).color, getComputedStyle(document.body).backgroundColor]"
    )
    light, dark = sorted((luminance(colour), luminance(paper)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= CONTRAST
    assert (luminance(paper) > 0.5) == (scheme == "light")


@pytest.mark.parametrize("width", [320, 420, 1280])
def test_it_fits_the_screen(opened: Opened, page_of_all: str, width: int) -> None:
    """Only tables and charts scroll sideways, within themselves."""
    page = opened(page_of_all, "#b1-f2", viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_print_leaves_out_what_needs_a_hand(shown: "Page") -> None:
    """Totals, topics, sums and the current page of the table are printed."""
    shown.emulate_media(media="print")
    seen = {name: shown.locator(f"#{name}").is_visible() for name in ("filters", "passages")}
    assert seen == {"filters": False, "passages": False}
    for name in ("totals", "topics", "largest", "rows"):
        assert shown.locator(f"#{name}").is_visible()


def test_nothing_is_cut_off_on_paper(opened: Opened, page_of_all: str) -> None:
    """A sheet of A4 does not scroll."""
    page = opened(page_of_all, viewport={"width": 720, "height": 1000})
    page.emulate_media(media="print")
    page.locator("details").evaluate_all("all => all.forEach(each => each.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") == 720


def test_colours_are_those_of_the_palette(opened: Opened, page_of_all: str) -> None:
    """As on the pages of single bulletins and in charts."""
    page = opened(page_of_all, "#b1-f2")
    for kind in Kind:
        assert f".{kind}{{--hue:{HUES[kind]}}}" in page_of_all
    mark = page.locator("mark.money").first
    assert mark.evaluate("each => getComputedStyle(each).backgroundColor").endswith("0.28)")
    veterans = page.locator("#topics .legend li", has_text="veterans").locator(".swatch").first
    red, green, blue = (int(TOPIC_COLOURS[4][place : place + 2], 16) for place in (1, 3, 5))
    shown_as = veterans.evaluate("each => getComputedStyle(each).backgroundColor")
    assert shown_as == f"rgb({red}, {green}, {blue})"


def test_without_scripts_the_rest_is_there(opened: Opened, page_of_all: str) -> None:
    """And the page says what is missing."""
    page = opened(page_of_all, java_script_enabled=False)
    assert page.locator("#totals table").first.is_visible()
    assert page.locator("#largest table").first.is_visible()
    assert page.locator("noscript").inner_text().startswith("The table and the passages")
    assert not page.locator("#filters").is_visible()

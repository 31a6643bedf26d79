"""One paragraph as long as all others together: it is drawn, and no figure costs a look at all."""

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from govnews.bulletin import Bulletin
from govnews.models import Edit, Figure, Kind, Paragraph
from govnews.reporting import report
from tests.browser import needs_chromium
from tests.reporting.conftest import Opened

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = needs_chromium

ENTRY = "捐5人。"
#: Count how often the entries of a list of the page are looked at.
WATCHED = """([column, draw]) => {
  let looks = 0;
  PARAGRAPHS[column][0] = new Proxy(PARAGRAPHS[column][0], {
    get: (list, key) => (looks += 1, list[key]),
  });
  eval(draw);
  return looks;
}"""


def long(number: int, *, repaired: bool = False) -> Bulletin:
    """Return a paragraph with so many figures and sentences; each figure may have a repair."""
    text = ENTRY * number
    starts = range(1, len(text), len(ENTRY))
    figures = tuple(
        Figure(Kind.HEADCOUNT, "5人", start, start + 2, Decimal(5), unit="人") for start in starts
    )
    edits = tuple(Edit("digits", start, start + 1, "S", "5") for start in starts if repaired)
    paragraph = Paragraph(text, 0, len(text), figures=figures)
    return Bulletin("long", text.replace("5", "S"), None, (paragraph,), edits)


def test_a_paragraph_of_fifty_thousand_figures_is_drawn(opened: Opened) -> None:
    """What is marked in it goes in one by one: no call takes so many arguments."""
    page = opened(report([long(1), long(50_000)]))
    page.evaluate("openBulletin(1, -1)")
    assert page.locator("#bulletin mark").count() == 50_000
    assert page.locator("#count").inner_text() == "50,001 of 50,001 figures"


@pytest.fixture
def thousand(opened: Opened) -> "Page":
    """Open a report on a paragraph with a thousand figures."""
    return opened(report([long(1000, repaired=True)]))


def test_each_repair_is_looked_at_by_the_figures_beside_it(thousand: "Page") -> None:
    """Not by all others of the paragraph; each of them is marked where it stands."""
    assert thousand.evaluate(WATCHED, ["repairs", "drawBulletin(0, -1)"]) < 1000 * 50
    assert thousand.locator("mark ins.repair").all_inner_texts() == ["5"] * 1000
    assert thousand.locator("#bulletin .text").inner_text() == ENTRY * 1000


def test_the_sentence_of_a_figure_is_found_without_a_look_at_all(thousand: "Page") -> None:
    """And it is the right one, of the first as of the last."""
    assert thousand.evaluate(WATCHED, ["sentences", "sentenceSpan(0)"]) < 50
    for row in (0, 1, 500, 999):
        span = [row * len(ENTRY), (row + 1) * len(ENTRY), "", ""]
        assert thousand.evaluate(f"sentenceSpan({row})") == span

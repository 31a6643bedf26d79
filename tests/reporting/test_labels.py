"""Topics of one's own in a browser: whatever they are called, their figures are found."""

from dataclasses import replace
from datetime import date

import pytest

import govnews
from govnews.bulletin import Bulletin
from govnews.reporting import report
from govnews.reporting.escaping import shown
from tests.browser import needs_chromium
from tests.reporting.conftest import Opened
from tests.reporting.seen import figures

pytestmark = needs_chromium

LABELS = ["-", "no topic", "%00", "a&b=c", "上\ud800下", "\ud83d\ude00", "\0", "a\u202eb"]


def called(text: str, *labels: str) -> Bulletin:
    """Return a bulletin of one paragraph about so many topics."""
    bulletin = replace(govnews.analyze(text), issued=date(2022, 7, 1))
    (paragraph,) = bulletin.paragraphs
    scores = dict.fromkeys(labels, 0.9)
    return replace(bulletin, paragraphs=(replace(paragraph, topics=labels, scores=scores),))


@pytest.mark.parametrize("label", LABELS)
def test_a_topic_is_not_taken_for_none(opened: Opened, label: str) -> None:
    """Its link and its choice lead to its figures, those of "no topic" to the others."""
    page = opened(report([called("造林5万亩", label), called("走访43家企业")]))
    links = page.locator("#topics .legend").first.get_by_role("link")
    choices = page.get_by_label("Topic", exact=True)
    assert choices.locator("option").all_text_contents() == ["all", shown(label), "no topic"]
    for place, expected in enumerate((["5万亩"], ["43家"])):
        links.nth(place).click()
        page.wait_for_url("**#figures?topic=*")
        assert figures(page) == expected
        assert choices.evaluate("each => each.selectedIndex") == place + 1
        page.get_by_role("button", name="Clear").click()
        choices.select_option(index=place + 1)
        assert figures(page) == expected


def test_a_topic_called_as_none_has_a_column_of_its_own(opened: Opened) -> None:
    """In the table of months: what has no topic stands beside it."""
    page = opened(report([called("造林5万亩", "no topic"), called("走访43家企业")]))
    page.locator("#topics details summary").click()
    rows = page.get_by_role("region", name="Table by month").locator("tr")
    assert [row.split() for row in rows.all_inner_texts()] == [
        ["Month", "no", "topic", "no", "topic", "all"],
        ["2022-07", "1.0", "1.0", "2"],
    ]

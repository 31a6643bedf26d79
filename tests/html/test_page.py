"""Whole pages, and the parts that they are made of."""

from collections.abc import Iterator
from importlib import import_module

import pytest

from govnews.html import fragment, page, passage
from govnews.passages import Passage, Readable, passages
from tests.html.pages import Page, one, people

page_module = import_module("govnews.html.page")
fragment_module = import_module("govnews.html.fragment")


def test_a_page_has_one_style_and_a_heading_each() -> None:
    """With a table of contents where there are several."""
    html = "".join(page([("a<b", one("58名", people(0, 3))), ("c", Page(""))]))
    assert html.count("<style>") == 1
    assert '<a href="#bulletin-1">a&lt;b</a> <small>1 paragraph · 1 figure</small>' in html
    assert '<h2 id="bulletin-2">c</h2>' in html


def test_a_page_of_one_needs_no_contents() -> None:
    """Its name is the title."""
    html = "".join(page([("a", one("正文"))]))
    assert "<nav" not in html
    assert "<title>a</title>" in html
    assert '<h1 id="bulletin-1">a</h1>' in html


def test_every_bulletin_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its contents and its text are of the same passages."""
    read: list[object] = []

    def counted(bulletin: Readable) -> Iterator[Passage]:
        read.append(bulletin)
        return passages(bulletin)

    for module in (page_module, fragment_module):
        monkeypatch.setattr(module, "passages", counted)
    assert list(page([("a", one("正文")), ("b", one("正文"))]))
    assert len(read) == 2


def test_a_page_of_nothing_is_a_page() -> None:
    """Where no file could be read."""
    assert "".join(page([])).endswith("</main></body></html>\n")


def test_a_fragment_may_leave_its_style_and_name_to_the_page() -> None:
    """A page of many has them once."""
    html = fragment(Page("", id="a"), named=False)
    assert "<style" not in html
    assert "<b>" not in html


def test_a_passage_can_be_led_to() -> None:
    """By an id that the page chooses."""
    (shown,) = passages(one("正文"))
    assert passage(shown, "正文", anchor='p-1"').startswith('<section id="p-1&quot;">')
    assert passage(shown, "正文").startswith("<section><p ")

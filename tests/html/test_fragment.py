"""A bulletin as HTML: the cleaned text, marked, and safe whatever it says."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews import analyze, read
from govnews.html import render, stylesheet
from govnews.models import Edit, Figure, Kind, Paragraph
from tests.html.pages import Page, Seen, one, people

BULLETINS = Path(__file__).parents[2] / "corpora" / "bulletins"


def test_the_cleaned_text_is_shown() -> None:
    """And what stood in the caller's string is on the card."""
    gloss = Edit("gloss.drop", 1, 6, "(zhí)", "")
    narrow = Edit("width.narrow", 7, 8, "５", "5")
    shown = Seen(
        render(one("职工58名", people(7, 10), raw="职(zhí)工５8名", edits=(gloss, narrow)))
    )
    assert shown.paragraphs == ["职工58名"]
    assert "written ５8名" in shown.cards[1].splitlines()


def test_markup_in_the_text_is_text() -> None:
    """Nothing of it reaches the browser as a tag, also within a mark or a card."""
    text = '<script>alert("x")</script>&amp;<b>58名'
    figure = people(len(text) - 3, len(text), target='"><img src=x onerror=alert(1)>')
    shown = Seen(render(Page(text, (Paragraph(text, 0, len(text), figures=(figure,)),), id="<b>")))
    assert shown.paragraphs == [text]
    assert {tag for tag, _ in shown.tags} <= {
        *("article", "style", "header", "b", "span", "ul", "li", "mark", "small"),
        *("section", "p", "i"),
    }
    assert 'of "><img src=x onerror=alert(1)>' in shown.cards[0]


def test_damage_is_marked_and_says_check() -> None:
    """The figure, and what could not be undone beside it."""
    lost = Edit("unrepaired", 0, 2, "??", "??", 0.0)
    html = render(one("??58名", people(2, 5, damaged=True), edits=(lost,)))
    shown = Seen(html)
    assert 'class="headcount damaged"' in html
    assert 'class="lost"' in html
    assert shown.cards[0].startswith("?? could not be repaired\n")
    assert shown.cards[1].splitlines()[1] == "damaged: a digit may be missing, check it"
    assert "1 figure · 1 of them damaged: check · 1 place not repaired" in html


def test_topics_head_a_paragraph() -> None:
    """With their Chinese name and probability; a model's own has no other name."""
    paragraph = Paragraph(
        "正文", 0, 2, ("veterans", "forest"), {"veterans": 0.5, "forest": 0.25}, truncated=True
    )
    html = render(Page("正文", (paragraph,)))
    assert '<b lang="zh-Hans">退役军人</b> <span>veterans</span><small> 50%</small>' in html
    assert "<span>forest</span><small> 25%</small>" in html
    assert "cut off in the source" in html


def test_the_head_names_the_bulletin() -> None:
    """Its id, dateline and day of issue, and what is in it."""
    html = render(Page("", id="a<b", source="西宁网讯", issued=date(2022, 7, 25)))
    assert "<b>a&lt;b</b>" in html
    assert '<span lang="zh-Hans">西宁网讯</span>' in html
    assert '<time datetime="2022-07-25">' in html
    assert "0 paragraphs · 0 figures" in html


def test_the_head_reads_without_a_style() -> None:
    """Some pages strip it: what is beside one another is still apart."""
    paragraph = Paragraph("正文", 0, 2, ("veterans", "forest"), {"veterans": 0.5, "forest": 0.25})
    html = render(
        Page("正文", (paragraph,), id="a", source="西宁网讯", issued=date(2022, 7, 25))
    ).partition("</style>")[2]
    said = re.sub("<[^>]*>", "", html)
    assert said.startswith("a · 西宁网讯 · issued 2022-07-25 · 1 paragraph · 0 figures")
    assert "退役军人 veterans 50% forest 25%" in said


def test_turning_marks_are_kept_to_themselves() -> None:
    """Each stands in an element that ends what it begins; on a card it is written out."""
    text = "抽\u202e查58名"
    html = render(one(text, people(3, 6, target="\u202e查")))
    assert '抽<bdi title="U+202E">\u202e</bdi>查' in html
    assert html.count("\u202e") == 1
    assert Seen(html).paragraphs == [text]
    assert "of \\u202e查" in Seen(html).cards[0].splitlines()


@pytest.mark.parametrize("name", ["garbled.txt", "simplified.txt", "traditional.txt"])
def test_a_real_bulletin_reads_as_it_was_cleaned(name: str) -> None:
    """Every paragraph, every figure with a card of its own."""
    bulletin = analyze(read(BULLETINS / name), id=name)
    shown = Seen(render(bulletin))
    assert shown.paragraphs == [paragraph.text for paragraph in bulletin.paragraphs]
    marks = [tag for tag, given in shown.tags if tag == "mark" and "tabindex" in given]
    assert len(marks) == len(bulletin.figures)


def test_many_figures_give_a_page_of_sensible_size() -> None:
    """A card of at most 600 bytes on average, and the style once."""
    bulletin = analyze("下拨困难职工帮扶资金近5027万元，慰问退役军人不少于3500名。\n" * 200)
    assert len(render(bulletin).encode()) < 600 * len(bulletin.figures) + len(stylesheet()) + 60_000


rules = st.sampled_from(["gloss.drop", "slip.mark", "unrepaired", "line.stray", "of.none"])


@given(st.lists(st.tuples(st.text(max_size=4), st.text(max_size=4), rules)), st.data())
def test_any_text_is_shown_whole(parts: list[tuple[str, str, str]], data: st.DataObject) -> None:
    """Tags are closed in order, and without cards the text is the cleaned one.

    But for what HTML cannot hold.
    """
    raw, edits = "", []
    for before, after, rule in parts:
        edits.append(Edit(rule, len(raw), len(raw) + len(before), before, after, 0.5))
        raw += before
    text = "".join(after for _, after, _ in parts)
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(raw))] * 2)))
    figure = Figure(Kind.COUNT, text[start:end], start, end, Decimal(1), target=text)
    shown = Seen(render(one(text, figure, raw=raw, edits=tuple(edits))))
    kept = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]", "\ufffd", text)
    assert shown.open == []
    assert shown.paragraphs == [kept]

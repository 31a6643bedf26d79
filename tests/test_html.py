"""HTML: the caller's own text, marked where the figures stand, and safe whatever it says."""

import re
from dataclasses import dataclass
from decimal import Decimal
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews.html import describe, render
from govnews.models import Bound, Change, Figure, Kind, Paragraph


@dataclass(frozen=True)
class Page:
    """As much of a bulletin as HTML needs."""

    raw: str
    paragraphs: tuple[Paragraph, ...]


def page(raw: str, *figures: Figure, topics: tuple[str, ...] = (), truncated: bool = False) -> Page:
    """Make a page of one paragraph."""
    scores = dict.fromkeys(topics, 0.5)
    paragraph = Paragraph(raw, 0, len(raw), topics, scores, figures, truncated=truncated)
    return Page(raw, (paragraph,))


def count(start: int, end: int, *, damaged: bool = False, target: str | None = None) -> Figure:
    """Make a figure of 58 people."""
    return Figure(
        Kind.HEADCOUNT, "58名", start, end, Decimal(58), unit="人", target=target, damaged=damaged
    )


def body(fragment: str) -> str:
    """Leave out the style."""
    return fragment.split("</style>")[1]


def words(fragment: str) -> str:
    """Leave out every tag."""
    return unescape(re.sub(r"<[^>]*>", "", body(fragment)))


def test_the_raw_text_is_marked_by_offset() -> None:
    """The caller's garbled text is shown, not the cleaned one."""
    shown = body(render(page("困難職(zhí)工５8名。", count(9, 12))))
    assert "困難職(zhí)工" in shown
    assert ">５8名</mark>。</p>" in shown


def test_markup_in_the_text_is_text() -> None:
    """Nothing of it reaches the browser as a tag, also within a mark or a tooltip."""
    raw = '<script>alert("x")</script>&amp;<b>58</b>名'
    figure = count(27, len(raw), target='"><img src=x onerror=alert(1)>')
    shown = body(render(page(raw, figure)))
    assert "<script" not in shown
    assert "<b>" not in shown
    assert "<img" not in shown
    assert words(render(page(raw, figure))) == raw


def test_what_lies_between_paragraphs_is_shown() -> None:
    """A dateline, or a footer."""
    raw = "网讯 正文\n\n编辑"
    shown = body(render(Page(raw, (Paragraph("正文", 3, 5),))))
    assert '<p class="rest">网讯</p>' in shown
    assert '<p class="rest">编辑</p>' in shown


def test_topics_and_truncation_are_labels() -> None:
    """Their scores are in the tooltip."""
    shown = body(render(page("正文", topics=("veterans",), truncated=True)))
    assert '<span class="topic" title="0.50">veterans</span>' in shown
    assert '<span class="note">truncated</span>' in shown


def test_damage_is_visible() -> None:
    """By more than a colour."""
    shown = render(page("58名", count(0, 3, damaged=True)))
    assert '<mark class="headcount" data-damaged=""' in shown
    assert ".govnews mark[data-damaged]{" in shown
    assert "damaged: a digit may be missing" in shown


def test_every_kind_has_a_colour() -> None:
    """Translucent, so that it can be read on light and on dark."""
    style = render(page(""))
    for kind in Kind:
        assert re.search(rf"\.govnews \.{kind}\{{background:hsla\(\d+,85%,50%,\.28\)\}}", style)


def test_it_stands_alone() -> None:
    """No script, nothing from elsewhere."""
    fragment = render(page("58名", count(0, 3)))
    assert not re.search(r"https?:|<script|<link|@import|url\(", fragment)


def test_nothing_gives_an_empty_fragment() -> None:
    """Not an error."""
    assert body(render(Page("", ()))) == "</div>"


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (
            Figure(Kind.MONEY, "", 0, 0, Decimal("10998000.5"), None, Bound.OVER, "元"),
            "money: over 10,998,000.5 元",
        ),
        (
            Figure(Kind.DURATION, "", 0, 0, Decimal(3), Decimal(5), Bound.RANGE, "天"),
            "duration: 3 to 5 天",
        ),
        (Figure(Kind.DATE, "", 0, 0, "2015"), "date: 2015"),
        (
            Figure(
                Kind.PERCENTAGE,
                "",
                0,
                0,
                Decimal(3),
                unit="%",
                target="收入",
                change=Change.INCREASE,
            ),
            "percentage: 3 % · 收入 · increase",
        ),
    ],
)
def test_a_tooltip_says_it_exactly(figure: Figure, said: str) -> None:
    """Value, bound, unit, target and change."""
    assert describe(figure) == said


class _Balance(HTMLParser):
    """Count what is open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Open."""
        del attrs
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the last one, which must be this."""
        assert self.open.pop() == tag


@given(st.text(min_size=2), st.data())
def test_any_text_gives_whole_html(raw: str, data: st.DataObject) -> None:
    """Tags are closed in order, and the text is all there but for what HTML cannot hold."""
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(raw))] * 2)))
    fragment = render(page(raw, count(start, end)))
    parser = _Balance()
    parser.feed(fragment)
    assert parser.open == []
    kept = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]", "\ufffd", raw)
    assert words(fragment) == kept

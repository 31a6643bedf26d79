"""HTML: the cleaned text, marked where figures and repairs stand, and safe whatever it says."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews import analyze, read
from govnews.html import describe, fragment, page, passage, render, stylesheet
from govnews.models import Bound, Change, Edit, Figure, Kind, Paragraph
from govnews.passages import passages

BULLETINS = Path(__file__).parents[1] / "corpora" / "bulletins"


@dataclass(frozen=True)
class Page:
    """As much of a bulletin as HTML needs."""

    raw: str
    paragraphs: tuple[Paragraph, ...] = ()
    edits: tuple[Edit, ...] = ()
    id: str | None = None
    source: str | None = None
    issued: date | None = None


def one(text: str, *figures: Figure, raw: str | None = None, edits: tuple[Edit, ...] = ()) -> Page:
    """Make a page of one paragraph."""
    said = text if raw is None else raw
    return Page(said, (Paragraph(text, 0, len(said), figures=figures),), edits)


def people(start: int, end: int, **more: object) -> Figure:
    """Make a figure of 58 people."""
    fields = {"unit": "人", "rule": "headcount.unit", **more}
    return Figure(Kind.HEADCOUNT, "58名", start, end, Decimal(58), **fields)  # type: ignore[arg-type]


class Seen(HTMLParser):
    """What is in a fragment: the text of each paragraph, the cards, the tags that are open."""

    def __init__(self, html: str) -> None:
        """Read *html*."""
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.paragraphs: list[str] = []
        self.cards: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open."""
        self.tags.append((tag, dict(attrs)))
        self.open.append(tag)
        if tag == "p":
            self.paragraphs.append("")
        if tag == "i":
            self.cards.append(dict(attrs)["aria-label"] or "")

    def handle_endtag(self, tag: str) -> None:
        """Close the last one, which must be this."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep what a reader sees of a paragraph."""
        if "p" in self.open:
            self.paragraphs[-1] += data


def body(html: str) -> str:
    """Leave out the style."""
    return html.partition("</style>")[2]


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


def test_a_card_says_all_that_is_known() -> None:
    """Value, interval, currency, target, change, date, raw form and rule, a line each."""
    figure = Figure(
        kind=Kind.MONEY,
        text="不超过5027万元",
        start=0,
        end=9,
        value=Decimal(50270000),
        bound=Bound.AT_MOST,
        unit="元",
        currency="CNY",
        target="帮扶资金",
        change=Change.INCREASE,
        rule="money.unit",
    )
    shown = Seen(render(one("不超过5027万元", figure, raw="不超過5027萬元")))
    assert shown.cards[0].splitlines() == [
        "money: at most 50,270,000 元",
        "up to 50,270,000",
        "currency CNY",
        "of 帮扶资金",
        "increase",
        "written 不超過5027萬元",
        "rule money.unit",
    ]


@pytest.mark.parametrize(
    ("bound", "said"),
    [
        (Bound.NEARLY, "up to 58"),
        (Bound.UNDER, "up to 58, itself not included"),
        (Bound.AT_LEAST, "58 and more"),
        (Bound.OVER, "58 and more, itself not included"),
    ],
)
def test_a_card_says_which_values_are_meant(bound: Bound, said: str) -> None:
    """Where they are not the one that is named."""
    shown = Seen(render(one("58名", people(0, 3, bound=bound))))
    assert shown.cards[0].splitlines()[1] == said


def test_a_partial_date_is_completed_on_its_card() -> None:
    """The text does not say the year."""
    figure = Figure(Kind.DATE, "7月24日", 0, 5, "--07-24", resolved="2022-07-24")
    assert "date 2022-07-24" in Seen(render(one("7月24日", figure))).cards[0].splitlines()


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


def test_a_repair_says_what_stood_there_and_how_sure_it_is() -> None:
    """And what its rule does."""
    slip = Edit("slip.mark", 0, 3, "?;I", "。筹", 0.975)
    (card,) = Seen(render(one("。筹资", raw="?;I资", edits=(slip,)))).cards
    assert card.startswith("?;I became 。筹\nrule slip.mark, 98% sure\nThe page had been cut")


def test_a_repair_within_a_figure_is_on_its_card() -> None:
    """A card within a card could not be read."""
    slip = Edit("slip.mark", 1, 3, "?;", "8", 0.9)
    (card,) = Seen(render(one("58名", people(0, 4), raw="5?;名", edits=(slip,)))).cards
    assert "?; → 8 (slip.mark, 90% sure)" in card.splitlines()


def test_what_was_taken_out_between_paragraphs_is_told() -> None:
    """A footer, an editor's name."""
    raw = "正文\n责任编辑:张三\n后文\n打印"
    edits = (
        Edit("line.stray", 3, 11, "责任编辑:张三\n", ""),
        Edit("line.stray", 14, 16, "打印", ""),
    )
    paragraphs = (Paragraph("正文", 0, 2), Paragraph("后文", 11, 13))
    html = render(Page(raw, paragraphs, edits))
    assert re.findall("<s>(.*?)</s>", html) == ["责任编辑:张三", "打印"]
    assert Seen(html).paragraphs == ["正文", "后文"]


def test_what_nobody_could_see_is_not_told() -> None:
    """A byte order mark before the first line."""
    edits = (Edit("control.drop", 0, 1, "\ufeff", ""),)
    html = render(Page("\ufeff正文", (Paragraph("正文", 1, 3),), edits))
    assert "taken out" not in html


def test_left_out_paragraphs_are_no_damage() -> None:
    """Their own repairs are not taken for lines that were dropped."""
    raw = "正文\n职(zhí)工\n后文"
    edits = (Edit("gloss.drop", 4, 9, "(zhí)", ""),)
    html = render(Page(raw, (Paragraph("正文", 0, 2), Paragraph("后文", 11, 13)), edits))
    assert html.count("⋯ other paragraphs") == 1
    assert "taken out" not in html


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


def test_the_key_explains_the_marks_that_are_there() -> None:
    """And no others."""
    html = body(render(one("58名", people(0, 3))))
    (key,) = re.findall('<ul class="key".*?</ul>', html)
    assert unescape(re.sub("<[^>]*>", "", key)) == "headcount 1"


def test_every_kind_has_a_hue() -> None:
    """Translucent, so that it can be read on light and on dark."""
    hues = {re.search(rf"\.govnews \.{kind}{{--hue:(\d+)}}", stylesheet()) for kind in Kind}
    assert None not in hues
    assert len(hues) == len(Kind)


def test_it_stands_alone() -> None:
    """No script, nothing from elsewhere, no id that two fragments would share."""
    assert not re.search(
        r"https?:|<script|<link|@import|url\(|\sid=", render(one("58名", people(0, 3)))
    )


def test_every_rule_is_kept_to_the_fragment() -> None:
    """The page around it looks as before."""
    selectors = re.findall(r"(?:^|[}{])\s*([^{}@]+)\{", stylesheet())
    assert selectors
    for selector in selectors:
        for alternative in re.split(r",(?![^(]*\))", selector.strip()):
            assert alternative.strip().startswith(".govnews")


def test_turning_marks_are_kept_to_themselves() -> None:
    """Each stands in an element that ends what it begins; on a card it is written out."""
    text = "抽\u202e查58名"
    html = render(one(text, people(3, 6, target="\u202e查")))
    assert '抽<bdi title="U+202E">\u202e</bdi>查' in html
    assert html.count("\u202e") == 1
    assert Seen(html).paragraphs == [text]
    assert "of \\u202e查" in Seen(html).cards[0].splitlines()


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
        (Figure(Kind.DATE, "", 0, 0, "2015", damaged=True), "date: 2015 · damaged: a digit"),
        (
            Figure(
                kind=Kind.PERCENTAGE,
                text="",
                start=0,
                end=0,
                value=Decimal(3),
                unit="%",
                target="收入",
                change=Change.INCREASE,
            ),
            "percentage: 3 % · 收入 · increase",
        ),
    ],
)
def test_a_line_describes_a_figure(figure: Figure, said: str) -> None:
    """Value, bound, unit, target and change."""
    assert describe(figure).startswith(said)


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


def test_a_page_of_nothing_is_a_page() -> None:
    """Where no file could be read."""
    assert "".join(page([])).endswith("</main></body></html>\n")


def test_a_passage_can_be_led_to() -> None:
    """By an id that the page chooses."""
    (shown,) = passages(one("正文"))
    assert passage(shown, "正文", anchor='p-1"').startswith('<section id="p-1&quot;">')
    assert passage(shown, "正文").startswith("<section><p ")


def test_a_fragment_may_leave_its_style_and_name_to_the_page() -> None:
    """A page of many has them once."""
    html = fragment(Page("", id="a"), named=False)
    assert "<style" not in html
    assert "<b>" not in html


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

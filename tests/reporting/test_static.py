"""What the page says without a script: facts, totals, topics, the largest sums."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from html import unescape
from html.parser import HTMLParser

import pytest

import govnews
from govnews.bulletin import Bulletin
from govnews.models import Figure, Kind, Paragraph
from govnews.reporting import report
from govnews.totalling import totals


def words(html: str) -> str:
    """Leave out what is no text."""
    body = re.sub(r"(?s)<(script|style)\b.*?</\1>", "", html)
    return " ".join(unescape(re.sub(r"<[^>]*>", "", body)).split())


def section(html: str, name: str) -> str:
    """Return a section of the page."""
    return html.partition(f'<section id="{name}"')[2].partition("</section>")[0]


class _Amounts(HTMLParser):
    """Read the rows of the totals: kind and unit, then exact amounts in order."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a row, or take an amount."""
        found = dict(attrs)
        if tag == "a" and "#figures?kind=" in (found.get("href") or ""):
            self.rows.append([found["href"] or ""])
        elif tag == "data" and self.rows:
            self.rows[-1].append(found["value"] or "")


def test_it_says_how_much_was_read(page_of_all: str) -> None:
    """Of when, and what was left out."""
    said = words(page_of_all.partition("</header>")[0])
    assert "Bulletins4Paragraphs4" in said
    assert "2022-07-25 to 2022-09-01 2 without a date" in said
    assert "1 bulletin left out: could not be read坏.txt" in said
    assert "Not read1" in said


def test_totals_are_those_of_the_library(bulletins: list[Bulletin], page_of_all: str) -> None:
    """One row a kind and unit of which something was added, with the exact sum first."""
    parser = _Amounts()
    parser.feed(section(page_of_all, "totals"))
    shown = {link: amounts[0] for link, *amounts in parser.rows if amounts}
    added = [total for total in totals(bulletins) if total.figures]
    assert len(added) > 5
    assert list(shown.values()) == [f"{total.value:f}" for total in added]
    assert all(f"kind={total.kind}&" in link for total, link in zip(added, shown, strict=True))


def test_people_and_person_times_are_apart(page_of_all: str) -> None:
    """Each has its own row."""
    said = words(section(page_of_all, "totals"))
    assert "headcount人1.14万" in said.replace(" ", "")
    assert "headcount人次3万" in said.replace(" ", "")


def test_intervals_are_shown() -> None:
    """Open where one of the figures is, and with two ends where there is a range."""
    texts = ["慰问职工2000多人。", "慰问职工近300人。", "走访3至5户。"]
    said = words(section(report(map(govnews.analyze, texts)), "totals")).replace(" ", "")
    assert "人2,3002,000ormore2none" in said
    assert "户33to51none" in said


def test_what_was_left_out_of_totals_is_counted() -> None:
    """By reason; kinds without a sum are named below."""
    said = words(
        section(report([govnews.analyze("拨付5万元，每人补助2000元，增长8%。")]), "totals")
    )
    assert "1 rate" in said
    assert "Figures of kinds and units without a sum: percentage 1." in said


def test_each_bulletin_has_its_bar(bulletins: list[Bulletin], page_of_all: str) -> None:
    """With what it says as text for those who do not see it."""
    topics = section(page_of_all, "topics")
    assert topics.count('class="bar"') == 5
    shares = ", ".join(f"{topic} {share:.0%}" for topic, share in bulletins[2].shares.items())
    assert f"{shares}4. 空.txt" in words(topics)
    assert '<a href="#b3">' in topics


def test_of_many_bulletins_those_with_the_most_figures_have_one() -> None:
    """The heading says so."""
    few = govnews.analyze("慰问退役军人3210名。", id="few")
    many = replace(few, id="many", paragraphs=few.paragraphs * 2)
    html = section(report([few] * 60 + [many] * 30), "topics")
    assert "By bulletin: the 60 with the most figures" in words(html)
    assert html.count('class="bar"') == 61
    assert html.count(">many<") == 30


def test_months_stand_beside_each_other(page_of_all: str) -> None:
    """Also those without a bulletin; a table says the same."""
    said = words(section(page_of_all, "topics"))
    assert "Bulletins by month of issue" in said
    for month in ("2022-07", "2022-08", "2022-09"):
        assert said.count(f"{month}") >= 2


def dated(*days: date | None) -> str:
    """Return what a report says of topics over time."""
    bulletin = govnews.analyze("慰问退役军人3210名。")
    html = report(replace(bulletin, issued=day) for day in days)
    return words(section(html, "topics")).partition("bulletin")[2]


def test_a_long_time_is_shown_by_years() -> None:
    """Only by those that have a bulletin: one date may be far off."""
    said = dated(date(1, 1, 1), date(2022, 7, 1), date(9999, 12, 31))
    assert "Bulletins by year of issue" in said
    assert "00011" in said.replace(" ", "")
    assert "99991" in said.replace(" ", "")
    assert "2021" not in said


def test_early_years_have_four_digits_too() -> None:
    """Wherever a month is written."""
    said = dated(date(33, 1, 1), date(33, 3, 1))
    assert "Bulletins by month of issue" in said
    assert said.count("0033-02") == 2


def test_bulletins_without_a_date_are_no_chart() -> None:
    """It says so."""
    assert "No bulletin has a date of issue." in dated(None)


def test_the_largest_sums_come_first(page_of_all: str) -> None:
    """A table a currency, each sum with its target, its sentence and a link to its passage."""
    html = section(page_of_all, "largest")
    sums = re.findall(r'<a href="(#b\d+-f\d+)"><data value="(\d+)"', html)
    assert sums == [
        ("#b2-f1", "412000000"),
        ("#b1-f2", "50270000"),
        ("#b1-f6", "3000000"),
        ("#b3-f3", "40000"),
    ]
    said = words(html)
    assert said.index("CNY 元") < said.index("USD 美元")
    assert "4.12亿元援青资金对口援青：北京市安排援青资金4.12亿元" in said
    assert "4万 to 6万美元" in said


def test_a_long_sentence_is_cut() -> None:
    """To what is around the sum."""
    html = section(report([govnews.analyze("发放补助金30万元，" * 400)]), "largest")
    assert len(html) < 20 * 1000


def test_a_damaged_sum_is_not_among_the_largest() -> None:
    """A digit may be missing: or be one too many."""
    figure = Figure(Kind.MONEY, "5元", 0, 2, Decimal(5), unit="元", currency="CNY", damaged=True)
    html = report([Bulletin(None, "5元", None, (Paragraph("5元", 0, 2, figures=(figure,)),), ())])
    assert words(section(html, "largest")).endswith("All sums of money are damaged or repeated.")
    assert "<table" not in section(html, "largest")
    assert "Damaged figures1 show them" in words(html)


def test_a_currency_of_which_nothing_is_left_has_no_table() -> None:
    """The others have theirs."""
    bulletin = govnews.analyze("拨付5万元，发放3万美元。")
    (paragraph,) = bulletin.paragraphs
    figures = (replace(paragraph.figures[0], damaged=True), paragraph.figures[1])
    damaged = replace(bulletin, paragraphs=(replace(paragraph, figures=figures),))
    assert re.findall("<h3>.*?</h3>", section(report([damaged]), "largest")) == [
        '<h3><bdi lang="zh-Hans">USD 美元</bdi></h3>'
    ]


@pytest.mark.parametrize("texts", [[], [""], ["没有数字。"], ["无", ""]])
def test_nothing_still_gives_a_page(texts: list[str]) -> None:
    """An empty set, empty bulletins, bulletins without figures."""
    said = words(report([govnews.analyze(text) for text in texts]))
    assert f"Bulletins{len(texts)}" in said
    assert "There is nothing to add up." in said
    assert "No sum of money was found." in said


def test_it_stands_alone(page_of_all: str) -> None:
    """No address but those within it, and a policy that lets nothing else run."""
    body = page_of_all.partition('<script type="application/json"')[0]
    assert not re.search(r"https?:|//|@import|url\(|<link|<img|<iframe", words_of_tags(body))
    assert "default-src 'none'" in page_of_all
    assert "unsafe-inline" not in page_of_all
    assert all(link.startswith('"#') for link in re.findall(r'href=("[^"]*")', body))


def words_of_tags(html: str) -> str:
    """Return the tags of a page, with their attributes."""
    return " ".join(re.findall(r"<[^>]*>", html))


def test_markup_in_names_is_text() -> None:
    """In the title, in the name of a bulletin and in what was left out."""
    bad = '"><script>alert(1)</script>'
    bulletin = govnews.analyze("拨付5万元", id=bad)
    html = report([bulletin], title=bad, left_out=[bad])
    assert bad not in html
    assert html.count("<script") == 2


def test_the_folder_that_all_are_in_is_not_told_again() -> None:
    """Names begin behind it; what has no name has none."""
    bulletin = govnews.analyze("慰问退役军人5名")
    names = ["a/b/1.txt", "a/b/2.txt", "a/bc/3.txt", None, ""]
    html = section(report(replace(bulletin, id=name) for name in names), "topics")
    assert re.findall(r'<a href="#b(\d)">\d\. <bdi[^>]*>([^<]*)', html) == [
        ("1", "b/1.txt"),
        ("2", "b/2.txt"),
        ("3", "bc/3.txt"),
        ("4", "no name"),
        ("5", "no name"),
    ]


def test_sums_of_nothing_are_no_error() -> None:
    """Three figures of 0 come to 0."""
    texts = "受伤0人。", "死亡0人。", "失联群众0人。"
    page = report([govnews.analyze(text) for text in texts])
    assert '<data value="0">0</data>' in page

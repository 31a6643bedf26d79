"""The data of the page: everything that was found, as JSON, with positions as scripts count."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govnews
from govnews.bulletin import Bulletin
from govnews.models import Bound, Figure, Kind, Paragraph
from govnews.reporting.collected import collected
from govnews.reporting.columns import Columns, columns
from govnews.reporting.escaping import as_json


def read(*bulletins: Bulletin) -> Columns:
    """Return the data as the page reads it."""
    data: Columns = json.loads(as_json(columns(collected(bulletins, ()))))
    return data


def words(column: Columns) -> list[object]:
    """Return what stands in the rows of a column."""
    return [column["words"][place] for place in column["at"]]


def in_utf16(text: str, start: int, end: int) -> str:
    """Cut a text as JavaScript does."""
    return text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * end].decode("utf-16-le")


def test_every_figure_is_there(bulletins: list[Bulletin]) -> None:
    """With its fields as the bulletin has them, exact numbers as text."""
    figures = [figure for bulletin in bulletins for figure in bulletin.figures]
    data = read(*bulletins)["figures"]
    for name in ("kind", "text", "bound", "unit", "currency", "target", "change", "damaged"):
        assert words(data[name]) == [getattr(figure, name) for figure in figures]
    assert words(data["value"]) == [
        figure.value if isinstance(figure.value, str) else f"{figure.value:f}" for figure in figures
    ]


def test_counts_lead_from_bulletins_to_figures(bulletins: list[Bulletin]) -> None:
    """Also where a bulletin has no paragraph."""
    data = read(*bulletins)
    assert data["bulletins"]["name"] == [bulletin.id for bulletin in bulletins]
    assert data["bulletins"]["paragraphs"] == [len(each.paragraphs) for each in bulletins]
    assert data["paragraphs"]["figures"] == [
        len(paragraph.figures) for bulletin in bulletins for paragraph in bulletin.paragraphs
    ]


@given(st.text("𠮷a，。", max_size=8), st.text("😀。 ", max_size=5))
def test_figures_stand_where_scripts_look(front: str, back: str) -> None:
    """In UTF-16, where some characters take two units."""
    data = read(govnews.analyze(f"{front}，拨付5027万元，{back}惠及43人。"))
    paragraphs = data["paragraphs"]["text"]
    assert len(paragraphs) == 1
    spans = zip(data["figures"]["start"], data["figures"]["end"], strict=True)
    assert [in_utf16(paragraphs[0], *span) for span in spans] == words(data["figures"]["text"])


def test_sentences_begin_where_scripts_look() -> None:
    """Behind a character of two units, too."""
    data = read(govnews.analyze("𠮷林走访5户。慰问3人。"))
    (begins,) = data["paragraphs"]["sentences"]
    text = data["paragraphs"]["text"][0]
    assert [in_utf16(text, begins[0], begins[1]), in_utf16(text, begins[1], 99)] == [
        "𠮷林走访5户。",
        "慰问3人。",
    ]


def test_of_long_sentences_it_is_told_what_is_shown() -> None:
    """Where the part around a figure begins and ends, as scripts count, and where it was cut."""
    data = read(govnews.analyze("走访5户。" + "𠮷林走访困难企业43家，" * 40))
    (text,) = data["paragraphs"]["text"]
    excerpts = data["figures"]["excerpts"]
    assert list(excerpts) == [str(row) for row in range(1, 41)]
    start, end, before, behind = excerpts["20"]
    assert (before, behind) == ("…", "…")
    assert in_utf16(text, start, end).startswith("𠮷林走访")
    assert in_utf16(text, start, end).endswith("43家，")
    assert start <= data["figures"]["start"][20] < end
    assert excerpts["1"][2:] == ["", "…"]


def test_the_raw_form_stands_beside_the_cleaned_one() -> None:
    """Only where they differ."""
    data = read(govnews.analyze("拨付１０萬元，走访5户。"))
    assert words(data["figures"]["text"]) == ["10万元", "5户"]
    assert words(data["figures"]["raw"]) == ["１０萬元", None]


def test_repairs_say_what_stood_there() -> None:
    """Where they are, what was there, by which rule and how surely; conversions do not count."""
    data = read(govnews.analyze("慰問困難職(zhí)工58名"))
    ((repair,),) = data["paragraphs"]["repairs"].values()
    start, end, rule, before, confidence = repair
    text = data["paragraphs"]["text"][0]
    assert (text[:start], text[start:end], before) == ("慰问困难职", "", "(zhí)")
    assert rule.startswith("gloss.")
    assert 0 < confidence <= 1


def test_what_was_dropped_between_paragraphs_is_told() -> None:
    """Before a paragraph, and behind the last."""
    bulletin = govnews.analyze("走访5户。\n慰问3人。")
    line = govnews.models.Edit("line.drop", 5, 6, "网", "")
    last = replace(line, start=len(bulletin.raw), end=len(bulletin.raw) + 1, before="页")
    data = read(replace(bulletin, edits=(line, last)))
    assert data["paragraphs"]["dropped"] == {"1": "网"}
    assert data["bulletins"]["dropped"] == {"0": "页"}


def test_topics_of_other_models_are_named() -> None:
    """Behind the five, in the order in which they occur, without a Chinese name."""
    paragraphs = (
        Paragraph("造林", 0, 2, ("forest",), {"forest": 0.9}),
        Paragraph("慰问", 3, 5, ("veterans", "forest"), {"veterans": 0.9, "forest": 0.8}),
    )
    data = read(Bulletin(None, "造林\n慰问", None, paragraphs, ()))
    assert [topic[:2] for topic in data["topics"]] == [["veterans", "退役军人"], ["forest", None]]
    assert words(data["paragraphs"]["topics"]) == [[1], [0, 1]]


@pytest.mark.parametrize("value", [Decimal("1E-7"), Decimal("1E+30"), Decimal("-0.50")])
def test_numbers_have_no_exponent(value: Decimal) -> None:
    """Scripts read digits."""
    figure = Figure(Kind.MEASURE, "x", 0, 1, value, value, Bound.RANGE, "吨")
    data = read(Bulletin("a", "x", None, (Paragraph("x", 0, 1, figures=(figure,)),), ()))
    assert words(data["figures"]["value"]) == [f"{value:f}"]
    assert words(data["figures"]["upper"]) == [f"{value:f}"]

"""Concordances: every place, with offsets in the caller's text."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govnews
from govnews import concordance
from tests.corpus.pages import SAMPLES, SLOWLY, texts

TERMS = ("职工", "困难职工", "的", "工", "。", "，慰问")


@given(texts, st.sampled_from(TERMS), st.integers(0, 9))
@SLOWLY
def test_every_place_is_found(text: str, term: str, width: int) -> None:
    """As a search that tries each has them, in the cleaned text."""
    cleaned = govnews.clean(text)
    places = [n for n in range(len(cleaned.text)) if cleaned.text.startswith(term, n)]
    found = concordance(text, term, width=width)

    spans = [cleaned.to_raw(place, place + len(term)) for place in places]
    assert list(zip(found["start"], found["end"], strict=True)) == spans
    for place, row in zip(places, found.itertuples(), strict=True):
        assert cleaned.text[:place].endswith(row.left)
        assert cleaned.text[place:].startswith(term + row.right)
        assert max(len(row.left), len(row.right)) <= width
        assert row.keyword == term
        assert row.sentence in [each.text for each in govnews.sentences(cleaned.text)]


@given(st.lists(texts, max_size=3), st.sampled_from(TERMS))
@SLOWLY
def test_places_quote_the_text(many: list[str], term: str) -> None:
    """To the letter, where it is not cleaned."""
    for row in concordance(many, term, clean=False).itertuples():
        assert many[row.number][row.start : row.end] == row.keyword == term


@given(st.lists(texts, max_size=3))
@SLOWLY
def test_a_bulletin_without_the_term_changes_nothing(many: list[str]) -> None:
    """Behind the others."""
    assert concordance(many, "职工").equals(concordance([*many, "走访企业"], "职工"))


@given(texts)
@SLOWLY
def test_whole_words_are_those_that_are_cut(text: str) -> None:
    """One row a token."""
    cleaned = govnews.clean(text)
    spans = [
        cleaned.to_raw(token.start, token.end)
        for token in govnews.segment(cleaned.text)
        if token.text == "职工"
    ]
    found = concordance(text, "职工", whole_words=True)
    assert list(zip(found["start"], found["end"], strict=True)) == spans


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_samples_tell_of_workers(path: Any) -> None:
    """However garbled they are."""
    page = govnews.read(path)
    found = concordance(page, "职工")

    assert len(found) >= 3
    for row in found.itertuples():
        assert row.keyword in row.sentence
        assert "工" in page[row.start : row.end]


def test_a_term_is_found_inside_of_longer_words() -> None:
    """Unless whole words are asked for."""
    text = "省总工会和基层工会"
    assert concordance(text, "工会")["start"].tolist() == [2, 7]
    assert concordance(text, "省总工会", whole_words=True)["start"].tolist() == [0]
    assert concordance(text, "总工会", whole_words=True)["start"].tolist() == []


def test_a_phrase_may_be_of_several_words() -> None:
    """With whole words it begins and ends where words do."""
    text = "走访企业负责人，走访企业"
    assert concordance(text, "走访企业", whole_words=True)["start"].tolist() == [8]
    assert concordance(text, "访企业", whole_words=True)["start"].tolist() == []


def test_words_one_behind_the_other() -> None:
    """White space may be between them, nothing else; each is whole where that is asked for."""
    text = "走访企业，走访 企业，走访了企业，走访企业家"
    found = concordance(text, ["走访", "企业"], clean=False)

    assert found["keyword"].tolist() == ["走访企业", "走访 企业", "走访企业"]
    whole = concordance(text, ("走访", "企业"), whole_words=True, clean=False)
    assert whole["start"].tolist() == [0, 5]


def test_places_may_overlap() -> None:
    """Every one is a place."""
    assert concordance("哈哈哈", "哈哈")["start"].tolist() == [0, 1]


def test_an_expression_is_asked_of_the_cleaned_text() -> None:
    """Its matches are those of `finditer`, but for empty ones."""
    text = "慰问了困難職工５名，困难群众"
    found = concordance(text, re.compile("困难(职工|群众)|(?=名)"))

    assert found["keyword"].tolist() == ["困难职工", "困难群众"]
    assert [text[row.start : row.end] for row in found.itertuples()] == ["困難職工", "困难群众"]


def test_a_regular_expression_in_a_str_is_no_expression() -> None:
    """A point is a point."""
    assert concordance("增长3.5%，增长315%", "3.5")["start"].tolist() == [2]


def test_a_traditional_term_is_found_where_texts_are_cleaned() -> None:
    """And is what it is where they are not."""
    assert len(concordance(["职工", "慰問職工"], "職工")) == 2
    assert len(concordance(["职工", "慰問職工"], "職工", clean=False)) == 1


def test_context_ends_with_the_line() -> None:
    """What stands in another paragraph is none."""
    found = concordance("企业。\n慰问职工。\r\n工会。", "职工", width=9)
    assert found[["left", "right", "sentence"]].to_numpy().tolist() == [
        ["慰问", "。", "慰问职工。"]
    ]


def test_white_space_between_sentences_is_in_none() -> None:
    """Only an expression finds it."""
    found = concordance("走访企业。 慰问职工。", re.compile(r"\s|职工"), clean=False)
    assert found["sentence"].tolist() == ["", "慰问职工。"]


@pytest.mark.parametrize("term", [5, None, b"a", [5], re.compile(b"a"), {"职工"}])
def test_what_is_no_term_is_said(term: Any) -> None:
    """Words or an expression."""
    with pytest.raises(TypeError, match=r"^concordance (takes|looks for)"):
        concordance("职工", term)


@pytest.mark.parametrize("term", ["", " ", [], [""], ["职工", ""]])
def test_a_term_has_something_in_it(term: Any) -> None:
    """Nothing would be everywhere."""
    with pytest.raises(ValueError, match=r"^concordance looks for .*: name "):
        concordance("职工", term)


def test_a_long_sentence_is_kept_once() -> None:
    """However many places are in it: else a page without a full stop would fill the memory."""
    found = concordance("慰问，" * 1000 + "。走访", "慰问")
    assert len({id(sentence) for sentence in found["sentence"].tolist()}) == 1


def test_width_is_no_less_than_0() -> None:
    """0 shows the keyword alone."""
    with pytest.raises(ValueError, match="width=-1: show 0 characters or more"):
        concordance("职工", "职工", width=-1)
    assert concordance("慰问职工", "职工", width=0)["left"].tolist() == [""]

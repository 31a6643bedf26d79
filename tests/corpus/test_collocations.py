"""Collocations: pairs counted one by one, scores by scipy."""

from collections import Counter
from math import log2, sqrt
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2_contingency

import govnews
from govnews import UnknownChoiceError, collocations
from govnews.corpus.collocations import MEASURES, near
from govnews.corpus.counting import is_word
from tests.corpus.pages import SLOWLY, paragraphs, texts


def pairs_of(text: str, window: int, *, stop: bool = True) -> Counter[tuple[str, str]]:
    """Try every two tokens of every sentence."""
    cleaned = govnews.clean(text).text
    tokens = govnews.segment(cleaned)
    sentences = [
        [token for token in tokens if sentence.start <= token.start < sentence.end]
        for sentence in govnews.sentences(cleaned)
    ]
    return Counter(
        (one.text, two.text)
        for sentence in sentences
        for place, one in enumerate(sentence)
        for two in sentence[place + 1 : place + 1 + window]
        if is_word(one, stop=stop) and is_word(two, stop=stop)
    )


def pairs_in(found: Any) -> set[tuple[str, str]]:
    """Return the pairs that a frame lists."""
    return set(zip(found["first"], found["second"], strict=True))


@given(st.lists(texts, max_size=4), st.integers(1, 5), st.booleans())
@SLOWLY
def test_pairs_are_counted(many: list[str], window: int, stop: bool) -> None:  # noqa: FBT001
    """As by trying every two words."""
    each = [pairs_of(text, window, stop=stop) for text in many]
    total = sum(each, Counter())
    found = collocations(many, window=window, stop=stop, min_count=1, top=None)
    rows = found.set_index(["first", "second"])

    assert rows["count"].to_dict() == dict(total)
    assert rows["texts"].to_dict() == {pair: sum(pair in one for one in each) for pair in total}


@given(st.lists(texts, max_size=4), st.integers(1, 5))
@SLOWLY
def test_scores_are_those_of_scipy(many: list[str], window: int) -> None:
    """G2 with the sign of what is more than expected; a table that scipy refuses says 0."""
    found = collocations(many, window=window, min_count=1, top=None)
    size = found["count"].sum()

    for row in found.itertuples():
        first, second = row.first_count - row.count, row.second_count - row.count
        table = np.array([[row.count, first], [second, size - row.count - first - second]])
        if not (table.any(axis=0).all() and table.any(axis=1).all()):
            assert row.score == pytest.approx(0, abs=1e-9)
            continue
        expected = chi2_contingency(table, correction=False, lambda_="log-likelihood")
        sign = np.sign(row.count - row.expected)
        assert row.score == pytest.approx(sign * expected.statistic, abs=1e-9)
        assert row.expected == pytest.approx(expected.expected_freq[0, 0])


@given(st.lists(texts, max_size=4), st.sampled_from(sorted(MEASURES)))
@SLOWLY
def test_rows_count_down_the_scores(many: list[str], measure: str) -> None:
    """Equal scores by count, then by their words."""
    found = collocations(many, measure=measure, min_count=1, top=None)
    keys = [(-round(row.score, 9), -row.count, row.first, row.second) for row in found.itertuples()]
    assert keys == sorted(keys)


@pytest.mark.parametrize(("measure", "score"), [("pmi", log2(2 / 1.5)), ("t", (2 - 1.5) / sqrt(2))])
def test_the_other_measures_by_hand(measure: str, score: float) -> None:
    """慰问 begins 2 of 4 pairs, 职工 ends 3, two are both."""
    many = ["慰问职工", "慰问职工", "走访职工", "走访企业"]
    row = collocations(many, measure=measure).iloc[0]

    assert row[["first", "second", "count", "texts"]].tolist() == ["慰问", "职工", 2, 2]
    assert row[["first_count", "second_count", "expected"]].tolist() == [2, 3, 1.5]
    assert row["score"] == pytest.approx(score)


def test_sides_of_a_mark_are_not_side_by_side() -> None:
    """What is left out takes its place; a sentence's end parts for good."""
    text = "走访企业，慰问的职工。工会"
    wider = pairs_in(collocations(text, min_count=1, window=9))

    assert pairs_in(collocations(text, min_count=1)) == {("走访", "企业")}
    assert ("慰问", "职工") in wider
    assert not any("工会" in pair for pair in wider)


def test_stop_words_on_demand() -> None:
    """They pair with their neighbours then."""
    assert ("的", "职工") in pairs_in(collocations("慰问的职工", min_count=1, stop=False))


def test_the_collocates_of_a_word() -> None:
    """The rows of all pairs that it is in, on either side."""
    many = paragraphs("veterans")
    every = collocations(many, top=None)
    found = collocations(many, word="退役軍人", top=None)

    mine = every[(every["first"] == "退役军人") | (every["second"] == "退役军人")]
    assert len(mine) > 5
    assert found.equals(mine.reset_index(drop=True))
    assert len(collocations(many, word="海棠工坊")) == 0


def test_pairs_that_are_too_few_are_left_out() -> None:
    """Their words count all the same."""
    many = ["慰问职工", "慰问职工", "走访职工"]
    found = collocations(many)

    assert found[["first", "second", "second_count"]].to_numpy().tolist() == [["慰问", "职工", 3]]
    assert len(collocations(many, min_count=3)) == 0


def test_an_unknown_measure_is_said() -> None:
    """With the choices."""
    with pytest.raises(UnknownChoiceError, match=r"no measure 'mi3': choose one of log_likel.*, t"):
        collocations("职工", measure="mi3")


@pytest.mark.parametrize("name", ["window", "min_count"])
def test_numbers_are_1_at_least(name: str) -> None:
    """Less asks for nothing."""
    wrong: dict[str, Any] = {name: 0}
    with pytest.raises(ValueError, match=f"{name}=0: use 1 at least"):
        collocations("职工", **wrong)


def test_a_word_is_a_str() -> None:
    """And has something in it."""
    wrong: Any = 5
    with pytest.raises(TypeError, match=r"collocations looks for words \(str\), not int"):
        collocations("职工", word=wrong)
    with pytest.raises(ValueError, match="which has nothing in it"):
        collocations("职工", word="")


@given(st.lists(st.sampled_from("abc")), st.integers(1, 6))
def test_near_are_those_within_the_window(words: list[str], window: int) -> None:
    """All of them, once."""
    pairs = [
        (one, two)
        for place, one in enumerate(words)
        for two in words[place + 1 : place + 1 + window]
    ]
    assert Counter(near(enumerate(words), window)) == Counter(pairs)

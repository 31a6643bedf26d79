"""Keywords: scikit-learn's TF-IDF, and places in the caller's text."""

from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

import govnews
from govnews import keywords
from tests.corpus.pages import SAMPLES, SLOWLY, paragraphs, sample, texts


def words(text: str) -> list[str]:
    """Cut a text as the function does."""
    return govnews.words(govnews.clean(text).text, stop=True)


def test_scores_are_those_of_scikit_learn_fitted_to_the_corpora() -> None:
    """The vocabulary is that of the pages as well, so that df = 0 is in it."""
    pages, corpus = [govnews.read(path) for path in SAMPLES], paragraphs()
    names = sorted({word for text in (*pages, *corpus) for word in words(text)})
    vectorizer = TfidfVectorizer(analyzer=words, vocabulary=names, lowercase=False).fit(corpus)
    expected = vectorizer.transform(pages).toarray()
    found = keywords(pages, top=None)

    assert len(found) == np.count_nonzero(expected)
    columns = [vectorizer.vocabulary_[word] for word in found["word"]]
    np.testing.assert_allclose(found["score"], expected[found["number"], columns], rtol=1e-12)


@given(st.lists(texts, min_size=1, max_size=5))
@SLOWLY
def test_scores_are_those_of_scikit_learn_fitted_to_the_reference(many: list[str]) -> None:
    """Texts of one's own."""
    if not any(map(words, many)):
        return
    vectorizer = TfidfVectorizer(analyzer=words)
    expected = vectorizer.fit_transform(many).toarray()
    found = keywords(many, many, top=None)
    scores = np.zeros_like(expected)
    scores[found["number"], [vectorizer.vocabulary_[word] for word in found["word"]]] = found[
        "score"
    ]

    np.testing.assert_allclose(scores, expected, rtol=1e-12)


def test_a_score_by_hand() -> None:
    """Of two texts one has 走访, both have 企业, none has 慰问."""
    found = keywords("慰问企业，走访企业", ["走访企业", "企业"])
    weights = {"慰问": log(3 / 1) + 1, "企业": 2.0 * (log(3 / 3) + 1), "走访": log(3 / 2) + 1}
    length = sum(weight**2 for weight in weights.values()) ** 0.5

    assert found["word"].tolist() == list(weights)
    assert found["score"].tolist() == pytest.approx([each / length for each in weights.values()])


def test_what_is_said_of_a_word() -> None:
    """In the order of the columns."""
    row = keywords({"a": "5027萬元慰問職工，慰問(wèn)企業(yè)。"}, top=1).iloc[0]
    assert row.drop("score").tolist() == [0, "a", 1, "慰问", "v", 2, ((6, 8), (11, 13))]


@given(st.lists(texts, max_size=4), st.booleans(), st.booleans())
@SLOWLY
def test_places_are_those_of_the_words(many: list[str], stop: bool, clean: bool) -> None:  # noqa: FBT001
    """As the cleaned text gives them back."""
    pages = [govnews.clean(text) if clean else govnews.CleanText(text, text) for text in many]
    for row in keywords(many, top=None, stop=stop, clean=clean).itertuples():
        page = pages[row.number]
        tokens = [each for each in govnews.segment(page.text) if each.text == row.word]
        assert row.spans == tuple(page.to_raw(each.start, each.end) for each in tokens)
        assert (row.count, row.tag) == (len(tokens), tokens[0].tag)


@given(st.lists(texts, max_size=4))
@SLOWLY
def test_ranks_count_down_the_scores(many: list[str]) -> None:
    """Equal scores by count, then by word; they are of length 1 together."""
    for _, found in keywords(many, top=None).groupby("number"):
        keys = [(-row.score, -row.count, row.word) for row in found.itertuples()]
        assert keys == sorted(keys)
        assert found["rank"].tolist() == list(range(1, len(found) + 1))
        assert (found["score"] ** 2).sum() == pytest.approx(1)


@given(st.lists(texts, max_size=3), texts)
@SLOWLY
def test_another_bulletin_changes_nothing(many: list[str], another: str) -> None:
    """What words are worth is for the reference to say."""
    alone, together = keywords(many), keywords([*many, another])
    assert alone.equals(together[together["number"] < len(many)])


def test_stop_words_on_demand() -> None:
    """By default they are left out."""
    assert keywords("全省的职工")["word"].tolist() == ["职工"]
    assert set(keywords("全省的职工", stop=False)["word"]) == {"职工", "全省", "的"}


def test_a_word_that_the_corpora_do_not_have_comes_first() -> None:
    """It says most."""
    own = govnews.Segmenter(["海棠工坊 n"])
    assert keywords("职工入驻海棠工坊", segmenter=own)["word"].iloc[0] == "海棠工坊"


def test_traditional_pages_have_the_keywords_of_simplified_ones() -> None:
    """Where cleaning is left out they do not."""
    assert keywords("慰問困難職工")["word"].tolist() == keywords("慰问困难职工")["word"].tolist()
    assert "困難職工" in keywords("慰問困難職工", clean=False)["word"].tolist()


def test_a_sample_bulletin() -> None:
    """What a reader would name is among the first."""
    found = keywords(sample("simplified.txt"), top=5)["word"].tolist()
    assert {"困难职工", "退役军人"} <= set(found)

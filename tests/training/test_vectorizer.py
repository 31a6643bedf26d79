"""`BulletinVectorizer`: a `CountVectorizer` of our words."""

import pickle

import pytest
from sklearn.base import clone
from sklearn.naive_bayes import MultinomialNB
from sklearn.pipeline import make_pipeline

from govnews import BulletinVectorizer

TEXTS = ["省总工会走访43家企业", "省總工會走訪企業職工", "烈士陵园祭扫"]


def test_words_are_those_of_our_segmentation() -> None:
    """Numbers and marks are left out; Traditional words are the same words."""
    vectorizer = BulletinVectorizer().fit(TEXTS)

    assert {"省总工会", "走访", "企业"} <= set(vectorizer.get_feature_names_out())
    assert not {"43", "總", "訪"} & set(vectorizer.get_feature_names_out())


def test_the_settings_of_the_base_class_hold() -> None:
    """Pairs of words, stop words, a least frequency."""
    pairs = BulletinVectorizer(ngram_range=(2, 2)).fit(TEXTS)
    frequent = BulletinVectorizer(min_df=2, stop_words=["企业"]).fit(TEXTS)

    assert "省总工会 走访" in pairs.get_feature_names_out()
    assert set(frequent.get_feature_names_out()) == {"省总工会", "走访"}


def test_a_tokenizer_of_ones_own_goes_before() -> None:
    """And so does a preprocessor."""
    own = BulletinVectorizer(tokenizer=str.split, token_pattern=None, preprocessor=str.upper)

    assert own.fit(["a b", "b"]).get_feature_names_out().tolist() == ["A", "B"]


def test_it_is_cloned_and_pickled() -> None:
    """Fitted or not."""
    fitted = BulletinVectorizer(binary=True).fit(TEXTS)
    again = pickle.loads(pickle.dumps(fitted))  # noqa: S301 - our own bytes

    assert (again.transform(TEXTS) != fitted.transform(TEXTS)).nnz == 0
    assert clone(fitted).binary


def test_it_stands_in_a_pipeline() -> None:
    """In front of any classifier of counts."""
    pipeline = make_pipeline(BulletinVectorizer(), MultinomialNB()).fit(TEXTS, [0, 0, 1])

    assert pipeline.predict(["祭扫烈士", "走访企业"]).tolist() == [1, 0]


def test_a_text_that_is_none_is_said() -> None:
    """Like everywhere."""
    with pytest.raises(TypeError, match="clean takes a str"):
        BulletinVectorizer().fit([5])

"""`TopicClassifier`: what scikit-learn asks of an estimator, and what it was trained as."""

import pickle
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from sklearn.base import clone
from sklearn.exceptions import NotFittedError
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, cross_val_score
from sklearn.pipeline import FeatureUnion, make_pipeline

import govnews
from govnews import TopicClassifier
from govnews.errors import GovnewsError

FOREST = ("春季植树三千亩", "全县植树造林一万亩", "林场补植补造", "义务植树活动启动")
SPORT = ("职工篮球赛开幕", "举办健步走比赛", "太极拳比赛落幕", "中学生篮球赛决赛")
BOTH = ("植树活动后举办篮球赛",)
NEITHER = ("召开专题会议", "审议通过决定", "会议传达文件精神", "听取工作汇报", "印发通知")
TEXTS = [*FOREST, *SPORT, *BOTH * 2, *NEITHER] * 2
FLAGS = np.array(
    [[1, 0]] * len(FOREST) + [[0, 1]] * len(SPORT) + [[1, 1]] * 2 + [[0, 0]] * len(NEITHER)
)
Y = np.vstack([FLAGS, FLAGS])
TOPICS = ("forest", "sport")


@pytest.fixture(scope="module")
def fitted() -> TopicClassifier:
    """A classifier of two topics."""
    return TopicClassifier(topics=TOPICS).fit(TEXTS, Y)


def test_it_learns(fitted: TopicClassifier) -> None:
    """Several topics at once, or none."""
    texts = ["植树造林", "篮球比赛", "植树，篮球", "传达精神"]

    assert fitted.predict(texts).tolist() == [
        [True, False],
        [False, True],
        [True, True],
        [False, False],
    ]
    assert fitted.score(TEXTS, Y) == 1
    assert list(fitted.classes_) == list(TOPICS)


def test_the_model_gives_what_the_pipeline_gives(fitted: TopicClassifier) -> None:
    """The same numbers: nothing is lost on the way to plain arrays."""
    texts = [govnews.clean(text).text for text in [*TEXTS, "无关", ""]]
    theirs = fitted.pipeline_.predict_proba(texts)

    np.testing.assert_allclose(fitted.predict_proba(texts), theirs, rtol=0, atol=1e-9)
    np.testing.assert_allclose(fitted.model_.probabilities(texts), theirs, rtol=0, atol=1e-9)


def test_garbled_and_traditional_paragraphs_are_cleaned(fitted: TopicClassifier) -> None:
    """In training and in prediction."""
    plain, garbled = fitted.predict_proba(["植树造林和篮球赛", "植樹(shù)造林和籃球賽"])
    again = TopicClassifier(topics=TOPICS).fit([text.replace("树", "樹") for text in TEXTS], Y)

    assert plain.tolist() == garbled.tolist()
    assert again.predict(["植树造林"]).tolist() == [[True, False]]


def test_one_topic_is_a_column(fitted: TopicClassifier) -> None:
    """As scikit-learn has it for two classes."""
    single = TopicClassifier(topics=["forest"]).fit(TEXTS, Y[:, 0].astype(bool))
    probabilities = single.predict_proba(["植树造林", "篮球"])

    assert single.predict(["植树造林", "篮球"]).tolist() == [True, False]
    assert probabilities.shape == (2, 2)
    np.testing.assert_allclose(probabilities.sum(axis=1), 1)
    assert single.transform(["植树造林"]).shape == (1, 1)
    assert single.classes_.tolist() == [False, True]
    assert fitted.predict_proba(["植树"]).shape == (1, 2)


def test_columns_of_a_frame_name_the_topics() -> None:
    """Where `topics` does not."""
    named = TopicClassifier().fit(pd.Series(TEXTS), pd.DataFrame(Y, columns=TOPICS))
    numbered = TopicClassifier().fit(TEXTS, Y)

    assert named.model_.labels == TOPICS
    assert numbered.model_.labels == ("topic0", "topic1")


def test_it_is_cloned_and_pickled(fitted: TopicClassifier) -> None:
    """A clone has the settings and knows nothing; a pickle knows all."""
    assert clone(fitted).get_params() == fitted.get_params()
    with pytest.raises(NotFittedError, match="knows no topics: call fit or load"):
        clone(fitted).predict(["植树"])
    again = pickle.loads(pickle.dumps(fitted))  # noqa: S301 - our own bytes
    assert again.predict_proba(TEXTS).tolist() == fitted.predict_proba(TEXTS).tolist()


def test_it_is_saved_and_loaded_without_a_pickle(fitted: TopicClassifier, tmp_path: Path) -> None:
    """As two files that other services read with numpy alone."""
    fitted.save(tmp_path)
    again = TopicClassifier.load(tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir()) == ["topics.json", "topics.npz"]
    assert again.predict_proba(TEXTS).tolist() == fitted.predict_proba(TEXTS).tolist()
    assert again.classes_.tolist() == fitted.classes_.tolist()
    assert govnews.classify("植树造林", model=tmp_path).topics == ("forest",)


def test_it_works_inside_of_scikit_learn() -> None:
    """Searching settings, cross-validating, and as features for another estimator."""
    search = GridSearchCV(TopicClassifier(), {"C": [1, 100]}, cv=2, scoring="f1_macro")
    scores = cross_val_score(TopicClassifier(), TEXTS, Y[:, 0], cv=2)
    features = FeatureUnion([("topics", TopicClassifier())])
    chained = make_pipeline(features, LogisticRegression()).fit(TEXTS, Y[:, 0])

    assert search.fit(TEXTS, Y).best_score_ > 0.5
    assert scores.mean() > 0.5
    assert chained.predict(["植树造林", "传达文件"]).tolist() == [1, 0]


def test_what_it_returns_as_features_has_names(fitted: TopicClassifier) -> None:
    """Also as a pandas frame."""
    framed = clone(fitted).set_output(transform="pandas").fit(TEXTS, Y).transform(["植树"])

    assert fitted.get_feature_names_out().tolist() == list(TOPICS)
    assert list(framed.columns) == list(TOPICS)
    assert framed["forest"][0] > framed["sport"][0]


def test_groups_are_left_out_whole() -> None:
    """What a group alone knows, it is not judged by."""
    groups = [0] * (len(TEXTS) // 2) + [1] * (len(TEXTS) // 2)
    grouped = TopicClassifier(topics=TOPICS).fit(TEXTS, Y, groups=groups)

    assert grouped.crossed_.paragraphs == len(TEXTS)
    assert grouped.unseen_.shape == Y.shape
    # the same texts stand in both: what one teaches, the other asks
    assert grouped.crossed_.macro_f1 == 1


@pytest.mark.parametrize(
    ("texts", "flags", "error", "message"),
    [
        ("植树", [1], TypeError, "not a single text"),
        ([5, 6], [0, 1], TypeError, "clean takes a str, not int"),
        (TEXTS, [2] * len(TEXTS), ValueError, "y is a column of flags"),
        (TEXTS, ["forest"] * len(TEXTS), ValueError, "y is a column of flags"),
        (TEXTS, [["tourism"]] * len(TEXTS), ValueError, "topic 'tourism', which is not in"),
        (TEXTS, Y[1:], ValueError, "X has 30 paragraphs and y 29 rows"),
        (TEXTS, Y[:, :1], ValueError, "y has 1 topics, but they are named forest, sport"),
        ([], [], GovnewsError, "there are no paragraphs to learn from"),
        (TEXTS, [[]] * len(TEXTS), GovnewsError, "paragraphs with forest stand in no paragraph"),
        (TEXTS, Y * 0, GovnewsError, "paragraphs with forest stand in no paragraph"),
        (["植树", "开会"], [[1, 1], [0, 0]], GovnewsError, "with forest stand in one paragraph"),
    ],
)
def test_what_cannot_be_learned_is_said(
    texts: Any, flags: Any, error: type[Exception], message: str
) -> None:
    """Before anything is trained."""
    with pytest.raises(error, match=message):
        TopicClassifier(topics=TOPICS).fit(texts, flags)


def test_groups_are_of_every_paragraph() -> None:
    """Or they fit none."""
    with pytest.raises(ValueError, match="X has 30 paragraphs and groups 1"):
        TopicClassifier(topics=TOPICS).fit(TEXTS, Y, groups=["one"])


def test_names_are_flags_too(fitted: TopicClassifier) -> None:
    """As a labelled file has them; the topics are those that are named."""
    named = [[topic for topic, has in zip(TOPICS, row, strict=True) if has] for row in Y]
    again = TopicClassifier().fit(TEXTS, named)

    assert again.model_.labels == TOPICS
    assert again.predict_proba(TEXTS).tolist() == fitted.predict_proba(TEXTS).tolist()


def test_columns_of_pandas_are_lists(fitted: TopicClassifier) -> None:
    """As they come out of `pandas.read_json`."""
    named = [[topic for topic, has in zip(TOPICS, row, strict=True) if has] for row in Y]
    frame = pd.DataFrame({"text": TEXTS, "topics": named}).iloc[::-1]
    again = TopicClassifier().fit(frame["text"], frame["topics"])

    assert again.predict_proba(TEXTS).tolist() == fitted.predict_proba(TEXTS).tolist()
    assert len(govnews.suggest(frame["text"], again, count=2)) == 2


def test_the_order_of_paragraphs_decides_nothing(fitted: TopicClassifier) -> None:
    """Nor which of them are left out together."""
    order = np.random.default_rng(0).permutation(len(TEXTS))
    again = TopicClassifier(topics=TOPICS).fit([TEXTS[each] for each in order], Y[order])

    assert again.model_.thresholds == fitted.model_.thresholds
    assert again.crossed_.f1 == fitted.crossed_.f1


def test_what_was_measured_is_saved(fitted: TopicClassifier, tmp_path: Path) -> None:
    """So that a model says how good it is."""
    fitted.save(tmp_path)

    assert TopicClassifier.load(tmp_path).model_.scores["exact"] == round(fitted.crossed_.exact, 3)


def test_a_fitted_classifier_is_a_model(fitted: TopicClassifier) -> None:
    """Wherever a model is named."""
    assert govnews.classify("植树造林", model=fitted).topics == ("forest",)
    assert govnews.suggest(["植树造林"], fitted)[0].topic in TOPICS


def test_a_topic_that_most_paragraphs_have_is_given() -> None:
    """A probability below what the training leads to expect is still one to give."""
    random = np.random.default_rng(0)
    words = "植树林草水土湖山"
    texts = ["".join(random.choice(list(words), 6)) for _ in range(60)]
    flags = random.random(60) < 0.8
    fitted = TopicClassifier().fit(texts, flags)
    probabilities = fitted.predict_proba(texts)[:, 1]

    assert (fitted.predict(texts) == (probabilities >= fitted.model_.thresholds[0])).all()
    assert not fitted.predict(["", "abc"]).any()


def test_a_rare_topic_is_in_two_parts() -> None:
    """However the others are dealt."""
    texts = [f"{word}会议" for word in "植树林草水土湖山川田"]
    common = [1] * 4 + [0] * 6
    rare = [1] + [0] * 8 + [1]

    assert TopicClassifier().fit(texts, np.array([rare, common]).T).model_.documents == 10


@pytest.mark.parametrize("label", ["text", "n_figures", " ", "\x1b[31m", "\ud800"])
def test_a_topic_has_a_name_for_tables(label: str) -> None:
    """Or its scores would take the place of another column."""
    with pytest.raises(ValueError, match="a topic cannot be called"):
        TopicClassifier().fit(TEXTS, [[label] if has else [] for has in Y[:, 0]])


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"C": 0}, "C=0: use more than 0"),
        ({"min_df": 0}, "min_df=0: use 1 at least"),
        ({"longest": 5}, "longest=5: use 1 to 4"),
        ({"cue_value": -1}, "cue_value=-1: use 0 or more"),
        ({"cv": 1}, "cv=1: use 2 at least"),
        ({"topics": "forest"}, r"topics='forest': name them in a list, as in \['forest'\]"),
        ({"topics": ["forest", ""]}, "name them in a list"),
    ],
)
def test_settings_are_looked_at_first(settings: dict[str, Any], message: str) -> None:
    """Before anything is trained."""
    with pytest.raises(ValueError, match=message):
        TopicClassifier(**settings).fit(TEXTS, Y)


def test_two_topics_need_two_names() -> None:
    """Or nobody could tell them apart."""
    with pytest.raises(ValueError, match="they are named forest, forest"):
        TopicClassifier(topics=["forest", "forest"]).fit(TEXTS, Y)

"""The classifier: what it promises for any text, and evidence that adds up."""

import copy
import pickle
import subprocess
import sys
from time import process_time
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import govnews
from govnews import TOPICS, TopicModel, classify, classify_many
from govnews.models import Token
from govnews.topics import evidence

PARAGRAPH = "省总工会为困难职工送去慰问金500万元，为1396名农民工追讨欠薪。"
TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from("职工会农民欠薪援青海北京专家博士退役军人烈士，。0 \n"),
        st.characters(exclude_categories=()),
    ),
    max_size=60,
)


@pytest.fixture(autouse=True, scope="module")
def _loaded() -> None:
    """Load the dictionary and the model before any property is timed."""
    govnews.warm_up()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("春节前，市总工会走访困难职工家庭，送去慰问金和棉被。", ("worker_services",)),
        pytest.param(
            "市总工会为户外劳动者免费体检，发放清凉包3000份。",
            ("worker_services",),
            marks=pytest.mark.xfail(reason="劳动者 speaks for rights_protection as well"),
        ),
        ("劳动监察大队为312名农民工追回被拖欠的工资460万元。", ("rights_protection",)),
        ("天津市今年安排黄南州援青资金1.2亿元，实施项目37个。", ("aid_qinghai",)),
        ("县里聘请12名院士专家设立专家工作站，指导种植技术。", ("expert_services",)),
        ("退役军人服务站走访烈属，为立功军人家庭送喜报。", ("veterans",)),
        ("上半年全市规模以上工业增加值同比增长6.2%。", ()),
        ("西藏自治区党委召开援藏干部人才轮换工作领导小组会议。", ()),
        ("今秋征兵体检昨日开始，全县432名适龄青年参加。", ()),
        ("消费者协会上半年受理投诉316件，为消费者挽回损失42万元。", ()),
        ("全省公务员招录笔试17日举行，4.2万名考生参加。", ()),
    ],
)
def test_topics(text: str, expected: tuple[str, ...]) -> None:
    """One plain sentence for each topic, and some for none."""
    assert classify(text).topics == expected


@given(TEXTS)
def test_any_text_is_classified(text: str) -> None:
    """Every label has a probability, and topics come most probable first."""
    found = classify(text)
    scores = [found.scores[topic] for topic in found.topics]

    assert list(found.scores) == list(found.evidence) == list(TOPICS)
    assert all(0 <= score <= 1 for score in found.scores.values())
    assert scores == sorted(scores, reverse=True)


@given(st.lists(TEXTS, max_size=6))
def test_many_are_classified_like_one(texts: list[str]) -> None:
    """To the last digit, whatever stands beside them."""
    found = classify_many(texts)

    assert found == [classify(text) for text in texts]


@given(TEXTS)
def test_evidence_quotes_the_text(text: str) -> None:
    """A span lies in the caller's text; weights are positive and fall."""
    for terms in classify(text).evidence.values():
        weights = [each.weight for each in terms]
        assert weights == sorted(weights, reverse=True)
        for each in terms:
            assert each.weight > 0
            for start, end in each.spans:
                assert govnews.clean(text[start:end]).text == each.term


def test_evidence_stands_in_the_callers_text() -> None:
    """However garbled that is."""
    text = "　總工會為退役軍(jūn)人送去慰問金"
    spans = [
        text[start:end]
        for each in classify(text).evidence["veterans"]
        for start, end in each.spans
        if each.term == "退役军人"
    ]

    assert spans == ["退役軍(jūn)人"]


def test_evidence_names_the_words_that_speak() -> None:
    """Each topic of a paragraph is backed by its own words."""
    found = classify(PARAGRAPH).evidence

    assert "慰问金" in [each.term for each in found["worker_services"]]
    assert "欠薪" in [each.term for each in found["rights_protection"]]


@pytest.mark.parametrize("text", [PARAGRAPH, "天津、北京帮扶泽库、囊谦，援疆", "职工" * 5])
def test_all_that_was_added_is_credited(text: str) -> None:
    """What the features added to the log-odds lies on the characters, all of it."""
    model = TopicModel.shipped()
    whole = [Token(text, 0, len(text), "n")]
    (probabilities,) = model.probabilities([text])
    expected = np.log(probabilities / (1 - probabilities)) - model.intercepts / 1000
    credited = evidence.evidence(model, text, whole)

    for label, log_odds in zip(model.labels, expected, strict=True):
        given = credited[label][0].weight if credited[label] else 0
        assert given == pytest.approx(max(0, log_odds), abs=1e-3)


@pytest.mark.parametrize("text", ["", " \n", "2022年7月24日", "……", "abc", "𠀀𠀀", "\ud800"])
def test_what_has_no_words_has_no_topic(text: str) -> None:
    """An intercept alone convinces nobody."""
    found = classify(text)

    assert found.topics == ()
    assert found.topic is None
    assert not any(found.evidence.values())


@pytest.mark.parametrize("wrong", [None, b"\xd6\xb0", 5])
def test_only_strings_are_classified(wrong: Any) -> None:
    """Bytes and None are mistakes, not texts."""
    with pytest.raises(TypeError, match="classify takes a str"):
        classify(wrong)
    with pytest.raises(TypeError, match="classify_many takes a str"):
        classify_many([wrong])


def test_one_text_is_not_many() -> None:
    """Or each character would be a paragraph."""
    with pytest.raises(TypeError, match="use classify, or pass a list"):
        classify_many("职工")


def test_a_classification_is_a_value() -> None:
    """It compares, hashes, pickles and copies, evidence and all, looked at or not."""
    found = classify(PARAGRAPH)

    for again in (pickle.loads(pickle.dumps(found)), copy.deepcopy(found), classify(PARAGRAPH)):  # noqa: S301
        assert again == found
        assert hash(again) == hash(found)
    assert repr(found.evidence).startswith("{'worker_services': (Evidence(")


def test_time_is_linear() -> None:
    """A paragraph of 60,000 characters is read in a moment, and so is one of digits."""
    for text in (PARAGRAPH * (60_000 // len(PARAGRAPH)), "1" * 60_000, "职" * 60_000):
        begun = process_time()
        classify(text)
        assert process_time() - begun < 5


def test_scoring_needs_no_sklearn() -> None:
    """Who only lists topics loads no numpy; who classifies loads no scikit-learn."""
    code = """
import sys
from govnews.topics import TOPICS
assert "numpy" not in sys.modules
import govnews
found = govnews.classify("职工")
dict(found.evidence)
assert not {"sklearn", "scipy", "pandas", "joblib"} & {*sys.modules}
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_topics_are_in_the_order_of_the_guide_and_fixed() -> None:
    """Label and Chinese name; nobody can add a sixth."""
    assert " ".join(TOPICS.values()) == "服务职工 维护权益 对口援青 专家服务 退役军人"
    assert TopicModel.shipped().labels == tuple(TOPICS)
    with pytest.raises(TypeError):
        TOPICS["sixth"] = "第六"  # type: ignore[index]

"""The classifier: what it promises for any text, and evidence that adds up."""

import subprocess
import sys
from time import perf_counter
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews.segmentation import segment
from govnews.topics import TOPICS, classifier, classify
from govnews.topics.classifier import _added, _find, _shares
from govnews.topics.model import shipped

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
    classify("职工", segment)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("春节前，市总工会走访困难职工家庭，送去慰问金和棉被。", ("worker_services",)),
        pytest.param(
            "市总工会为户外劳动者免费体检，发放清凉包3000份。",
            ("worker_services",),
            marks=pytest.mark.xfail(reason="劳动者 and 发放 speak for rights_protection as well"),
        ),
        ("劳动监察大队为312名农民工追回被拖欠的工资460万元。", ("rights_protection",)),
        ("天津市今年安排黄南州援青资金1.2亿元，实施项目37个。", ("aid_qinghai",)),
        ("县里聘请12名院士专家设立专家工作站，指导种植技术。", ("expert_services",)),
        ("退役军人服务站走访烈属，为立功军人家庭送喜报。", ("veterans",)),
        ("上半年全市规模以上工业增加值同比增长6.2%。", ()),
    ],
)
def test_topics(text: str, expected: tuple[str, ...]) -> None:
    """One plain sentence for each topic, and one for none."""
    assert classify(text, segment).topics == expected


@given(TEXTS)
def test_any_text_is_classified(text: str) -> None:
    """Every label has a probability, and topics come most probable first."""
    found = classify(text, segment)
    scores = [found.scores[topic] for topic in found.topics]

    assert list(found.scores) == list(found.evidence) == list(TOPICS)
    assert all(0 <= score <= 1 for score in found.scores.values())
    assert scores == sorted(scores, reverse=True)


@given(TEXTS)
def test_evidence_quotes_the_text(text: str) -> None:
    """A span shows its term; weights are positive and fall."""
    for terms in classify(text, segment).evidence.values():
        weights = [evidence.weight for evidence in terms]
        assert weights == sorted(weights, reverse=True)
        for evidence in terms:
            assert evidence.weight > 0
            assert {text[start:end] for start, end in evidence.spans} == {evidence.term}


def test_evidence_names_the_words_that_speak() -> None:
    """Each topic of a paragraph is backed by its own words."""
    evidence = classify(PARAGRAPH, segment).evidence

    assert "慰问金" in [each.term for each in evidence["worker_services"]]
    assert "欠薪" in [each.term for each in evidence["rights_protection"]]


def test_all_that_was_added_is_credited() -> None:
    """What the features added to the log-odds is spread over the characters, all of it."""
    model = shipped()
    found = _find(PARAGRAPH, segment(PARAGRAPH), model)
    added = _added(found, model.values(found.present, found.counts), model)

    np.testing.assert_allclose(
        _shares(found, added, len(PARAGRAPH))[:, -1], added.sum(axis=1), atol=1e-9
    )


@given(TEXTS)
def test_evidence_can_be_left_out(text: str) -> None:
    """Topics and probabilities stay the same."""
    full, bare = classify(text, segment), classify(text, segment, evidence=False)

    assert (bare.topics, bare.scores, bare.evidence) == (full.topics, full.scores, {})


def test_leaving_evidence_out_saves_its_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of it is computed and thrown away."""
    monkeypatch.setattr(classifier, "_evidence", None)

    assert classify(PARAGRAPH, segment, evidence=False).topics


@pytest.mark.parametrize("text", ["", " \n", "2015 ,.", "\ud800\0"])
def test_nothing_known_is_no_topic(text: str) -> None:
    """No words, no topic: an intercept alone convinces nobody."""
    found = classify(text, segment)

    assert found.topics == ()
    assert found.topic is None
    assert not any(found.evidence.values())


@pytest.mark.parametrize("wrong", [None, b"\xd6\xb0", 5])
def test_only_strings_are_classified(wrong: Any) -> None:
    """Bytes and None are mistakes, not texts."""
    with pytest.raises(TypeError, match="classify needs a str"):
        classify(wrong, segment)


def test_time_is_linear() -> None:
    """A paragraph of 60,000 characters is read in a moment."""
    begun = perf_counter()
    classify(PARAGRAPH * (60_000 // len(PARAGRAPH)), segment)

    assert perf_counter() - begun < 5


def test_scoring_needs_no_sklearn() -> None:
    """Who only lists topics loads no numpy; who classifies loads no scikit-learn."""
    code = """
import sys
from govnews.topics import TOPICS, classify
assert "numpy" not in sys.modules
from govnews.segmentation import segment
classify("职工", segment)
assert not {"sklearn", "scipy", "pandas"} & {*sys.modules}
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_topics_are_in_the_order_of_the_guide_and_fixed() -> None:
    """Label and Chinese name; nobody can add a sixth."""
    assert " ".join(TOPICS.values()) == "服务职工 维护权益 对口援青 专家服务 退役军人"
    with pytest.raises(TypeError):
        TOPICS["sixth"] = "第六"  # type: ignore[index]

"""Models of one's own in the public calls, and what a whole bulletin is about."""

from pathlib import Path
from typing import Any

import pytest

import govnews
from govnews import GovnewsError, TopicClassifier, TopicModel

TEXTS = ["春季植树三千亩", "全县植树造林", "召开专题会议", "会议传达精神"] * 3


@pytest.fixture(scope="module")
def forest() -> TopicModel:
    """A model of one topic."""
    made: TopicModel = TopicClassifier(topics=["forest"]).fit(TEXTS, [1, 1, 0, 0] * 3).model_
    return made


def test_a_model_is_named_by_its_folder_or_itself(forest: TopicModel, tmp_path: Path) -> None:
    """Or by a list of these; `govnews` is the shipped one."""
    forest.save(tmp_path)

    for model in (forest, tmp_path, str(tmp_path), [forest]):
        assert govnews.classify("植树造林", model=model).topics == ("forest",)
    both = govnews.classify("退役军人植树造林", model=["govnews", tmp_path])
    assert set(both.topics) == {"forest", "veterans"}
    assert list(both.scores) == list(both.evidence) == [*govnews.TOPICS, "forest"]


def test_every_call_takes_it(forest: TopicModel) -> None:
    """One paragraph, many, a bulletin, many bulletins, and in other processes."""
    text = "植树造林\n慰问退役军人"

    assert [each.topics for each in govnews.classify_many(text.split(), model=forest)] == [
        ("forest",),
        (),
    ]
    for bulletin in (
        govnews.analyze(text, model=forest),
        *govnews.analyze_many([text], model=forest),
        *govnews.analyze_many([text], model=forest, workers=2),
    ):
        assert [each.topics for each in bulletin.paragraphs] == [("forest",), ()]
        assert list(bulletin.to_frame("paragraphs").columns)[-1] == "forest"


@pytest.mark.parametrize(
    ("model", "error", "message"),
    [
        ("nowhere", GovnewsError, "'nowhere' is no folder: name the one that"),
        (["govnews", "govnews"], ValueError, "two models know the topic 'aid_qinghai'"),
        ([], ValueError, "no model is named"),
        ([5], TypeError, "not int"),
        (5, TypeError, "or a fitted TopicClassifier, not int"),
    ],
)
def test_what_is_no_model_is_said(model: Any, error: type[Exception], message: str) -> None:
    """By every call, before it does anything."""
    for call in (
        govnews.classify,
        govnews.analyze,
        lambda text, model: govnews.classify_many([text], model=model),
    ):
        with pytest.raises(error, match=message):
            call("职工", model=model)


def test_a_bulletin_says_what_it_is_about() -> None:
    """By characters; a paragraph of two topics is divided."""
    veterans, none = "慰问退役军人和烈属家庭", "今天上午天气晴朗"
    bulletin = govnews.analyze(f"{veterans}\n{none}\n{veterans}")
    whole = 2 * len(veterans) + len(none)

    assert bulletin.shares == {"veterans": round(2 * len(veterans) / whole, 4)}
    assert bulletin.topic == "veterans"
    assert bulletin.to_dict()["topic"] == "veterans"
    assert bulletin.to_dict()["shares"] == dict(bulletin.shares)


@pytest.mark.parametrize(
    "text", ["", "今天上午天气晴朗", "慰问退役军人\n" + "今天上午天气晴朗。" * 9]
)
def test_a_bulletin_of_little_is_about_nothing(text: str) -> None:
    """Less than a quarter of it is no topic of the whole."""
    bulletin = govnews.analyze(text)

    assert bulletin.topic is None
    assert sum(bulletin.shares.values()) < 0.25


def test_shares_never_exceed_the_whole() -> None:
    """Whatever the paragraphs are about."""
    page = govnews.read(Path(__file__).parents[2] / "corpora" / "bulletins" / "garbled.txt")
    bulletin = govnews.analyze(page)
    shares = list(bulletin.shares.values())

    assert 0.5 < sum(shares) <= 1.001
    assert shares == sorted(shares, reverse=True)


def test_a_teaser_is_classified_on_what_is_there() -> None:
    """The mark of the cut is no part of it."""
    (paragraph,) = govnews.analyze("市总工会为困难职工发放慰问金，组织劳模体检… [详情]").paragraphs

    assert paragraph.truncated
    assert paragraph.topics == ("worker_services",)

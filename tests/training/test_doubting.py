"""Doubtful labels: a wrong one is found, if cleanlab is there to look."""

import sys

import pytest

from govnews import doubtful_labels
from govnews.errors import MissingExtraError

FOREST = ["春季植树三千亩", "全县植树造林一万亩", "林场补植造林", "义务植树活动启动", "植树节植树"]
MEETING = ["召开专题会议", "会议审议通过决定", "会议传达文件", "听取会议汇报", "会议印发通知"]
TEXTS = [*FOREST, *MEETING] * 3
TOPICS = [*[["forest"]] * 5, *[["meeting"]] * 5] * 3


def test_a_wrong_label_is_found() -> None:
    """With what a model that had not seen it would have said."""
    pytest.importorskip("cleanlab")
    wrong = [list(each) for each in TOPICS]
    wrong[0] = ["meeting"]
    found = doubtful_labels(TEXTS, wrong)

    assert found[0].index == 0
    assert found[0].labelled == ("meeting",)
    assert found[0].probabilities["forest"] > found[0].probabilities["meeting"]
    assert 0 <= found[0].quality < 0.5


def test_a_wrong_label_of_a_single_topic_is_found() -> None:
    """It is there or not."""
    pytest.importorskip("cleanlab")
    single = [[topic for topic in each if topic == "forest"] for each in TOPICS]
    single[0] = []

    assert doubtful_labels(TEXTS, single)[0].index == 0


def test_a_name_is_no_list_of_names() -> None:
    """Or its characters would be topics."""
    pytest.importorskip("cleanlab")

    with pytest.raises(ValueError, match="a list of names, as in"):
        doubtful_labels(TEXTS, ["forest"] * len(TEXTS))


def test_sound_labels_are_left_alone() -> None:
    """None of thirty plain ones is in doubt."""
    pytest.importorskip("cleanlab")

    assert doubtful_labels(TEXTS, TOPICS) == []


def test_without_cleanlab_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """And with what words."""
    monkeypatch.setitem(sys.modules, "cleanlab", None)

    with pytest.raises(MissingExtraError, match=r"pip install 'govnews\[label\]'"):
        doubtful_labels(TEXTS, TOPICS)

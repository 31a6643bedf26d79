"""Features and cues: what is counted, what is masked, and where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews.resources import table
from govnews.segmentation import segment
from govnews.topics.cues import cues
from govnews.topics.features import features


def counted(text: str) -> list[str]:
    """Return the features of *text* without their places."""
    return [feature for feature, _, _ in features(text, segment(text))]


@given(st.text(alphabet="职工会援青海北京，。5a ", max_size=40))
def test_a_feature_quotes_the_text(text: str) -> None:
    """Words and runs of characters stand where they say."""
    for feature, start, end in features(text, segment(text)):
        assert feature[0] == "@" or feature[1:] == text[start:end]


@given(st.text(alphabet="职工会援青，。", max_size=40), st.text(alphabet="，。", max_size=3))
def test_text_in_front_only_shifts(text: str, front: str) -> None:
    """Nothing depends on where a paragraph begins."""
    shifted = [
        (feature, start - len(front), end - len(front))
        for feature, start, end in features(front + text, segment(front + text))
    ]

    assert shifted == list(features(text, segment(text)))


@pytest.mark.parametrize("number", ["5", "1,234.5", "２０２２", "98.6%"])
def test_numbers_do_not_count(number: str) -> None:
    """How many were helped says nothing about with what; runs of characters end there too."""
    assert counted(f"职工{number}。军人") == counted("职工。军人")


def test_words_and_characters_stay_apart() -> None:
    """The word 职工 is one feature, the characters 职工 another."""
    assert {"=职工", "~职工"} <= set(counted("职工"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("囊谦", {"青海"}),
        ("河南省", {"其他省份"}),
        ("河南县", {"青海"}),
        ("海南省", {"其他省份"}),
        ("海南藏族自治州", {"青海"}),
        ("共和国", set()),
        ("津贴", set()),
        ("沪青", {"青海", "支援省市", "青海+支援省市"}),
        ("援疆", {"西藏新疆"}),
    ],
)
def test_cues(text: str, expected: set[str]) -> None:
    """Names that mean something else without their ending are left alone."""
    assert {cue for cue, _, _ in cues(text)} == expected


def test_every_name_gives_its_cue_and_none_is_listed_twice() -> None:
    """A name hidden behind a shorter one of another group would be a dead row."""
    for group in table("cues")["group"]:
        assert len(group["names"]) == len(set(group["names"]))
        for name in group["names"]:
            assert group["name"] in {cue for cue, _, _ in cues(name)}

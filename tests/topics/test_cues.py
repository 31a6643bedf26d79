"""Cues: which groups of names a text brings together."""

import pytest

from govnews.resources import table
from govnews.topics.counts import count, names_in
from govnews.topics.cues import cue_names, cues_of, groups, groups_of_cues
from govnews.topics.ngrams import LONGEST


def cues(text: str) -> set[str]:
    """Return the cues of a text."""
    (row,) = cues_of(count([text], groups().lookup, LONGEST).groups)
    return {name for name, there in zip(cue_names(), row, strict=True) if there}


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
    assert cues(text) == expected


def test_every_name_gives_its_cue_and_none_is_listed_twice() -> None:
    """A name longer than a number can hold would never be found."""
    for group in table("cues")["group"]:
        assert len(group["names"]) == len(set(group["names"]))
        for name in group["names"]:
            assert len(name) <= LONGEST
            assert group["name"] in cues(name)


def test_a_cue_is_about_its_groups() -> None:
    """A pair about both, a group about itself."""
    for cue, about in zip(cue_names(), groups_of_cues(), strict=True):
        named = [name for name, there in zip(groups().names, about, strict=True) if there]
        assert "+".join(named) == cue


def test_names_have_their_places() -> None:
    """A name of two groups is found for both."""
    found = names_in("经鲁青协作")
    named = {
        (groups().names[which], start, end)
        for start, end, which in zip(found.starts, found.ends, found.which, strict=True)
    }

    assert named == {("青海", 1, 3), ("支援省市", 1, 3), ("支援", 3, 5)}

"""Suggestions: doubtful paragraphs first, and no ten of a kind."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews import TopicModel, suggest

SURE = ["慰问退役军人和烈属", "为农民工追讨被拖欠的工资", "今天天气晴"]
DOUBTFUL = "工会和企业座谈"


def test_the_doubtful_one_comes_first() -> None:
    """With the topic that is in doubt, and how probable it is."""
    first, *_ = suggest([*SURE, DOUBTFUL], count=2)

    assert (first.index, first.text) == (len(SURE), DOUBTFUL)
    assert first.topic in TopicModel.shipped().labels
    assert 0 < first.doubt <= 1
    assert 0 < first.probability < 1


def test_the_same_paragraph_is_not_suggested_twice_in_a_row() -> None:
    """What is like what was picked waits."""
    found = suggest([DOUBTFUL, DOUBTFUL, "今天天气晴"], count=3)

    assert [each.text for each in found] == [DOUBTFUL, "今天天气晴", DOUBTFUL]


def test_what_says_nothing_comes_last() -> None:
    """Nobody learns from a date."""
    assert [each.text for each in suggest(["", "2023", DOUBTFUL], count=1)] == [DOUBTFUL]


@given(st.lists(st.text(alphabet="职工会退役军人，5 "), max_size=8), st.integers(0, 10))
def test_each_is_suggested_once_at_most(texts: list[str], count: int) -> None:
    """As many as were asked for, if there are so many."""
    found = suggest(texts, count=count)

    assert len({each.index for each in found}) == len(found) == min(count, len(texts))
    assert all(texts[each.index] == each.text for each in found)


@pytest.mark.parametrize(
    ("texts", "count", "error"),
    [("职工", 1, TypeError), ([5], 1, TypeError), (["职"], -1, ValueError)],
)
def test_bad_input_is_said(texts: Any, count: int, error: type[Exception]) -> None:
    """Before anything is scored."""
    with pytest.raises(error):
        suggest(texts, count=count)

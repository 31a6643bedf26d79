"""What must hold for the explanation of any text."""

import gc
from itertools import groupby
from pathlib import Path
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import govnews
from govnews.figures import Outcome, explain
from govnews.segmentation import tagged
from tests.properties.test_figures import ANY_TEXT, FRAGMENTS

#: With what is excluded, and what is almost a figure
TEXTS = st.lists(
    FRAGMENTS
    | st.sampled_from(
        [
            "进一步",
            "PM2.5",
            "两会",
            "“三查”",
            "8时30分",
            "2月30日",
            "一个",
            "1:1",
            "2020-05-26",
            "一是",
        ]
    ),
    max_size=40,
).map("".join)


@given(TEXTS | ANY_TEXT)
@settings(max_examples=400, deadline=None)
@example("CBA第3届")
@example("\ud800５０００元\udfff")
def test_what_won_is_what_extract_returns(text: str) -> None:
    """The same figures in the same order, to the last attribute."""
    won = [one.figure for one in govnews.explain(text) if one.outcome is Outcome.READ]
    assert won == govnews.extract(text)


HIGHLAND = govnews.Lexicon.read(Path(__file__).parents[2] / "corpora" / "lexicon" / "highland.toml")


@given(st.lists(FRAGMENTS | st.sampled_from(["羊单位", "树", "三棵树镇", "冲破"])).map("".join))
@settings(max_examples=200, deadline=None)
@example("三棵树镇冲破9树")
def test_it_is_so_with_a_lexicon(text: str) -> None:
    """Explained by the same words that are read by."""
    won = [
        one.figure for one in govnews.explain(text, lexicon=HIGHLAND) if one.outcome is Outcome.READ
    ]
    assert won == govnews.extract(text, lexicon=HIGHLAND)


@given(TEXTS | ANY_TEXT)
@settings(max_examples=300, deadline=None)
def test_readings_are_in_order_and_inside(text: str) -> None:
    """Places go forward; what was read or excluded comes first at its place."""
    read = govnews.explain(text)

    assert all(0 <= one.start < one.end <= len(text) for one in read)
    assert [one.place for one in read] == sorted(one.place for one in read)
    for _, group in groupby(read, key=lambda one: one.place):
        first, *others = group
        assert first.outcome is not Outcome.SHADOWED
        assert {one.outcome for one in others} <= {Outcome.READ, Outcome.SHADOWED}


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_every_reading_gives_its_reason(text: str) -> None:
    """A rule where a rule spoke, a figure where one was read, a phrase always."""
    for one in govnews.explain(text):
        assert one.reason
        assert (one.figure is not None) == (one.outcome in (Outcome.READ, Outcome.SHADOWED))
        assert one.figure is None or (one.rule, one.text) == (one.figure.rule, one.figure.text)
        assert str(one).endswith(one.reason)


@pytest.mark.parametrize(
    "unit",
    [
        "三八",
        "9",
        "一",
        "万",
        "1,",
        "7日、",
        "“三",
        "第三",
        "1-",
        "PM2.5",
        "半年",
        "1 ",
        "60、",
        "1:",
    ],
)
def test_long_runs_take_linear_time(unit: str) -> None:
    """Four times the text takes four times as long, not sixteen."""

    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        best = []
        # collections cost what all the tests before have left in memory
        gc.disable()
        try:
            for _ in range(3):
                start = process_time()
                explain(text, tagged)
                best.append(process_time() - start)
        finally:
            gc.enable()
        return min(best)

    # what is loaded on first use is loaded by the shorter one; a machine may falter, but not thrice
    shorter = seconds(2_000)
    assert any(seconds(8_000) < 12 * max(0.01, shorter, seconds(2_000)) for _ in range(3))

"""The nouns: offsets through edits, and what a bound means."""

import pickle
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews.models import Bound, Classification, CleanText, Edit, Figure, Kind

GLOSSED = CleanText(
    "职工5万元",
    "職(zhí)工5萬(wàn)元",
    (
        Edit("script", 0, 1, "職", "职"),
        Edit("gloss", 1, 6, "(zhí)", ""),
        Edit("script", 8, 9, "萬", "万"),
        Edit("gloss", 9, 14, "(wàn)", ""),
    ),
)


@pytest.mark.parametrize(
    ("span", "quoted"),
    [
        ((0, 2), "職(zhí)工"),
        ((0, 1), "職"),
        ((2, 5), "5萬(wàn)元"),
        ((2, 4), "5萬"),
        ((4, 5), "元"),
        ((2, 2), ""),
    ],
)
def test_to_raw_quotes_what_stood_there(span: tuple[int, int], quoted: str) -> None:
    """A span keeps what was dropped inside of it and leaves out what was dropped at its edges."""
    start, end = GLOSSED.to_raw(*span)

    assert GLOSSED.raw[start:end] == quoted


@pytest.mark.parametrize("span", [(-1, 2), (0, 6), (3, 2)])
def test_to_raw_refuses_what_lies_outside(span: tuple[int, int]) -> None:
    """A span outside of the text is an error that says how long the text is."""
    with pytest.raises(ValueError, match="5 code points"):
        GLOSSED.to_raw(*span)


@given(st.data())
def test_to_raw_is_monotone(data: st.DataObject) -> None:
    """Later positions never map before earlier ones."""
    positions = sorted(data.draw(st.lists(st.integers(0, 5), min_size=3, max_size=3)))
    first, middle, last = positions

    assert GLOSSED.to_raw(first, middle)[0] <= GLOSSED.to_raw(middle, last)[0]
    assert GLOSSED.to_raw(first, middle)[1] <= GLOSSED.to_raw(middle, last)[1]


@pytest.mark.parametrize(
    ("bound", "low", "high"),
    [
        (Bound.EXACT, 5, 5),
        (Bound.ABOUT, 5, 5),
        (Bound.NEARLY, None, 5),
        (Bound.UNDER, None, 5),
        (Bound.AT_MOST, None, 5),
        (Bound.OVER, 5, None),
        (Bound.AT_LEAST, 5, None),
    ],
)
def test_interval_of_a_bound(bound: Bound, low: int | None, high: int | None) -> None:
    """Low and high are open where the bound leaves them open."""
    figure = Figure(Kind.COUNT, "5家", 0, 2, Decimal(5), bound=bound)

    assert [figure.low, figure.high] == [low, high]


def test_interval_of_a_range() -> None:
    """A range runs from its value to its upper end."""
    figure = Figure(Kind.COUNT, "3—5家", 0, 4, Decimal(3), Decimal(5), Bound.RANGE)

    assert [figure.low, figure.high] == [3, 5]


def test_no_topic_is_none() -> None:
    """A paragraph of none of the topics has no first one."""
    assert Classification((), {}, {}).topic is None


def test_results_are_immutable_hashable_and_picklable() -> None:
    """Scores cannot be written to; equal results hash alike and survive pickling."""
    given = {"veterans": 0.9}
    found = Classification(("veterans",), given, {"veterans": ()})
    given["veterans"] = 0.1

    assert found.scores["veterans"] == 0.9
    with pytest.raises(TypeError):
        found.scores["veterans"] = 0.1  # type: ignore[index]
    assert hash(found) == hash(pickle.loads(pickle.dumps(found)))  # noqa: S301 - our own object
    assert found == pickle.loads(pickle.dumps(found))  # noqa: S301 - our own object

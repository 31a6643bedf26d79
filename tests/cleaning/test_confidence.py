"""How sure a repair is: which sign pulls which way."""

import pytest

from govnews.cleaning.confidence import Signs, confidence

SIGNS = Signs(6.0, [0.0, -5.0, -10.0, -15.0, -20.0], 3, swallowed=False)


@pytest.mark.parametrize(
    "worse",
    [
        SIGNS._replace(margin=1.0),
        SIGNS._replace(weights=[0.0, -5.0, -25.0, -35.0, -40.0]),
        SIGNS._replace(length=20),
        SIGNS._replace(swallowed=True),
    ],
    ids=["rival", "gap", "length", "swallowed"],
)
def test_what_makes_a_repair_less_sure(worse: Signs) -> None:
    """A close rival, an unlikely place within it, its length, a character lost at its end."""
    assert 0 < confidence(worse) < confidence(SIGNS) < 1


def test_the_least_likely_characters_decide() -> None:
    """Not the mean: one place where something is missing spoils a long repair."""
    even = Signs(6.0, [0.0, -6.0, -12.0, -18.0, -24.0, -30.0, -36.0], 6, swallowed=False)
    gap = even._replace(weights=[0.0, -1.0, -2.0, -14.0, -26.0, -35.0, -36.0])

    assert gap.worst < even.worst
    assert confidence(gap) < confidence(even)


@pytest.mark.parametrize("weights", [[0.0], [0.0, -3.0], [0.0, -3.0, -9.0]])
def test_short_repairs_have_a_worst_place_too(weights: list[float]) -> None:
    """One, two characters are fewer than the window."""
    assert Signs(3.0, weights, len(weights) - 1, swallowed=False).worst <= 0

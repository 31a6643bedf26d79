"""How sure a repair is: what was measured on simulated pages, as a formula.

A logistic regression over four signs, fitted on repairs of pages that the
language model had not seen.  It says how likely a repair is to be exact.
"""

from collections.abc import Sequence
from math import exp, log
from typing import Final, NamedTuple

WINDOW: Final = 3
"""Characters of which the least likely ones tell whether something is missing."""

_MARGIN: Final = 0.588
_WORST: Final = 0.284
_LENGTH: Final = -0.691
_SWALLOWED: Final = -2.111
_CONSTANT: Final = 2.326
_MOST: Final = 12.0


class Signs(NamedTuple):
    """What speaks for a repair and against it.

    Attributes:
        margin: How much likelier (natural log) it is than the next best one.
        weights: The weight of the text up to each of its characters, before, within
            and behind the repair.
        length: How many characters it restored.
        swallowed: Whether an ASCII character was lost at its end.
    """

    margin: float
    weights: Sequence[float]
    length: int
    swallowed: bool

    @property
    def worst(self) -> float:
        """The mean weight of the least likely characters that stand together."""
        last = len(self.weights) - 1
        size = min(WINDOW, last)
        steps = (self.weights[at + size] - self.weights[at] for at in range(last - size + 1))
        return min(steps, default=0.0) / max(size, 1)


def confidence(signs: Signs) -> float:
    """Return how likely a repair with these signs is to be exact.

    >>> likely = Signs(9.0, [0.0, -4.0, -7.0, -12.0], 2, False)
    >>> confidence(likely) > 0.9 > confidence(likely._replace(margin=1.0))
    True
    """
    strength = (
        _CONSTANT
        + _MARGIN * min(signs.margin, _MOST)
        + _WORST * signs.worst
        + _LENGTH * log(max(signs.length, 1))
        + _SWALLOWED * signs.swallowed
    )
    return 1 / (1 + exp(-strength))

"""Calibration: probabilities that mean what they say, and where to draw the line."""

from typing import Final, NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression

from govnews.topics.agreement import Flags, f1_of
from govnews.topics.model import Vector, probability_of

_FREE: Final = 1e6
"""Hardly any regularisation: two numbers are fitted to hundreds of paragraphs."""

_GRID: Final = np.arange(40, 61, 2) / 100
"""Near a half: a threshold far from it would only undo the calibration."""

_ENOUGH: Final = 50
"""Paragraphs with a topic, and without it, from which its threshold is chosen."""

_EVEN: Final = 0.5

_PLATEAU: Final = 0.004
"""Thresholds this close to the best F1 are equals, and the lowest is taken: labelled paragraphs are
harder to tell from those of no topic than what stands on most pages."""


class Calibration(NamedTuple):
    """What turns the log-odds of each topic into a probability: a slope and a shift."""

    slopes: Vector
    shifts: Vector

    def __call__(self, logits: Vector) -> Vector:
        """Return the probabilities of log-odds, one row a paragraph, one column a topic."""
        return probability_of(logits * self.slopes + self.shifts)


def calibrate(logits: Vector, gold: Flags) -> Calibration:
    """Fit a sigmoid to the log-odds of paragraphs that the model had not seen.

    By Platt (Probabilistic outputs for support vector machines, 1999): the targets are not
    1 and 0 but what is expected of a further paragraph, so that no handful of
    paragraphs makes anybody sure.

    Args:
        logits: One row a paragraph, one column a topic.
        gold: Whether it has the topic.

    >>> logits = np.array([[-2.0], [-1.0], [1.0], [2.0]])
    >>> calibrate(logits, logits > 0)(np.array([[0.0]])).round(2).tolist()
    [[0.5]]
    """
    fits = [_sigmoid(logit, has) for logit, has in zip(logits.T, gold.T, strict=True)]
    slopes, shifts = np.array(fits).T
    return Calibration(slopes, shifts)


def _sigmoid(logits: Vector, has: Flags) -> tuple[float, float]:
    yes, no = has.sum(), (~has).sum()
    target = np.where(has, (yes + 1) / (yes + 2), 1 / (no + 2))
    fit = LogisticRegression(C=_FREE, max_iter=1000).fit(
        np.concatenate([logits, logits])[:, np.newaxis],
        np.repeat([True, False], len(logits)),
        sample_weight=np.concatenate([target, 1 - target]),
    )
    # a topic that is the less likely the higher it scores was not learned at all
    return max(float(fit.coef_[0, 0]), 0.0), float(fit.intercept_[0])


def thresholds(probabilities: Vector, gold: Flags) -> tuple[float, ...]:
    """Choose for each topic the probability from which it is given: the best F1.

    A few paragraphs cannot tell thresholds apart: it is a half then.

    >>> probabilities, gold = np.array([[0.45], [0.5]]), np.array([[False], [True]])
    >>> thresholds(probabilities, gold), thresholds(probabilities.repeat(99, 0), gold.repeat(99, 0))
    ((0.5,), (0.46,))
    """
    scores = np.array([f1_of(probabilities >= each, gold) for each in _GRID])
    best = scores >= scores.max(axis=0) - _PLATEAU
    chosen = _GRID[best.argmax(axis=0)]
    enough = np.minimum(gold.sum(axis=0), (~gold).sum(axis=0)) >= _ENOUGH
    return tuple(np.where(enough, chosen, _EVEN).tolist())

"""The decision: from probabilities to topics, the same rule in training and in use."""

import numpy as np
import numpy.typing as npt


def decide(
    probabilities: npt.NDArray[np.float64],
    thresholds: npt.NDArray[np.float64],
    second: float,
) -> npt.NDArray[np.bool_]:
    """Say which topics are given.

    The most probable one is given if it reaches its threshold; a further one
    needs its own act in the paragraph, and so the bar *second* as well.

    Args:
        probabilities: One row a paragraph, one column a topic.
        thresholds: One a topic.
        second: The least probability of a topic beside a more probable one.

    >>> decide(np.array([[0.2, 0.9], [0.2, 0.1]]), np.array([0.15, 0.15]), 0.3).tolist()
    [[False, True], [True, False]]
    """
    first = probabilities == probabilities.max(axis=1, keepdims=True)
    bars = np.where(first, thresholds, np.maximum(thresholds, second))
    return np.asarray(probabilities >= bars)

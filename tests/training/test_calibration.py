"""Calibration: probabilities that mean what they say."""

import numpy as np
import pytest

from govnews.topics.agreement import compare
from govnews.training.calibration import calibrate, thresholds


def test_probabilities_mean_what_they_say() -> None:
    """Log-odds that are three times too sure are brought back."""
    random = np.random.default_rng(0)
    honest = random.normal(size=(5000, 1)) * 2
    gold = random.random(honest.shape) < 1 / (1 + np.exp(-honest))
    calibration = calibrate(honest * 3 + 1, gold)
    said = calibration(honest * 3 + 1)

    assert calibration.slopes[0] == pytest.approx(1 / 3, abs=0.03)
    assert compare(said > 0.5, said, gold, ["one"]).calibration_error < 0.02


def test_a_few_paragraphs_make_nobody_sure() -> None:
    """Of two and two that lie apart, one cannot conclude that all will."""
    logits = np.array([[-5.0], [-5.0], [5.0], [5.0]])
    (low, _, _, high) = calibrate(logits, logits > 0)(logits)[:, 0]

    assert 0.2 < low < 0.3
    assert 0.7 < high < 0.8


def test_what_was_not_learned_is_not_turned_round() -> None:
    """A topic that scores the higher the less it is there gets its frequency."""
    logits = np.array([[3.0], [2.0], [-2.0], [-3.0]])
    calibration = calibrate(logits, logits < 0)

    assert calibration.slopes.tolist() == [0]


def test_thresholds_are_chosen_by_topic() -> None:
    """The lowest of those that are as good as the best."""
    probabilities = np.array([[0.45, 0.1], [0.55, 0.5], [0.7, 0.9]])
    gold = np.array([[False, False], [True, True], [True, True]])

    assert thresholds(probabilities.repeat(50, axis=0), gold.repeat(50, axis=0)) == (0.46, 0.4)
    assert thresholds(probabilities, gold) == (0.5, 0.5)

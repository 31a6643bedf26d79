"""Agreement: the scores, on cases that can be counted by hand."""

import numpy as np
import pytest

from govnews.topics.agreement import compare, f1_of, flags_of

LABELS = ["one", "two"]


def test_scores_of_four_paragraphs() -> None:
    """Two right, one topic too many, one false alarm on a paragraph of none."""
    gold = flags_of([["one"], ["one"], [], []], LABELS)
    given = flags_of([["one"], ["one", "two"], ["one"], []], LABELS)
    scores = compare(given, given.astype(np.float64) * 0.9, gold, LABELS)

    assert scores.paragraphs == 4
    assert scores.exact == 0.5
    assert scores.false_alarms == 0.5
    assert scores.precision == {"one": pytest.approx(2 / 3), "two": 0.0}
    assert scores.recall == {"one": 1.0, "two": 0.0}
    assert scores.f1 == {"one": pytest.approx(0.8), "two": 0.0}
    assert scores.macro_f1 == pytest.approx(0.4)
    assert scores.labelled == {"one": 2, "two": 0}


def test_a_topic_that_neither_side_has_does_not_count() -> None:
    """Or every small file would look bad."""
    gold = flags_of([["one"], []], LABELS)

    assert compare(gold, gold.astype(float), gold, LABELS).macro_f1 == 1.0


def test_the_calibration_error_is_how_far_what_was_said_lies_from_what_was() -> None:
    """Four times 0.7 where it is so in two of four: off by 0.2."""
    gold = np.array([[True], [True], [False], [False]])
    probabilities = np.full((4, 1), 0.7)
    scores = compare(gold, probabilities, gold, ["one"])

    assert scores.calibration_error == pytest.approx(0.2)
    [only] = scores.reliability
    assert only.said == pytest.approx(0.7)
    assert (only.was, only.count) == (0.5, 4)


def test_certainty_has_a_bin() -> None:
    """A probability of 1 lies in the last one."""
    gold = np.array([[True], [False]])

    assert compare(gold, gold.astype(float), gold, ["one"]).calibration_error == 0


def test_nothing_to_compare() -> None:
    """No paragraphs, no numbers out of thin air, and no warning."""
    empty = flags_of([], LABELS)
    scores = compare(empty, np.zeros((0, 2)), empty, LABELS)

    assert (scores.paragraphs, scores.macro_f1, scores.exact, scores.false_alarms) == (0, 0, 0, 0)
    assert f1_of(empty, empty).tolist() == [0, 0]

"""The paragraphs that topics are checked on: their form, that none is trained on, and floors."""

from pathlib import Path

import pytest

from govnews.evaluation import score_topics
from govnews.topics.labelled import read_labelled
from tests.corpora.test_topics_corpus import FOLDER as TRAINED
from tests.corpora.test_topics_corpus import MOST_ALIKE, check_form, fives, lines, sentences

FOLDER = TRAINED.parent / "topics-check"
FILES = sorted(FOLDER.glob("*.jsonl"))

# first look: 0.987, 0.983, 0.017 and 0.972, 0.975, 0.000 (November 2026)
LEAST_F1 = 0.96
LEAST_EXACT = 0.96
MOST_FALSE_ALARMS = 0.03
MOST_CALIBRATION_ERROR = 0.05


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_form_is_that_of_the_corpus(path: Path) -> None:
    """The same keys, ids and edges."""
    check_form(path)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_fresh_paragraphs_are_labelled_well(path: Path) -> None:
    """A floor may be raised with a change that earns it, and is never lowered silently."""
    scores = score_topics(read_labelled(path)).scores

    assert scores.macro_f1 >= LEAST_F1
    assert scores.exact >= LEAST_EXACT
    assert scores.false_alarms <= MOST_FALSE_ALARMS
    assert scores.calibration_error <= MOST_CALIBRATION_ERROR


def test_none_was_trained_on() -> None:
    """No sentence is shared, and none is alike."""
    trained = [record["text"] for path in sorted(TRAINED.glob("*.jsonl")) for record in lines(path)]
    known = {sentence for text in trained for sentence in sentences(text)}
    runs = [fives(text) for text in trained]

    for path in FILES:
        for record in lines(path):
            mine = fives(record["text"])
            assert not known & sentences(record["text"]), record["id"]
            assert all(len(mine & run) < MOST_ALIKE * len(mine | run) for run in runs), record["id"]

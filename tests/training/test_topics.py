"""The shipped topic model: what the command makes from the shipped data, and nothing else."""

import json
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from govnews import TopicModel
from govnews.errors import GovnewsError
from govnews.topics.labelled import read_labelled
from govnews.topics.labels import TOPICS
from govnews.training import Report, train_topics

DATA = Path(__file__).parents[2] / "corpora" / "topics"
SHIPPED = Path(str(files("govnews").joinpath("data")))

# another machine may add up in another order, and so round a few weights the other way
SLACK = 5

# pinned with the data: a change of either must be meant
DIGEST = "ded1ae1f46907085dde60364e796adbf8405c298d25cb1ba0e35225b8a28b42e"
LEAST_F1 = 0.94
LEAST_EXACT = 0.91
MOST_FALSE_ALARMS = 0.09
MOST_CALIBRATION_ERROR = 0.02


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """What the command makes of the data now."""
    return train_topics(DATA, tmp_path_factory.mktemp("model"))


def test_the_data_is_the_data_it_was_trained_on(report: Report) -> None:
    """Whoever changes a label must train again, and say so here."""
    assert TopicModel.shipped().digest == report.model.digest == DIGEST


def test_training_again_gives_the_shipped_model(report: Report) -> None:
    """Vocabulary, frequencies and thresholds to the letter, weights to the rounding."""
    again, shipped = report.model, TopicModel.shipped()

    assert (again.labels, again.thresholds) == (shipped.labels, shipped.thresholds)
    assert (again.documents, again.longest) == (shipped.documents, shipped.longest)
    np.testing.assert_array_equal(again.vocabulary, shipped.vocabulary)
    np.testing.assert_array_equal(again.frequencies, shipped.frequencies)
    np.testing.assert_allclose(again.weights, shipped.weights, rtol=0, atol=SLACK)
    np.testing.assert_allclose(again.intercepts, shipped.intercepts, rtol=0, atol=SLACK)


def test_files_not_trained_on_are_labelled_well(report: Report) -> None:
    """Cross-validated by file; the data card says what was measured."""
    assert report.crossed.paragraphs == len(read_labelled(DATA))
    assert report.crossed.macro_f1 >= LEAST_F1
    assert report.crossed.exact >= LEAST_EXACT
    assert report.crossed.false_alarms <= MOST_FALSE_ALARMS
    assert report.crossed.calibration_error <= MOST_CALIBRATION_ERROR


def test_the_scores_are_written_down(report: Report) -> None:
    """A reader of the model sees them, rounded."""
    assert report.model.scores["macro_f1"] == round(report.crossed.macro_f1, 3)
    assert report.model.scores["f1"].keys() == TOPICS.keys()


def labelled(folder: Path, **hands: list[tuple[str, list[str]]]) -> Path:
    """Write one file a hand."""
    folder.mkdir(exist_ok=True)
    for hand, paragraphs in hands.items():
        lines = [json.dumps({"text": text, "topics": topics}) for text, topics in paragraphs]
        (folder / f"{hand}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


FOREST = [("春季植树三千亩", ["forest"]), ("植树造林", ["forest"]), ("召开会议", []), ("开会", [])]


def test_topics_of_ones_own_are_those_that_the_data_names(tmp_path: Path) -> None:
    """A single file is enough: parts of it are left out in turn."""
    data = labelled(tmp_path / "data", mine=FOREST * 3)
    report = train_topics(data / "mine.jsonl", tmp_path / "out")
    model = TopicModel.load(tmp_path / "out")

    assert model.labels == report.model.labels == ("forest",)
    assert report.crossed.exact == 1
    assert (model.probabilities(["植树"]) > 0.5).all()
    assert (model.probabilities(["会议"]) < 0.5).all()


def test_topics_of_the_package_come_first(tmp_path: Path) -> None:
    """In their order; one's own follow by name."""
    own = [*FOREST, ("退役军人", ["veterans"]), ("退役军人归来", ["veterans"])]
    data = labelled(tmp_path / "data", one=own, two=own)

    assert train_topics([data], tmp_path / "out").model.labels == ("veterans", "forest")


@pytest.mark.parametrize("other", [FOREST[2:], FOREST[:2]])
def test_a_file_that_cannot_be_left_out_is_cut_into_parts(
    other: list[tuple[str, list[str]]], tmp_path: Path
) -> None:
    """One's own topic in one file, ordinary pages in another."""
    data = labelled(tmp_path / "data", one=FOREST * 2, two=other)

    assert train_topics(data, tmp_path / "out").crossed.paragraphs == len(FOREST * 2 + other)


@pytest.mark.parametrize(
    ("paragraphs", "message"),
    [
        (FOREST[1:], "with forest stand in one paragraph: .* label some in 2 paragraphs at least"),
        (FOREST[:2], "without forest stand in no paragraph"),
    ],
)
def test_too_little_to_learn_from_is_said(
    paragraphs: list[tuple[str, list[str]]], message: str, tmp_path: Path
) -> None:
    """And nothing is written."""
    data = labelled(tmp_path / "data", one=paragraphs)

    with pytest.raises(GovnewsError, match=message):
        train_topics(data, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_no_topic_is_no_model(tmp_path: Path) -> None:
    """Labels that name nothing teach nothing."""
    data = labelled(tmp_path / "data", one=FOREST[2:])

    with pytest.raises(GovnewsError, match="no paragraph has a topic: name some in `topics`"):
        train_topics(data, tmp_path / "out")


def test_paragraphs_without_a_common_word_teach_nothing(tmp_path: Path) -> None:
    """There is nothing to weigh."""
    silent = [("", topics) for _, topics in FOREST]

    with pytest.raises(
        GovnewsError, match="too few words stand in several of 8 paragraphs: label more"
    ):
        train_topics(labelled(tmp_path / "data", one=silent, two=silent), tmp_path / "out")


def test_a_model_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """Here the folder is a file."""
    data = labelled(tmp_path / "data", one=FOREST, two=FOREST)

    with pytest.raises(
        GovnewsError, match=r"one\.jsonl: no model was written: .*: choose a folder"
    ):
        train_topics(data, data / "one.jsonl")

"""The shipped model: what the command makes from the shipped data, and nothing else."""

from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from govnews.errors import GovnewsError
from govnews.topics.features import CHARACTERS, CUE, WORD
from govnews.topics.labels import TOPICS
from govnews.topics.model import Model, load
from govnews.training import Report, evaluate_topics, train_topics

DATA = Path(__file__).parents[2] / "corpora" / "topics"
SHIPPED = Path(str(files("govnews").joinpath("data")))
MOST_BYTES = 3_000_000

# another machine may add up in another order, and so round a few weights the other way
SLACK = 5

# pinned with the data: a change of either must be meant
DIGEST = "34d59da366eedc276672a2cd927e52d569ee24e8b5047a84ce03b4f18577e837"
LEAST_F1 = 0.92
LEAST_EXACT = 0.88


@pytest.fixture(scope="module")
def shipped() -> Model:
    """The model in the package."""
    return load(SHIPPED)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """What the command makes of the data now."""
    return train_topics(DATA, tmp_path_factory.mktemp("model"))


def test_the_data_is_the_data_it_was_trained_on(shipped: Model, report: Report) -> None:
    """Whoever changes a label must train again, and say so here."""
    assert shipped.digest == report.model.digest == DIGEST


def test_training_again_gives_the_shipped_model(shipped: Model, report: Report) -> None:
    """Vocabulary, frequencies and thresholds to the letter, weights to the rounding."""
    again = report.model

    assert again.vocabulary == shipped.vocabulary
    assert (again.thresholds, again.second) == (shipped.thresholds, shipped.second)
    np.testing.assert_array_equal(again.frequencies, shipped.frequencies)
    np.testing.assert_allclose(again.weights, shipped.weights, rtol=0, atol=SLACK)
    np.testing.assert_allclose(again.intercepts, shipped.intercepts, rtol=0, atol=SLACK)


def test_files_not_trained_on_are_labelled_well(report: Report) -> None:
    """Cross-validated by file; measured 0.932 and 0.896 (November 2026)."""
    assert report.crossed.macro_f1 >= LEAST_F1
    assert report.crossed.exact >= LEAST_EXACT


def test_the_command_measures_what_users_get() -> None:
    """On its own training data a model is nearly always right: this checks the plumbing."""
    scores = evaluate_topics(DATA / "reports.jsonl")

    assert scores.macro_f1 > LEAST_F1
    assert scores.f1.keys() == TOPICS.keys()


def test_a_saved_model_is_read_back_and_saved_the_same(shipped: Model, tmp_path: Path) -> None:
    """Byte for byte: the files hold no time and no path."""
    shipped.save(tmp_path / "new")

    for name in ("topics.npz", "topics.json"):
        assert (tmp_path / "new" / name).read_bytes() == (SHIPPED / name).read_bytes()


def test_the_files_are_small_and_hold_no_code(shipped: Model) -> None:
    """Integers and strings; numpy would refuse anything pickled."""
    assert sum((SHIPPED / f"topics.{end}").stat().st_size for end in ("npz", "json")) < MOST_BYTES
    assert {shipped.weights.dtype.kind, shipped.frequencies.dtype.kind} == {"i"}


def test_the_vocabulary_is_sorted_and_of_three_kinds(shipped: Model) -> None:
    """The scorer takes each kind as one slice."""
    assert list(shipped.vocabulary) == sorted(set(shipped.vocabulary))
    assert {feature[0] for feature in shipped.vocabulary} == {WORD, CHARACTERS, CUE}
    assert shipped.weights.shape == (len(TOPICS), len(shipped.vocabulary))


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([], "holds no labelled paragraphs"),
        (['{"text": "职工", "topics": ["sports"]}'], "line 1: unknown topic 'sports'"),
        (['{"text": "职工"}'], "line 1: not a JSON object with text and topics"),
        (["[1]"], "line 1: not a JSON object"),
        (['{"text": "职工", "topics": []}'], "holds one file only"),
    ],
)
def test_bad_data_is_named(lines: list[str], message: str, tmp_path: Path) -> None:
    """The message says what is wrong and on which line, and nothing is written."""
    data = tmp_path / "data"
    data.mkdir()
    if lines:
        (data / "one.jsonl").write_text("\n".join(lines), encoding="utf-8")

    with pytest.raises(GovnewsError, match=message):
        train_topics(data, tmp_path / "out")
    assert not (tmp_path / "out").exists()

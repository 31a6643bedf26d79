"""The model's files: whole or refused, the same for the same model, and no code in them."""

import json
from dataclasses import replace
from errno import ENOSPC
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from govnews import TOPICS, TopicModel
from govnews.errors import GovnewsError
from govnews.topics.cues import cue_names
from govnews.topics.model import _digest

SHIPPED = Path(str(files("govnews").joinpath("data")))
MOST_BYTES = 3_000_000


@pytest.fixture(scope="module")
def shipped() -> TopicModel:
    """The model in the package."""
    return TopicModel.shipped()


def test_a_saved_model_is_read_back_and_saved_the_same(shipped: TopicModel, tmp_path: Path) -> None:
    """Byte for byte: the files hold no time and no path."""
    shipped.save(tmp_path / "new")
    TopicModel.load(tmp_path / "new").save(str(tmp_path / "newer"))

    for name in ("topics.npz", "topics.json"):
        assert (tmp_path / "newer" / name).read_bytes() == (SHIPPED / name).read_bytes()


def test_the_files_are_small_and_hold_no_code(shipped: TopicModel) -> None:
    """Integers and strings; numpy would refuse anything pickled."""
    assert sum((SHIPPED / f"topics.{end}").stat().st_size for end in ("npz", "json")) < MOST_BYTES
    assert {shipped.weights.dtype.kind, shipped.frequencies.dtype.kind} == {"i"}
    assert shipped.vocabulary.dtype.kind == "u"


def test_the_model_says_what_it_is(shipped: TopicModel) -> None:
    """Its topics and thresholds, its data and how it did on what it had not seen."""
    card = json.loads((SHIPPED / "topics.json").read_text(encoding="utf-8"))

    assert tuple(card["labels"]) == shipped.labels == tuple(TOPICS)
    assert len(card["thresholds"]) == len(TOPICS)
    assert len(card["digest"]) == 64
    assert card["scores"]["paragraphs"] == card["documents"]
    assert card["scores"].keys() >= {"macro_f1", "exact", "false_alarms", "calibration_error", "f1"}


def test_the_vocabulary_is_sorted(shipped: TopicModel) -> None:
    """It is searched by halves."""
    assert (np.diff(shipped.vocabulary.astype(np.int64)) > 0).all()
    assert shipped.weights.shape == (len(TOPICS), len(shipped.vocabulary) + len(cue_names()))


def test_batches_change_nothing(shipped: TopicModel, monkeypatch: pytest.MonkeyPatch) -> None:
    """However few characters are scored at a time."""
    texts = ["慰问困难职工", "", "退役军人" * 50, "对口援青"]
    whole = shipped.probabilities(texts)

    for size in (1, 5, 100):
        monkeypatch.setattr("govnews.topics.model._BATCH", size)
        np.testing.assert_array_equal(shipped.probabilities(texts), whole)


def test_no_texts_no_rows(shipped: TopicModel) -> None:
    """But the columns are there."""
    assert shipped.probabilities([]).shape == (0, len(TOPICS))


def test_a_failure_leaves_the_old_model(
    shipped: TopicModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing takes its place before all is written, and nothing is left lying about."""
    shipped.save(tmp_path)

    write_bytes = Path.write_bytes

    def fail_at_the_card(path: Path, content: bytes) -> int:
        if path.name == "topics.json":
            raise OSError(ENOSPC, "No space left on device")
        return write_bytes(path, content)

    monkeypatch.setattr(Path, "write_bytes", fail_at_the_card)
    with pytest.raises(GovnewsError, match="no model was written: No space left on device"):
        replace(shipped, weights=shipped.weights + 1).save(tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir()) == ["topics.json", "topics.npz"]
    np.testing.assert_array_equal(TopicModel.load(tmp_path).weights, shipped.weights)


def test_arrays_of_another_training_are_refused(shipped: TopicModel, tmp_path: Path) -> None:
    """Of the same shape, so that nothing else would tell."""
    shipped.save(tmp_path)
    replace(shipped, weights=shipped.weights + 1).save(tmp_path / "other")
    (tmp_path / "other" / "topics.npz").replace(tmp_path / "topics.npz")

    with pytest.raises(GovnewsError, match=r"topics\.npz and topics\.json are not of one training"):
        TopicModel.load(tmp_path)


def test_a_model_of_another_version_is_refused(shipped: TopicModel, tmp_path: Path) -> None:
    """What its numbers mean may have changed."""
    shipped.save(tmp_path)
    card = json.loads((tmp_path / "topics.json").read_text(encoding="utf-8"))
    (tmp_path / "topics.json").write_text(json.dumps(card | {"format": 1}), encoding="utf-8")

    with pytest.raises(GovnewsError, match="another version: make it again with"):
        TopicModel.load(tmp_path)


@pytest.mark.parametrize("name", ["topics.npz", "topics.json"])
@pytest.mark.parametrize("content", [None, b"", b"[]", b"{}", b"PK\x03\x04"])
def test_a_broken_model_is_named(
    shipped: TopicModel, name: str, content: bytes | None, tmp_path: Path
) -> None:
    """With what to do about it; `None` is no file at all."""
    shipped.save(tmp_path)
    (tmp_path / name).unlink()
    if content is not None:
        (tmp_path / name).write_bytes(content)

    with pytest.raises(GovnewsError, match=r"no whole topic model .*: make it again with"):
        TopicModel.load(tmp_path)


@pytest.mark.parametrize(
    "wrong",
    [
        {"labels": ["one", "two", "three", "four"]},
        {"labels": [1, 2, 3, 4, 5]},
        {"labels": ["one", "one", "two", "three", "four"]},
        {"documents": -1},
        {"cue_value": float("nan")},
        {"thresholds": [0.5, 0.5, 0.5, 0.5, float("nan")]},
        {"thresholds": ["0.5"] * 5},
        {"thresholds": [0.5, 0.5, 0.5, 0.5, 7]},
        {"longest": 9},
        {"documents": "many"},
        {"cue_value": None},
    ],
)
def test_parts_that_do_not_fit_are_refused(
    wrong: dict[str, object], shipped: TopicModel, tmp_path: Path
) -> None:
    """A card of four topics beside weights of five, and other things that are no model's."""
    shipped.save(tmp_path)
    card = json.loads((tmp_path / "topics.json").read_text(encoding="utf-8"))
    (tmp_path / "topics.json").write_text(json.dumps(card | wrong), encoding="utf-8")

    with pytest.raises(GovnewsError, match="no whole topic model"):
        TopicModel.load(tmp_path)


def test_the_digest_does_not_depend_on_the_machine() -> None:
    """Big-endian arrays are the same numbers."""
    little = np.array([[1, -2], [3, 400]], dtype="<i2")

    assert _digest({"weights": little}) == _digest({"weights": little.astype(">i2")})
    assert _digest({"weights": little}) != _digest({"weights": little.reshape(1, 4)})

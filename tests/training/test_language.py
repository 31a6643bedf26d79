"""Training the language model: what counts, what is said of bad data, and that it is made anew."""

import json
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest

from govnews.cleaning.language import Language
from govnews.errors import GovnewsError
from govnews.training import train_language
from tests.training.test_bigrams import write_jar

ROOT = Path(__file__).parents[2]
WORDS = {"困难": 70, "职工": 90, "的": 400, "工会": 30, "，": 500}


@pytest.fixture
def jar(tmp_path: Path) -> Path:
    """A small jar."""
    return write_jar(tmp_path / "smartcn.jar", WORDS, {"困难@职工": 50, "职工@的": 30})


def write(path: Path, *texts: str) -> Path:
    """Write a file of JSON lines."""
    lines = [json.dumps({"text": text}, ensure_ascii=False) for text in texts]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def read(folder: Path) -> Language:
    """Read a model as the package does."""
    with np.load(folder / "language.npz", allow_pickle=False) as arrays:
        return Language(dict(arrays))


def test_what_was_met_together_is_likelier(jar: Path, tmp_path: Path) -> None:
    """A pair of the paper, a pair of ours, and neither."""
    ours = write(tmp_path / "ours.jsonl", "工会，职工，工会，职工。", "工会，困难")
    report = train_language(jar, [ours], tmp_path / "out")
    model = read(tmp_path / "out")
    number = model.vocabulary

    assert report.ours > 5
    assert model.follows(number["困难"], number["职工"]) > model.weights[number["职工"]] + 1
    assert model.follows(number["工会"], number["，"]) > model.weights[number["，"]] + 0.5
    assert model.follows(number["的"], number["工会"]) <= model.weights[number["工会"]] + 0.01


def test_training_twice_gives_the_same(jar: Path, tmp_path: Path) -> None:
    """To the byte."""
    ours = write(tmp_path / "ours.jsonl", "工会困难职工")
    for name in ("one", "other"):
        train_language(jar, [ours], tmp_path / name)

    one, other = ((tmp_path / name / "language.npz").read_bytes() for name in ("one", "other"))
    assert one == other


def test_a_bad_line_is_named(jar: Path, tmp_path: Path) -> None:
    """File and line; nothing is written."""
    path = write(tmp_path / "ours.jsonl", "工会")
    path.write_text(path.read_text(encoding="utf-8") + "\n{}", encoding="utf-8")

    with pytest.raises(GovnewsError, match=r"ours\.jsonl, line 2"):
        train_language(jar, [path], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_blank_lines_say_nothing(jar: Path, tmp_path: Path) -> None:
    """As in labelled data; what only Unicode calls a line's end stands inside of a line."""
    path = tmp_path / "ours.jsonl"
    path.write_bytes('{"text": "工会\u2028职工"}\r\n\n{"text": "困难"}\n'.encode())

    assert train_language(jar, [path], tmp_path / "out").ours > 2


def test_data_that_is_not_there_is_said(jar: Path, tmp_path: Path) -> None:
    """As a `GovnewsError`; nothing is written."""
    with pytest.raises(GovnewsError, match="nope: no such file or folder: check the name"):
        train_language(jar, [Path("nope")], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_model_that_cannot_be_written_is_said(jar: Path, tmp_path: Path) -> None:
    """Here the folder is a file."""
    ours = write(tmp_path / "ours.jsonl", "工会")

    with pytest.raises(GovnewsError, match=r"no model was written: .*: choose a folder"):
        train_language(jar, [ours], ours)


def test_the_shipped_model_knows_these_corpora() -> None:
    """Whoever changes the corpora makes the model again, or says why not."""
    hands = ("briefs", "features", "reports", "statistics")
    later = ("countynews", "workreports", "yearbooks")
    paths = [ROOT / "corpora" / "topics" / f"{hand}.jsonl" for hand in (*hands, *later)]
    paths.append(ROOT / "corpora" / "figures" / "gold.jsonl")
    card = json.loads((ROOT / "src/govnews/data/language.json").read_text(encoding="utf-8"))

    assert card["digest"] == sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()

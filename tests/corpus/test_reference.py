"""The counts that ship with the package: those of the corpora now, and of nothing else."""

from importlib.resources import files
from pathlib import Path

import pytest

import govnews
from govnews.corpus.counting import count
from govnews.corpus.pages import pages
from govnews.corpus.reference import shipped, train_words
from govnews.errors import GovnewsError
from tests.corpus.pages import ROOT, paragraphs

DATA = ROOT / "corpora" / "topics"


def test_training_again_gives_the_shipped_counts(tmp_path: Path) -> None:
    """Whoever changes the corpora, or how words are cut, makes them again."""
    again = train_words([DATA], tmp_path)

    assert again == shipped(stop=False)
    content = files("govnews").joinpath("data", "words.npz").read_bytes()
    assert content == (tmp_path / "words.npz").read_bytes()


def test_without_stop_words_they_are_those_of_the_corpora_without_them() -> None:
    """A word is judged by its usual part of speech here, by that of each place there."""
    counted = count(pages(paragraphs(), "test"), govnews.segment, stop=True)
    assert shipped(stop=True) == counted


@pytest.mark.parametrize("line", ["{}", '{"text": 5}', "[]", '{"text": "\\ud800"}'])
def test_a_bad_line_is_named(line: str, tmp_path: Path) -> None:
    """File and line; nothing is written."""
    (tmp_path / "ours.jsonl").write_text(f'{{"text": "职工"}}\n{line}\n', encoding="utf-8")

    with pytest.raises(GovnewsError, match=r"ours\.jsonl, line 2: not a JSON object with text"):
        train_words([tmp_path], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_no_data_is_said(tmp_path: Path) -> None:
    """A folder without lines teaches nothing."""
    with pytest.raises(GovnewsError, match="the data holds no texts: point to files or folders"):
        train_words([tmp_path], tmp_path / "out")
    with pytest.raises(GovnewsError, match="nope: no such file or folder: check the name"):
        train_words([Path("nope")], tmp_path / "out")


def test_texts_without_words_are_a_corpus_all_the_same(tmp_path: Path) -> None:
    """An empty one."""
    (tmp_path / "ours.jsonl").write_text('{"text": "。"}', encoding="utf-8")

    counts = train_words([tmp_path], tmp_path / "out")
    assert (counts.texts, counts.size) == (1, 0)

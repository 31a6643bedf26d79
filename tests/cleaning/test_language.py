"""The language model: what it knows, how walks weigh, and that a broken file is named."""

from importlib.resources import files

import numpy as np
import pytest

from govnews.cleaning import language as module
from govnews.cleaning.language import LONGEST, Language, language, start
from govnews.errors import GovnewsError


@pytest.mark.parametrize(
    ("likely", "unlikely"),
    [
        ("困难职工帮扶", "困罐职工帮扶"),
        ("市人社局劳动监察支队", "市人社局劳动监寨支队"),
        ("没有盲区。”何振邦表示。", "没有盲区；”何振邦表示。"),
        ("带来的不只是解决方案", "带来的不只是截决方案"),
        ("对口援青干部", "对口元青干部"),
        ("投入资金5万元,", "投入资金5万院,"),
    ],
)
def test_what_is_said_is_likelier_than_what_looks_like_it(likely: str, unlikely: str) -> None:
    """The differences are single characters, as a repair's rivals are."""
    assert start().along(likely).weight > start().along(unlikely).weight


def test_a_walk_can_be_taken_in_steps() -> None:
    """A search shares beginnings: however a string is cut, it weighs the same."""
    text = "九江市总工会负责人何振邦说,“十四五”以来走访1.2万人。"
    whole = start().along(text)

    for cut in range(len(text) + 1):
        assert start().along(text[:cut]).along(text[cut:]) == whole


def test_a_long_number_weighs_no_more_than_its_digits() -> None:
    """A number is one word, however long."""
    short, long_ = start().along("5人").weight, start().along("5555人").weight

    assert short > long_ > short - 10


def test_any_character_has_a_weight() -> None:
    """Surrogates, controls and emoji too."""
    weight = start().along("\ud800\x00😀\n\t工").weight

    assert np.isfinite(weight)


def test_words_are_no_longer_than_a_walk_remembers() -> None:
    """A longer one could never be found."""
    words = language().vocabulary

    assert all(len(word) <= LONGEST for word in words if not word.startswith("<"))


def test_rows_are_probabilities() -> None:
    """What follows a word, seen and unseen together, is all there is: no more than 1."""
    model = language()
    for word in ("困难", "，", "总工会", "<start>", "<number>"):
        before = model.vocabulary[word]
        weights = np.array([model.follows(before, after) for after in range(len(model.weights))])
        assert np.exp(weights).sum() == pytest.approx(1, abs=0.1), word


def test_a_broken_model_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says which file, and what to do."""

    def broken(*_: object, **__: object) -> Language:
        raise ValueError("Cannot load file containing pickled data")

    monkeypatch.setattr(np, "load", broken)
    module.language.cache_clear()
    try:
        with pytest.raises(GovnewsError, match=r"language\.npz.*install govnews again"):
            language()
    finally:
        module.language.cache_clear()


def test_the_model_holds_numbers_only() -> None:
    """Reading it must not be able to run code."""
    path = files("govnews").joinpath("data/language.npz")
    with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        kinds = {arrays[name].dtype.kind for name in arrays.files}

    assert kinds <= {"i", "u"}

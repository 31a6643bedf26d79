"""The dictionary: jieba's words, read as jieba reads them, and words added to it."""

from math import log

import jieba
import pytest

from govnews.segmentation import dictionary as module
from govnews.segmentation.dictionary import Dictionary, jieba_dictionary, jieba_dictionary_path


@pytest.fixture(scope="module")
def read() -> Dictionary:
    """Return the dictionary as it is read."""
    return jieba_dictionary()


def test_the_words_and_their_weights_are_those_of_jieba(
    read: Dictionary, pristine: jieba.Tokenizer
) -> None:
    """Of its table without the beginnings of words that it keeps with frequency 0."""
    words = {word: log(frequency) for word, frequency in pristine.FREQ.items() if frequency}

    assert {word: weight for word, (weight, _) in read.words.items()} == words
    # jieba counts B超, which is there twice, twice
    assert read.total == sum(pristine.FREQ.values()) == pristine.total - pristine.FREQ["B超"]


def test_every_word_has_the_tag_of_its_line(read: Dictionary) -> None:
    """The third field, word for word."""
    lines = jieba_dictionary_path().read_text(encoding="utf-8").splitlines()

    tags = {word: tag for word, _, tag in map(str.split, lines)}

    assert {word: tag for word, (_, tag) in read.words.items()} == tags


def test_the_longest_word_is_known_by_its_first_two_characters(read: Dictionary) -> None:
    """No word is longer than is said, and some word is as long."""
    longest: dict[str, int] = {}
    for word in read.words:
        if len(word) > 1:
            longest[word[:2]] = max(longest.get(word[:2], 0), len(word))

    assert read.longest == longest


def test_a_word_that_is_added_has_its_frequency_and_tag() -> None:
    """An old frequency leaves the total, as in rjieba."""
    dictionary = Dictionary()
    dictionary.add("送清凉", 20, "v")
    dictionary.add("送清凉", 7, "n")

    assert dictionary == Dictionary({"送清凉": (log(7), "n")}, 7, {"送清": 3})


def test_words_read_are_words_added() -> None:
    """Line by line, whatever ends the lines."""
    added = Dictionary()
    for word, frequency in (("送清凉", 20), ("送", 9), ("送清凉活动", 20), ("龘", 1)):
        added.add(word, frequency, "v")

    assert Dictionary.of("送清凉 20 v\r\n送 9 v\n送清凉活动 20 v\n龘 1 v") == added
    assert Dictionary.of("") == Dictionary()


def test_a_shorter_word_does_not_shorten_the_longest() -> None:
    """Whatever the order in which they come."""
    dictionary = Dictionary()
    for word in ("送清凉", "送清", "送清凉活动", "送"):
        dictionary.add(word, 5, "n")

    assert dictionary.longest == {"送清": 5}


def test_a_copy_does_not_know_what_the_first_learns_later() -> None:
    """Lexicons of two users never meet."""
    first = Dictionary()
    first.add("送清凉", 20, "v")
    second = first.copy()
    first.add("送温暖", 20, "v")

    assert "送温暖" not in second.words
    assert (second.total, second.longest) == (20, {"送清": 3})


def test_without_jieba_it_is_said_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The name is in the error, for those who look there."""
    monkeypatch.setattr(module, "find_spec", lambda _: None)

    with pytest.raises(ModuleNotFoundError, match="jieba is not installed") as raised:
        jieba_dictionary_path()
    assert raised.value.name == "jieba"

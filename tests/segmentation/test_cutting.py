"""Cutting: the same divisions as jieba without its Markov model, in time linear in the length."""

import io
import random
import re
from time import process_time

import jieba
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govnews.segmentation.cutting import most_probable
from govnews.segmentation.dictionary import Dictionary, jieba_dictionary
from govnews.segmentation.lexicon import shipped_terms
from govnews.segmentation.runs import HAN
from tests.segmentation.texts import paragraphs

RUN = re.compile(f"[{HAN}]+")
TABLES = st.dictionaries(
    st.text("职工会员", min_size=1, max_size=4),
    # few and small frequencies, so that divisions often tie
    st.sampled_from([1, 2, 4, 8]),
    min_size=1,
    max_size=12,
)


@pytest.fixture(scope="module")
def dictionary() -> Dictionary:
    """Return jieba's words and ours."""
    words = jieba_dictionary()
    for word, frequency, tag in shipped_terms():
        words.add(word, frequency or 20, tag)
    return words


def test_paragraphs_are_cut_as_jieba_cuts_them(
    dictionary: Dictionary, reference: jieba.Tokenizer
) -> None:
    """Every run of characters of every paragraph of the topic corpus."""
    runs = sorted({run for text in paragraphs() for run in RUN.findall(text)})
    differing = [
        run for run in runs if most_probable(run, dictionary) != reference.lcut(run, HMM=False)
    ]

    assert len(runs) > 20_000
    assert differing == []


@pytest.mark.parametrize("step", [1, 2, 3, 5])
def test_jumbles_are_cut_as_jieba_cuts_them(
    dictionary: Dictionary, reference: jieba.Tokenizer, step: int
) -> None:
    """Text with characters left out, where words are torn and run into each other."""
    chosen = random.Random(step)
    text = "".join(run for text in paragraphs() for run in RUN.findall(text))
    starts = [chosen.randrange(len(text) - 200) for _ in range(250)]
    jumbles = [text[start : start + 200 : step] for start in starts]

    assert [most_probable(jumble, dictionary) for jumble in jumbles] == [
        reference.lcut(jumble, HMM=False) for jumble in jumbles
    ]


def test_shuffled_characters_are_cut_as_jieba_cuts_them(
    dictionary: Dictionary, reference: jieba.Tokenizer
) -> None:
    """Any characters in any order, the rare ones among them."""
    chosen = random.Random(7)
    runs = ["".join(map(chr, chosen.choices(range(0x4E00, 0x9FD6), k=60))) for _ in range(500)]

    assert [most_probable(run, dictionary) for run in runs] == [
        reference.lcut(run, HMM=False) for run in runs
    ]


@given(TABLES, st.text("职工会员龘", max_size=30))
@settings(max_examples=200, deadline=None)
def test_ties_fall_as_in_jieba(table: dict[str, int], run: str) -> None:
    """Words of a handful of equal frequencies, and a character that is none."""
    ours = Dictionary()
    for word, frequency in table.items():
        ours.add(word, frequency, "n")
    theirs = jieba.Tokenizer()
    lines = "".join(f"{word} {frequency} n\n" for word, frequency in table.items())
    theirs.FREQ, theirs.total = theirs.gen_pfdict(io.BytesIO(lines.encode()))
    theirs.initialized = True

    assert most_probable(run, ours) == theirs.lcut(run, HMM=False)


def test_of_equals_the_longer_first_word_wins() -> None:
    """A tie, as jieba decides it."""
    dictionary = Dictionary()
    for word in ("职", "会", "职工", "工会"):
        dictionary.add(word, 5, "n")

    assert most_probable("职工会", dictionary) == ["职工", "会"]


@pytest.mark.parametrize("run", ["龘", "龘龘龘", "职龘", "龘职"])
def test_characters_that_are_no_words_stand_alone(run: str) -> None:
    """What the dictionary does not have is lost nowhere."""
    dictionary = Dictionary()
    dictionary.add("职工", 5, "n")

    assert most_probable(run, dictionary) == list(run)


def test_nothing_is_cut_into_nothing() -> None:
    """The empty run has no words."""
    dictionary = Dictionary()
    dictionary.add("职工", 5, "n")

    assert most_probable("", dictionary) == []


@pytest.mark.parametrize("piece", ["的", "职工", "中华人民共和国", "龘", "一"])
def test_time_is_linear(dictionary: Dictionary, piece: str) -> None:
    """A run of 200,000 characters, which takes minutes if its cost is quadratic."""
    run = piece * (200_000 // len(piece))
    begun = process_time()
    words = most_probable(run, dictionary)

    assert process_time() - begun < 5
    assert "".join(words) == run

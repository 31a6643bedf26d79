"""The lexicon: each term is new, well-formed and stays whole."""

import re
from importlib.resources import files

import jieba
import pytest

from govnews.segmentation import engines, segment
from govnews.segmentation.lexicon import terms

FLOOR = 20
LEAST_TERMS = 300
CARRIERS = ("{}", "抓好{}的落实", "，对{}，", "有关{}的情况")


@pytest.fixture(scope="module")
def pristine() -> jieba.Tokenizer:
    """Jieba without our terms."""
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total, _ = engines.read_dictionary()
    tokenizer.initialized = True
    return tokenizer


def test_there_are_enough_terms_and_none_twice() -> None:
    """The lexicon is a lexicon, not a handful."""
    words = [term.word for term in terms()]

    assert len(words) == len(set(words)) >= LEAST_TERMS


def test_terms_are_chinese_characters_with_a_tag_of_jieba() -> None:
    """Anything else never reaches an engine."""
    assert not [
        term
        for term in terms()
        if not re.fullmatch("[一-\u9fd5]{2,}", term.word) or not re.fullmatch("[a-z]+", term.tag)
    ]


def test_no_term_repeats_the_dictionary(pristine: jieba.Tokenizer) -> None:
    """A second entry would count twice in the total, and differently in each engine."""
    assert not [term.word for term in terms() if pristine.FREQ.get(term.word)]


def test_frequencies_are_what_jieba_suggests(pristine: jieba.Tokenizer) -> None:
    """The numbers in the table are derived, never typed."""
    wrong = [
        (term, suggested)
        for term in terms()
        if term.frequency != (suggested := max(FLOOR, pristine.suggest_freq(term.word)))
    ]

    assert not wrong


@pytest.mark.parametrize("carrier", CARRIERS)
def test_a_term_stays_whole_with_its_tag(carrier: str) -> None:
    """In running text, next to words that could take a character away."""
    missed = [
        term.word
        for term in terms()
        if (term.word, term.tag)
        not in [(token.text, token.tag) for token in segment(carrier.format(term.word))]
    ]

    assert not missed


def test_every_group_has_a_heading() -> None:
    """Who adds a term must see where it belongs."""
    table = files("govnews").joinpath("data/terms.txt").read_text(encoding="utf-8")

    assert all(block.startswith("# ") for block in table.strip().split("\n\n"))

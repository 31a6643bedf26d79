"""Terms that four hands wrote down, each in a sentence: how many are one word."""

from functools import cache
from pathlib import Path

import pytest

import govnews

FOLDER = Path(__file__).parents[2] / "corpora" / "segmentation"
#: By the hand, what share of its terms must be one word
FLOORS = {"first": 0.97, "second": 0.97, "third": 0.91, "fourth": 0.95}


@cache
def rows(hand: str) -> tuple[tuple[str, ...], ...]:
    """Return the terms of a hand, each with its sentence."""
    lines = (FOLDER / f"terms-{hand}.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines)


@pytest.mark.parametrize("hand", FLOORS)
def test_terms_are_one_word_each(hand: str) -> None:
    """In their sentence, where they stand."""
    torn = [
        term
        for term, sentence in rows(hand)
        if (term, sentence.index(term)) not in [token[:2] for token in govnews.segment(sentence)]
    ]

    assert 1 - len(torn) / len(rows(hand)) >= FLOORS[hand], torn


@pytest.mark.parametrize("hand", FLOORS)
def test_lines_are_a_term_and_a_sentence_that_has_it_once(hand: str) -> None:
    """So that a term is one word or is not, and nothing between."""
    odd = [
        row
        for row in rows(hand)
        if len(row) != 2 or row[1].count(row[0]) != 1 or row[1][-1:] not in tuple("。！？")
    ]

    assert odd == []


@pytest.mark.parametrize("hand", FLOORS)
def test_no_term_is_there_twice(hand: str) -> None:
    """A term that is known counts once."""
    terms = [row[0] for row in rows(hand)]

    assert len(terms) == len(set(terms)) >= 200
    assert all(term == term.strip() and len(term) > 1 for term in terms)

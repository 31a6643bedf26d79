"""Counts: what stands how often in which of many texts."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews.resources import table
from govnews.topics import counts
from govnews.topics.counts import count, occurrences
from govnews.topics.lookup import Lookup
from govnews.topics.ngrams import key_of, ngram, ngrams_of

KNOWN = ["工", "职", "职工", "工会", "总工会", "青海"]
VOCABULARY = Lookup.of(np.array(sorted(map(key_of, KNOWN)), dtype=np.uint64))
TEXTS = st.lists(st.text(alphabet="职工总会青海北京，5 \n", max_size=30), max_size=5)


def counted(texts: list[str]) -> list[Counter[str]]:
    """Return the known n-grams of each text."""
    found = count(texts, VOCABULARY, 3)
    rows: list[Counter[str]] = [Counter() for _ in texts]
    for text, column, often in zip(found.texts, found.columns, found.counts, strict=True):
        rows[text][ngram(VOCABULARY.keys[column])] = int(often)
    return rows


@given(TEXTS)
def test_counts_are_those_of_a_reader(texts: list[str]) -> None:
    """For every text by itself: nothing reaches over into the next."""
    expected = [Counter(each for each in ngrams_of(text, 3) if each in KNOWN) for text in texts]

    assert counted(texts) == expected


@given(TEXTS)
def test_groups_are_those_of_each_text(texts: list[str]) -> None:
    """Also of a text without any known n-gram."""
    found = count(texts, VOCABULARY, 3).groups
    expected = [
        [any(name in text for name in group["names"]) for group in table("cues")["group"]]
        for text in texts
    ]

    assert found.tolist() == expected


def test_blocks_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text may stand in several; what reaches over their edges is found."""
    texts = ["总工会" * 40, "", "青海总工会职工，" * 9, "北京"]
    whole, groups = counted(texts), count(texts, VOCABULARY, 3).groups

    for size in (1, 2, 3, 7, 64):
        monkeypatch.setattr(counts, "_BLOCK", size)
        assert counted(texts) == whole
        assert (count(texts, VOCABULARY, 3).groups == groups).all()


@given(st.text(alphabet="职工总会青海，5", max_size=30))
def test_occurrences_quote_the_text(text: str) -> None:
    """Each stands where it says, and all are there."""
    found = occurrences(text, VOCABULARY, 3)
    quoted = [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)]

    assert quoted == [ngram(VOCABULARY.keys[which]) for which in found.which]
    assert Counter(quoted) == counted([text])[0]

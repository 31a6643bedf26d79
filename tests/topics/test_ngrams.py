"""N-grams as numbers: the same that a reader would count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews.topics.ngrams import LONGEST, codes_of, key_of, keys_of, ngram, ngrams_of

HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)
TEXTS = st.text(
    alphabet=st.one_of(HAN, st.sampled_from("，。5aＡ \n\ud800\U00020000")), max_size=30
)


@given(st.text(alphabet=HAN, min_size=1, max_size=LONGEST))
def test_a_number_is_its_ngram(characters: str) -> None:
    """No two n-grams share a number, whatever their lengths."""
    assert ngram(key_of(characters)) == characters


@given(TEXTS, st.integers(1, LONGEST))
def test_every_run_of_han_characters_is_found(text: str, longest: int) -> None:
    """As slicing would find it, and nothing that holds anything else."""
    expected = [
        text[start : start + length]
        for length in range(1, longest + 1)
        for start in range(len(text) - length + 1)
        if all("\u4e00" <= each <= "\u9fff" for each in text[start : start + length])
    ]

    assert ngrams_of(text, longest) == expected


@given(TEXTS, st.integers(1, LONGEST))
def test_keys_stand_where_their_ngrams_begin(text: str, longest: int) -> None:
    """One array a length, one number a character."""
    for length, keys in enumerate(keys_of(codes_of(text), longest), 1):
        assert len(keys) == len(text)
        for start, key in enumerate(keys):
            assert not key or ngram(key) == text[start : start + length]


@pytest.mark.parametrize("number", ["5", "1,234.5", "２０２２", "98.6%"])
def test_numbers_in_digits_do_not_count(number: str) -> None:
    """How many were helped says nothing about with what; runs of characters end there too."""
    assert ngrams_of(f"职工{number}军人", 3) == ngrams_of("职工。军人", 3)

"""Very long texts: cut where it hurts least, and nothing is lost."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews.arrow.slicing import slices
from govnews.errors import DecodeError

TEXTS = st.lists(st.text("职工5万。，6\n七.", max_size=40), max_size=8)


@given(TEXTS, st.integers(2, 30))
def test_slices_are_the_whole(chunks: list[str], limit: int) -> None:
    """In order, each where it says that it begins, and none too long."""
    text = "".join(chunks)
    found = list(slices(chunks, limit))
    assert "".join(said for _, said in found) == text
    assert all(text[offset : offset + len(said)] == said for offset, said in found)
    assert all(len(said) <= limit for _, said in found)


@given(TEXTS, st.integers(2, 30))
def test_chunks_do_not_matter(chunks: list[str], limit: int) -> None:
    """A text is cut the same however it was read."""
    assert list(slices(chunks, limit)) == list(slices(["".join(chunks)], limit))


def test_a_line_end_goes_before_a_sentence_end() -> None:
    """A paragraph stays whole where that is possible."""
    assert [said for _, said in slices(["一二三四\n五六。七八"], 8)] == ["一二三四\n", "五六。七八"]


def test_a_number_stays_whole() -> None:
    """Where there is no sentence end, either."""
    assert [said for _, said in slices(["走访慰问困难职工1234567人"], 12)] == [
        "走访慰问困难职工",
        "1234567人",
    ]


def test_what_is_all_number_is_cut_all_the_same() -> None:
    """What is held in memory is bounded."""
    assert [len(said) for _, said in slices(["7" * 25], 10)] == [10, 10, 5]


def test_a_text_that_cannot_be_read_to_its_end() -> None:
    """What came before is a slice like any other."""

    def chunks() -> Iterator[str]:
        yield "走访。慰问"
        raise DecodeError("spoilt", offset=15)

    found = slices(chunks(), 10)
    assert next(found) == (0, "走访。慰问")
    with pytest.raises(DecodeError, match="spoilt"):
        next(found)


def test_an_empty_text_is_one_slice() -> None:
    """It is a bulletin without paragraphs."""
    assert list(slices([], 10)) == [(0, "")]

"""Excerpts: short sentences whole, of long ones what is around the place."""

from hypothesis import given
from hypothesis import strategies as st

from govnews.segmentation.excerpts import CUT, LONGEST, Excerpts

CLAUSE = "走访困难企业43家，"


def test_a_sentence_is_shown_whole() -> None:
    """Up to a length that people read at a glance."""
    text = CLAUSE * 19 + "完。"
    assert Excerpts("前文。" + text).around(9, 12) == text


def test_a_long_one_is_cut_at_clauses() -> None:
    """With a sign at each end where something was cut off."""
    text = CLAUSE * 100
    place = 50 * len(CLAUSE) + 6
    shown = Excerpts(text).around(place, place + 3)
    assert shown.startswith(f"{CUT}走访")
    assert shown.endswith(f"43家，{CUT}")
    assert shown.strip(CUT) in text
    assert LONGEST - 4 * len(CLAUSE) < len(shown) <= LONGEST


def test_its_beginning_and_end_are_not_marked_as_cut() -> None:
    """And as much is shown of them as of the middle."""
    text = f"{CLAUSE * 100}完。"
    first, last = Excerpts(text).around(6, 9), Excerpts(text).around(len(text) - 2, len(text) - 1)
    assert (first[:3], first[-1]) == ("走访困", CUT)
    assert (last[0], last[-2:]) == (CUT, "完。")
    assert min(len(first), len(last)) > LONGEST - 2 * len(CLAUSE)


def test_without_marks_it_is_cut_anywhere() -> None:
    """The place stands in the middle."""
    shown = Excerpts("字" * 500 + "43" + "字" * 500).around(500, 502)
    assert len(shown) == LONGEST
    assert abs(shown.index("43") - LONGEST // 2) <= 2


def test_a_text_without_sentences() -> None:
    """Has nothing to show."""
    assert Excerpts(" \n").around(0, 1) == Excerpts("").around(3, 5) == ""


@given(st.text("字，；。\n 3“”", max_size=900), st.integers(0, 900), st.integers(0, 300))
def test_what_stands_there_is_always_shown(text: str, start: int, length: int) -> None:
    """As much of it as there is room for; and never more than the longest."""
    excerpts = Excerpts(text)
    end = min(start + length, len(text))
    shown = excerpts.around(start, end)
    assert len(shown) <= LONGEST
    (first, last), (left, right) = excerpts.spans(start, end)
    assert first <= left <= right <= last
    if first <= start < last and length <= LONGEST // 2:
        assert left <= start
        assert min(end, last) <= right

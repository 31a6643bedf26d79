"""Rows: what each says, and where in the caller's string it stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govnews
from govnews.frames import rows
from tests.frames import PAGE, SPAN, WHATS

GARBLED = "困難職(zhí)工５８名。籌集帮扶資金4120萬(wàn)元！\n\n第二段走訪43家企業。"


def test_dates_stand_apart() -> None:
    """As text, with the end of a span beside it; they have no value."""
    row = rows.figure_fields(SPAN)
    assert (row["date"], row["date_end"]) == ("--07-18", "--07-28")
    assert row["resolved"] == "2023-07-18/2023-07-28"
    assert {row[name] for name in ("value", "value_float", "upper", "low", "high")} == {None}


def test_a_field_that_figures_do_not_have_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A misspelt one must not become an empty column."""
    monkeypatch.setattr(rows, "_FIELDS", ("kind", "vlaue"))
    with pytest.raises(AttributeError, match="vlaue"):
        rows.figure_fields(SPAN)


def test_figures_tell_their_sentence() -> None:
    """As it was cleaned, without the sentences around it."""
    found = govnews.frame(govnews.analyze(GARBLED))
    assert found["sentence"].tolist() == [
        "困难职工58名。",
        "筹集帮扶资金4120万元！",
        "第二段走访43家企业。",
    ]
    assert found["paragraph"].tolist() == [0, 0, 1]


def test_of_a_long_sentence_the_part_around_the_figure_is_told() -> None:
    """With a sign where it was cut."""
    text = "".join(f"{number}月走访困难企业{number}家，" for number in range(1, 13)) * 3
    found = govnews.frame(govnews.analyze(text))
    assert found["sentence"].str.len().max() <= 200
    assert found["sentence"].str.contains("…").all()
    assert all(row.text in row.sentence for row in found.itertuples())


@settings(max_examples=10, deadline=None)
@given(st.sampled_from(["，", "；", "", "、"]), st.integers(2, 8))
def test_a_frame_is_no_larger_than_its_figures(mark: str, times: int) -> None:
    """A line without full stops is one sentence: ten times the text is ten times the table."""
    one, ten = (
        govnews.frame(govnews.analyze(f"走访困难企业43家{mark}" * number), engine="arrow").nbytes
        for number in (30 * times, 300 * times)
    )
    assert ten < 11 * one


def test_paragraphs_one_row_each() -> None:
    """A topic that its models do not know has no score."""
    found = govnews.frame(PAGE, "paragraphs")
    assert found["veterans"].isna().tolist() == [True, False]
    assert found["n_figures"].tolist() == [0, 3]
    assert found["truncated"].tolist() == [False, True]


def test_edits_tell_their_paragraph() -> None:
    """And quote the caller's string."""
    found = govnews.frame(govnews.analyze(GARBLED), "edits")
    assert all(GARBLED[row.start : row.end] == row.before for row in found.itertuples(index=False))
    assert found["paragraph"].dropna().unique().tolist() == [0, 1]
    assert not found.loc[found["rule"].str.startswith("gloss"), "conversion"].any()


def test_tokens_quote_the_garbled_page() -> None:
    """The word is clean, its place is the caller's."""
    found = govnews.frame(govnews.analyze(GARBLED), "tokens")
    (money,) = found[found["kind"] == "money"].itertuples(index=False)
    assert money.text == "4120万元"
    assert GARBLED[money.start : money.end] == "4120萬(wàn)元"


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="困難職工(zhí)58名，。\n 萬元\ud800\x00\u202e", max_size=60))
def test_any_text_gives_frames(text: str) -> None:
    """Spans lie in the text, and words are in order."""
    bulletin = govnews.analyze(text)
    for what in WHATS:
        found = govnews.frame(bulletin, what)
        assert (found["start"] <= found["end"]).all()
        assert (found["end"] <= len(text)).all()
        assert found["start"].is_monotonic_increasing

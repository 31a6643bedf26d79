"""displaCy: the format that it takes by hand, with nothing in it that could be obeyed."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govnews import analyze, read
from govnews.displacy import OPTIONS, to_displacy
from govnews.errors import UnknownChoiceError
from govnews.models import Kind

GARBLED = Path(__file__).parents[1] / "corpora" / "bulletins" / "garbled.txt"


def test_entities_quote_the_cleaned_text() -> None:
    """Every figure, in order, under its kind."""
    bulletin = analyze(read(GARBLED), id="garbled.txt")
    given = to_displacy(bulletin)
    assert given["title"] == "garbled.txt"
    assert [
        (given["text"][each["start"] : each["end"]], each["label"]) for each in given["ents"]
    ] == [(figure.text, figure.kind.value) for figure in bulletin.figures]


def test_entities_quote_the_raw_text() -> None:
    """As garbled as it came."""
    page = read(GARBLED)
    bulletin = analyze(page)
    given = to_displacy(bulletin, "raw")
    assert given["text"] == page
    assert given["title"] is None
    assert [(each["start"], each["end"]) for each in given["ents"]] == [
        (figure.start, figure.end) for figure in bulletin.figures
    ]


def test_another_text_is_refused() -> None:
    """With what there is to choose from."""
    with pytest.raises(UnknownChoiceError, match="no text 'cleaned': choose from clean, raw"):
        to_displacy(analyze(""), "cleaned")  # type: ignore[arg-type]


def test_what_displacy_writes_as_it_is_is_escaped() -> None:
    """It escapes the text itself, but neither titles nor what a template is filled with."""
    bulletin = analyze("拨付“<b>”救助金5万元", id="<script>")
    given = to_displacy(bulletin)
    assert given["title"] == "&lt;script&gt;"
    assert "<b>" in given["text"]


def test_every_kind_has_a_colour() -> None:
    """And the template shows what a figure means."""
    assert OPTIONS["colors"].keys() == set(Kind)
    filled = OPTIONS["template"].format(text="43家", label="count", bg="#fff", described="count")
    assert 'title="count"' in filled


@pytest.mark.parametrize("text", ["clean", "raw"])
@settings(deadline=None)
@given(said=st.text(alphabet="拨付58名万元\n\r\x00\ud800<&。 (zhí)", max_size=40))
def test_any_text_can_be_shown(text: str, said: str) -> None:
    """Spans lie within the text, apart and in order; all of it can be written to a page."""
    given = to_displacy(analyze(said), text)  # type: ignore[arg-type]
    place = 0
    for each in given["ents"]:
        assert place <= each["start"] < each["end"] <= len(given["text"])
        place = each["end"]
    assert not re.search("[\x00\ud800-\udfff]", given["text"])
    given["text"].encode()

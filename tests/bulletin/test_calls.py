"""The public calls on one text."""

from decimal import Decimal

import pytest

import govnews
from govnews import UnknownChoiceError
from govnews.models import Kind

CALLS = [
    govnews.clean,
    govnews.segment,
    govnews.extract,
    govnews.extract_money,
    govnews.extract_headcounts,
    govnews.extract_percentages,
    govnews.classify,
    govnews.analyze,
]
GARBLED = (
    "為5萬(wàn)多名困難職(zhí)工發(fā)放幫扶資(zī)金5027萬(wàn)元，滿意率達(dá)９８％以上，"
    "走訪(fǎng)企業(yè)59個(gè)。"
)


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("wrong", [None, 5, b"5000", ["text"]])
def test_anything_but_str_is_a_type_error(call: object, wrong: object) -> None:
    """The message says what was passed."""
    with pytest.raises(TypeError, match=type(wrong).__name__):
        call(wrong)  # type: ignore[operator]


@pytest.mark.parametrize("text", ["", " \n\t", "\ufeff", "\x00\x00"])
def test_nothing_in_nothing_out(text: str) -> None:
    """A text without words has no figures, no topics and no paragraphs."""
    assert govnews.extract(text) == []
    assert govnews.classify(text).topics == ()
    assert govnews.analyze(text).paragraphs == ()


def test_garbled_text_gives_clean_figures_in_their_raw_place() -> None:
    """Values, targets and texts are clean; offsets quote the garbled string."""
    found = govnews.extract(GARBLED)

    assert [(f.text, f.value, f.target) for f in found] == [
        ("5万多名", Decimal(50000), "困难职工"),
        ("5027万元", Decimal(50270000), "帮扶资金"),
        ("98%以上", Decimal(98), "满意率"),
        ("59个", Decimal(59), "企业"),
    ]
    assert [GARBLED[f.start : f.end] for f in found] == [
        "5萬(wàn)多名",
        "5027萬(wàn)元",
        "９８％以上",
        "59個",
    ]


def test_kinds_may_be_named_or_given() -> None:
    """A kind's name and its member ask for the same."""
    assert govnews.extract(GARBLED, kinds=["money"]) == govnews.extract_money(GARBLED)
    assert govnews.extract(GARBLED, kinds=[Kind.MONEY]) == govnews.extract_money(GARBLED)


def test_an_unknown_kind_lists_the_choices() -> None:
    """The message names what there is."""
    with pytest.raises(UnknownChoiceError, match="headcount"):
        govnews.extract("", kinds=["people"])


def test_evidence_quotes_the_callers_text() -> None:
    """The spans of the terms lie in the garbled string."""
    found = govnews.classify(GARBLED)

    assert found.topic == "worker_services"
    terms = found.evidence["worker_services"]
    assert terms
    for term in terms:
        assert term.spans
        for start, end in term.spans:
            # a quotation alone is too short to tell that it is from a glossed page
            quoted = govnews.clean(GARBLED[start:end]).text
            assert [char for char in quoted if char in term.term] == list(term.term)


def test_a_number_that_touches_unrepaired_damage_is_marked() -> None:
    """What may have lost a digit is never passed off as sound."""
    page = GARBLED + "考入??啤⒏呗氃盒５?8名學(xué)生。"
    (figure,) = [f for f in govnews.extract(page) if "8名" in f.text]

    assert figure.damaged or figure.value == 58


def test_the_rest_of_a_number_that_touches_damage_marks_it_too() -> None:
    """The month was lost, so the day alone is not sound."""
    page = GARBLED + "急需的地方?!?月12日，指揮部調研。"
    (figure,) = [f for f in govnews.extract(page) if "12日" in f.text]

    assert figure.damaged

"""What must hold for the figures of any text."""

import json
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import govnews
from govnews.models import Bound, Kind

#: Characters that make and break numbers, more often than chance would have them
FRAGMENTS = st.sampled_from(
    [
        *"0123456789一二三四五六七八九十百千万亿两半几数第首多余约近超上年月日时分元名人个家户%％‰成倍℃",
        *"，。；、,.:：（）()“”？?！—-～至到和的占增降由从于在\n ",
        *[
            "百分之",
            "分之",
            "不超过",
            "以上",
            "以下",
            "左右",
            "同比增长",
            "下降",
            "职工",
            "企业",
            "资金",
            "万元",
        ],
        *[
            "人次",
            "个百分点",
            "平方米",
            "分别为",
            "其中",
            "零下",
            "翻番",
            "美元",
            "７",
            "萬",
            "億",
            "(wàn)",
        ],
    ]
)
TEXTS = st.lists(FRAGMENTS, max_size=40).map("".join)
ANY_TEXT = st.text(max_size=60)


@given(TEXTS | ANY_TEXT)
@settings(max_examples=400, deadline=None)
@example("?")
@example("第1次第1次")
@example("\ud800５０００元\udfff")
@example("\x005000\x00元")
def test_offsets_lie_in_the_callers_text_in_order_and_disjoint(text: str) -> None:
    """Whatever the text, figures are ordered, disjoint and inside of it."""
    found = govnews.extract(text)

    assert all(0 <= figure.start < figure.end <= len(text) for figure in found)
    assert all(first.end <= second.start for first, second in pairwise(found))


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_a_figure_quotes_the_text_that_it_was_read_from(text: str) -> None:
    """In a text that cleaning leaves alone, a figure is what stands at its offsets."""
    cleaned = govnews.clean(text)
    if cleaned.edits:
        return
    for figure in govnews.extract(text):
        assert figure.text == text[figure.start : figure.end]


@given(TEXTS, st.sampled_from(["日前，", "全市。", "先生，", "（注）"]))
@settings(max_examples=300, deadline=None)
def test_text_in_front_only_shifts(text: str, front: str) -> None:
    """A closed clause in front moves the numbers and changes none of them.

    The clauses are in characters that both scripts share: others would tell the
    script of the whole page.
    """
    alone = govnews.extract("。" + text)
    shifted = govnews.extract(front + "。" + text)

    read = [(f.kind, f.value, f.upper, f.bound, f.unit, f.start + len(front)) for f in alone]
    assert read == [(f.kind, f.value, f.upper, f.bound, f.unit, f.start) for f in shifted]


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_fields_agree_with_one_another(text: str) -> None:
    """A range has two ends in order; money has a currency; a date has no unit."""
    for figure in govnews.extract(text):
        assert (figure.upper is not None) == (figure.bound is Bound.RANGE)
        assert (figure.currency is not None) == (figure.kind is Kind.MONEY)
        assert (figure.kind is Kind.DATE) == isinstance(figure.value, str)
        if figure.kind is not Kind.DATE and figure.upper is not None:
            assert figure.value < figure.upper  # type: ignore[operator]
        assert figure.rule


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_kinds_select(text: str) -> None:
    """Asking for one kind gives those of all that are of it."""
    found = govnews.extract(text)

    assert govnews.extract_money(text) == [f for f in found if f.kind is Kind.MONEY]
    assert govnews.extract_headcounts(text) == [f for f in found if f.kind is Kind.HEADCOUNT]
    assert govnews.extract_percentages(text) == [f for f in found if f.kind is Kind.PERCENTAGE]


@given(TEXTS | ANY_TEXT)
@settings(max_examples=200, deadline=None)
@example("\ud800拨付5027万元")
def test_json_round_trip(text: str) -> None:
    """JSON says what the dicts say, also where the text cannot be encoded."""
    bulletin = govnews.analyze(text)

    assert json.loads(bulletin.to_json()) == bulletin.to_dict()


@pytest.mark.parametrize("text", ["9" * 100_000, "一" * 100_000, "万" * 100_000, "1," * 50_000])
def test_long_runs_are_read_whole_or_not_at_all(text: str) -> None:
    """A run that is longer than any number yields no number."""
    assert govnews.extract(text) == []

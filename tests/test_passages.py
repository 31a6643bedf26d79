"""Passages: everything that is marked stands where the cleaned paragraph has it."""

from hypothesis import given, settings
from hypothesis import strategies as st

import govnews
from govnews.passages import behind, cleaned, passages
from tests.damage import damage

SOUND = (
    "三江工会网讯 3月12日，省总工会筹集帮扶资金5027万元，慰问困难职工2000多人。\n"
    "各级工会走访43家企业，完成年度目标任务的122%，比上年提高1.8个百分点。\n"
)


def holds(text: str) -> None:
    """Check that figures and replacements are what stands at their places."""
    bulletin = govnews.analyze(text)
    for passage in passages(bulletin):
        shown = passage.paragraph.text
        for placed in passage.figures:
            assert shown[placed.start : placed.end] == placed.figure.text
        for edit, start, end in passage.repairs:
            assert shown[start:end] == edit.after
        whole = cleaned(passage, text)
        for figure, start, end in passage.figures:
            raw_start, raw_end = whole.to_raw(start, end)
            offset = passage.paragraph.start
            assert (raw_start + offset, raw_end + offset) == (figure.start, figure.end)


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 10_000))
def test_on_garbled_pages(seed: int) -> None:
    """Of all sorts of damage."""
    holds(damage(SOUND * 2, seed).raw)


@settings(deadline=None, max_examples=60)
@given(
    st.text(alphabet="困難職工(zhí)５８名，。\r\n 萬元万3月12日\ud800\x00\u202e&nbsp;", max_size=80)
)
def test_on_any_text(text: str) -> None:
    """Whatever was dropped or put in."""
    holds(text)


def test_what_was_dropped_between_paragraphs() -> None:
    """Stands before the one behind it, or behind the last."""
    page = govnews.analyze("走访43家企业。... [详情]\n慰问58名职工。... [详情]")
    first, second = passages(page)
    assert (first.before, [edit.after for edit in second.before]) == ((), [""])
    assert [edit.after for edit in behind(page)] == [""]

"""Edits: what composes must say the same as what was done in turn."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from govnews.cleaning.edits import apply, compose
from govnews.models import UNREPAIRED, CleanText, Edit


@st.composite
def passes(draw: st.DrawFn, text: str) -> list[Edit]:
    """Draw ordered, disjoint edits over *text*, marks among them."""
    bounds = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    edits = []
    for start, end in zip(bounds[::2], bounds[1::2], strict=False):
        before = text[start:end]
        after = draw(st.sampled_from([before, "", "甲", "乙丙丁"]))
        rule = UNREPAIRED if after == before else "test.edit"
        edits.append(Edit(rule, start, end, before, after))
    return edits


@given(st.text(alphabet="ab発(1", max_size=20), st.data())
def test_composed_edits_do_what_both_passes_did(raw: str, data: st.DataObject) -> None:
    """`apply(compose(first, second), raw)` is the second pass over the first."""
    edits: list[Edit] = []
    text = raw
    for _ in range(3):
        made = data.draw(passes(text))
        edits = compose(raw, edits, text, made)
        text = apply(made, text)

        assert text == apply(edits, raw)
        assert all(edit.before == raw[edit.start : edit.end] for edit in edits)
        assert all(one.end <= two.start for one, two in pairwise(edits))
    assert CleanText(text, raw, tuple(edits)).to_raw(0, len(text))[1] <= len(raw)


def test_a_mark_is_split_by_a_later_edit() -> None:
    """What is still as it was keeps its mark."""
    mark = Edit(UNREPAIRED, 0, 3, "?５x", "?５x")
    found = compose("?５x", [mark], "?５x", [Edit("width.narrow", 1, 2, "５", "5")])

    assert [edit.rule for edit in found] == ["unrepaired", "unrepaired+width.narrow", "unrepaired"]

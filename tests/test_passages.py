"""Passages: everything that is marked stands where the cleaned paragraph has it."""

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

import govnews
from govnews import html
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


def changed(bulletin: govnews.Bulletin, seed: int) -> govnews.Bulletin:
    """Return it with its paragraphs in another order, some missing, and without some edits."""
    chance = random.Random(seed)
    paragraphs = [each for each in bulletin.paragraphs if chance.random() < 0.9]
    chance.shuffle(paragraphs)
    edits = tuple(edit for edit in bulletin.edits if chance.random() < 0.8)
    return replace(bulletin, paragraphs=tuple(paragraphs), edits=edits)


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 10_000))
def test_a_bulletin_that_was_changed(seed: int) -> None:
    """No other text is marked, and no figure is lost, nor from its frame."""
    bulletin = changed(govnews.analyze(damage(SOUND * 2, seed).raw), seed)
    for passage in passages(bulletin):
        text, end = passage.paragraph.text, 0
        assert tuple(each.figure for each in passage.figures) == passage.paragraph.figures
        for figure, start, behind_it in passage.figures:
            assert text[start:behind_it] in (figure.text, "")
            assert end <= start <= behind_it <= len(text)
            end = behind_it
    found = govnews.frame(bulletin)
    assert found["text"].tolist() == [figure.text for figure in bulletin.figures]
    assert found["sentence"].str.len().min() > 0 or found.empty
    assert "".join(html.page([("a", bulletin)]))


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 10_000))
def test_paragraphs_in_another_order(seed: int) -> None:
    """Each is marked as it was, and what was dropped is told of once."""
    bulletin = govnews.analyze(damage(SOUND * 2, seed).raw)
    turned = replace(bulletin, paragraphs=bulletin.paragraphs[::-1])
    assert [each._replace(number=0) for each in passages(turned)] == [
        each._replace(number=0) for each in [*passages(bulletin)][::-1]
    ]
    assert behind(turned) == behind(bulletin)


def test_a_figure_of_another_text_marks_nothing() -> None:
    """It still stands somewhere: at the nearest place."""
    page = govnews.analyze("走访43家企业，慰问58名职工。")
    (paragraph,) = page.paragraphs
    other = replace(page, paragraphs=(replace(paragraph, text="走访企业，慰问58名。"),))
    ((lost, found),) = (passage.figures for passage in passages(other))
    assert (lost[1:], found[1:]) == ((2, 2), (7, 10))
    assert govnews.frame(other)["sentence"].tolist() == ["走访企业，慰问58名。"] * 2
    assert [each["label"] for each in other.to_displacy()["ents"]] == ["headcount"]
    assert other.to_html().count("<mark") == 1

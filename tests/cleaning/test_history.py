"""What is made late must say the same as what was made at once."""

import copy
import dataclasses
import pickle
from array import array
from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govnews.cleaning import clean
from govnews.cleaning.edits import apply, compose
from govnews.cleaning.history import Step, Steps
from govnews.cleaning.lots import Drops, Rewriting
from govnews.models import UNREPAIRED, CleanText, Edit

GLOSSED = "網(wǎng)通訊,關(guān)鍵扎實(shí)做好?xiàng)l例,當?9名,１２萬元... [詳情]\n以後"


@st.composite
def steps(draw: st.DrawFn) -> Steps:
    """Draw what some passes did: single edits, drops and conversions in any order."""
    raw = text = draw(st.text(alphabet="發fa(1\U00020000", max_size=20))
    done = []
    for _ in range(draw(st.integers(0, 4))):
        bounds = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
        spans = list(zip(bounds[::2], bounds[1::2], strict=False))
        kind = draw(st.sampled_from(["single", "drops", "conversion"]))
        if kind == "conversion":
            new = "".join(draw(st.sampled_from([shown, "发"])) for shown in text)
            step = Step.of(text, Rewriting("script.t2s", text, new))
        elif kind == "drops":
            starts, ends = ([span[side] for span in spans] for side in (0, 1))
            left = apply([Edit("", *span, "", "") for span in spans], text)
            step = Step.of(
                text, Drops("gloss.drop", text, array("I", starts), array("I", ends), left)
            )
        else:
            step = Step.of(text, [_edit(text, *span, draw) for span in spans])
        text = step.after
        done += [step] if step.made else []
    return Steps(raw, tuple(done))


def _edit(text: str, start: int, end: int, draw: st.DrawFn) -> Edit:
    before = text[start:end]
    after = draw(st.sampled_from([before, "甲", "乙丙丁"]))
    if after == before:
        return Edit(UNREPAIRED, start, end, before, before, 0.0)
    return Edit("test.edit", start, end, before, after)


def _at_once(history: Steps) -> CleanText:
    """Make every edit of every step, one after the other."""
    edits: list[Edit] = []
    text = history.raw
    for before, made, _ in history.done:
        edits = compose(history.raw, edits, before, list(made))
        text = apply(list(made), before)
    return CleanText(text, history.raw, tuple(edits))


@given(steps())
@settings(max_examples=400)
def test_late_is_the_same_as_at_once(history: Steps) -> None:
    """Text, edits, repairs, and the way back from every span."""
    want = _at_once(history)
    found = CleanText(
        history.done[-1].after if history.done else history.raw, history.raw, history=history
    )
    spans = [(a, b) for b in range(len(want.text) + 1) for a in range(b + 1)]

    assert want.text == found.text
    assert [want.to_raw(*span) for span in spans] == [found.to_raw(*span) for span in spans]
    assert want.repairs == found.repairs
    assert want == found


def test_edits_that_keep_a_length_move_nothing() -> None:
    """`to_raw` of a given text heeds whatever edits it was given."""
    text = CleanText("发展业", "發(fā)展業", (Edit("script.odd", 0, 5, "發(fā)", "发"),))

    assert [text.to_raw(place, place + 1) for place in range(3)] == [(0, 5), (5, 6), (6, 7)]


def test_a_cleaned_text_is_a_value() -> None:
    """It is copied, pickled, compared, hashed, replaced, shown and encoded as its three fields."""
    text = clean(GLOSSED)
    copies = [
        copy.copy(text),
        copy.deepcopy(text),
        pickle.loads(pickle.dumps(text)),  # noqa: S301 - our own object
        CleanText(text.text, text.raw, text.edits),
        dataclasses.replace(text),
        CleanText(**{name: getattr(text, name) for name in CleanText.__match_args__}),
    ]

    assert all(each == text and hash(each) == hash(text) for each in copies)
    assert all(repr(each) == repr(text) for each in copies)
    assert all(each.to_raw(3, 9) == text.to_raw(3, 9) for each in copies)
    assert msgspec.json.decode(msgspec.json.encode(text)) == {
        "text": text.text,
        "raw": text.raw,
        "edits": [dataclasses.asdict(edit) for edit in text.edits],
    }
    assert [each.name for each in dataclasses.fields(CleanText)] == ["text", "raw", "edits"]


@pytest.mark.parametrize("name", ["text", "raw", "edits", "repairs", "other"])
def test_a_cleaned_text_is_immutable(name: str) -> None:
    """Nothing of it can be set."""
    with pytest.raises((AttributeError, TypeError)):
        setattr(clean(GLOSSED), name, "")


def test_threads_see_the_same_edits() -> None:
    """All that ask first at the same time get equal ones."""
    text = clean(GLOSSED * 200)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: (text.edits, text.repairs, text.to_raw(5, 9)), range(8)))

    assert all(each == found[0] for each in found)
    assert text.text == apply(text.edits, text.raw)

"""Labelled files: what is wrong with one is said with its line."""

import json
from typing import Any

import pytest

from govnews.errors import LabelError
from govnews.evaluation import documents
from tests.recovery import CORPORA

FIGURE: dict[str, Any] = {
    "kind": "count",
    "text": "43家",
    "start": 2,
    "end": 5,
    "value": "43",
    "upper": None,
    "bound": "exact",
    "unit": "家",
    "currency": None,
    "target": "企业",
    "change": None,
}


def line(*figures: dict[str, Any], **fields: Any) -> str:
    """Write a line of a labelled file."""
    return json.dumps({"id": "a", "text": "走访43家企业", "figures": figures} | fields)


def test_what_is_sound() -> None:
    """Other fields are other readers'; empty lines are nothing."""
    lines = ("", line(FIGURE, topics=[], note=""), "", line(text="一\u2028二"), "")
    first, second = documents("\n".join(lines), "own.jsonl")
    assert (first.figures[0].target, first.figures[0].optional) == ("企业", False)
    assert (second.text, second.figures) == ("一\u2028二", ())


def test_the_corpus_is_sound() -> None:
    """All of it."""
    text = (CORPORA / "figures" / "gold.jsonl").read_text("utf-8")
    assert len(documents(text, "gold.jsonl")) == 45


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "own.jsonl holds no labelled texts: write a JSON object with id, text and figures"),
        ("{", "own.jsonl, line 1: Input data was truncated: a line is a JSON object with id, "),
        (f"{line()}\n[]", "line 2: Expected `object`, got `array`"),
        (line(text=3), r"line 1: Expected `str`, got `int` - at `\$.text`"),
        (line(FIGURE | {"kind": "sum"}), r"Invalid enum value 'sum' - at `\$.figures\[0\].kind`"),
        (line(FIGURE | {"bound": "more"}), "Invalid enum value 'more'"),
        (line(FIGURE | {"start": -1}), "Expected `int` >= 0"),
        (line({"kind": "count"}), "missing required field .*a figure has kind, text, start, end, "),
        (line(FIGURE | {"text": "43"}), r"line 1 \(a\), figure 1: its text is '43', but '43家' st"),
        (line(FIGURE | {"start": 5, "end": 5, "text": ""}), "but '' stands at 5..5: count code"),
        (line(FIGURE | {"value": "many"}), "figure 1: 'many' is no number: write it in digits"),
        (line(FIGURE | {"upper": "x"}), "figure 1: 'x' is no number"),
        (line(FIGURE, FIGURE), r"line 1 \(a\): '43家' and '43家' overlap or are not in order: put"),
    ],
)
def test_what_is_wrong_is_said(text: str, message: str) -> None:
    """The file, the line, what is wrong and what to do."""
    with pytest.raises(LabelError, match=message) as caught:
        documents(text, "own.jsonl")
    assert str(caught.value).startswith("own.jsonl")

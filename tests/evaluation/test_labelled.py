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
    lines = ("", line(FIGURE, topics=[], note=""), "", line(id="b", text="一\u2028二"), "")
    first, second = documents("\n".join(lines), "own.jsonl")
    assert (first.figures[0].target, first.figures[0].optional) == ("企业", False)
    assert (second.text, second.figures) == ("一\u2028二", ())


@pytest.mark.parametrize(
    "value", ["2015", "0618", "2014-01", "2014-01-05", "--07", "--07-24", "---24"]
)
def test_dates(value: str) -> None:
    """As partial as the text."""
    assert documents(line(FIGURE | {"kind": "date", "value": value}), "own.jsonl")


def test_the_corpus_is_sound() -> None:
    """All of it."""
    text = (CORPORA / "figures" / "gold.jsonl").read_text("utf-8")
    assert len(documents(text, "gold.jsonl")) == 45


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "own.jsonl holds no labelled texts: write a JSON object with id, text and figures"),
        ("{", "own.jsonl, line 1: Input data was truncated: a line is a JSON object with id, "),
        (f"{line()}\n[]", "line 2: Expected `object`, got `array`: a line is a JSON object with"),
        (line(text=3), r"line 1: Expected `str`, got `int` - at `\$.text`: a line is"),
        (line(FIGURE | {"kind": "sum"}), r"`\$.figures\[0\].kind`: use one of money, headcount, "),
        (line(FIGURE | {"bound": "more"}), "Invalid enum value 'more' .*: use one of exact, about"),
        (line(FIGURE | {"change": "up"}), "use null or one of increase, decrease"),
        (line(FIGURE | {"currency": "cny"}), "the three capital letters of ISO 4217"),
        (line(FIGURE | {"start": -1}), r"Expected `int` >= 0 - at `\$.figures\[0\].start`$"),
        (line({"kind": "count"}), "missing required field .*a figure has kind, text, start, end, "),
        (line(FIGURE | {"optinal": True}), "unknown field `optinal` .* and may have optional$"),
        (line(FIGURE | {"text": "43"}), r"1 \(a\), figure 1: it is '43' at 2..5, but '43家' stand"),
        (line(FIGURE | {"start": 5, "end": 5, "text": ""}), "but '' stands at 5..5: count code"),
        (
            line(FIGURE | {"start": 5, "end": 99, "text": "企业"}),
            "at 5..99, but '企业' stands at 5..7",
        ),
        *[
            (line(FIGURE | {"value": value}), f"line 1: '{value}' is no number: write it in digits")
            for value in ("many", "", "sNaN", "NaN", "Infinity", "4_3", "４３", "4e3", "43 ")
        ],
        (line(FIGURE | {"upper": "", "bound": "range"}), "'' is no number"),
        (
            line(FIGURE | {"kind": "date", "value": "7月24日"}),
            "is no date: write it in ISO 8601, as",
        ),
        (line(FIGURE | {"bound": "range"}), "a range has an upper end, and only a range"),
        (line(FIGURE | {"upper": "50"}), "a range has an upper end, and only a range"),
        (line(FIGURE, FIGURE), r"line 1 \(a\): '43家' and '43家' overlap or are not in order: put"),
        (f"{line()}\n{line()}", "own.jsonl: two texts have the id 'a': give each its own"),
    ],
)
def test_what_is_wrong_is_said(text: str, message: str) -> None:
    """The file, the line, what is wrong and what to do."""
    with pytest.raises(LabelError, match=message) as caught:
        documents(text, "own.jsonl")
    assert str(caught.value).startswith("own.jsonl")

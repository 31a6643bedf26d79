"""Sound texts: not a character changes but the width of digits and letters."""

import json
from pathlib import Path

import pytest

from govnews.cleaning import clean

PATH = Path(__file__).parents[2] / "corpora" / "sound" / "sound.jsonl"
CASES = [json.loads(line) for line in PATH.read_text(encoding="utf-8").splitlines()]

#: Full-width digits and letters, and the percent sign that follows digits, to ASCII.
NARROW = {
    code: code - 0xFEE0
    for code in [0xFF05, *range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)]
}


def test_the_corpus_is_well_formed() -> None:
    """Ids and texts are unique, and there are enough of them."""
    assert len(CASES) >= 260
    assert len({case["id"] for case in CASES}) == len({case["text"] for case in CASES})
    assert {case["script"] for case in CASES} == {"simplified", "traditional", "other"}
    assert all(set(case) == {"id", "text", "script", "why"} and case["why"] for case in CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_nothing_changes_where_no_script_is_asked_for(case: dict[str, str]) -> None:
    """`script="keep"` gives the text back."""
    assert case["text"].translate(NARROW) == clean(case["text"], script="keep").text


@pytest.mark.parametrize(
    "case", [case for case in CASES if case["script"] == "simplified"], ids=lambda case: case["id"]
)
def test_nothing_changes_in_simplified_text(case: dict[str, str]) -> None:
    """Simplified text is given back by default, too."""
    assert case["text"].translate(NARROW) == clean(case["text"]).text


def test_nothing_changes_in_a_page_of_them() -> None:
    """What is judged by the page is not misled by much sound text in one."""
    page = "\n".join(case["text"] for case in CASES if case["script"] == "simplified")

    assert page.translate(NARROW) == clean(page, script="keep").text

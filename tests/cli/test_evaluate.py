"""`evaluate figures`: how good the figures are on labelled texts."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.evaluation.test_labelled import FIGURE, line

WRONG = FIGURE | {"value": "44"}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Write two labelled texts: one read rightly, one not."""
    path = tmp_path / "gold.jsonl"
    path.write_text(f"{line(FIGURE)}\n{line(WRONG, id='b')}\n", "utf-8")
    return path


def test_the_table(run: Run, gold: Path) -> None:
    """Counts and shares by kind, attributes, and plain numbers."""
    *table, summary = run("evaluate", "figures", "--format", "table", gold).stdout.splitlines()[1:]
    assert table == [
        "             labelled  found  right  precision  recall     F1",
        "  count             2      2      1      0.500   0.500  0.500",
        "  all kinds         2      2      1      0.500   0.500  0.500",
        "",
        "  bound 1.000 (1 of 1)",
        "  span 1.000 (1 of 1)",
        "  change 1.000 (1 of 1)",
        "  target 1.000 (1 of 1)",
        "  target of all kinds 1.000 (1 of 1)",
        "",
    ]
    assert summary.startswith(
        "wrong values that look right: 1 (1 misread, 0 spurious); missing: 0; "
    )
    assert summary.endswith("; of 2 figures in 2 texts")


def test_errors_are_listed_when_asked_for(run: Run, gold: Path) -> None:
    """With the id of the text, as many as wanted."""
    arguments = ("evaluate", "figures", "--format", "table", gold)
    said = "b wrong 43家: count 44 家 is labelled, count 43 家 was read"
    assert said not in run(*arguments).stdout
    assert run(*arguments, "--errors", "5").stdout.splitlines()[-1] == said


def test_jsonl_is_one_object_a_file(run: Run, gold: Path) -> None:
    """With everything that the table shows."""
    made = json.loads(run("evaluate", "figures", "--errors", "1", gold).stdout)
    counts = {"labelled": 2, "found": 2, "right": 1, "wrong": 1, "misread": 1}
    assert made["kinds"]["count"] == made["all"]
    assert counts.items() <= made["all"].items()
    assert made["headline"]["labelled"] == 0
    assert made["attributes"]["target"] == {"agreed": 1, "compared": 1, "accuracy": 1.0}
    assert [error["id"] for error in made["errors"]] == ["b"]
    assert "errors" not in json.loads(run("evaluate", "figures", gold).stdout)


def test_what_extract_writes_can_be_corrected(run: Run) -> None:
    """Its rows are figures of a labelled text as they are."""
    figure = json.loads(run("extract", stdin="走访43家企业").stdout)
    made = json.loads(run("evaluate", "figures", stdin=line(figure)).stdout)
    assert made["all"]["right"] == 1


def test_a_file_that_is_not_sound(run: Run, gold: Path, tmp_path: Path) -> None:
    """It is a line on stderr, and the others are scored all the same."""
    bad = tmp_path / "bad.jsonl"
    bad.write_text(f"{line(FIGURE)}\n{{}}\n", "utf-8")
    result = run("evaluate", "figures", bad, gold)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"govnews: {bad}, line 2: Object missing required field `id`")
    assert json.loads(result.stdout)["id"] == str(gold)


def test_nothing_is_written_where_nothing_is_sound(run: Run, tmp_path: Path) -> None:
    """A file from before stays."""
    bad, out = tmp_path / "bad.jsonl", tmp_path / "out.jsonl"
    bad.write_text("{}\n", "utf-8")
    out.write_text("before", "utf-8")
    assert run("evaluate", "figures", bad, "-o", out).exit_code == 1
    assert out.read_text("utf-8") == "before"


def test_negative_numbers_of_errors(run: Run, gold: Path) -> None:
    """Are wrong usage."""
    assert run("evaluate", "figures", "--errors", "-1", gold).exit_code == 2

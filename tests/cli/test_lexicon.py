"""`--lexicon FILE`: an analyst's own words on the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TREES = '[[unit]]\nword = "树"\nkind = "count"\nexample = "认养苹果300树"\n'


@pytest.fixture
def trees(tmp_path: Path) -> Path:
    """Write a lexicon."""
    path = tmp_path / "trees.toml"
    path.write_text(TREES, "utf-8")
    return path


def test_extract(run: Run, trees: Path) -> None:
    """Its words count."""
    row = json.loads(run("extract", "--lexicon", trees, stdin="认养梨200树").stdout)
    assert (row["text"], row["unit"]) == ("200树", "树")


def test_explain(run: Run, trees: Path) -> None:
    """And they are explained by."""
    arguments = ("extract", "--explain", "--lexicon", trees)
    assert json.loads(run(*arguments, stdin="认养梨200树").stdout)["outcome"] == "read"
    assert json.loads(run(*arguments[:2], stdin="认养梨200树").stdout)["outcome"] == "no_unit"


def test_analyze(run: Run, trees: Path) -> None:
    """In whole bulletins too."""
    bulletin = json.loads(run("analyze", "--lexicon", trees, stdin="认养梨200树").stdout)
    assert [figure["unit"] for figure in bulletin["paragraphs"][0]["figures"]] == ["树"]


@pytest.mark.parametrize("command", [["extract"], ["analyze"], ["evaluate", "figures"]])
def test_what_is_wrong_is_wrong_usage(run: Run, trees: Path, command: list[str]) -> None:
    """It is said before anything is read."""
    trees.write_text(TREES.replace("count", "sum"), "utf-8")
    result = run(*command, "--lexicon", trees, stdin="200树")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "[[unit]] 1 (树): Invalid enum value 'sum'" in result.stderr


def test_a_file_that_is_not_there(run: Run, tmp_path: Path) -> None:
    """As of any option that names a file."""
    result = run("extract", "--lexicon", tmp_path / "none.toml", stdin="200树")
    assert result.exit_code == 2
    assert "none.toml' does not exist" in result.stderr

"""Models of one's own on the command line: made, used, measured."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

FOREST = [
    ("春季植树三千亩", ["forest"]),
    ("全县植树造林一万亩", ["forest"]),
    ("召开专题会议", []),
    ("会议传达文件精神", []),
]


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    """A labelled file."""
    path = tmp_path / "mine.jsonl"
    lines = [json.dumps({"text": text, "topics": topics}) for text, topics in FOREST * 3]
    path.write_text("\n".join(lines), "utf-8")
    return path


@pytest.fixture
def model(run: Run, labels: Path, tmp_path: Path) -> Path:
    """A model of it."""
    done = run("train", "topics", "--data", labels, "--out", tmp_path / "model")
    assert done.exit_code == 0, done.output
    return tmp_path / "model"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A bulletin."""
    path = tmp_path / "page.txt"
    path.write_text("植树造林三万亩。\n慰问退役军人和烈属。\n", "utf-8")
    return path


def test_training_says_how_good_it_is(run: Run, labels: Path, tmp_path: Path) -> None:
    """Precision, recall and F1 of each topic; the calibration error."""
    shown = run("train", "topics", "--data", labels, "--out", tmp_path / "other").stdout

    assert "forest" in shown
    assert "exact sets of topics 1.000 (of 12 paragraphs)" in shown
    assert "calibration error" in shown


def test_classify_by_ones_own(run: Run, model: Path, page: Path) -> None:
    """Its topics and no others."""
    rows = [
        json.loads(line) for line in run("classify", "--model", model, page).stdout.splitlines()
    ]

    assert [row["topics"] for row in rows] == [["forest"], []]
    assert [list(row["scores"]) for row in rows] == [["forest"]] * 2


def test_classify_by_both(run: Run, model: Path, page: Path) -> None:
    """Ours is called govnews."""
    done = run("classify", "--model", "govnews", "--model", model, "--format", "csv", page)
    rows = list(csv.DictReader(io.StringIO(done.stdout)))

    assert [row["topics"] for row in rows] == ["forest", "veterans"]
    assert {"forest", "veterans"} <= rows[0].keys()


def test_analyze_filters_by_ones_own(run: Run, model: Path, page: Path) -> None:
    """A topic of the model may be asked for, another one not."""
    done = run("analyze", "--model", model, "--topic", "forest", page)
    refused = run("analyze", "--model", model, "--topic", "veterans", page)

    assert [each["topics"] for each in json.loads(done.stdout)["paragraphs"]] == [["forest"]]
    assert refused.exit_code == 2
    assert "'veterans' is not one of forest (" in refused.stderr


def test_evaluate_says_what_is_wrong(run: Run, model: Path, tmp_path: Path) -> None:
    """With the paragraphs' ids, as a table and as JSON."""
    path = tmp_path / "test.jsonl"
    lines = [
        {"id": "a", "text": "植树造林", "topics": ["forest"]},
        {"id": "b", "text": "植树造林动员", "topics": []},
    ]
    path.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    arguments = ("evaluate", "topics", "--model", model, "--errors", "5", path, "--format")
    table = run(*arguments, "table").stdout
    (row,) = map(json.loads, run(*arguments, "jsonl").stdout.splitlines())

    assert "b: none, given forest" in table
    assert "false alarms on paragraphs of none 1.000" in table
    assert (row["exact"], row["first"], row["labelled"]) == (0.5, 0.5, {"forest": 1})
    assert [error["place"] for error in row["errors"]] == ["b"]


def test_evaluate_by_the_model_of_the_package(run: Run, tmp_path: Path) -> None:
    """A topic that it does not know is said, with the line."""
    path = tmp_path / "test.jsonl"
    path.write_text('{"text": "慰问退役军人", "topics": ["sport"]}', "utf-8")
    done = run("evaluate", "topics", path)

    assert done.exit_code == 1
    assert "line 1: no model knows the topic 'sport': use worker_services" in done.stderr


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["nowhere"], "'nowhere' is no folder"),
        (["govnews", "govnews"], "two models know the topic"),
    ],
)
def test_a_bad_model_is_wrong_usage(run: Run, names: list[str], said: str, page: Path) -> None:
    """Before anything is read."""
    done = run("classify", *(part for name in names for part in ("--model", name)), page)

    assert done.exit_code == 2
    assert said in done.stderr

"""`extract --explain`: every number with what read it, or what kept it from being read."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

import govnews
from govnews.cli import readings
from govnews.cli.report import Screen
from govnews.cli.table import width
from tests.cli.conftest import Run
from tests.cli.test_terminal import shown

TEXT = "上午8时30分，\n慰问职工近300名，指数34.1。"


def draw(text: str, *kinds: str, room: int | None = None) -> str:
    """Draw the table of one text."""
    explained = readings.Explained(text, govnews.explain(text), kinds)
    return "".join(map(str, readings.draw([("page.txt", explained)], Screen(False, room))))  # noqa: FBT003


def test_the_table() -> None:
    """Each number with its place and surroundings; then how often each rule read, and what not."""
    lines = draw(TEXT).splitlines()
    assert lines[0] == "page.txt"
    assert lines[1].split() == ["line:col", "offset", "text", "rule", "outcome", "why"]
    assert [re.split(" {2,}", line.strip()) for line in lines[2:5]] == [
        [
            *("1:3", "2", r"上午⟦8时30分⟧，\n慰问", "exclusion.clock_time", "excluded"),
            "8时30分 is no figure: clock_time",
        ],
        [
            *("2:5", "13", "慰问职工⟦近300名⟧，指数3", "headcount.unit", "read"),
            "extract returns 300 人",
        ],
        [
            *("2:13", "21", "名，指数⟦34.1⟧。", "no_unit"),
            "no unit behind 34.1, and no noun beside it that implies one",
        ],
    ]
    assert lines[6].split() == ["rule", "or", "outcome", "numbers", "what", "it", "means"]
    assert [line.split()[:2] for line in lines[7:]] == [
        ["headcount.unit", "1"],
        ["excluded", "1"],
        ["no_unit", "1"],
    ]


def test_no_number() -> None:
    """That is said."""
    assert draw("无") == "page.txt\n  no number stands there\n"
    assert draw("走访43家企业", "money") == "page.txt\n  no reading of these kinds\n"


@pytest.mark.parametrize("room", [80, 120])
def test_the_table_fits_the_terminal(room: int) -> None:
    """Long cells are cut, meanings wrapped."""
    text = (Path(__file__).parents[2] / "corpora/bulletins/garbled.txt").read_text("utf-8")
    assert max(map(width, draw(text, room=room).splitlines())) <= room


def test_a_kind_chooses(run: Run) -> None:
    """Readings of its figures, won or lost."""
    text = "要干三五年，慰问职工近300名"
    assert re.findall(r"^ +(\d+:\d+) ", draw(text, "duration"), re.MULTILINE) == ["1:3"]
    rows = run("extract", "--explain", "--kind", "headcount", stdin=text).stdout.splitlines()
    assert [json.loads(row)["text"] for row in rows] == ["近300名"]


def test_a_terminal_gets_colours(page: Path) -> None:
    """What was read is green."""
    assert re.search(r"\x1b\[32m +1:7 .*5万元.*\x1b\[0m\n", shown("extract", "--explain", page))


def test_jsonl_has_one_row_a_reading(run: Run, tmp_path: Path) -> None:
    """With its place in the file as it was."""
    path = tmp_path / "page.txt"
    path.write_text("進(jìn)一步\n慰問職工近３００名", "utf-8")
    idiom, people = map(json.loads, run("extract", "--explain", path).stdout.splitlines())
    assert (tuple(idiom), tuple(people)) == (readings.COLUMNS, readings.COLUMNS)
    assert people | {"id": ""} == {
        "id": "",
        "start": 13,
        "end": 18,
        "line": 2,
        "column": 5,
        "place": 14,
        "text": "近300名",
        "rule": "headcount.unit",
        "outcome": "read",
        "kind": "headcount",
        "value": "300",
        "upper": None,
        "bound": "nearly",
        "unit": "人",
        "reason": "extract returns 300 人",
    }
    assert (idiom["line"], idiom["column"], idiom["kind"]) == (1, 1, None)


def test_csv_has_the_same_rows(run: Run) -> None:
    """Under the names of the columns."""
    lines = run("extract", "--explain", "--format", "csv", stdin=TEXT).stdout
    rows = list(csv.DictReader(io.StringIO(lines, newline="")))
    objects = map(json.loads, run("extract", "--explain", stdin=TEXT).stdout.splitlines())
    assert rows == [
        {name: "" if cell is None else str(cell) for name, cell in each.items()} for each in objects
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--explain", "--format", "parquet"], "parquet cannot be written with --explain: choose"),
        (["--explain", "-o", "a.parquet"], "this command writes no .parquet files"),
    ],
)
def test_wrong_usage(run: Run, arguments: list[str], said: str) -> None:
    """Before anything is read."""
    result = run("extract", *arguments, stdin=TEXT)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr

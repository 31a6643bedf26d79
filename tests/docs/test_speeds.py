"""The tables of speeds in the README are those that `python -m tests.benchmarks` writes."""

import re
from pathlib import Path

from tests.benchmarks.table import NOTHING, made_in, section

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
#: A cell that was measured: a number, and what it is of
MEASURED = re.compile(rf"{NOTHING}|\d+(?:\.\d+)?(?: \(.+\))?|[\d, {NOTHING}]+ MB")


def rows(made: str) -> list[list[str]]:
    """Return the cells of all rows of tables."""
    return [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in made.splitlines()
        if line.startswith("| ")
    ]


def test_rows_and_columns() -> None:
    """Whoever adds a stage, a peer or a goal measures it."""
    shown, written = rows(made_in(README)), rows(section({}, ""))
    assert [(row[0], len(row)) for row in shown] == [(row[0], len(row)) for row in written]


def test_cells() -> None:
    """Goals are those that are measured against, and what was measured are numbers or dashes."""
    head, *shown = rows(made_in(README))
    goals = [row for row in shown if len(row) < len(head)]
    written = [row for row in rows(section({}, "")) if len(row) < len(head)]
    assert [row[2] for row in goals] == [row[2] for row in written]

    cells = [row[1:] for row in shown if len(row) == len(head)] + [[row[1]] for row in goals[1:]]
    assert [each for row in cells for each in row if not MEASURED.fullmatch(each)] == []

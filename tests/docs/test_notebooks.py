"""The notebooks are committed with what came out of them, and can be read on any machine."""

import ast
import json
import re
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

import govnews
from tests.notebooks import METADATA, paths

ROOT: Final = Path(__file__).parents[2]
#: Folders of some machine; a web address is none.
_ABSOLUTE: Final = re.compile(r"(?<![\w./:-])(?:/(?:work|tmp|home|root|usr|Users)/|[A-Z]:\\)")
#: A line for the shell, alone or with its answer kept, as Python could read it.
_SHELL: Final = (
    (re.compile(r"^!.*$", re.MULTILINE), "print()"),
    (re.compile(r"= !.*$", re.MULTILINE), "= 0"),
)
_ONLY_DOES: Final = ("cleanup", "save", "warm_up")
_MOST_BYTES: Final = 1_000_000

each_notebook = pytest.mark.parametrize("path", paths(), ids=lambda path: path.stem)


@cache
def cells(path: Path) -> list[dict[str, Any]]:
    """Return the cells of a notebook."""
    found: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["cells"]
    return found


def code(path: Path) -> list[dict[str, Any]]:
    """Return the cells that are executed."""
    return [cell for cell in cells(path) if cell["cell_type"] == "code"]


def source(cell: dict[str, Any]) -> str:
    """Return what was written in a cell."""
    return "".join(cell["source"])


def shows(text: str) -> bool:
    """Tell whether something should come out of a cell: it prints, or its last line is a value."""
    for pattern, instead in _SHELL:
        text = pattern.sub(instead, text)
    last = ast.parse(text).body[-1]
    if not isinstance(last, ast.Expr):
        return "print(" in text
    return not ast.unparse(last).rpartition("(")[0].endswith(_ONLY_DOES)


def test_five_notebooks_in_their_order() -> None:
    """From a first bulletin to words."""
    assert [path.stem for path in paths()] == [
        "01-first-bulletin",
        "02-a-folder-of-bulletins",
        "03-a-topic-of-your-own",
        "04-cleaning-what-and-why",
        "05-words",
    ]


@each_notebook
def test_executed_once_from_top_to_bottom(path: Path) -> None:
    """The numbers beside the cells are 1, 2, 3."""
    numbers = [cell["execution_count"] for cell in code(path)]
    assert numbers == list(range(1, len(numbers) + 1))


@each_notebook
def test_what_came_out_is_committed(path: Path) -> None:
    """Of every cell that shows something."""
    silent = [source(each) for each in code(path) if shows(source(each)) and not each["outputs"]]
    assert silent == []


@each_notebook
def test_nothing_failed_and_nobody_was_warned(path: Path) -> None:
    """No tracebacks, and nothing on standard error."""
    outputs = [output for cell in code(path) for output in cell["outputs"]]
    assert outputs
    assert [each for each in outputs if each["output_type"] == "error"] == []
    assert [each for each in outputs if each.get("name") == "stderr"] == []


@each_notebook
def test_no_folder_of_some_machine(path: Path) -> None:
    """Neither in what was written nor in what came out."""
    written = json.dumps(
        [(cell["source"], cell.get("outputs")) for cell in cells(path)], ensure_ascii=False
    )
    assert _ABSOLUTE.findall(written) == []


@each_notebook
def test_it_says_nothing_of_the_machine(path: Path) -> None:
    """No versions, times or tags, and identifiers that stay what they are."""
    notebook = json.loads(path.read_text("utf-8"))
    assert notebook["metadata"] == METADATA
    assert [cell["metadata"] for cell in notebook["cells"]] == [{} for _ in notebook["cells"]]
    ids = [cell["id"] for cell in notebook["cells"]]
    assert ids == [f"cell-{number:02d}" for number in range(len(ids))]


@each_notebook
def test_it_is_small_enough_to_be_shown(path: Path) -> None:
    """Larger ones are not drawn on every site."""
    assert path.stat().st_size < _MOST_BYTES


@each_notebook
def test_it_opens_with_a_title_and_tells_before_it_shows(path: Path) -> None:
    """A heading first, and never more than two cells of code without a word between them."""
    assert source(cells(path)[0]).startswith("# ")
    kinds = "".join(cell["cell_type"][0] for cell in cells(path))
    assert "ccc" not in kinds


@each_notebook
def test_every_notebook_named_is_there(path: Path) -> None:
    """Where one notebook points to another."""
    text = "".join(source(cell) for cell in cells(path))
    named = set(re.findall(r"`(\d\d-[a-z-]+\.ipynb)`", text))
    assert named <= {each.name for each in paths()}


def test_every_public_name_has_a_place() -> None:
    """In the README or in a notebook."""
    told = (ROOT / "README.md").read_text("utf-8")
    told += "\n".join(source(cell) for path in paths() for cell in cells(path))
    assert [name for name in govnews.__all__ if not re.search(rf"\b{name}s?\b", told)] == []

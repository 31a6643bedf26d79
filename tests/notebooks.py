"""The notebooks as they are committed: executed from top to bottom, and nothing else in them.

`python -m tests.notebooks` executes all of them anew, or those that are named, and writes what
came out; `git diff` then shows what has changed.
"""

import sys
from pathlib import Path
from typing import Any, Final

import nbformat
from nbclient import NotebookClient

FOLDER: Final = Path(__file__).parents[1] / "notebooks"

#: Of what a notebook says of itself: no versions, no times, no names of this machine.
METADATA: Final = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def paths() -> list[Path]:
    """Return the files, in order."""
    return sorted(FOLDER.glob("*.ipynb"))


def execute(path: Path) -> None:
    """Execute a notebook in its folder and write it with what came out.

    Raises:
        nbclient.exceptions.CellExecutionError: If a cell fails; nothing is written then.
    """
    notebook: Any = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    where = {"metadata": {"path": str(path.parent)}}
    NotebookClient(notebook, resources=where, record_timing=False, coalesce_streams=True).execute()
    notebook.metadata = dict(METADATA)
    for number, cell in enumerate(notebook.cells):
        cell.id = f"cell-{number:02d}"
        cell.metadata = {}
    nbformat.write(notebook, path)  # type: ignore[no-untyped-call]


if __name__ == "__main__":
    for chosen in map(Path, sys.argv[1:]) if sys.argv[1:] else paths():
        execute(chosen)

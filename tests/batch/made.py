"""What the tests of batch share: inputs, and what a folder of results holds."""

import json
import os
import signal
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from govnews.batch import Summary, Task, do, run
from govnews.batch.outcomes import Outcome
from govnews.batch.running import Runner
from govnews.batch.settings import Settings
from govnews.batch.tasks import Sort

TEXTS = ("总工会拨付救助金5027万元。\n走访43家企业。", "慰问退役军人近300名。", "没有数字。")
#: The rows of a table.
ROWS = [{"id": f"r{number}", "text": f"走访{number}家企业。\n慰问5人。"} for number in range(30)]


def texts(folder: Path, number: int = 3) -> list[Path]:
    """Write some texts into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{index}.txt" for index in range(number)]
    for index, path in enumerate(paths):
        path.write_text(f"第{index}家：慰问职工{index}人。\n{TEXTS[index % 3]}", "utf-8")
    return paths


def jsonl(path: Path, rows: Iterable[Any]) -> Path:
    """Write objects as lines."""
    lines = (json.dumps(row, ensure_ascii=False) for row in rows)
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return path


def table(out: Path, what: str) -> list[dict[str, Any]]:
    """Return the rows of a table, in the order of the parts' names."""
    files = sorted((out / what).glob("*.parquet"))
    return [row for file in files for row in pq.read_table(file).to_pylist()]


def ids(out: Path) -> list[str]:
    """Return what the bulletins in a folder are called, sorted."""
    return sorted(row["bulletin"] for row in table(out, "bulletins"))


def errors(out: Path) -> list[dict[str, Any]]:
    """Return what could not be analysed."""
    files = sorted((out / "errors").glob("*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]


def names(out: Path) -> set[str]:
    """Return the names of all files in a folder of results."""
    return {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}


def parts(out: Path) -> dict[str, int]:
    """Return the parts in a folder, and when each was written."""
    return {
        name: (out / name).stat().st_mtime_ns
        for name in names(out)
        if "/" in name and not name.startswith("errors/")
    }


#: What is read of tables in these tests.
SETTINGS = Settings()
SORTS = {"jsonl": Sort.JSONL, "csv": Sort.CSV, "parquet": Sort.PARQUET, "txt": Sort.TEXT}


def in_tasks(path: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> Summary:
    """Run over a table that is cut into many tasks."""
    monkeypatch.setattr("govnews.batch.planning.TARGET", 500)
    return run(path, out)


def stopping(after: int) -> Runner:
    """Return what does some tasks and is then killed."""

    def work(tasks: Iterable[Task]) -> Iterator[Outcome]:
        for number, task in enumerate(tasks):
            if number == after:
                raise KeyboardInterrupt
            yield do(task)

    return work


def deadly(task: Task) -> Outcome:
    """Kill the process that reads what is called so; "once" only the first."""
    path = Path(task.inputs[0])
    first = path.with_suffix(".first")
    if path.stem == "deadly" or (path.stem == "once" and not first.exists()):
        first.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return do(task)

"""Whether a folder of results has every paragraph once, whatever befell those who wrote it."""

import json
import os
import signal
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from govnews.batch.manifest import Manifest
from govnews.batch.outcomes import Outcome
from govnews.batch.running import Runner
from govnews.batch.tasks import Task
from tests.batch.made import errors, names, table

Row = Mapping[str, str]

#: Files that are no parts.
_OURS = {".lock", "manifest.jsonl", "errors/inputs.jsonl"}


def made_rows(number: int) -> list[Row]:
    """Return rows of one, two or three paragraphs."""
    lines = ["走访{0}家企业。", "慰问困难职工{0}人，发放慰问金5万元。", "没有数字。"]
    return [
        {"id": f"r{index}", "text": "\n".join(lines[: index % 3 + 1]).format(index)}
        for index in range(number)
    ]


def parquet(path: Path, rows: Iterable[Row], group: int = 50) -> Path:
    """Write rows as a table with so many rows in each row group."""
    listed = list(rows)
    columns = {name: [row[name] for row in listed] for name in ("id", "text")}
    pq.write_table(pa.table(columns), path, row_group_size=group)
    return path


def missing(out: Path, rows: Iterable[Row]) -> set[str]:
    """Return the ids of rows that are not in the tables; of the others all is there, once."""
    found = Counter((row["bulletin"], row["paragraph"]) for row in table(out, "paragraphs"))
    expected = {row["id"]: row["text"].count("\n") + 1 for row in rows}
    there = {name for name, _ in found}
    assert found == {(name, number): 1 for name in there for number in range(expected[name])}
    figures = Counter(row["bulletin"] for row in table(out, "figures"))
    assert figures.keys() <= there
    assert sorted(there) == sorted(row["bulletin"] for row in table(out, "bulletins"))
    return expected.keys() - there


def named(out: Path) -> set[str]:
    """Return the ids of the rows that the file of errors names one by one; none is named twice."""
    every = [row["id"] for row in errors(out) if "id" in row]
    assert len(every) == len(set(every))
    return set(every)


def problems(out: Path) -> dict[str, str]:
    """Return what could not be read as a whole, and why."""
    return {row["input"]: row["reason"] for row in errors(out) if "id" not in row}


def killing(runner: Runner, after: int) -> Runner:
    """Kill a worker process of this one when so many tasks are done."""

    def work(tasks: Iterable[Task]) -> Iterator[Outcome]:
        done = 0
        for done, outcome in enumerate(runner(tasks), 1):
            if done == after:
                os.kill(active_children()[0].pid or 0, signal.SIGKILL)
            yield outcome
        assert done > after

    return work


def rows_at(place: str) -> range:
    """Return which rows a place is about ("a.parquet, rows 3 to 5"), counted from 0."""
    first, last = (int(word) for word in place.rpartition(",")[2].split() if word.isdigit())
    return range(first - 1, last)


def check_tidy(out: Path) -> None:
    """See that nothing half written is left, and that the manifest says what is there."""
    lines = [json.loads(line) for line in (out / "manifest.jsonl").read_text("utf-8").splitlines()]
    done: dict[str, Any] = {}
    for line in lines[1:]:
        for task in line.get("removed", ()):
            done.pop(task)
        if "task" in line:
            done[line["task"]] = line["parts"]
    parts = {name: size for each in done.values() for name, _, size in each}
    assert names(out) - _OURS == parts.keys()
    assert {name: (out / name).stat().st_size for name in parts} == parts
    with Manifest(out, lines[0]["govnews batch"]) as manifest:
        assert set(manifest.parts) == parts.keys()


def check_whole(out: Path, rows: Iterable[Row]) -> None:
    """See that every row is there, once, and nothing else."""
    check_tidy(out)
    assert missing(out, rows) == set()
    assert errors(out) == []

"""Faults: after each, every paragraph is there once or is named, and the next run does the rest."""

import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from govnews.batch import run
from govnews.batch.workers import at_once
from govnews.errors import GovnewsError
from tests.batch.deadly import POISON, do_or_die
from tests.batch.whole import (
    check_tidy,
    check_whole,
    killing,
    made_rows,
    missing,
    named,
    parquet,
    problems,
    rows_at,
)

needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
ROOT = Path(__file__).parents[2]
ROWS = made_rows(300)
Process: TypeAlias = "subprocess.Popen[bytes]"
#: Bytes of text that a row group of 20 rows has more of.
SMALL = 1_000


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """The folder of results."""
    return tmp_path / "out"


@pytest.fixture(autouse=True)
def small_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make many tasks of few rows."""
    monkeypatch.setattr("govnews.batch.planning.TARGET", SMALL)


@needs_signals
def test_a_worker_is_killed(tmp_path: Path, out: Path) -> None:
    """Another takes its place, and does what it was doing."""
    path = parquet(tmp_path / "rows.parquet", ROWS, 25)
    summary = run(path, out, runner=killing(at_once(2), 3))
    assert summary.is_whole
    assert summary.tasks > 6
    check_whole(out, ROWS)


@needs_signals
def test_a_row_kills_whoever_reads_it(
    tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its task is named with its rows, the others are done, and the next run does what is left."""
    monkeypatch.setattr("govnews.batch.workers.do", do_or_die)
    rows = [*ROWS[:110], {"id": "r110", "text": f"走访{POISON}"}, *ROWS[111:]]
    path = parquet(tmp_path / "rows.parquet", rows, 25)
    assert not run(path, out, workers=2).is_whole
    ((place, reason),) = problems(out).items()
    check_tidy(out)
    gone = rows_at(place)
    assert 110 in gone
    assert missing(out, rows) == {f"r{number}" for number in gone}
    assert "killed by SIGKILL" in reason
    monkeypatch.undo()
    run(path, out)
    check_whole(out, rows)


def started(path: Path, out: Path, event: str, number: int, workers: int = 1) -> Process:
    """Start a run in another process, which dies at the so manieth such event; at 0 never."""
    args = [path, out, SMALL, event, number, workers]
    command = [sys.executable, "-m", "tests.batch.deadly", *map(str, args)]
    return subprocess.Popen(command, cwd=ROOT)


@needs_signals
@pytest.mark.parametrize(
    ("event", "number"),
    # 1 is the manifest at the start; then each task has three parts, which are made lasting,
    # put in their places, and then written down
    [("replace", 1), ("replace", 2), ("replace", 3), ("fsync", 9), ("replace", 6), ("unlink", 1)],
)
def test_the_whole_is_killed_while_it_writes(
    tmp_path: Path, out: Path, event: str, number: int
) -> None:
    """Also between the parts of one task: those in place are not counted, and made again."""
    path = parquet(tmp_path / "rows.parquet", ROWS[:60], 20)
    assert started(path, out, event, number).wait() == -signal.SIGKILL
    summary = run(path, out)
    assert summary.is_whole
    check_whole(out, ROWS[:60])


@needs_signals
def test_the_whole_is_killed_at_any_moment(tmp_path: Path, out: Path) -> None:
    """Again and again: each run goes on where the one before was, and no worker outlives it."""
    path = parquet(tmp_path / "rows.parquet", ROWS, 25)
    chance = random.Random(7)
    for _ in range(4):
        process = started(path, out, "replace", 0, workers=2)
        time.sleep(chance.uniform(0.5, 4))
        process.kill()
        process.wait()
    summary = run(path, out)
    assert summary.is_whole
    check_whole(out, ROWS)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, with little room."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(folder)],  # noqa: S607
        check=False,
        capture_output=True,
    )
    if mounted.returncode:
        pytest.skip(f"no disk can be mounted here: {mounted.stderr.decode().strip()}")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)  # noqa: S607


def wide_rows(number: int) -> list[dict[str, str]]:
    """Return rows of which nothing can be packed well."""
    chance = random.Random(5)
    letters = [chr(0x4E00 + index) for index in range(3000)]
    return [
        {"id": f"r{index}", "text": "".join(chance.choices(letters, k=400)) + "。"}
        for index in range(number)
    ]


@pytest.mark.parametrize("workers", [1, 2])
def test_the_disk_is_full(tmp_path: Path, disk: Path, workers: int) -> None:
    """The run ends and says so; what was done stays, and the next does the rest."""
    rows = wide_rows(200)
    path = parquet(tmp_path / "rows.parquet", rows, 20)
    out = disk / "out"
    with pytest.raises((GovnewsError, OSError), match="No space left on device"):
        run(path, out, workers=workers)
    check_tidy(out)
    left = missing(out, rows)
    assert 0 < len(left) < len(rows)
    subprocess.run(["mount", "-o", "remount,size=50m", str(disk)], check=True)  # noqa: S607
    summary = run(path, out)
    assert summary.new.bulletins == len(left)
    check_whole(out, rows)


@needs_signals
def test_a_part_grows_too_large(tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk can refuse a single file as well."""
    monkeypatch.setattr("govnews.batch.planning.TARGET", 10**6)
    fits = parquet(tmp_path / "a.parquet", ROWS[:40])
    large = parquet(tmp_path / "b.parquet", wide_rows(60))
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, limits[1]))
    try:
        with pytest.raises(GovnewsError, match="the disk refused: File too large"):
            run([fits, large], out)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    check_tidy(out)
    assert missing(out, ROWS[:40]) == set()


def test_a_row_in_no_encoding(tmp_path: Path, out: Path) -> None:
    """It is named, and costs only itself."""
    texts = [row["text"].encode() for row in ROWS]
    texts[7] = b"\xff"
    names = [row["id"] for row in ROWS]
    table = pa.table({"id": names, "text": pa.array(texts, pa.binary())})
    pq.write_table(table, tmp_path / "rows.parquet", row_group_size=25)
    summary = run(tmp_path / "rows.parquet", out)
    check_tidy(out)
    assert missing(out, ROWS) == named(out) == {"r7"}
    assert summary.counts.errors == 1
    assert not problems(out)


def test_a_table_cut_in_half(tmp_path: Path, out: Path) -> None:
    """It is named as a whole, the others are done, and the next run reads it when it is whole."""
    whole = parquet(tmp_path / "a.parquet", ROWS[:100])
    half = parquet(tmp_path / "b.parquet", ROWS[100:])
    data = half.read_bytes()
    half.write_bytes(data[: len(data) // 2])
    run([whole, half], out)
    assert missing(out, ROWS) == {row["id"] for row in ROWS[100:]}
    (reason,) = problems(out).values()
    assert "is no whole Parquet file" in reason
    check_tidy(out)
    half.write_bytes(data)
    assert run([whole, half], out).new.bulletins == 200
    check_whole(out, ROWS)


def long_text(path: Path, characters: int) -> int:
    """Write a text of so many characters, and return of how many paragraphs."""
    lines = ["走访慰问困难职工{0}人，发放慰问金{0}万元。", "全市工会服务职工的工作持续推进。" * 4]
    written = number = 0
    with path.open("w", encoding="utf-8") as file:
        while written < characters:
            written += file.write(lines[number % 2].format(number) + "\n")
            number += 1
    return number


def check_text(out: Path, paragraphs: int) -> None:
    """See that a single text has all of its paragraphs, numbered through, and its slices."""
    check_tidy(out)
    numbers = pq.read_table(out / "paragraphs", columns=["paragraph"])["paragraph"].to_pylist()
    assert numbers == list(range(paragraphs))


def test_a_text_of_several_slices(tmp_path: Path, out: Path) -> None:
    """It is one bulletin with paragraphs that are numbered through."""
    paragraphs = long_text(tmp_path / "long.txt", 250_000)
    assert run(tmp_path / "long.txt", out).counts.bulletins == 1
    check_text(out, paragraphs)


@pytest.mark.slow
def test_a_text_of_50_mb(tmp_path: Path, out: Path) -> None:
    """It takes no more memory than 500 MB."""
    path = tmp_path / "long.txt"
    paragraphs = long_text(path, 20_000_000)
    assert path.stat().st_size > 50_000_000
    process = started(path, out, "replace", 0)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    check_text(out, paragraphs)
    peak = usage.ru_maxrss / 1024
    print(f"peak: {peak:.0f} MB")  # noqa: T201 - shown by -s
    assert peak <= 500

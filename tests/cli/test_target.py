"""Where results go: whole or not at all, and quietly where nobody reads."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import govnews
from govnews.cli.target import Target
from tests.cli.conftest import Run


def names(folder: Path) -> list[str]:
    """List what a folder holds."""
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_whole(run: Run, page: Path, tmp_path: Path) -> None:
    """Nothing is left beside it, and others may read it as usual."""
    result = run("clean", page, "-o", tmp_path / "out.txt")
    assert (result.exit_code, result.output) == (0, "")
    assert (tmp_path / "out.txt").read_text("utf-8") == page.read_text("utf-8")
    assert names(tmp_path) == ["out.txt", "page.txt"]
    assert (tmp_path / "out.txt").stat().st_mode == page.stat().st_mode


@pytest.mark.parametrize("mode", [0o640, 0o600, 0o444, 0o664])
def test_a_replaced_file_keeps_its_permissions(
    run: Run, page: Path, tmp_path: Path, mode: int
) -> None:
    """What only some may read stays so."""
    old = tmp_path / "out.txt"
    old.touch()
    old.chmod(mode)
    assert run("clean", page, "-o", old).exit_code == 0
    assert old.read_text("utf-8") == page.read_text("utf-8")
    assert old.stat().st_mode & 0o777 == mode


def test_what_is_being_written_is_as_private(tmp_path: Path) -> None:
    """From the first byte on."""
    old = tmp_path / "out.txt"
    old.touch()
    old.chmod(0o600)
    with Target(old, "text").open(wanted=lambda: True) as write:
        write("5万元")
        (part,) = tmp_path.glob(".out.txt.*.part")
        assert part.stat().st_mode & 0o777 == 0o600


def test_a_part_of_someone_else_is_left_alone(run: Run, page: Path, tmp_path: Path) -> None:
    """It is neither overwritten nor removed."""
    part = tmp_path / f".out.txt.{os.getpid()}.part"
    part.write_text("not ours", "utf-8")
    result = run("clean", page, "-o", tmp_path / "out.txt")
    assert result.exit_code == 1
    assert "the results could not be written: " in result.stderr
    assert part.read_text("utf-8") == "not ours"
    assert names(tmp_path) == [part.name, "page.txt"]


def test_a_file_may_replace_its_source(run: Run, page: Path) -> None:
    """It is read before it is replaced."""
    before = page.read_text("utf-8")
    assert run("clean", page, "-o", page).exit_code == 0
    assert page.read_text("utf-8") == before


def test_nothing_is_written_when_nothing_could_be_read(run: Run, tmp_path: Path) -> None:
    """The old file stays."""
    old = tmp_path / "out.csv"
    old.write_text("old", "utf-8")
    assert run("extract", "none.txt", "-o", old).exit_code == 1
    assert old.read_text("utf-8") == "old"
    assert names(tmp_path) == ["out.csv"]


def test_a_failure_leaves_the_old_file(
    run: Run, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a result is worse than none."""

    def fail(text: str, **_: object) -> None:
        raise RuntimeError(text)

    monkeypatch.setitem(vars(govnews), "extract", fail)
    old = tmp_path / "out.csv"
    old.write_text("old", "utf-8")
    assert isinstance(run("extract", page, "-o", old).exception, RuntimeError)
    assert old.read_text("utf-8") == "old"
    assert names(tmp_path) == ["out.csv", "page.txt"]


def test_a_device_is_not_replaced(run: Run, page: Path) -> None:
    """`-o /dev/null` must leave the device what it is."""
    assert run("extract", page, "-o", os.devnull).exit_code == 0
    assert not Path(os.devnull).is_file()


def test_a_link_stays_a_link(run: Run, page: Path, tmp_path: Path) -> None:
    """What it points to is replaced."""
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "real.txt")
    (tmp_path / "real.txt").touch()
    assert run("clean", page, "-o", link).exit_code == 0
    assert link.is_symlink()
    assert (tmp_path / "real.txt").read_text("utf-8") == page.read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "start"), [("a.csv", "bulletin,"), ("a.jsonl", '{"id"'), ("a", '{"id"')]
)
def test_the_ending_chooses_the_format(
    run: Run, page: Path, tmp_path: Path, name: str, start: str
) -> None:
    """Unless --format says otherwise."""
    run("extract", page, "-o", tmp_path / name)
    assert (tmp_path / name).read_text("utf-8").startswith(start)
    run("extract", page, "--format", "table", "-o", tmp_path / name)
    assert (tmp_path / name).read_text("utf-8").startswith(str(page))


@pytest.mark.parametrize(
    ("command", "name", "endings"),
    [
        ("clean", "out.parquet", ".jsonl, .ndjson, .txt"),
        ("clean", "out.csv", ".jsonl, .ndjson, .txt"),
        ("segment", "out.parquet", ".jsonl, .ndjson, .csv"),
        ("extract", "out.html", ".jsonl, .ndjson, .csv, .parquet, .xlsx"),
        ("extract", "out.txt", ".jsonl, .ndjson, .csv, .parquet, .xlsx"),
        ("analyze", "out.ods", ".jsonl, .ndjson, .csv, .parquet, .xlsx, .html, .htm"),
    ],
)
def test_an_ending_that_cannot_be_written_is_wrong_usage(
    run: Run, tmp_path: Path, command: str, name: str, endings: str
) -> None:
    """A file never holds anything else than its name says, unless --format is given."""
    out = tmp_path / name
    result = run(command, "-o", out, stdin="5万元")
    assert result.exit_code == 2
    said = f"this command writes no {out.suffix} files: end the name in {endings}, or choose with"
    assert said in result.stderr
    assert names(tmp_path) == []
    assert run(command, "-o", out, "--format", "jsonl", stdin="5万元").exit_code == 0
    assert out.read_text("utf-8").startswith('{"id"')


def test_a_full_disk_is_said(run: Run, page: Path) -> None:
    """One line, exit status 1."""
    result = run("clean", *[page] * 2000, "-o", "/dev/full")
    assert result.exit_code == 1
    assert "the results could not be written: " in result.stderr


def test_a_reader_that_leaves_ends_it_quietly(page: Path) -> None:
    """As in `govnews extract ... | head -1`."""
    page.write_text("慰问58名，\n" * 5_000, "utf-8")
    command = [sys.executable, "-m", "govnews", "extract", str(page)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b'{"id":')
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0

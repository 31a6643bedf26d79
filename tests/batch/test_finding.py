"""What was named: files, folders and patterns."""

import os
from pathlib import Path

import pytest

from govnews.batch import finding
from govnews.batch.finding import found
from govnews.batch.tasks import Sort


def seen(*named: str | Path, out: str | Path = "out") -> tuple[list[tuple[str, Sort]], list[str]]:
    """Return names and sorts, and what was refused."""
    refused: list[str] = []
    files = found(named, Path(out), lambda name, reason: refused.append(f"{name} {reason}"))
    return [(file.name, file.sort) for file in files], refused


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder with files of every sort."""
    monkeypatch.chdir(tmp_path)
    for name in ("in/a.txt", "in/b/c.csv", "in/b/d.parquet", "in/e.ndjson.gz", "in/notes.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")


def test_a_folder() -> None:
    """Texts and tables in it and in the folders in it."""
    assert seen("in") == (
        [
            ("in/a.txt", Sort.TEXT),
            ("in/e.ndjson.gz", Sort.JSONL),
            ("in/b/c.csv", Sort.CSV),
            ("in/b/d.parquet", Sort.PARQUET),
        ],
        [],
    )


def test_a_pattern() -> None:
    """In quotes, so that the shell does not touch it; what is in folders, too."""
    assert seen("in/**/*.*") == (
        [
            ("in/a.txt", Sort.TEXT),
            ("in/b/c.csv", Sort.CSV),
            ("in/b/d.parquet", Sort.PARQUET),
            ("in/e.ndjson.gz", Sort.JSONL),
            ("in/notes.md", Sort.TEXT),
        ],
        [],
    )


def test_a_file_that_is_named_like_a_pattern() -> None:
    """It is that file."""
    Path("[1].txt").write_text("")
    assert seen("[1].txt") == ([("[1].txt", Sort.TEXT)], [])


def test_each_file_is_read_once() -> None:
    """However often and by whatever name it is named."""
    assert seen("in/a.txt", "in/../in/a.txt", Path("in/a.txt").resolve())[0] == [
        ("in/a.txt", Sort.TEXT)
    ]


def test_results_are_no_inputs() -> None:
    """Also where they lie among them."""
    assert seen("in", out="in/b")[0] == [("in/a.txt", Sort.TEXT), ("in/e.ndjson.gz", Sort.JSONL)]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("none.txt", "no such file"),
        ("in/*.html", "matches no file"),
        ("empty", "holds no .txt, .html"),
        ("all.zip", "is packed: unpack it first"),
    ],
)
def test_what_means_nothing(name: str, reason: str) -> None:
    """It is refused, and the others are read."""
    Path("empty").mkdir()
    Path("all.zip").write_bytes(b"")
    files, (refused,) = seen(name, "in/a.txt")
    assert files == [("in/a.txt", Sort.TEXT)]
    assert refused.startswith(f"{name} {reason}")


def test_web_pages_without_what_reads_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are refused now and not one by one later: the next run may find it installed."""
    Path("page.html").write_text("<p>a</p>")
    assert seen("page.html") == ([("page.html", Sort.TEXT)], [])
    monkeypatch.setattr(finding, "find_spec", lambda _: None)
    assert "pip install 'govnews[html]'" in seen("page.html")[1][0]


def test_a_name_that_is_not_utf_8() -> None:
    """It is read, and results call it by a name that can be written."""
    name = os.fsdecode(b"\xb9\xab.txt")
    Path(name).write_text("")
    assert seen(name) == ([("\ufffd\ufffd.txt", Sort.TEXT)], [])

"""Texts that are longer than any bulletin: in slices, and never in memory as a whole."""

import json
from pathlib import Path

import pytest

from govnews.batch import run
from tests.batch.made import (
    errors,
    table,
)


def test_a_long_text(tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is one bulletin, whose slices are rows; paragraphs are numbered through."""
    monkeypatch.setattr("govnews.arrow.analysing.LIMIT", 1000)
    text = "".join(f"慰问职工{number}人。\n" for number in range(500))
    (tmp_path / "a.txt").write_text(text, "utf-8")
    summary = run(tmp_path / "a.txt", out)
    assert summary.counts.bulletins == 1
    rows = table(out, "paragraphs")
    assert [row["paragraph"] for row in rows] == list(range(500))
    assert [text[row["start"] : row["end"]] for row in rows] == text.split()
    run(tmp_path / "a.txt", tmp_path / "objects", format="jsonl")
    (file,) = (tmp_path / "objects" / "bulletins").iterdir()
    objects = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    found = [each for one in objects for each in one["paragraphs"]]
    assert [text[each["start"] : each["end"]] for each in found] == text.split()
    assert [one["slice"] for one in objects[1:]] == list(range(1, len(objects)))


@pytest.fixture
def tiny(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take texts of some kilobytes for large ones."""
    monkeypatch.setattr("govnews.batch.reading._LARGE", 5000)
    monkeypatch.setattr("govnews.batch.reading._BLOCK", 1000)
    monkeypatch.setattr("govnews.arrow.analysing.LIMIT", 500)


LONG = "".join(f"慰问职工{number}人。\n" for number in range(1000))


@pytest.mark.usefixtures("tiny")
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_that_is_larger_than_memory(tmp_path: Path, out: Path, encoding: str) -> None:
    """It is decoded as it is analysed."""
    (tmp_path / "a.txt").write_bytes(LONG.encode(encoding))
    assert run(tmp_path / "a.txt", out).is_whole
    rows = table(out, "paragraphs")
    assert [row["text"] for row in rows] == LONG.split()
    assert [LONG[row["start"] : row["end"]] for row in rows] == LONG.split()


@pytest.mark.usefixtures("tiny")
def test_a_large_text_that_is_spoilt(tmp_path: Path, out: Path) -> None:
    """What came before is kept, and it is said from where on the rest is missing."""
    (tmp_path / "a.txt").write_bytes(LONG.encode() + b"\xff" + LONG.encode())
    summary = run(tmp_path / "a.txt", out)
    assert (summary.counts.bulletins, summary.counts.errors) == (1, 1)
    found = [row["text"] for row in table(out, "paragraphs")]
    assert found == LONG.split()
    (error,) = errors(out)
    assert error["slice"] > 1
    assert f"byte {len(LONG.encode())} is not text in utf-8" in error["reason"]


@pytest.mark.usefixtures("tiny")
def test_a_page_that_is_larger_than_memory(
    tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It cannot be read in blocks, and is named."""
    monkeypatch.setattr("govnews.batch.reading.LONGEST", 5000)
    (tmp_path / "a.html").write_text(f"<p>{LONG}</p>", "utf-8")
    assert run(tmp_path / "a.html", out).counts.errors == 1
    assert "save its text as a .txt file" in errors(out)[0]["reason"]

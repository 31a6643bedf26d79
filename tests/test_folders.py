"""Folders: what in them is read; and days in names: where they open the name, and are days."""

import os
from datetime import date
from pathlib import Path

import pytest

from govnews.folders import day_of, files_in


@pytest.mark.parametrize(
    "name",
    [
        "2023-03-12-union.txt",
        "2023-03-12.txt",
        "20230312.txt",
        "20230312_report.html",
        "2023_03_12 简报.txt",
        "2023.03.12.txt",
        "2023年3月12日简报.txt",
        "2023年03月12日.txt",
    ],
)
def test_a_name_that_begins_with_a_day(name: str) -> None:
    """In the forms in which people write them."""
    assert day_of(name) == date(2023, 3, 12)


@pytest.mark.parametrize(
    "name",
    [
        "union-2023-03-12.txt",
        "2023-13-12.txt",
        "2023-02-30.txt",
        "202303121.txt",
        "2023-0312.txt",
        "2023-03.txt",
        "2023.txt",
        "",
    ],
)
def test_a_name_that_does_not(name: str) -> None:
    """Or that is no day, or may be some other number."""
    assert day_of(name) is None


def test_what_is_no_file_is_left_out(tmp_path: Path) -> None:
    """A pipe would never end; a link to a file is one, and one to nothing is to be told of."""
    (tmp_path / "a.txt").write_text("职工", "utf-8")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "c.txt").symlink_to(tmp_path / "gone.txt")
    os.mkfifo(tmp_path / "d.txt")
    (tmp_path / "e.txt").mkdir()
    refused: list[tuple[str, OSError | None]] = []
    found = files_in(tmp_path, lambda *given: refused.append(given))
    assert [path.name for path in found] == ["a.txt", "b.txt", "c.txt"]
    assert refused == []


def test_a_folder_of_pipes_holds_no_texts(tmp_path: Path) -> None:
    """It is refused without a reason."""
    os.mkfifo(tmp_path / "a.txt")
    refused: list[tuple[str, OSError | None]] = []
    assert list(files_in(tmp_path, lambda *given: refused.append(given))) == []
    assert refused == [(str(tmp_path), None)]

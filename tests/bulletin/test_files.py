"""Files and folders: what is read, in which order, what is left out, and how that is said."""

import os
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

import govnews
from govnews.errors import UnreadableWarning

TEXT = "3月9日走访43家企业。"


def written(folder: Path, *names: str) -> Path:
    """Write a bulletin into each file."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, "utf-8")
    return folder


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    """Texts and web pages, with the folders in it; ids are paths within it."""
    folder = written(
        tmp_path, "b.txt", "a.TXT", "2023/c.html", "notes.md", ".hid.txt", ".git/d.txt"
    )
    found = [bulletin.id for bulletin in govnews.analyze_files(folder)]
    assert found == ["a.TXT", "b.txt", "2023/c.html"]


def test_files_of_several_folders_stay_apart(tmp_path: Path) -> None:
    """Their ids begin with the folder."""
    folders = [written(tmp_path / name, "x.txt") for name in ("A", "B")]
    found = [bulletin.id for bulletin in govnews.analyze_files(folders)]
    assert found == [str(folder / "x.txt") for folder in folders]


def test_files_are_called_as_they_were_named(tmp_path: Path) -> None:
    """Whatever their ending; as strings or paths."""
    folder = written(tmp_path, "a.md", "b.txt")
    given: list[str | Path] = [str(folder / "b.txt"), folder / "a.md"]
    found = [bulletin.id for bulletin in govnews.analyze_files(given)]
    assert found == [str(path) for path in given]
    assert next(govnews.analyze_files(folder / "a.md")).figures


@pytest.mark.parametrize(
    ("issued", "days"),
    [
        ("name", ["2023-03-12", None]),
        ("2022-07-25", ["2022-07-25", "2022-07-25"]),
        (None, [None, None]),
    ],
)
def test_the_day_of_issue(tmp_path: Path, issued: str | None, days: list[str | None]) -> None:
    """Of all, or the one in each name."""
    folder = written(tmp_path, "20230312.txt", "union.txt")
    found = [bulletin.issued for bulletin in govnews.analyze_files(folder, issued=issued)]
    assert [day and day.isoformat() for day in found] == days


@pytest.mark.parametrize("workers", [1, 2])
def test_one_that_cannot_be_read_is_left_out(tmp_path: Path, workers: int) -> None:
    """With a warning that names the byte; the other 99 are there, in order."""
    folder = written(tmp_path, *(f"{number:02}.txt" for number in range(100)))
    (folder / "50.txt").write_bytes("职工".encode() + b"\xff\xfe\xff")
    with pytest.warns(UnreadableWarning, match=r"left out: .*50\.txt: byte 6 \(0xff\)") as told:
        found = [bulletin.id for bulletin in govnews.analyze_files(folder, workers=workers)]
    assert len(told) == 1
    assert found == [f"{number:02}.txt" for number in range(100) if number != 50]


def test_what_is_not_there(tmp_path: Path) -> None:
    """A file, and a folder without texts."""
    with pytest.warns(UnreadableWarning) as told:
        assert list(govnews.analyze_files([tmp_path / "none.txt", tmp_path])) == []
    assert "none.txt: No such file or directory" in str(told[0].message)
    assert "holds no .txt, .html, .htm, .xhtml files" in str(told[1].message)


def test_a_folder_in_it_that_cannot_be_listed(
    tmp_path: Path, locked: Callable[[Path], None]
) -> None:
    """It is warned of, and the others are read."""
    folder = written(tmp_path, "a.txt", "b/c.txt", "d/e.txt")
    locked(folder / "b")
    with pytest.warns(UnreadableWarning) as told:
        found = [each.id for each in govnews.analyze_files(folder)]
    assert found == ["a.txt", "d/e.txt"]
    assert [str(each.message) for each in told] == [
        f"left out: {folder}/b could not be listed: Permission denied"
    ]


def test_a_folder_that_cannot_be_listed(tmp_path: Path, locked: Callable[[Path], None]) -> None:
    """One warning says so, and not that it is empty."""
    locked(tmp_path)
    with pytest.warns(UnreadableWarning, match="Permission denied") as told:
        assert list(govnews.analyze_files(tmp_path)) == []
    assert len(told) == 1


@pytest.mark.parametrize(("text", "said"), [(" \n", "is empty: check"), ("\0", "holds NUL bytes")])
def test_a_file_that_says_nothing(tmp_path: Path, text: str, said: str) -> None:
    """It may not be what was meant; it could be read."""
    (tmp_path / "a.txt").write_text(text, "utf-8")
    with pytest.warns(UnreadableWarning, match=f"^{tmp_path}/a.txt {said}"):
        (bulletin,) = govnews.analyze_files(tmp_path)
    assert (bulletin.id, bulletin.raw) == ("a.txt", text)


def test_a_folder_that_links_to_itself_is_read_once(tmp_path: Path) -> None:
    """A link to a folder is not followed, one to a file is."""
    folder = written(tmp_path, "a.txt")
    (folder / "again").symlink_to(folder, target_is_directory=True)
    (folder / "b.txt").symlink_to(folder / "a.txt")
    assert [each.id for each in govnews.analyze_files(folder)] == ["a.txt", "b.txt"]


def test_a_name_that_is_not_utf_8(tmp_path: Path) -> None:
    """It is shown as far as it can be."""
    written(tmp_path, os.fsdecode(b"\xb9\xab.txt"))
    assert [each.id for each in govnews.analyze_files(tmp_path)] == ["\ufffd\ufffd.txt"]


def test_bad_arguments_are_refused_at_once(tmp_path: Path) -> None:
    """Before anything is read."""
    with pytest.raises(ValueError, match="is no date"):
        govnews.analyze_files(tmp_path, issued="yesterday")
    with pytest.raises(ValueError, match="use at least 1"):
        govnews.analyze_files(tmp_path, workers=0)
    with pytest.raises(TypeError):
        list(govnews.analyze_files([5]))  # type: ignore[list-item]


def test_a_lexicon_and_a_model_are_used(tmp_path: Path) -> None:
    """As by analyze."""
    (tmp_path / "a.txt").write_text("载畜量300羊单位", "utf-8")
    (bulletin,) = govnews.analyze_files(tmp_path, lexicon="corpora/lexicon/highland.toml")
    assert bulletin.figures[0].unit == "羊单位"


def test_nothing_is_printed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """But for progress that was asked for."""
    written(tmp_path, "a.txt")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        list(govnews.analyze_files(tmp_path))
    assert capfd.readouterr() == ("", "")
    list(govnews.analyze_files(tmp_path, progress=True))
    assert "1bulletin" in capfd.readouterr().err.replace(" ", "")

"""Labelled paragraphs: what is wrong with a file is said, with its place."""

import json
from pathlib import Path

import pytest

from govnews.errors import LabelError
from govnews.topics.labelled import labelled_lines, read_labelled


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"text": "职工"}', "a.jsonl, line 1: not a JSON object with text and topics"),
        ("[1]", "a.jsonl, line 1: not a JSON object"),
        ('{"text": 5, "topics": []}', r"line 1: .* Expected `str`, got `int` - at `\$\.text`"),
        ('{"text": "职工", "topics": "veterans"}', r"line 1: .* at `\$\.topics`"),
        ('{"text": "职工", "topics": [" "]}', r"line 1: a topic has no name: write \[\] for none"),
        ('{"text": "\ud800", "topics": []}', "line 1: not a JSON object"),
    ],
)
def test_bad_lines_are_named(line: str, message: str) -> None:
    """What is wrong, and where."""
    with pytest.raises(LabelError, match=message):
        labelled_lines(line, "a.jsonl")


def test_a_paragraph_is_called_by_its_id_or_its_line() -> None:
    """What else stands on a line is for readers."""
    named, plain = labelled_lines(
        '{"id": "x-1", "text": "职工", "topics": [], "note": ""}\n\n'
        '{"text": "会", "topics": ["a"]}',
        "a.jsonl",
        "hand",
    )

    assert (named.place, plain.place) == ("x-1", "a.jsonl, line 3")
    assert (named.topics, plain.topics) == ((), ("a",))
    assert named.source == plain.source == "hand"


def test_a_folder_is_read_in_order(tmp_path: Path) -> None:
    """Each file is a hand."""
    for name in ("b", "a"):
        line = json.dumps({"text": name, "topics": []})
        (tmp_path / f"{name}.jsonl").write_text(line, encoding="utf-8")

    assert [(each.text, each.source) for each in read_labelled(tmp_path)] == [
        ("a", "a"),
        ("b", "b"),
    ]


def test_a_mark_of_windows_is_no_json(tmp_path: Path) -> None:
    """Excel and Notepad write one."""
    (tmp_path / "one.jsonl").write_text('{"text": "职工", "topics": []}', encoding="utf-8-sig")

    assert [each.text for each in read_labelled(tmp_path)] == ["职工"]


def test_data_that_is_not_there_is_said(tmp_path: Path) -> None:
    """No file, no folder, or nothing in it."""
    with pytest.raises(LabelError, match="nope: no such file or folder: check the name"):
        read_labelled(Path("nope"))
    with pytest.raises(LabelError, match="holds no labelled paragraphs: point to a file or folder"):
        read_labelled(tmp_path)


def test_data_that_is_not_utf_8_is_said(tmp_path: Path) -> None:
    """With the byte."""
    (tmp_path / "one.jsonl").write_bytes('{"text": "职工"}'.encode("gb18030"))

    with pytest.raises(LabelError, match=r"one\.jsonl: byte 12 is not UTF-8: save"):
        read_labelled(tmp_path)


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85"])
def test_only_a_line_end_ends_a_line(mark: str, tmp_path: Path) -> None:
    """JSON allows what Unicode calls one inside of a string."""
    line = f'{{"text": "职工{mark}军人", "topics": []}}'
    (tmp_path / "one.jsonl").write_bytes(f"{line}\r\n\n{line}\n".encode())

    assert [each.text for each in read_labelled(tmp_path)] == [f"职工{mark}军人"] * 2

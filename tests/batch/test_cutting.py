"""Tables cut by bytes: wherever that is, each row is read once, as the reader of it would."""

import csv
import gzip
import io
import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from govnews.batch import bytewise, reading, run
from govnews.batch.bytewise import digest_of
from govnews.batch.cutting import Cut
from govnews.batch.finding import Input
from govnews.batch.reading import Placed, placed_rows
from govnews.batch.tasks import Sort, Source
from govnews.errors import FrameError
from tests.batch.made import SETTINGS, SORTS, errors, ids

CELLS = st.text("职工5\"',;\r\n\t \x0b\u2028a", max_size=12)
ROWS = st.lists(st.tuples(CELLS, CELLS), max_size=12)
TARGETS = st.integers(1, 60)
ENDS = st.sampled_from(["\n", "\r\n"])
MARKS = st.sampled_from([b"", b"\xef\xbb\xbf"])


def cut(data: bytes, ending: str, target: int) -> tuple[list[Source], list[Placed]]:
    """Cut a file with these bytes, and read its parts."""
    with TemporaryDirectory() as folder:
        path = Path(folder, f"rows.{ending}")
        path.write_bytes(data)
        parts = Cut(Input("rows", str(path), SORTS[ending]), SETTINGS, target)
        sources = list(parts)
        assert parts.digest == digest_of(str(path))
        return sources, [row for source in sources for row in placed_rows(source, SETTINGS)]


def said(rows: list[Placed]) -> list[tuple[str | None, str]]:
    """Return ids and texts."""
    return [(placed.row.id, "".join(placed.row.text or ())) for placed in rows]


def is_tiled(sources: list[Source], start: int, end: int) -> bool:
    """Tell whether parts stand side by side from *start* to *end*."""
    ends = [start, *(source.end for source in sources)]
    return ends[-1] == end and [source.start for source in sources] == ends[:-1]


@given(ROWS, TARGETS, ENDS, MARKS, st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
def test_csv(rows: list[tuple[str, str]], target: int, end: str, mark: bytes, quoting: Any) -> None:
    """The rows that the csv module reads, whatever is in quotes."""
    said_by = io.StringIO(newline="")
    csv.writer(said_by, lineterminator=end, quoting=quoting).writerows([("id", "text"), *rows])
    data = mark + said_by.getvalue().encode()
    sources, found = cut(data, "csv", target)
    # where only what must be is in quotes, the module itself takes a lone CR apart
    expected = [
        (row[0].strip() or f"rows:{number}", row[1]) if len(row) == 2 else (f"rows:{number}", "")
        for number, row in enumerate(csv.reader(io.StringIO(said_by.getvalue(), newline="")))
        if row and number
    ]
    assert said(found) == expected
    assert not sources or is_tiled(sources, sources[0].start, len(data))


@example(b'"', 1)
@example(b'a,"b\n\n', 1)
@given(st.binary(max_size=60).map(lambda data: data.replace(b"\xff\xfe", b"")), TARGETS)
def test_csv_of_any_bytes(data: bytes, target: int) -> None:
    """A quote in the middle of a cell opens nothing: rows and numbers are those of the module."""
    text = data.decode("latin-1")
    *_, last = csv.reader(io.StringIO(text + "\nlast", newline=""))
    if last != ["last"]:
        # a quote that is not closed would take in what follows
        with pytest.raises(FrameError, match="is a quote not closed"):
            cut(b"id,text\n" + data, "csv", target)
        return
    _, found = cut(b"id,text\n" + data, "csv", target)
    rows = [
        number for number, row in enumerate(csv.reader(io.StringIO(text, newline="")), 1) if row
    ]
    assert [placed.number for placed in found] == rows


@given(st.lists(st.dictionaries(st.sampled_from(["id", "text"]), CELLS)), TARGETS, ENDS, MARKS)
def test_jsonl(rows: list[dict[str, str]], target: int, end: str, mark: bytes) -> None:
    """The objects that the json module reads, each once."""
    data = mark + "".join(json.dumps(row, ensure_ascii=False) + end for row in rows).encode()
    sources, found = cut(data, "jsonl", target)
    expected = [
        ((row.get("id") or "").strip() or f"rows:{number}", row.get("text", ""))
        for number, row in enumerate(rows, 1)
    ]
    assert said(found) == expected
    assert is_tiled(sources, len(mark) if rows else 0, len(data) if rows else 0)


@given(st.binary(max_size=80), TARGETS)
def test_jsonl_of_any_bytes(data: bytes, target: int) -> None:
    """A row a line that is not empty, or why it is none."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return
    _, found = cut(data, "jsonl", target)
    lines = enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1)
    assert [placed.number for placed in found] == [number for number, line in lines if line.strip()]
    assert all(placed.row.error for placed in found if placed.row.text is None)


def test_the_last_line_may_have_no_end() -> None:
    """It is a row like the others."""
    _, found = cut(b'{"text": "a"}\n{"text": "b"}', "jsonl", 1)
    assert said(found) == [("rows:1", "a"), ("rows:2", "b")]


def test_an_empty_line_is_no_row() -> None:
    """It is counted all the same: the number is that of the line."""
    _, found = cut(b'\n{"text": "a"}\n \n{"text": "b"}\n', "jsonl", 1)
    assert [placed.number for placed in found] == [2, 4]


def test_a_table_in_gb18030() -> None:
    """As Excel saves it in China; all cells of a row are in one encoding."""
    data = "id,text\n公会,走访慰问困难职工\n".encode("gb18030")
    _, found = cut(data, "csv", 1)
    assert said(found) == [("公会", "走访慰问困难职工")]


def test_a_table_in_utf_16() -> None:
    """The message says what to do."""
    with pytest.raises(FrameError, match="rows is in UTF-16: save it as UTF-8"):
        cut("id,text\n".encode("utf-16"), "csv", 1)


@pytest.mark.parametrize(
    ("data", "columns"), [(b"id,body\n1,a\n", "id, body"), (b"", "none"), (b"text,text\n", "text")]
)
def test_a_table_without_texts(data: bytes, columns: str) -> None:
    """The message lists the columns that there are."""
    with pytest.raises(FrameError, match=f"name one of its columns with --text-field: {columns}"):
        cut(data, "csv", 1)


def test_a_quote_that_is_not_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What follows cannot be told apart; that is said, and memory is bounded."""
    before = csv.field_size_limit(50)
    monkeypatch.setattr("govnews.batch.cutting.LONGEST", 50)
    try:
        with pytest.raises(FrameError, match=r"row 2 is no row of cells.*is a quote not closed"):
            cut(b'id,text\n1,a\n2,"' + b"b\n" * 100, "csv", 1000)
    finally:
        csv.field_size_limit(before)


@pytest.mark.parametrize("data", [b"a,b,c\n", b"a\n"])
def test_a_row_with_other_cells_than_the_header(data: bytes) -> None:
    """A comma without quotes cuts a text off: that must not pass unseen."""
    _, (placed,) = cut(b"id,text\n" + data, "csv", 1)
    assert placed.row.error is not None
    assert "cells, the header 2: put texts in quotes" in placed.row.error


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "row 1 of rows is no JSON"),
        ("[1]", "row 1 of rows is no JSON object"),
        ('{"body": "a"}', "row 1 of rows has no field 'text': name one of body"),
        ('{"text": 5}', "'text' is int, no text"),
        ('{"text": null}', "the row has no text"),
        ("[" * 100_000, "row 1 of rows is no JSON"),
    ],
)
def test_a_line_that_is_no_row(line: str, reason: str) -> None:
    """It says why, and the next is read."""
    _, found = cut(f'{line}\n{{"text": "b"}}\n'.encode(), "jsonl", 10**9)
    assert (found[0].row.error or "").startswith(reason)
    assert said(found[1:]) == [("rows:2", "b")]


def test_a_line_that_is_longer_than_any_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not read into memory, and those around it are rows."""
    monkeypatch.setattr(reading, "LONGEST", 100)
    long = json.dumps({"text": "a" * 200})
    _, found = cut(f'{{"text": "a"}}\n{long}\n{{"text": "b"}}\n'.encode(), "jsonl", 10**9)
    assert [(placed.number, placed.row.error is None) for placed in found] == [
        (1, True),
        (2, False),
        (3, True),
    ]


def test_lines_of_cells_that_are_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are refused and not held in memory."""
    monkeypatch.setattr(bytewise, "LONGEST", 50)
    with pytest.raises(FrameError, match="a line is longer than"):
        cut(b"id,text\n" + b"a" * 100, "csv", 1)


def test_what_follows_a_part_does_not_change_it() -> None:
    """A file that grows keeps its tasks but the last."""
    rows = [json.dumps({"text": "a" * 20}) + "\n" for _ in range(10)]
    before, _ = cut("".join(rows).encode(), "jsonl", 100)
    after, _ = cut("".join([*rows, *rows]).encode(), "jsonl", 100)
    ends = [source.end for source in before[:-1]]
    assert [source.digest for source in before[:-1]] == [each.digest for each in after[: len(ends)]]
    assert len(ends) > 1


def test_a_file_that_changed_meanwhile(tmp_path: Path) -> None:
    """What it says now is not what the task is about."""
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "a"}\n')
    (source,) = Cut(Input("rows", str(path), Sort.JSONL), SETTINGS, 100)
    path.write_text('{"text": "b"}\n')
    with pytest.raises(reading.ChangedError, match="rows changed while it was read"):
        list(placed_rows(source, SETTINGS))


@pytest.mark.parametrize("ending", [".csv", ".csv.gz"])
def test_a_file_that_ends_in_a_quote(tmp_path: Path, out: Path, ending: str) -> None:
    """The rows behind it are not taken for a text: it is said that they are not read."""
    path = tmp_path / f"rows{ending}"
    data = 'id,text\n1,"走访4户\n2,走访5户\n3,走访6户\n'.encode()
    path.write_bytes(gzip.compress(data) if ending.endswith(".gz") else data)
    summary = run(path, out)
    assert summary.counts.bulletins == 0
    assert not summary.is_whole
    (error,) = errors(out)
    assert "the file ends in the middle of a cell" in error["reason"]


@pytest.mark.parametrize("ending", [".csv", ".csv.gz"])
def test_a_mark_in_front_of_a_quoted_header(tmp_path: Path, out: Path, ending: str) -> None:
    """It is no part of the name of the first column, packed or not."""
    path = tmp_path / f"rows{ending}"
    data = '\ufeff"text","id"\r\n"走访\n4户","a"\r\n"走访5户","b"'.encode()
    path.write_bytes(gzip.compress(data) if ending.endswith(".gz") else data)
    assert run(path, out).is_whole
    assert ids(out) == ["a", "b"]

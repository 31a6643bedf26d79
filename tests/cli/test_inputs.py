"""Bad inputs: one line each on stderr, and the others are done all the same."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_a_missing_file_does_not_stop_the_others(run: Run, page: Path) -> None:
    """Exit status 1, and one line that says what to do."""
    result = run("extract", "none.txt", page)
    assert result.exit_code == 1
    assert result.stderr == "govnews: none.txt: no such file: check the name and the folder\n"
    assert len(result.stdout.splitlines()) == 2


def test_the_others_are_written_to_the_file(run: Run, page: Path, tmp_path: Path) -> None:
    """What could be read is in it."""
    out = tmp_path / "out.jsonl"
    result = run("extract", page, "none.txt", "-o", out)
    assert result.exit_code == 1
    assert len(out.read_text("utf-8").splitlines()) == 2


def test_a_folder(run: Run, page: Path, tmp_path: Path) -> None:
    """The texts and pages in it and in the folders in it, in the order of their names."""
    folder = tmp_path / "many"
    (folder / "2023").mkdir(parents=True)
    for name in ("b.txt", "a.txt", "2023/c.htm", "notes.md", ".hidden.txt"):
        (folder / name).write_bytes(page.read_bytes())
    result = run("extract", folder, page)
    assert (result.exit_code, result.stderr) == (0, "")
    names = [json.loads(line)["id"] for line in result.stdout.splitlines()]
    inside = [f"{folder}/{name}" for name in ("a.txt", "b.txt", "2023/c.htm")]
    assert list(dict.fromkeys(names)) == [*inside, str(page)]


def test_a_folder_in_it_that_cannot_be_listed(
    run: Run, page: Path, tmp_path: Path, locked: Callable[[Path], None]
) -> None:
    """One line, and the others are done."""
    folder = tmp_path / "many"
    for name in ("a", "b", "c"):
        (folder / name).mkdir(parents=True)
        (folder / name / "page.txt").write_bytes(page.read_bytes())
    locked(folder / "b")
    result = run("extract", folder)
    assert result.exit_code == 1
    assert result.stderr == f"govnews: {folder}/b may not be read: ask its owner for permission\n"
    assert len(result.stdout.splitlines()) == 4


def test_a_folder_without_texts(run: Run, page: Path, tmp_path: Path) -> None:
    """One line, and the others are done."""
    folder = tmp_path / "empty"
    folder.mkdir()
    result = run("extract", folder, page)
    assert result.exit_code == 1
    assert result.stderr == (
        f"govnews: {folder} holds no .txt, .html, .htm, .xhtml files: name the files themselves\n"
    )
    assert len(result.stdout.splitlines()) == 2


def test_a_folder_with_a_file_that_is_no_text(run: Run, page: Path, tmp_path: Path) -> None:
    """The others in it are done."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(100):
        (folder / f"{number:02}.txt").write_bytes(page.read_bytes())
    (folder / "50.txt").write_bytes("职工".encode() + b"\xff\xfe\xff")
    result = run("extract", folder)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"govnews: {folder}/50.txt: byte 6 (0xff)")
    assert len(result.stdout.splitlines()) == 2 * 99


def test_bytes_that_are_no_text(run: Run, page: Path, tmp_path: Path) -> None:
    """The line names the byte."""
    picture = tmp_path / "picture.txt"
    picture.write_bytes("职工".encode() + b"\xff\xfe\xff")
    result = run("extract", picture, page)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"govnews: {picture}: byte 6 (0xff) is not text in utf-8")
    assert result.stderr.count("\n") == 1
    assert len(result.stdout.splitlines()) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "standard input is empty: check that it was saved whole"),
        (" \n", "standard input is empty: check that it was saved whole"),
        ("\0\0\0", "standard input holds NUL bytes: check that it is a text file"),
    ],
)
@pytest.mark.parametrize("command", ["clean", "segment", "extract", "classify", "analyze"])
def test_a_text_that_says_nothing(run: Run, command: str, text: str, said: str) -> None:
    """It could be read: a warning, and exit status 0."""
    result = run(command, stdin=text)
    assert result.exit_code == 0
    assert result.stderr == f"govnews: {said}\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "big5"])
def test_standard_input_is_decoded(run: Run, encoding: str) -> None:
    """As files are; `-` and no name are the same."""
    piped = "慰問困難職工58名，發放慰問金６萬元。".encode(encoding)
    for names in ([], ["-"]):
        one, other = map(json.loads, run("extract", *names, stdin=piped).stdout.splitlines())
        assert (one["id"], one["text"], other["text"]) == ("-", "58名", "6万元")


def test_a_name_that_is_not_utf_8(run: Run, page: Path) -> None:
    """It is shown as far as it can be."""
    odd = page.rename(page.with_name(b"\xb9\xab.txt".decode("utf-8", "surrogateescape")))
    result = run("extract", odd)
    assert result.exit_code == 0
    assert json.loads(result.stdout.splitlines()[0])["id"].endswith("\ufffd\ufffd.txt")


def test_a_long_line_works(run: Run) -> None:
    """Half a megabyte without a line end."""
    line = "慰问困难职工58名，" * 19_000
    result = run("extract", "--format", "csv", stdin=line)
    assert result.exit_code == 0
    assert result.stdout.count("\n") == 19_001


WEB_PAGE = "<meta charset=gbk><nav>首页</nav><p>慰问困难职工<b>58</b>名。</p>".encode("gbk")


def test_of_a_web_page_the_main_text_is_read(run: Run, tmp_path: Path) -> None:
    """In the encoding that it declares."""
    page = tmp_path / "page.html"
    page.write_bytes(WEB_PAGE)
    assert run("clean", page).stdout == "慰问困难职工58名。\n"
    (bulletin,) = map(json.loads, run("analyze", page).stdout.splitlines())
    assert bulletin["raw"] == "慰问困难职工58名。\n"


def test_standard_input_is_no_web_page(run: Run) -> None:
    """It has no name that says so."""
    assert run("clean", "--script", "keep", stdin=WEB_PAGE).stdout.startswith("<meta")


def test_a_web_page_without_the_extra(
    run: Run, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line that says what to install, and the others are done."""
    monkeypatch.setitem(sys.modules, "lxml", None)
    web_page = tmp_path / "page.html"
    web_page.write_bytes(WEB_PAGE)
    result = run("extract", web_page, page)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"govnews: {web_page}: reading web pages needs lxml")
    assert "pip install 'govnews[html]'" in result.stderr
    assert result.stderr.count("\n") == 1
    assert len(result.stdout.splitlines()) == 2


def test_a_web_page_that_says_nothing(run: Run, tmp_path: Path) -> None:
    """It could be read: a warning."""
    (tmp_path / "page.htm").write_text("<script>慰问58名</script>", "utf-8")
    result = run("extract", tmp_path / "page.htm")
    assert (result.exit_code, result.stdout) == (0, "")
    assert (
        result.stderr == f"govnews: {tmp_path}/page.htm is empty: check that it was saved whole\n"
    )


def test_a_web_page_in_an_encoding_that_is_not_read(run: Run, tmp_path: Path) -> None:
    """The line names it."""
    (tmp_path / "page.htm").write_bytes(WEB_PAGE.replace(b"gbk", b"shift_jis"))
    result = run("extract", tmp_path / "page.htm")
    assert result.exit_code == 1
    assert "declares itself to be in shift_jis, which is not read" in result.stderr


def test_the_day_in_a_name_completes_dates(run: Run, tmp_path: Path) -> None:
    """With --issued name; a name without a day says nothing."""
    for name in ("2023-03-12-union.txt", "union.txt"):
        (tmp_path / name).write_text("3月9日走访43家企业。", "utf-8")
    result = run("analyze", "--issued", "name", tmp_path)
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [each["issued"] for each in found] == ["2023-03-12", None]
    assert [each["paragraphs"][0]["figures"][0]["resolved"] for each in found] == [
        "2023-03-09",
        None,
    ]

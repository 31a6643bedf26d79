"""`govnews report`: one page about all files, written whole or not at all."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_it_makes_one_page_of_all_files(run: Run, page: Path, tmp_path: Path) -> None:
    """With the title that one gives it."""
    other = tmp_path / "other.txt"
    other.write_text("走访43家企业。", "utf-8")
    out = tmp_path / "report.html"
    result = run("report", page, other, "-o", out, "--title", "Aid <1>")
    assert (result.exit_code, result.output) == (0, "")
    html = out.read_text("utf-8")
    assert html.startswith("<!doctype html>")
    assert "<title>Aid &lt;1&gt;</title>" in html
    assert "<dt>Bulletins</dt><dd>2</dd>" in html


def test_without_a_file_to_write_it_goes_to_standard_output(run: Run, page: Path) -> None:
    """Whole, and nothing but the page."""
    result = run("report", page)
    assert result.exit_code == 0
    assert result.stdout.startswith("<!doctype html>")
    assert result.stdout.endswith("</html>\n")


def test_one_file_that_cannot_be_read_is_named(run: Run, page: Path, tmp_path: Path) -> None:
    """On stderr and in the page; the others are in it."""
    out = tmp_path / "report.html"
    result = run("report", page, tmp_path / "none.txt", "-o", out)
    assert result.exit_code == 1
    assert "none.txt: no such file" in result.stderr
    html = out.read_text("utf-8")
    assert "1 bulletin left out" in html
    assert f"{tmp_path / 'none.txt'}</bdi></li>" in html
    assert "<dt>Bulletins</dt><dd>1</dd>" in html


def test_of_an_empty_folder_the_page_says_so(run: Run, tmp_path: Path) -> None:
    """A line on stderr, and a page that names the folder."""
    folder, out = tmp_path / "empty", tmp_path / "report.html"
    folder.mkdir()
    result = run("report", folder, "-o", out)
    assert result.exit_code == 1
    assert result.stderr == (
        f"govnews: {folder} holds no .txt, .html, .htm, .xhtml files: name the files themselves\n"
    )
    page = out.read_text("utf-8")
    assert "There is nothing to add up." in page
    assert str(folder) in page


def test_where_nothing_could_be_read_an_older_page_stays(run: Run, tmp_path: Path) -> None:
    """It may be all that there is."""
    out = tmp_path / "report.html"
    out.write_text("old")
    assert run("report", "none.txt", "-o", out).exit_code == 1
    assert out.read_text() == "old"


def test_a_failure_leaves_no_part(
    run: Run, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a page is none."""

    def fail(*_: object, **__: object) -> str:
        raise RuntimeError

    monkeypatch.setattr("govnews.reporting.report", fail)
    before = sorted(tmp_path.iterdir())
    assert run("report", page, "-o", tmp_path / "report.html").exit_code == 1
    assert sorted(tmp_path.iterdir()) == before


def test_other_endings_are_refused(run: Run, page: Path, tmp_path: Path) -> None:
    """A file holds what its name says."""
    result = run("report", page, "-o", tmp_path / "report.csv")
    assert result.exit_code == 2
    assert ".html" in result.stderr


def test_a_lexicon_is_read(run: Run, tmp_path: Path) -> None:
    """Its units are in the page."""
    bulletin, lexicon = tmp_path / "a.txt", tmp_path / "own.toml"
    bulletin.write_text("认养苹果300树。", "utf-8")
    lexicon.write_text('[[unit]]\nword = "树"\nkind = "count"\nexample = "认养300树"\n', "utf-8")
    assert "<dt>Figures</dt><dd>0</dd>" in run("report", bulletin).stdout
    assert "<dt>Figures</dt><dd>1</dd>" in run("report", bulletin, "--lexicon", lexicon).stdout

"""What the README shows is what happens: its sessions, its commands, its tables."""

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import govnews
from govnews.frames import columns_of

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
SAME = doctest.OutputChecker().check_output


def blocks(language: str) -> list[str]:
    """Return the fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def commands() -> list[tuple[str, str]]:
    """Return each command of the shell sessions with the output shown."""
    return [
        (command, shown)
        for block in blocks("console")
        for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
    ]


def kinds() -> list[tuple[str, ...]]:
    """Return the rows of the table of kinds, without the marks around code."""
    rows = [line.replace("`", "").strip("|").split("|") for line in README.splitlines()]
    return [
        tuple(cell.strip() for cell in row)
        for row in rows
        if row[0].strip() in list(govnews.Kind) and len(row) == 5
    ]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that looks like the project's, in which the page may write."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("corpora", "notebooks", "README.md"):
        (folder / name).symlink_to(ROOT / name)
    return folder


def test_python_sessions(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the order of the page, in one interpreter, started in the project's folder."""
    code = "\n\n".join(blocks("python"))
    session = doctest.DocTestParser().get_doctest(code, {}, "README.md", "README.md", 0)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    monkeypatch.chdir(checkout)
    runner.run(session)
    tried, failed = runner.summarize(verbose=False).attempted, runner.failures
    assert (tried > 0, failed) == (True, 0)


@pytest.mark.parametrize(("command", "shown"), commands())
def test_shell_session(command: str, shown: str, checkout: Path) -> None:
    """Run in the project's folder, with this environment's `govnews`."""
    bash = shutil.which("bash")
    assert bash is not None
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [bash, "-o", "pipefail", "-c", command],
        cwd=checkout,
        env=os.environ | {"PATH": path, "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        check=True,
    )
    assert SAME(shown, done.stdout.decode(), doctest.ELLIPSIS), done.stdout.decode()


@pytest.mark.parametrize("rows", blocks("toml"))
def test_rows_of_tables(rows: str) -> None:
    """Each fires on its example."""
    govnews.Lexicon("README.md", rows)


def test_there_are_shell_sessions() -> None:
    """Else the test above would run none."""
    assert len(commands()) >= 2


@pytest.mark.parametrize(("kind", "example", "text", "value", "unit"), kinds())
def test_example_of_a_kind(kind: str, example: str, text: str, value: str, unit: str) -> None:
    """The figure stands in the example and reads as the table says."""
    found = [
        (figure.kind, figure.text, _shown(figure), figure.unit or "")
        for figure in govnews.extract(example)
    ]
    assert (kind, text, value, unit) in found


def _shown(figure: govnews.Figure) -> str:
    """Write value, upper end and bound as the table does."""
    ends = " to ".join(str(end) for end in (figure.value, figure.upper) if end is not None)
    return ends if figure.bound in ("exact", "range") else f"{figure.bound} {ends}"


def test_every_kind_has_an_example() -> None:
    """In the order of the annotation guide."""
    assert [row[0] for row in kinds()] == list(govnews.Kind)


def test_two_commands_for_a_newcomer() -> None:
    """One installs and runs the main job, one installs and runs the tests; `.ci/run` runs both."""
    lines = [line for block in blocks("bash") for line in block.splitlines()]
    first, second = (line for line in lines if line.startswith("python3 -m venv "))
    assert first.endswith("govnews analyze corpora/bulletins/garbled.txt")
    assert ".venv/bin/pytest --nbmake" in second


def test_every_file_named_is_there() -> None:
    """Relative links, and paths in code."""
    links = re.findall(r"\]\((?!http)([^)#]+)\)", README)
    paths = re.findall(r"`((?:src|tests|corpora|notebooks|\.ci)/[^`<* ]*)`", README)
    missing = [name for name in (*links, *paths) if not (ROOT / name).exists()]
    assert missing == []


def test_the_columns_of_figures_are_listed() -> None:
    """All of them, in order, with what they mean."""
    listed = re.findall(r"^\| `(\w+)` \| (\w+) \| (.*) \|$", README, re.MULTILINE)
    columns = [(each.name, str(each.type), each.meaning) for each in columns_of("figures")]
    assert [row for row in listed if row in columns] == columns

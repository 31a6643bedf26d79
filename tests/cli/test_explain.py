"""`clean --explain`: what was changed, where, by which rule, and how sure that is."""

import ast
import csv
import io
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govnews
from govnews.cli import explain
from govnews.cli.report import Screen
from govnews.cli.table import width
from govnews.models import UNREPAIRED, CleanText, Edit
from tests.cli.conftest import Run
from tests.cli.test_terminal import shown

PACKAGE = Path(govnews.__file__).parent
BULLETINS = Path(__file__).parents[2] / "corpora" / "bulletins"
MEANINGS = tomllib.loads((PACKAGE / "data" / "rules.toml").read_text("utf-8"))["meaning"]


def rules_in_the_sources() -> set[str]:
    """Find what cleaning calls its rules: strings such as "gloss.drop" that name no file."""
    strings = (
        node.value
        for module in (PACKAGE / "cleaning").glob("*.py")
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    name = re.compile(r"[a-z]+\.(?!(?:txt|toml|json|npz|py)$)[a-z][a-z0-9]*")
    return {UNREPAIRED, *filter(name.fullmatch, strings)}


def test_every_rule_is_explained() -> None:
    """And nothing else is: a rule that is renamed takes its explanation along."""
    assert set(MEANINGS) == rules_in_the_sources()


@pytest.mark.parametrize("name", ["simplified", "traditional", "garbled"])
@pytest.mark.parametrize("script", ["simplified", "traditional"])
def test_every_rule_that_is_used_is_explained(name: str, script: str) -> None:
    """Also if its name is put together where the sources do not show it."""
    edits = govnews.clean(govnews.read(BULLETINS / f"{name}.txt"), script=script).edits
    assert {part for edit in edits for part in edit.rule.split("+")} <= set(MEANINGS)


def test_explanations_are_sorted_sentences() -> None:
    """So that one is found, and read on its own."""
    assert list(MEANINGS) == sorted(MEANINGS)
    assert [text for text in MEANINGS.values() if not re.fullmatch(r"[A-Z].*[.)]", text)] == []


def draw(cleaned: CleanText, *rules: str, room: int | None = None) -> str:
    """Draw the table of one text."""
    keep = explain.named(rules) if rules else explain.telling
    return "".join(map(str, explain.draw(keep)([("page.txt", cleaned)], Screen(False, room))))  # noqa: FBT003


def edited(raw: str, *edits: tuple[str, int, int, str, float]) -> CleanText:
    """Make a cleaned text of edits: rule, start, end, replacement, confidence."""
    made = [Edit(rule, at, to, raw[at:to], after, sure) for rule, at, to, after, sure in edits]
    text, done = "", 0
    for edit in made:
        text, done = text + raw[done : edit.start] + edit.after, edit.end
    return CleanText(text + raw[done:], raw, tuple(made))


MADE = edited(
    "職工５8名\r\n第二行,?;I集。\n共?99名",
    ("script.t2s", 0, 1, "职", 1.0),
    ("width.narrow", 2, 3, "5", 1.0),
    ("slip.mark+script.t2s", 11, 14, "。筹", 0.9),
    (UNREPAIRED, 18, 21, "?99", 0.0),
)


def test_the_table() -> None:
    """What deserves a look is listed with its place and surroundings; all is counted."""
    assert draw(MADE).splitlines() == [
        "page.txt",
        "  line:col  offset  rule        sure  before                after",
        r"       2:5      11  slip.mark   0.90  第二行,⟦?;I⟧集。\n共  。筹",
        r"       3:2      18  unrepaired  0.00  集。\n共⟦?99⟧名       NOT REPAIRED: check",
        "",
        "  rule          edits  least sure  what it means",
        f"  unrepaired        1        0.00  {MEANINGS['unrepaired']}",
        f"  script.t2s        2        0.90  {MEANINGS['script.t2s']}",
        f"  width.narrow      1        1.00  {MEANINGS['width.narrow']}",
        f"  slip.mark         1        0.90  {MEANINGS['slip.mark']}",
        "",
        "3 repairs, 1 NOT REPAIRED: check them, 2 not listed (--rule all lists everything)",
    ]


@pytest.mark.parametrize(
    ("rules", "places"),
    [
        (["all"], ["1:1", "1:3", "2:5", "3:2"]),
        (["script"], ["1:1", "2:5"]),
        (["script.t2s"], ["1:1", "2:5"]),
        (["slip"], ["2:5"]),
        (["width", "unrepaired"], ["1:3", "3:2"]),
        (["teaser"], []),
    ],
)
def test_rules_and_families_choose_what_is_listed(rules: list[str], places: list[str]) -> None:
    """Edits by several rules belong to each of them."""
    assert re.findall(r"^ +(\d+:\d+) ", draw(MADE, *rules), re.MULTILINE) == places


def test_nothing_to_tell() -> None:
    """Of a sound text; and where all is routine, that is said."""
    assert draw(CleanText("投入", "投入")) == "page.txt\n\nnothing was changed\n"
    routine = draw(edited("職", ("script.t2s", 0, 1, "职", 1.0)))
    assert routine.endswith(
        "\n1 repairs, nothing left unrepaired, 1 not listed (--rule all lists everything)\n"
    )


@pytest.mark.parametrize(
    ("hidden", "written"),
    [
        *[("\n", r"\n"), ("\r", r"\r"), ("\t", r"\t"), ("\x1b", r"\x1b"), ("\0", r"\x00")],
        *[("\u200b", r"\u200b"), ("\ufeff", r"\ufeff"), ("\u202e", r"\u202e"), ("\x9b", r"\x9b")],
        *[("\u3000", r"\u3000"), ("\xa0", r"\xa0"), ("\u2028", r"\u2028"), ("\ue000", r"\ue000")],
        *[("\ud800", r"\ud800"), ("\U000e0001", r"\U000e0001"), ("e\u0301", "e\u0301")],
    ],
)
def test_what_cannot_be_seen_is_written_out(hidden: str, written: str) -> None:
    """In the edit and around it, so that no text can break the table."""
    table = draw(edited(f"甲{hidden}乙{hidden}丙", ("control.drop", 1, 1 + len(hidden), "", 1.0)))
    assert f"甲⟦{written}⟧乙{written}丙  (nothing)\n" in table
    assert hidden.isprintable() or hidden == "\n" or hidden not in table


@given(st.text(st.characters(categories=["Cc", "Cf", "Zs", "Zl", "Lo", "Mn", "Cs"]), min_size=1))
def test_no_text_breaks_the_table(text: str) -> None:
    """The number of lines is that of edits."""
    cleaned = edited(text, ("control.drop", 0, len(text), text[::-1], 0.5))
    assert len(draw(cleaned).splitlines()) == 8


@pytest.mark.parametrize("room", [60, 80, 120])
def test_the_table_fits_the_terminal(room: int) -> None:
    """Long cells are cut, explanations wrapped."""
    raw = "困难职工" * 40
    table = draw(edited(raw, ("line.stray", 3, 150, "困" * 100, 0.9)), room=room)
    assert max(map(width, table.splitlines()[:-1])) <= room
    assert re.sub(r"\s+", "", MEANINGS["line.stray"]) in re.sub(r"\s+", "", table)


def test_a_terminal_gets_colours(page: Path) -> None:
    """What was not repaired is red."""
    page.write_text("慰问\ufffd3名", "utf-8")
    screen = shown("clean", "--explain", page)
    assert re.search(r"\x1b\[31m\x1b\[1m +1:3 .*NOT REPAIRED: check\x1b\[0m\n", screen)


@pytest.fixture
def garbled(tmp_path: Path) -> Path:
    """Write a page with hidden characters, glosses and something lost."""
    path = tmp_path / "page.txt"
    path.write_text("職工\u200b５8名\r\n慰问\ufffd3名\n", "utf-8")
    return path


def test_jsonl_has_one_row_an_edit(run: Run, garbled: Path) -> None:
    """Every edit, as it was, with its place."""
    rows = [json.loads(line) for line in run("clean", "--explain", garbled).stdout.splitlines()]
    edits = govnews.clean(govnews.read(garbled)).edits
    assert [tuple(row) for row in rows] == [explain.COLUMNS] * len(edits)
    fields = ("rule", "start", "end", "before", "after", "confidence")
    assert [Edit(**{name: row[name] for name in fields}) for row in rows] == list(edits)
    assert {row["id"] for row in rows} == {str(garbled)}
    (lost,) = (row for row in rows if row["rule"] == UNREPAIRED)
    assert (lost["line"], lost["column"], lost["confidence"]) == (2, 3, 0.0)


def test_csv_has_the_same_rows(run: Run, garbled: Path) -> None:
    """Under the names of the columns; --rule filters them."""
    lines = run("clean", "--explain", "--format", "csv", garbled).stdout
    rows = list(csv.DictReader(io.StringIO(lines, newline="")))
    objects = map(json.loads, run("clean", "--explain", garbled).stdout.splitlines())
    assert rows == [{name: str(cell) for name, cell in each.items()} for each in objects]
    some = run("clean", "--explain", "--rule", "unrepaired", "--format", "csv", garbled).stdout
    assert [row["rule"] for row in csv.DictReader(io.StringIO(some))] == [UNREPAIRED]


def test_csv_of_a_sound_text_is_its_header(run: Run) -> None:
    """So that files can be put together."""
    result = run("clean", "--explain", "--format", "csv", stdin="投入5万元")
    assert (result.exit_code, result.stdout) == (0, ",".join(explain.COLUMNS) + "\n")


def test_a_file_that_cannot_be_read(run: Run, garbled: Path) -> None:
    """As everywhere: one line on stderr, exit status 1, the others are done."""
    result = run("clean", "--explain", "none.txt", garbled)
    assert result.exit_code == 1
    assert result.stderr == "govnews: none.txt: no such file: check the name and the folder\n"
    assert result.stdout


def test_the_ending_chooses_the_format(run: Run, garbled: Path, tmp_path: Path) -> None:
    """CSV can be written with --explain only."""
    out = tmp_path / "edits.csv"
    assert run("clean", "-o", out, garbled).exit_code == 2
    assert run("clean", "--explain", "-o", out, garbled).exit_code == 0
    assert out.read_text("utf-8").startswith(",".join(explain.COLUMNS))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--rule", "slip"], "--rule chooses what --explain explains: give both"),
        (["--explain", "--rule", "x"], "'x' is not one of all, comma, comma.drop"),
        (["--explain", "--format", "text"], "--format text cannot be written with --explain"),
        (["--format", "csv"], "--format csv cannot be written without --explain: choose from text"),
        (["--explain", "-o", "a.txt"], "this command writes no .txt files"),
        (["--explain", "--format", "parquet"], "'parquet' is not one of"),
    ],
)
def test_wrong_usage(run: Run, arguments: list[str], said: str) -> None:
    """Before anything is read."""
    result = run("clean", *arguments, stdin="5万元")
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def lines_of(text: str) -> Iterator[tuple[int, int]]:
    """Count lines and columns the slow way."""
    line = column = 1
    for character, following in zip(text, f"{text[1:]} ", strict=True):
        yield line, column
        column += 1
        if character == "\n" or (character == "\r" and following != "\n"):
            line, column = line + 1, 1


@given(st.text(st.sampled_from("\r\n甲")))
def test_lines_and_columns(text: str) -> None:
    """As an editor counts them, whatever ends a line."""
    raw = f"{text}甲"
    row = next(
        explain.rows(explain.named(["all"]))("", edited(raw, ("a", len(text), len(raw), "", 1.0)))
    )
    assert (row["line"], row["column"]) == list(lines_of(raw))[-1]

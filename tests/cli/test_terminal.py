"""On a terminal: tables, colours unless refused, and columns that align."""

import os
import pty
import struct
import subprocess
import sys
from collections.abc import Callable
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ

import pytest

from govnews.cli.table import fit, pad, safe, width


def shown(*arguments: str | Path, columns: int = 80, set_: str = "TERM=xterm") -> str:
    """Run the command line on a pseudo-terminal and return what it shows."""
    ours, theirs = pty.openpty()
    ioctl(theirs, TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    clean = {name: each for name, each in os.environ.items() if name not in ("NO_COLOR", "COLUMNS")}
    with subprocess.Popen(
        [sys.executable, "-m", "govnews", *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        env=clean | {"TERM": "xterm", "PYTHONUTF8": "1"} | dict([set_.split("=")]),
    ):
        os.close(theirs)
        return _all(lambda: os.read(ours, 1 << 16)).decode().replace("\r\n", "\n")


def _all(read: Callable[[], bytes]) -> bytes:
    """Read until the other side has closed; Linux says so by an error."""
    chunks: list[bytes] = []
    while True:
        try:
            chunk = read()
        except OSError:
            chunk = b""
        if not chunk:
            return b"".join(chunks)
        chunks.append(chunk)


def test_a_terminal_gets_a_coloured_table(page: Path) -> None:
    """Per paragraph its topics, its text with the figures marked, then the table of them."""
    screen = shown("analyze", page)
    assert "  下拨帮扶资金\x1b[33m5万元\x1b[0m。\n" in screen
    assert "\x1b[32m\x1b[1mveterans 退役军人 1.00\x1b[0m\n" in screen
    assert "\x1b[33mmoney    \x1b[0m  5万元" in screen


@pytest.mark.parametrize("refusal", ["NO_COLOR=1", "TERM=dumb"])
def test_colours_can_be_refused(page: Path, refusal: str) -> None:
    """By NO_COLOR (no-color.org), and where the terminal has none."""
    screen = shown("analyze", page, set_=refusal)
    assert "veterans 退役军人 1.00\n" in screen
    assert "  慰问退役军人⟦近300名⟧。\n" in screen
    assert "\x1b" not in screen


def test_a_table_fits_the_terminal(page: Path) -> None:
    """Long cells are cut, the text is wrapped and whole."""
    page.write_text("困难职工" * 40 + "近300名对口帮扶重点企业建档立卡困难职工", "utf-8")
    screen = shown("analyze", page, columns=60, set_="NO_COLOR=1")
    _, *lines = screen.splitlines()
    assert max(map(width, lines)) <= 60
    assert "困难职工" * 40 + "⟦近300名⟧" in screen.replace("\n  ", "")
    assert "…" in screen


def test_messages_and_results_keep_their_order(page: Path) -> None:
    """The line about the second file stands between the first and the third."""
    screen = shown("extract", page, "none.txt", page)
    assert screen.index("近300名") < screen.index("none.txt: no such") < screen.rindex("近300名")


def test_parquet_is_not_for_a_terminal(page: Path) -> None:
    """The message says where it can go."""
    assert "name a file with -o FILE" in shown("extract", "--format", "parquet", page)


def test_progress_is_for_a_terminal_only(page: Path, tmp_path: Path) -> None:
    """It shows while a file is written, and never in a pipe."""
    out = tmp_path / "out.jsonl"
    assert "3/3" in shown("extract", page, page, page, "-o", out)
    piped = subprocess.run(
        [sys.executable, "-m", "govnews", "extract", page, page, "-o", out],
        capture_output=True,
        check=True,
    )
    assert (piped.stdout, piped.stderr) == (b"", b"")


def test_wide_characters_take_two_columns() -> None:
    """And combining ones none."""
    assert [width(text) for text in ("ab", "万元", "５%", "e\u0301", "\u200b")] == [2, 4, 3, 1, 0]


@pytest.mark.parametrize("room", range(1, 12))
def test_what_is_cut_fits(room: int) -> None:
    """Also where half a character would be left."""
    assert width(fit("5027万元帮扶", room)) <= room
    assert width(pad(fit("5027万元帮扶", room), room)) == room


def test_a_text_cannot_command_the_terminal() -> None:
    """Escape sequences are shown, not obeyed."""
    assert safe("a\x1b]0;title\x07b\x9bc\r\nd") == "a ]0;title b c d"

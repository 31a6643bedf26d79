"""Importing the library, or asking for help, must load nothing heavy and say nothing."""

import subprocess
import sys

import pytest

import govnews
from govnews import _HOME_OF

HEAVY = (
    "numpy",
    "scipy",
    "sklearn",
    "pandas",
    "pyarrow",
    "jieba",
    "rjieba",
    "opencc",
    "pypinyin",
    "lxml",
)


def loaded_by(code: str) -> str:
    """Run *code* in a fresh interpreter and list the heavy modules on its last line."""
    script = f"{code}\nimport sys\nprint([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    return done.stdout


def test_import_is_quiet() -> None:
    """No output, no heavy module."""
    assert loaded_by("import govnews") == "[]\n"


def test_importing_the_command_line_is_quiet() -> None:
    """It is what the shell's completion does."""
    assert loaded_by("import govnews.cli") == "[]\n"


@pytest.mark.parametrize(
    "command",
    [
        "",
        "clean",
        "segment",
        "extract",
        "keywords",
        "classify",
        "analyze",
        "batch",
        "train",
        "train topics",
        "train words",
        "evaluate",
        "evaluate figures",
    ],
)
def test_help_is_quick(command: str) -> None:
    """Help loads no dictionary and no model."""
    arguments = [*command.split(), "--help"]
    code = f"from govnews.cli import main\nmain({arguments!r}, standalone_mode=False)"
    shown = loaded_by(code)
    assert shown.startswith("Usage: ")
    assert shown.endswith("\n[]\n")


def test_every_name_with_a_home_is_public() -> None:
    """`__all__` is written out, because type checkers read it; it must not fall behind."""
    assert sorted(_HOME_OF) == sorted(govnews.__all__)


@pytest.mark.parametrize("name", govnews.__all__)
def test_every_public_name_is_there(name: str) -> None:
    """Listed, and loaded on first use."""
    assert name in dir(govnews)
    assert getattr(govnews, name) is not None


def test_an_unknown_name_is_an_attribute_error() -> None:
    """As of any module."""
    with pytest.raises(AttributeError, match="has no attribute 'extrcat'"):
        _ = govnews.extrcat

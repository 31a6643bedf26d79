"""Shell completion, as the README describes it."""

import os
import subprocess
import sys

import pytest


def complete(shell: str, words: str) -> list[str]:
    """Return what the command offers for the last of some words."""
    asked = {
        "_GOVNEWS_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
    }
    code = "from govnews.cli import main; main(prog_name='govnews')"
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | asked, capture_output=True, check=True
    )
    return [line.rpartition(",")[2] for line in done.stdout.decode().splitlines()]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("govnews cl", {"classify", "clean"}),
        ("govnews analyze --form", {"--format"}),
        ("govnews analyze --format x", {"xlsx"}),
        ("govnews extract --kind mo", {"money"}),
    ],
)
def test_bash_is_offered_what_can_follow(words: str, offered: set[str]) -> None:
    """Commands, options and choices."""
    assert set(complete("bash", words)) == offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_for_a_shell(shell: str) -> None:
    """It goes by the name of the command."""
    code = "from govnews.cli import main; main(prog_name='govnews')"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"_GOVNEWS_COMPLETE": f"{shell}_source"},
        capture_output=True,
        check=True,
    )
    assert f"_GOVNEWS_COMPLETE={shell}_complete".encode() in done.stdout

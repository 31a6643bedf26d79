"""What the tests of the command line share."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import govnews
from govnews.cli import main
from tests.cli import stubs

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line with stubs behind it, whether or not the real functions can load."""
    for name, stub in stubs.FUNCTIONS.items():
        monkeypatch.setitem(vars(govnews), name, stub)

    def invoke(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, [str(each) for each in arguments], input=stdin)

    return invoke


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Write a page of two paragraphs."""
    path = tmp_path / "page.txt"
    path.write_text("下拨帮扶资金5万元。\n慰问退役军人近300名。\n", "utf-8")
    return path

"""What the tests of the command line share."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from govnews.cli import main

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """Run the command line in this process, where dictionaries are loaded once."""

    def invoke(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, [str(each) for each in arguments], input=stdin)

    return invoke


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Write a page of two paragraphs."""
    path = tmp_path / "page.txt"
    path.write_text("下拨帮扶资金5万元。\n慰问退役军人近300名。\n", "utf-8")
    return path

"""What the tests of batch share."""

from pathlib import Path

import pytest


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """The folder of results."""
    return tmp_path / "out"


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make tasks of some hundred bytes."""
    monkeypatch.setattr("govnews.batch.planning.TARGET", 200)

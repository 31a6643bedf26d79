"""What tests in several folders share."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that asks for slow tests as well."""
    parser.addoption("--slow", action="store_true", help="run also tests that take minutes")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave slow tests out, unless they are asked for."""
    if config.getoption("--slow") or os.environ.get("GOVNEWS_SLOW") == "1":
        return
    for item in items:
        if item.get_closest_marker("slow"):
            item.add_marker(pytest.mark.skip(reason="takes minutes: --slow or GOVNEWS_SLOW=1"))


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Return what makes a folder one that may not be listed, also for root."""
    closed: set[str] = set()
    scan = os.scandir

    def scandir(path: Any) -> Any:
        if os.fspath(path) in closed:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), os.fspath(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)
    return lambda folder: closed.add(os.fspath(folder))

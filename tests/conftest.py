"""What tests in several folders share."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


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

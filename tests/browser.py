"""Headless Chromium for tests that must see a page as people do.

Debian's `chromium` is used (playwright's own cannot be fetched everywhere).  Where there is
none the tests are skipped with a reason; where `CI` is set that is a failure, so that they
cannot be left out unseen.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM: Final = shutil.which("chromium") or shutil.which("chromium-browser")
_QUIET: Final = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)

needs_chromium = pytest.mark.skipif(
    CHROMIUM is None and not os.environ.get("CI"),
    reason="no chromium on this machine: apt-get install chromium",
)


@contextmanager
def chromium() -> Iterator["Browser"]:
    """Start Chromium, and stop it at the end."""
    from playwright.sync_api import sync_playwright

    assert CHROMIUM is not None, "no chromium, and CI is set: these tests must run there"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_QUIET)
        yield browser
        browser.close()

"""What several benchmarks measure on, and beside."""

from collections.abc import Callable

import pytest

from tests.benchmarks.material import texts_of
from tests.benchmarks.works import jieba_cut


@pytest.fixture(scope="session")
def paragraphs() -> list[str]:
    """Return the paragraphs of the topic corpus."""
    return texts_of("topics/*.jsonl")


@pytest.fixture(scope="session")
def plain() -> Callable[[str], list[str]]:
    """Return jieba's own `cut`, its dictionary loaded."""
    return jieba_cut()

"""What several benchmarks measure on, and beside."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[2] / "corpora" / "topics"


@pytest.fixture(scope="session")
def paragraphs() -> list[str]:
    """Return the paragraphs of the topic corpus."""
    return [
        json.loads(line)["text"]
        for path in sorted(CORPUS.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


@pytest.fixture(scope="session")
def text(paragraphs: list[str]) -> str:
    """Return the paragraphs of the topic corpus as one page."""
    return "\n".join(paragraphs)


@pytest.fixture(scope="session")
def plain() -> Callable[[str], list[str]]:
    """Return jieba's own `cut`, its dictionary loaded."""
    import jieba

    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return lambda page: list(tokenizer.cut(page))

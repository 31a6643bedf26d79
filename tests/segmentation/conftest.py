"""jieba as it is, to compare with: tokenizers of our own making, never the global one."""

import jieba
import pytest

from govnews.segmentation.dictionary import jieba_dictionary_path
from govnews.segmentation.engines import LEAST_FREQUENCY
from govnews.segmentation.lexicon import shipped_terms


@pytest.fixture(scope="session")
def pristine() -> jieba.Tokenizer:
    """Return jieba without our terms."""
    tokenizer = jieba.Tokenizer()
    with jieba_dictionary_path().open("rb") as lines:
        tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(lines)
    tokenizer.initialized = True
    return tokenizer


@pytest.fixture(scope="session")
def reference(pristine: jieba.Tokenizer) -> jieba.Tokenizer:
    """Return jieba with our terms."""
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = dict(pristine.FREQ), pristine.total
    tokenizer.initialized = True
    for word, frequency, _ in shipped_terms():
        tokenizer.add_word(word, frequency or LEAST_FREQUENCY)
    return tokenizer

"""Engines: jieba and rjieba, made to give the same words.

Both run the same algorithm over the same dictionary; both get the same terms
with the same frequencies, and runs of Chinese characters only.

Words come from the dictionary and the lexicon alone: the hidden Markov model
that both offer for unknown words is off.  On the 808 paragraphs of corpora/topics
it invents 1,412 words that the lexicon does not have either (November 2026).  Read
through, most are accidents (率高, 记在, 不设, 经县, 出软烂); what was good among those of a
first look (援青, 网约车, 讨薪) is in the lexicon.  It also takes time quadratic in
the length of a run of unknown characters.  Undoing those with a function
character inside would leave the larger part of the accidents standing.  The
price is that a name which no dictionary knows stays in single characters.
"""

import sys
import warnings
from collections.abc import Callable, Iterable
from functools import cache
from importlib.resources import files
from threading import RLock
from types import MappingProxyType
from typing import Final

from govnews.errors import MissingExtraError, UnknownChoiceError
from govnews.segmentation.lexicon import terms

Cut = Callable[[str], Iterable[tuple[str, str]]]
"""Cuts a run of Chinese characters into (word, part of speech) pairs."""

UNKNOWN: Final = "x"
"""The part of speech of what no dictionary knows: as jieba has it, the same as of a mark."""

_LOADING: Final = RLock()


def engine_named(name: str) -> Cut:
    """Return the engine called *name*, loading its dictionary on first use.

    Args:
        name: "jieba", "rjieba", or "auto" for the faster of those installed.

    Returns:
        A function from a run of Chinese characters to its words with their tags;
        any number of threads may share it.

    Raises:
        UnknownChoiceError: If there is no such engine.
        MissingExtraError: If it is rjieba and that is not installed.

    >>> list(engine_named("jieba")("困难职工送清凉"))
    [('困难职工', 'l'), ('送清凉', 'v')]
    """
    if name not in _LOADERS:
        raise UnknownChoiceError(
            f"unknown segmentation engine {name!r}: choose one of {', '.join(_LOADERS)}"
        )
    with _LOADING:
        return _LOADERS[name]()


@cache
def _auto() -> Cut:
    try:
        return _rjieba()
    except MissingExtraError:
        return _jieba()


@cache
def _rjieba() -> Cut:
    try:
        from rjieba import Jieba
    except ImportError as error:
        raise MissingExtraError(
            "the segmentation engine rjieba is not installed: "
            "pip install 'govnews[fast]', or use engine='jieba'"
        ) from error
    dictionary = Jieba()
    for word, frequency, tag in terms():
        dictionary.add_word(word, frequency, tag)

    def cut(run: str) -> Iterable[tuple[str, str]]:
        # rjieba guesses at the part of speech of characters that it does not know (該: r)
        return [
            (word, tag if len(word) > 1 or dictionary.has_word(word) else UNKNOWN)
            for word, tag in dictionary.tag(run, hmm=False)
        ]

    return cut


@cache
def _jieba() -> Cut:
    with warnings.catch_warnings():  # jieba's own syntax and its use of pkg_resources
        warnings.simplefilter("ignore")
        import jieba

    # Tokenizer.initialize would trust whatever lies at jieba.cache in the shared temporary folder,
    # write there, and log to stderr; filled by hand, it does none of that.
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total, tags = read_dictionary()
    tokenizer.initialized = True
    for word, frequency, tag in terms():
        tokenizer.add_word(word, frequency)
        tags[word] = tag

    def cut(run: str) -> Iterable[tuple[str, str]]:
        return [(word, tags.get(word, UNKNOWN)) for word in tokenizer.cut(run, HMM=False)]

    return cut


def read_dictionary() -> tuple[dict[str, int], int, dict[str, str]]:
    """Read the dictionary that comes with jieba.

    Returns:
        The frequency of each word, with 0 for what is only the beginning of a
        word (jieba looks no further than these); their sum; the tag of each word.

    >>> frequencies, _, tags = read_dictionary()
    >>> frequencies["工会"] > frequencies["西双版"] == 0, tags["工会"]
    (True, 'n')
    """
    frequencies: dict[str, int] = {}
    tags: dict[str, str] = {}
    with files("jieba").joinpath("dict.txt").open(encoding="utf-8") as lines:
        for line in lines:
            word, frequency, tag = line.split()
            frequencies[word] = int(frequency)
            tags[word] = sys.intern(tag)
    total = sum(frequencies.values())
    for word in tags:
        for length in range(1, len(word)):
            frequencies.setdefault(word[:length], 0)
    return frequencies, total, tags


_LOADERS: Final = MappingProxyType({"auto": _auto, "jieba": _jieba, "rjieba": _rjieba})

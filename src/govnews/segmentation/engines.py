"""Engines: jieba and rjieba, made to give the same words.

Both run the same algorithm over the same dictionary; both get the same terms
with the same frequencies, and runs of Chinese characters and marks only.
`jieba` is jieba's dictionary and its algorithm in Python (`cutting`), rjieba the
same in Rust, fifteen times as fast.

Words come from the dictionary and the lexicon alone: the hidden Markov model
that both offer for unknown words is off.  Persons' names, which are what it is
good for, are put together by `names`.
"""

import os
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from threading import RLock
from types import MappingProxyType
from typing import Final, Protocol

from govnews.errors import MissingExtraError
from govnews.segmentation.cutting import most_probable, suggested_frequency
from govnews.segmentation.dictionary import Dictionary, jieba_dictionary
from govnews.segmentation.lexicon import Term, shipped_terms
from govnews.segmentation.runs import HAN, LONGEST_RUN

LEAST_FREQUENCY: Final = 20
"""With less, a neighbour that shares a character takes a term apart."""

UNKNOWN: Final = "x"
"""The part of speech of what no dictionary knows: as jieba has it, the same as of a mark."""

#: A character that is no word weighs as one that was met once
_STRANGE: Final = (0.0, UNKNOWN)
_LOADING = RLock()
_PIECE: Final = re.compile(rf"[{HAN}]{{1,{LONGEST_RUN}}}|[^{HAN}]")
#: The same cuts of long runs, the others together
_BOUNDED: Final = re.compile(
    rf"(?:[{HAN}]{{1,{LONGEST_RUN}}}[^{HAN}]+)+|[{HAN}]{{1,{LONGEST_RUN}}}|[^{HAN}]+"
)


def _free() -> None:
    """Give a forked process a lock of its own: who held it is not there."""
    global _LOADING  # noqa: PLW0603 - there is one
    _LOADING = RLock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_free)


class Engine(Protocol):
    """What cuts a text without digits, letters and white space; threads may share it."""

    @property
    def tags(self) -> Mapping[str, str]:
        """The part of speech of every word that it gives."""
        ...

    def cut(self, text: str) -> list[str]:
        """Return the words and marks of *text*, which joined are *text*."""
        ...


def engine_named(name: str, own: Sequence[Term] = ()) -> Engine:
    """Return the engine called *name*, loading its dictionary on first use.

    Args:
        name: One of `ENGINES`: "jieba", "rjieba", or "auto" for the faster of
            those installed.
        own: Words beside the shipped ones.

    Returns:
        The engine; the same one for the same words.

    Raises:
        MissingExtraError: If it is rjieba and that is not installed.

    >>> engine_named("jieba").cut("困难职工送清凉。")
    ['困难职工', '送清凉', '。']
    """
    with _LOADING:
        return _MAKERS[name](tuple(own))


class _Tags(dict[str, str]):
    """The tags of the words met so far; a dictionary has no more words than it has."""

    def __init__(self, look_up: Callable[[str], str]) -> None:
        super().__init__()
        self._look_up = look_up

    def __missing__(self, word: str) -> str:
        tag = self[word] = self._look_up(word)
        return tag


class _Jieba:
    def __init__(self, own: Sequence[Term]) -> None:
        dictionary = self._dictionary = _shipped().copy() if own else _shipped()
        for term in own:
            least = max(LEAST_FREQUENCY, suggested_frequency(term.word, dictionary))
            dictionary.add(term.word, term.frequency or least, term.tag)
        self.tags = _Tags(lambda word: dictionary.words.get(word, _STRANGE)[1])

    def cut(self, text: str) -> list[str]:
        words: list[str] = []
        for piece in _PIECE.findall(text):
            words += most_probable(piece, self._dictionary) if len(piece) > 1 else [piece]
        return words


class _Rjieba:
    def __init__(self, own: Sequence[Term]) -> None:
        try:
            from rjieba import Jieba
        except ImportError as error:
            raise MissingExtraError(
                "the segmentation engine rjieba is not installed: "
                "pip install 'govnews[fast]', or use engine='jieba'"
            ) from error
        dictionary = Jieba()
        self._dictionary = dictionary
        for term in (*shipped_terms(), *own):
            frequency = term.frequency or self._suggested(term.word)
            if frequency:
                dictionary.add_word(term.word, frequency, term.tag)
        # rjieba leaves a word of its own dictionary the tag that it has
        self._tags = {term.word: term.tag for term in own}
        self.tags = _Tags(self._tag)

    def cut(self, text: str) -> list[str]:
        words: list[str] = []
        for piece in _pieces(text):
            words += self._dictionary.cut(piece, hmm=False)
        return words

    def _suggested(self, word: str) -> int:
        """Return how frequent a word must be to stay whole; 0 if it is so as it is."""
        suggested = int(self._dictionary.suggest_freq(word))
        whole = self._dictionary.has_word(word) and self._dictionary.cut(word, hmm=False) == [word]
        # of a word that is whole, one or two more than it has is suggested
        if whole and suggested > LEAST_FREQUENCY + 2:
            return 0
        return LEAST_FREQUENCY if whole else max(suggested, LEAST_FREQUENCY)

    def _tag(self, word: str) -> str:
        if word in self._tags:
            return self._tags[word]
        # rjieba guesses at the part of speech of characters that it does not know (該: r)
        if not self._dictionary.has_word(word):
            return UNKNOWN
        ((_, tag),) = self._dictionary.tag(word, hmm=False)
        return str(tag)


def _pieces(text: str) -> list[str]:
    """Return *text* in pieces in which no run is longer than the other engine takes at once."""
    if len(text) <= LONGEST_RUN:
        return [text]
    return _BOUNDED.findall(text)


@cache
def _shipped() -> Dictionary:
    dictionary = jieba_dictionary()
    for word, frequency, tag in shipped_terms():
        dictionary.add(word, frequency or LEAST_FREQUENCY, tag)
    return dictionary


def _auto(own: tuple[Term, ...]) -> Engine:
    try:
        return _rjieba(own)
    except MissingExtraError:
        return _jieba(own)


#: A few lexicons are kept, so that a segmenter that comes from another process finds its engine.
_jieba = lru_cache(maxsize=4)(_Jieba)
_rjieba = lru_cache(maxsize=4)(_Rjieba)
_MAKERS: Final[Mapping[str, Callable[[tuple[Term, ...]], Engine]]] = MappingProxyType(
    {"auto": _auto, "jieba": _jieba, "rjieba": _rjieba}
)
ENGINES: Final = tuple(_MAKERS)

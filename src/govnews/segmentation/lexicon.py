"""Lexicon: the terms of union work, aid to Qinghai and the rest that jieba does not know."""

from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Term(NamedTuple):
    """A word for the dictionaries of the engines.

    Attributes:
        word: The word.
        frequency: How often a corpus of the dictionary's size would show it.
        tag: Its part of speech.
    """

    word: str
    frequency: int
    tag: str


@cache
def terms() -> tuple[Term, ...]:
    """Return the terms of `data/terms.txt`, in the order of the file.

    >>> [term for term in terms() if term.word == "对口援青"]
    [Term(word='对口援青', frequency=20, tag='vn')]
    """
    table = files("govnews").joinpath("data/terms.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in table.splitlines() if line and not line.startswith("#"))
    return tuple(Term(word, int(frequency), tag) for word, frequency, tag in rows)

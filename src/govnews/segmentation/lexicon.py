"""Lexicons: words for the engines beside those of jieba's dictionary.

The terms that ship with the package are the files of `data/terms`, one a field;
a user's own come in the same format, which is jieba's for user dictionaries: a
word, its frequency and its tag a line, the latter two optional.
"""

import os
import re
from collections.abc import Callable, Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from govnews.errors import LexiconError
from govnews.resources import lexicon_text
from govnews.segmentation.runs import STAND_IN

_TAG: Final = "n"
_COMMENT: Final = re.compile("^#.*$", re.MULTILINE)
#: A comma or a tab parts the columns of another format
_PARTS: Final = re.compile("[,;，；]")
_MOST_FREQUENT: Final = 10**9


class Term(NamedTuple):
    """A word for the dictionaries of the engines.

    Attributes:
        word: The word.
        frequency: How often a corpus of the dictionary's size would show it;
            None for as often as keeps the word whole.
        tag: Its part of speech.
    """

    word: str
    frequency: int | None = None
    tag: str = _TAG


Words: TypeAlias = "str | os.PathLike[str] | Iterable[str] | None"
"""What a segmenter takes as lexicon: the path of a file, or lines as a file has them."""


@cache
def shipped_terms() -> tuple[Term, ...]:
    """Return the terms of `data/terms`, file by file, each in the order of its file.

    >>> [term for term in shipped_terms() if term.word == "对口援青"]
    [Term(word='对口援青', frequency=20, tag='vn')]
    """
    folder = files("govnews").joinpath("data/terms")
    tables = sorted((file.name, file.read_text(encoding="utf-8")) for file in folder.iterdir())
    rows = "\n".join(_COMMENT.sub("", table) for _, table in tables).split()
    return tuple(map(Term, rows[::3], map(int, rows[1::3]), rows[2::3]))


def terms_of(words: Words, spelled: Callable[[str], str] | None = None) -> tuple[Term, ...]:
    """Return the terms of a lexicon.

    Args:
        words: The path of a UTF-8 file, or lines as such a file has them: a word,
            then, if wanted, its frequency, then, if wanted, its tag.  What begins
            with # and blank lines say nothing.
        spelled: What makes of a word how it is looked up; None leaves it.

    Raises:
        LexiconError: If a line is not what it should be; the message names it.
        OSError: If the file cannot be read.
        TypeError: If *words* is neither.

    >>> terms_of(["海棠工坊", "# 浙江", "浙里办 30 nz"])
    (Term(word='海棠工坊', frequency=None, tag='n'), Term(word='浙里办', frequency=30, tag='nz'))
    """
    if words is None:
        return ()
    if isinstance(words, bytes) or not isinstance(words, str | os.PathLike | Iterable):
        raise TypeError(f"a lexicon is the path of a file or its lines, not {type(words).__name__}")
    if isinstance(words, str | os.PathLike):
        name, lines = os.fsdecode(words), lexicon_text(Path(words)).splitlines()
    else:
        name, lines = "lexicon", list(words)
    found: dict[str, Term] = {}
    for number, line in enumerate(lines, 1):
        if not isinstance(line, str):
            raise TypeError(f"a lexicon is lines of text, not {type(line).__name__}")
        fields = line.removeprefix("\ufeff").split()
        if fields and not fields[0].startswith("#"):
            if spelled is not None:
                fields[0] = spelled(fields[0])
            term = _term(fields, f"{name}, line {number}")
            found[term.word] = term
    # the longest first: where one word of other characters begins another, the longer is meant
    return tuple(sorted(found.values(), key=lambda term: (-len(term.word), term.word)))


def _term(fields: list[str], place: str) -> Term:
    word, *rest = fields
    frequency = rest.pop(0) if rest and rest[0].isdecimal() else None
    tag = rest.pop(0) if rest else _TAG
    if rest or not (tag.isascii() and tag.isalpha() and tag.islower()) or _PARTS.search(word):
        raise LexiconError(
            f"{place}: {' '.join(fields)!r} is not a word, its frequency and its tag: write them "
            "with blanks between, as in 海棠工坊 20 n"
        )
    if STAND_IN in word:
        raise LexiconError(f"{place}: a word cannot have the character U+E000: take it out")
    if frequency is not None and not 1 <= int(frequency) <= _MOST_FREQUENT:
        raise LexiconError(
            f"{place}: the frequency {frequency} is not between 1 and {_MOST_FREQUENT}: leave it "
            "out for one that keeps the word whole"
        )
    # texts are looked up with 零 for 〇, which no dictionary knows
    return Term(word.replace("〇", "零"), None if frequency is None else int(frequency), tag)

"""What an analyst adds to the tables that figures are read by, from a TOML file.

The file has the tables that ship with the package (`[[unit]]`, `[[currency]]`,
`[[qualifier]]`, `[[phrases]]`, `[[pattern]]`), and every row is tried on its own
example when the file is loaded: what does not fire is an error and no surprise.
"""

import os
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, pairwise
from pathlib import Path
from typing import Final, TypeAlias

from govnews import cleaning, figures
from govnews.errors import LexiconError
from govnews.figures import Reading, Row, Vocabulary
from govnews.figures.numbers import HAN
from govnews.models import Figure
from govnews.resources import lexicon_text

#: Lexicons that are kept so that a path given again and again costs a look at the file.
_KEPT: Final = 16


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Units, currencies, qualifiers and exclusions that are read before the shipped ones.

    It is made by `Lexicon.read`, or of the text of a file: `Lexicon("mine", text)`.
    It never changes, and can be shared between threads and handed to processes.

    Attributes:
        name: The file that it was read from, or what errors shall call it.
        source: What the file says.
        vocabulary: What the readers look up, the shipped rows included.
    """

    name: str
    source: str = field(repr=False)
    vocabulary: Vocabulary = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Try every row on its example.

        Raises:
            LexiconError: As in `read`.
        """
        object.__setattr__(self, "vocabulary", _vocabulary_of(self.name, self.source))

    @classmethod
    def read(cls, path: "str | os.PathLike[str]") -> "Lexicon":
        """Load a lexicon and try every row on its example.

        Args:
            path: A TOML file in UTF-8.  Its tables and fields are those of
                `units.toml`, `currencies.toml`, `qualifiers.toml` and
                `exclusions.toml` in `govnews/data`.  A row goes before the
                shipped ones and replaces the one with the same word (of a
                qualifier: word and place; of a pattern: name); with
                `remove = true` it only takes that one away.

        Returns:
            The lexicon; the same one for a file that says the same.

        Raises:
            LexiconError: If the file is no TOML, a table, a row or a field is
                not what it should be, or a row does not fire on its example.
            OSError: If the file cannot be read.

        >>> from tempfile import TemporaryDirectory
        >>> from govnews import extract
        >>> with TemporaryDirectory() as folder:
        ...     path = Path(folder, "trees.toml")
        ...     _ = path.write_text('''
        ... [[unit]]
        ... word = "树"
        ... kind = "count"
        ... example = "认养苹果300树"
        ... ''', "utf-8")
        ...     trees = Lexicon.read(path)
        >>> [(figure.text, figure.unit) for figure in extract("认养梨200树", lexicon=trees)]
        [('200树', '树')]
        """
        name = os.fsdecode(path)
        if not name or "\n" in name:
            raise LexiconError(
                "a lexicon is read from the path of a file, and this is none: pass what such a "
                'file says as govnews.Lexicon("mine", text)'
            )
        return _kept(name, lexicon_text(Path(path)))

    def __reduce__(self) -> tuple[Callable[[str, str], "Lexicon"], tuple[str, str]]:
        """Pickle what the file says; a process makes its lexicon of it once."""
        return _kept, (self.name, self.source)


Lexical: TypeAlias = "Lexicon | str | os.PathLike[str] | None"
"""What the public calls take as `lexicon`."""


def lexicon_of(lexicon: Lexical) -> Lexicon | None:
    """Return a lexicon as it is, or the one that a file holds; None for None.

    Raises:
        TypeError: If it is none of these.
        LexiconError: As in `Lexicon.read`.
        OSError: As in `Lexicon.read`.

    >>> lexicon_of(None)
    """
    if lexicon is None or isinstance(lexicon, Lexicon):
        return lexicon
    if isinstance(lexicon, (str, os.PathLike)):
        return Lexicon.read(lexicon)
    raise TypeError(
        f"lexicon takes a path or a govnews.Lexicon, not {type(lexicon).__name__}: "
        "write its rows to a TOML file"
    )


def vocabulary_of(lexicon: Lexical) -> Vocabulary | None:
    """Return what the readers look up, as `lexicon_of` does.

    >>> vocabulary_of(None)
    """
    known = lexicon_of(lexicon)
    return None if known is None else known.vocabulary


@lru_cache(maxsize=_KEPT)
def _kept(name: str, source: str) -> Lexicon:
    return Lexicon(name, source)


def _vocabulary_of(name: str, source: str) -> Vocabulary:
    try:
        data = tomllib.loads(source)
    except (ValueError, RecursionError) as error:
        advice = "mend it there"
        if "\\" in str(error):
            advice += ", and write regexes in single quotes"
        raise LexiconError(f"{name} is no TOML: {error}: {advice}") from error
    rows = list(figures.checked_rows(name, data))
    vocabulary = figures.with_rows(rows)
    for table, place, row in rows:
        if not row.get("remove"):
            _try(vocabulary, table, place, row)
    return vocabulary


def _try(vocabulary: Vocabulary, table: str, place: str, row: Row) -> None:
    """Try a row on its example; a phrase is its own.

    Raises:
        LexiconError: If it does not fire.
    """
    example = row.get("example") or row["word"]
    text = cleaning.clean(example).text
    if not _FIRES[table](vocabulary, text, row):
        read = figures.explain(text, _no_words, vocabulary=vocabulary)
        said = "; ".join(map(str, read)) or "no number stands there"
        advice = _ADVICE[table](row, text, read) or "choose an example that it is for"
        raise LexiconError(f"{place}: it does not fire in {example!r} ({said}): {advice}")


def _no_words(text: str, figures: Sequence[tuple[int, int]]) -> tuple[list[str], list[str]]:
    """Cut at the figures only: targets are not asked for, and no dictionary is needed."""
    cuts = sorted({0, *chain.from_iterable(figures), len(text)})
    words = [text[start:end] for start, end in pairwise(cuts)]
    return words, [""] * len(words)


def _figures(vocabulary: Vocabulary, text: str) -> list[Figure]:
    return figures.find(text, _no_words, vocabulary=vocabulary)


def _counts(vocabulary: Vocabulary, text: str, row: Row) -> bool:
    wanted = (row.get("kind", "money"), row.get("unit", row["word"]), row.get("code"))
    return any(
        (figure.kind, figure.unit, figure.currency) == wanted and row["word"] in figure.text
        for figure in _figures(vocabulary, text)
    )


def _bounds(vocabulary: Vocabulary, text: str, row: Row) -> bool:
    return any(
        figure.bound == row["bound"] and row["word"] in figure.text
        for figure in _figures(vocabulary, text)
    )


def _excludes(vocabulary: Vocabulary, text: str, row: Row) -> bool:
    # a phrase may also be excluded because a shorter one is
    name = row.get("name")
    spans = [each for each in figures.excluded(text, vocabulary) if name in (None, each.name)]
    found = _figures(vocabulary, text)
    return bool(spans) and not any(
        figure.start < span.end and span.start < figure.end for span in spans for figure in found
    )


_FIRES: Final = {
    "unit": _counts,
    "currency": _counts,
    "qualifier": _bounds,
    "phrases": _excludes,
    "pattern": _excludes,
}


def _spelled(row: Row, *_: object) -> str | None:
    form = cleaning.clean(row["word"]).text
    if form == row["word"]:
        return None
    return f"texts are read in Simplified and half-width characters: write {form!r}"


def _parted(row: Row, *_: object) -> str | None:
    if row["word"][0] not in HAN:
        return _spelled(row)
    return f"{row['word'][0]} is read as a part of the number before it: leave it out of the word"


def _touching(row: Row, *_: object) -> str:
    where = "before" if row["place"] == "before" else "behind"
    return _spelled(row) or f"its place is {row['place']}: the word stands right {where} a number"


def _tried(row: Row, text: str, read: Sequence[Reading]) -> str | None:
    match = re.search(row["regex"], text, re.MULTILINE)
    if match is None:
        return "the regex matches nothing in it: mend one of them"
    if any(reading.place == match.start() for reading in read):
        return None
    return (
        f"the regex matches {match[0]!r}, but is tried only where a numeral begins: put what "
        "stands before that into (?<=...)"
    )


_ADVICE: Final[Mapping[str, Callable[[Row, str, Sequence[Reading]], str | None]]] = {
    "unit": _parted,
    "currency": _parted,
    "qualifier": _touching,
    "phrases": _spelled,
    "pattern": _tried,
}
"""What to do about a row that does not fire, where that can be told."""

"""What an analyst adds to the tables that figures are read by, from a TOML file.

The file has the tables that ship with the package (`[[unit]]`, `[[currency]]`,
`[[qualifier]]`, `[[phrases]]`, `[[pattern]]`), and every row is tried on its own
example when the file is loaded: what does not fire is an error and no surprise.
"""

import os
import tomllib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Final, Self, TypeAlias

from govnews import cleaning, figures
from govnews.errors import LexiconError
from govnews.figures import Row, Vocabulary
from govnews.models import Figure

#: Lexicons that are kept so that a path given again and again costs a look at the file.
_KEPT: Final = 16


class Lexicon:
    """Units, currencies, qualifiers and exclusions that are read before the shipped ones.

    It is made by `Lexicon.read`, never changes, and can be shared between
    threads and handed to processes.

    Attributes:
        name: The file that it was read from.
    """

    __slots__ = ("_source", "_vocabulary", "name")

    name: str
    _source: str
    _vocabulary: Vocabulary

    def __init__(self, name: str, source: str) -> None:
        """Make a lexicon of the text of a TOML file; see `read`.

        Args:
            name: What errors shall call the file.
            source: What it says.

        Raises:
            LexiconError: As in `read`.
        """
        put = object.__setattr__
        put(self, "name", name)
        put(self, "_source", source)
        put(self, "_vocabulary", _vocabulary_of(name, source))

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
        try:
            return _kept(name, Path(path).read_text("utf-8"))
        except UnicodeDecodeError as error:
            raise LexiconError(
                f"{name}: byte {error.start} is not UTF-8: save the file as UTF-8"
            ) from error

    @property
    def vocabulary(self) -> Vocabulary:
        """What the readers look up, the shipped rows included."""
        return self._vocabulary

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: a lexicon does not change."""
        raise AttributeError(f"a lexicon cannot be changed: {name} was not set; read another file")

    def __delattr__(self, name: str) -> None:
        """Refuse: a lexicon does not change."""
        raise AttributeError(f"a lexicon cannot be changed: {name} was not deleted")

    def __reduce__(self) -> tuple[Callable[[str, str], "Lexicon"], tuple[str, str]]:
        """Pickle what the file says; a process makes its lexicon of it once."""
        return _kept, (self.name, self._source)

    def __copy__(self) -> Self:
        """Return itself: it does not change."""
        return self

    def __deepcopy__(self, _: object) -> Self:
        """Return itself: it does not change."""
        return self

    def __repr__(self) -> str:
        """Name the file."""
        return f"Lexicon.read({self.name!r})"


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
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{name} is no TOML: {error}: mend it there") from error
    rows = list(figures.checked_rows(name, data))
    vocabulary = figures.with_rows(rows)
    for table, place, row in rows:
        if not row.get("remove"):
            _try(vocabulary, table, place, row)
    return vocabulary


def _try(vocabulary: Vocabulary, table: str, place: str, row: Row) -> None:
    """Try a row on its example; of excluded phrases each is its own.

    Raises:
        LexiconError: If it does not fire.
    """
    examples = row["words"] if table == "phrases" else [row["example"]]
    for example in examples:
        text = cleaning.clean(example).text
        if not _FIRES[table](vocabulary, text, row):
            raise LexiconError(_failure(vocabulary, example, text, place, row))


def _failure(vocabulary: Vocabulary, example: str, text: str, place: str, row: Row) -> str:
    """Say what was read instead, and what to do."""
    word = row.get("word", example)
    form = cleaning.clean(word).text
    if form != word:
        return (
            f"{place}: {word!r} is never found, since texts are read in Simplified and half-width "
            f"characters: write {form!r}"
        )
    read = ", ".join(f"{figure.text} ({figure.rule})" for figure in _figures(vocabulary, text))
    return (
        f"{place}: it does not fire in {example!r}, where {read or 'no figure'} was read: choose "
        "an example that it is for, or ask govnews.explain what stands in its way"
    )


def _figures(vocabulary: Vocabulary, text: str) -> list[Figure]:
    """Read figures without their targets, for which words would have to be cut."""
    return figures.find(text, lambda _: (), vocabulary=vocabulary)


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
    spans = [
        exclusion
        for exclusion in figures.excluded(text, vocabulary)
        # a phrase may also be excluded because a shorter one is
        if "words" in row or exclusion.name == row["name"]
    ]
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

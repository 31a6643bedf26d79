"""The tables that ship with the package, read once, on first use; and the text of a user's own."""

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from govnews.errors import LexiconError


@cache
def table(name: str) -> dict[str, Any]:
    """Return the table *name*: the parsed `govnews/data/<name>.toml`.

    >>> table("currencies")["currency"][0]["code"]
    'CNY'
    """
    text = files("govnews").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def word_set(name: str, key: str) -> frozenset[str]:
    """Return the list *key* of the table *name* as a set.

    >>> "收入" in word_set("categories", "nouns")
    True
    """
    return frozenset(table(name)[key])


def lexicon_text(path: Path) -> str:
    r"""Return what the file of a user's lexicon says, but for the mark that Windows begins it with.

    Raises:
        LexiconError: If it is not UTF-8.
        OSError: If it cannot be read.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "words.txt")
    ...     _ = path.write_text("\ufeff海棠工坊 n", "utf-8")
    ...     lexicon_text(path)
    '海棠工坊 n'
    """
    try:
        return path.read_text("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise LexiconError(
            f"{path}: byte {error.start} is not UTF-8: save the file as UTF-8"
        ) from error

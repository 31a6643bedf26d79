"""The option --lexicon, which several commands have: of figures' words, and of words to cut."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import click

from govnews.errors import LexiconError

if TYPE_CHECKING:
    from govnews import Lexicon


ReadT = TypeVar("ReadT")


def _load(_: click.Context, __: click.Parameter, path: str | None) -> "Lexicon | None":
    from govnews import Lexicon

    return _read(path, Lexicon.read)


def _check_words(_: click.Context, __: click.Parameter, path: str | None) -> str | None:
    from govnews import Segmenter

    _read(path, Segmenter)
    return path


def _read(path: str | None, read: Callable[[str], ReadT]) -> ReadT | None:
    """Read a lexicon before anything else, so that what is wrong with it is wrong usage."""
    if path is None:
        return None
    try:
        return read(path)
    except LexiconError as error:
        raise click.BadParameter(str(error)) from error
    except OSError as error:
        raise click.BadParameter(f"{path} could not be read: {error.strerror or error}") from error


lexicon_option = click.option(
    "--lexicon",
    callback=_load,
    type=click.Path(exists=True, dir_okay=False),
    metavar="FILE",
    help="Units, currencies, qualifiers and exclusions of your own (TOML), read before those "
    "that ship with govnews.",
)

words_option = click.option(
    "--lexicon",
    callback=_check_words,
    type=click.Path(exists=True, dir_okay=False),
    metavar="FILE",
    help="Words of your own, one a line, as in jieba's user dictionaries.",
)

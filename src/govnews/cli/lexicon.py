"""The option --lexicon, which several commands have."""

from typing import TYPE_CHECKING

import click

from govnews.errors import LexiconError

if TYPE_CHECKING:
    from govnews import Lexicon


def _load(_: click.Context, __: click.Parameter, path: str | None) -> "Lexicon | None":
    """Load the lexicon before anything is read, so that what is wrong with it is wrong usage."""
    if path is None:
        return None
    from govnews import Lexicon

    try:
        return Lexicon.read(path)
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

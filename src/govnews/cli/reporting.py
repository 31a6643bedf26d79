"""The command `report`: one page about all files together."""

import sys
from typing import TYPE_CHECKING

import click

import govnews
from govnews.cli.inputs import Inputs
from govnews.cli.issued import Issued, day_for, issued_option
from govnews.cli.lexicon import lexicon_option
from govnews.cli.modelling import model_option
from govnews.cli.options import files_and_target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govnews import TopicModel
    from govnews.bulletin import Bulletin, Lexicon
    from govnews.cli.target import Target


@click.command()
@click.option("--title", metavar="TEXT", help="What to write at the top of the page.")
@issued_option
@model_option
@lexicon_option
@files_and_target(("html",), default="html")
def report(  # noqa: PLR0913, PLR0917 - click hands over every option by its name
    files: tuple[str, ...],
    target: "Target",
    title: str | None,
    issued: "Issued",
    models: "tuple[TopicModel, ...] | None",
    lexicon: "Lexicon | None",
) -> None:
    """Make one page about all FILEs, to be opened in a browser; it needs no network.

    It holds totals of what may be added, topics over bulletins and time, the largest sums of
    money, a table of all figures to filter and sort, and the passage behind each of them. A FILE
    that could not be read is named in the page, too. Where nothing could be read the page says so;
    but it does not take the place of an older one.
    """
    from govnews.reporting import report as page_of

    inputs = Inputs(files, progress=sys.stderr.isatty())

    def bulletins() -> "Iterator[Bulletin]":
        for document in inputs:
            yield govnews.analyze(
                document.text,
                issued=day_for(issued, document.name),
                id=document.name,
                lexicon=lexicon,
                model=models,
            )

    titled = {} if title is None else {"title": title}
    is_new = target.path is None or not target.path.exists()
    try:
        with target.open(wanted=lambda: inputs.read > 0 or is_new) as write:
            write(page_of(bulletins(), left_out=inputs.left_out, **titled))
    except OSError as error:
        raise click.ClickException(f"the results could not be written: {error}") from error
    if inputs.failed:
        raise click.exceptions.Exit(1)

"""The options that several commands share, and the loop that all of them run."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import wraps
from pathlib import Path
from typing import Any, Final, TypeAlias

import click

from govnews.cli.formats import Format, Results
from govnews.cli.inputs import Document, Inputs
from govnews.cli.report import Screen
from govnews.cli.target import Target
from govnews.errors import GovnewsError, LabelError

Command: TypeAlias = Callable[..., None]
#: How a table is drawn on a screen.
Drawing: TypeAlias = Callable[[Results, Screen], Any]

_WHAT_FORMATS_ARE: Final = {
    "text": "plain text",
    "table": "for reading",
    "jsonl": "one JSON object a line",
    "csv": "for spreadsheets",
    "parquet": "for data frames",
    "xlsx": "for Excel",
    "html": "one page",
}
_USUAL: Final = "table on a terminal, else jsonl"
_FORMULAS: Final = "In csv, text that looks like a formula gets a leading apostrophe. "


def known_topics(named: Sequence[str], known: Sequence[str]) -> None:
    """Refuse a label that is no topic."""
    for label in named:
        if label not in known:
            raise click.BadParameter(
                f"{label!r} is not one of {', '.join(known)}.", param_hint="--topic"
            )


def files_and_target(
    formats: Sequence[str], default: str | None = None, explained: Sequence[str] = ()
) -> Callable[[Command], Command]:
    """Give a command its arguments FILE and its options -o and --format.

    Args:
        formats: What it writes.
        default: What it writes where nothing says otherwise; None for the usual.
        explained: What it writes instead, as usual, where it has an option --explain.
    """
    choices = ", ".join(f"{name} ({_WHAT_FORMATS_ARE[name]})" for name in formats)
    usual = default or _USUAL
    if explained:
        choices += f"; with --explain one of {', '.join(explained)}"
        usual += f"; with --explain {_USUAL}"
    every = tuple(dict.fromkeys((*formats, *explained)))
    formulas = _FORMULAS if "csv" in every else ""

    def decorate(command: Command) -> Command:
        @click.argument("files", nargs=-1, metavar="[FILE|-]...")
        @click.option(
            "-o",
            "--output",
            metavar="FILE",
            help="Write to FILE, whole or not at all; its ending chooses the format.",
        )
        @click.option(
            "--format",
            "format_",
            type=click.Choice(every),
            metavar="FORMAT",
            help=f"One of {choices}. {formulas}[default: by the ending of -o, or {usual}]",
        )
        @wraps(command)
        def with_target(*, output: str | None, format_: str | None, **options: object) -> None:
            if options.get("explained"):
                target = Target.choose(output, format_, explained, None)
            elif options.get("rules"):
                raise click.UsageError("--rule chooses what --explain explains: give both")
            else:
                target = Target.choose(output, format_, formats, default)
            command(target=target, **options)

        return with_target

    return decorate


def to_folder(command: Command) -> Command:
    """Give a command that makes a model its option --out, and what goes wrong one line."""

    @click.option(
        "--out",
        required=True,
        type=click.Path(file_okay=False, path_type=Path),
        help="The folder to write the model to.",
    )
    @wraps(command)
    def with_folder(**options: object) -> None:
        try:
            command(**options)
        except GovnewsError as error:
            raise click.ClickException(str(error)) from error

    return with_folder


def run(
    files: Sequence[str],
    target: Target,
    work: Callable[[Document], Any],
    formats: Mapping[str, Format],
    draw: Drawing | None = None,
) -> None:
    """Do *work* on every file that can be read, write the results, and end with 0 or 1."""
    inputs = Inputs(files, progress=sys.stderr.isatty() and not target.terminal)
    results = _results(inputs, work)
    if draw is not None and target.format == "table":
        screen = Screen.of(terminal=target.terminal, colours=target.colours)
        chunks = draw(results, screen)
    else:
        chunks = formats[target.format](results)
    try:
        with target.open(wanted=lambda: inputs.read > 0) as write:
            for chunk in chunks:
                write(chunk)
    except GovnewsError as error:
        raise click.UsageError(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"the results could not be written: {error}") from error
    if inputs.failed:
        raise click.exceptions.Exit(1)


def _results(inputs: Inputs, work: Callable[[Document], Any]) -> Iterator[tuple[str, Any]]:
    """Yield what *work* makes of every document, but of those whose labels are not sound."""
    for document in inputs:
        try:
            result = work(document)
        except LabelError as error:
            inputs.refuse(document, error)
        else:
            yield document.name, result

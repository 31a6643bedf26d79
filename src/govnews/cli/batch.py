"""The command `batch`: any number of files and tables to tables in a folder."""

import sys
from typing import TYPE_CHECKING, Any

import click

from govnews.cli.issued import issued_option
from govnews.cli.lexicon import lexicon_option
from govnews.cli.modelling import named_models_option
from govnews.errors import GovnewsError, MissingExtraError, UnknownChoiceError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govnews.batch import Summary


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "-o", "--output", required=True, metavar="OUT", help="The folder of results: new, or an older."
)
@click.option(
    "--text-field",
    default="text",
    show_default=True,
    metavar="NAME",
    help="The field or column of a table with the texts.",
)
@click.option(
    "--id-field",
    metavar="NAME",
    help="That with what each is called.  [default: id if there is one, else FILE:ROW]",
)
@click.option("--issued-field", metavar="NAME", help="That with the days of issue.")
@issued_option
@click.option(
    "--format",
    type=click.Choice(["parquet", "jsonl"]),
    default="parquet",
    show_default=True,
    help="Tables, or one JSON object a bulletin.",
)
@click.option(
    "--what",
    multiple=True,
    type=click.Choice(["bulletins", "figures", "paragraphs", "edits"]),
    help="A table to write as Parquet; may be repeated.  [default: all but edits]",
)
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Processes to use.",
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Work on a Dask cluster: the address of its scheduler (tcp://HOST:8786), or local for "
    "one on this machine with so many WORKERS (extra dask).",
)
@click.option(
    "--errors",
    type=click.Choice(["skip", "fail"]),
    default="skip",
    show_default=True,
    help="Whether to write down in OUT/errors what cannot be analysed and go on, or to stop.",
)
@click.option(
    "--checksum",
    is_flag=True,
    help="Read also inputs whose size and time are as they were, and compare what they say.",
)
@click.option(
    "--fresh",
    is_flag=True,
    help="Remove what OUT holds, and do all again; needed for other settings, or another version.",
)
@named_models_option
@lexicon_option
def batch(inputs: tuple[str, ...], output: str, **options: Any) -> None:  # noqa: ANN401 - click's own
    """Analyse every INPUT into tables in the folder OUT.

    An INPUT is a text or a saved web page, which is one bulletin; a table (.jsonl, .ndjson, .csv,
    .parquet, .jsonl.gz, .csv.gz), of which each row is one; a folder of them; or a pattern in
    quotes ('pages/**/*.txt'). OUT gets the folders bulletins, figures and paragraphs with files in
    them that are to be read together as one table.

    A run that was stopped is taken up by the same command. What has not changed is not done again;
    what was made of an INPUT that changed, or is gone, is removed. OUT grows with each INPUT that
    is named; what was named once need not be named again.

    Exit status: 0 all of it is in OUT, 1 some could not be analysed and is named in OUT/errors,
    2 wrong usage, 130 stopped by Ctrl-C.
    """
    options["model"] = options.pop("models") or None
    options["what"] = options["what"] or None
    summary = _run(inputs, output, options)
    for name, reason in summary.problems.items():
        _tell(f"{name}: {reason}")
    for line in _said(summary, output):
        _tell(line)
    if not summary.is_whole:
        raise click.exceptions.Exit(1)


def _run(inputs: tuple[str, ...], output: str, options: dict[str, Any]) -> "Summary":
    from govnews.batch import on_dask, run

    scheduler = options.pop("scheduler")
    try:
        if scheduler is not None:
            options["runner"] = on_dask(scheduler, options["workers"])
        return run(inputs, output, progress=sys.stderr.isatty(), **options)
    except (MissingExtraError, UnknownChoiceError) as error:
        raise click.UsageError(str(error)) from error
    except GovnewsError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"the results could not be written: {error}") from error


def _tell(message: str) -> None:
    click.echo(f"govnews: {message}", err=True)


def _said(summary: "Summary", output: str) -> "Iterator[str]":
    """Sum up a run in a few lines."""
    new, whole = summary.new, summary.counts
    seconds = max(summary.seconds, 0.001)
    yield (
        f"{new.bulletins} bulletins, {new.paragraphs} paragraphs and {new.figures} figures in "
        f"{summary.seconds:.1f} s ({new.bytes / 1e6 / seconds:.2f} MB/s)"
    )
    if summary.unchanged or summary.removed:
        yield (
            f"{summary.unchanged} inputs had not changed; {summary.removed} parts of others were "
            f"removed; {output} holds {whole.bulletins} bulletins"
        )
    if whole.errors:
        yield f"{whole.errors} could not be analysed: they are named in {output}/errors"

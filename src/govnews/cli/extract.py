"""The command `extract`: figures, or what read each and what kept others from being read."""

from typing import TYPE_CHECKING

import click

import govnews
from govnews.cli import formats, readings, report, rows
from govnews.cli.lexicon import lexicon_option
from govnews.cli.options import files_and_target, run
from govnews.models import Figure, Kind

if TYPE_CHECKING:
    from govnews.bulletin import Lexicon
    from govnews.cli.inputs import Document
    from govnews.cli.target import Target


@click.command()
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice([kind.value for kind in Kind]),
    metavar="KIND",
    help=f"Only figures of this kind; may be repeated. One of {', '.join(Kind)}.",
)
@lexicon_option
@click.option(
    "--explain",
    "explained",
    is_flag=True,
    help="Write why instead: of every number, the rule that read it, what other rules would have "
    "read, or what kept it from being read. With --kind, only of figures of this kind.",
)
@files_and_target(("table", "jsonl", "csv", "parquet", "xlsx"), explained=("table", "jsonl", "csv"))
def extract(
    files: tuple[str, ...],
    target: "Target",
    kinds: tuple[str, ...],
    lexicon: "Lexicon | None",
    *,
    explained: bool,
) -> None:
    """Find the figures in each FILE, one row a figure.

    With --explain every place where a number stands is accounted for. Lines, columns and offsets
    count in the text of the FILE as it was; of a web page in its main text.
    """

    def work(document: "Document") -> list[Figure]:
        return govnews.extract(document.text, kinds=kinds or None, lexicon=lexicon)

    def why(document: "Document") -> readings.Explained:
        found = govnews.explain(document.text, lexicon=lexicon)
        return readings.Explained(document.text, found, kinds)

    if explained:
        table = formats.csv_lines(lambda: readings.COLUMNS, readings.rows)
        writers = {"jsonl": formats.jsonl(readings.rows), "csv": table}
        run(files, target, why, writers, readings.draw)
        return
    writers = {
        "jsonl": formats.jsonl(rows.figure_objects),
        **formats.tables("figures", rows.figure_columns, rows.figures),
    }
    run(files, target, work, writers, report.figures)

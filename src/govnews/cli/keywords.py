"""The command `keywords`: the words that set each file apart."""

from typing import TYPE_CHECKING

import click

from govnews.cli import formats, report, rows
from govnews.cli.options import files_and_target, run

if TYPE_CHECKING:
    from govnews.cli.inputs import Document
    from govnews.cli.target import Target
    from govnews.corpus.keywords import Keyword


@click.command()
@click.option(
    "--top",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    metavar="N",
    help="How many words of each FILE, at most.",
)
@files_and_target(("table", "jsonl", "csv"))
def keywords(files: tuple[str, ...], target: "Target", top: int) -> None:
    """List the words that set each FILE apart from other bulletins, one row a word.

    Scores are TF-IDF: of each FILE by how often a word stands there and how few paragraphs of the
    corpora of this package have it. In jsonl its places in the FILE stand beside it.
    """

    def work(document: "Document") -> "list[Keyword]":
        from govnews.corpus.keywords import ranked

        return list(ranked(document.text, top=top))

    table = formats.csv_lines(rows.keyword_columns, rows.keywords)
    writers = {"jsonl": formats.jsonl(rows.keyword_objects), "csv": table}
    run(files, target, work, writers, report.keywords)

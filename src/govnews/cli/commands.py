"""The commands: each is one public call on every file that was named."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

import govnews
from govnews.cli import explain, formats, report, reporting, rows, topic_scores
from govnews.cli.batch import batch
from govnews.cli.evaluate import evaluate
from govnews.cli.extract import extract
from govnews.cli.group import OneLine
from govnews.cli.issued import Issued, day_for, issued_option
from govnews.cli.keywords import keywords
from govnews.cli.lexicon import lexicon_option, words_option
from govnews.cli.modelling import labels_of, model_option
from govnews.cli.options import files_and_target, known_topics, run, to_folder
from govnews.models import CleanText, Token

if TYPE_CHECKING:
    from govnews import TopicModel
    from govnews.bulletin import Bulletin, Lexicon
    from govnews.cli.inputs import Document
    from govnews.cli.target import Target


@click.group(
    cls=OneLine, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(govnews.__version__, "--version", prog_name="govnews")
def main() -> None:
    """Mine Chinese government news bulletins.

    Cleans the text, finds every figure with its exact value, and labels paragraphs with topics.
    Texts may be in UTF-8, UTF-16, GB18030 or Big5; of a web page (.html, .htm, .xhtml) the main
    text is read, of a folder every text and web page in it. Without a FILE, or with -, standard
    input is read, which is always a text.
    Results go to standard output, messages to standard error.

    Exit status: 0 all done, 1 some input could not be read (the others are done), 2 wrong usage,
    130 stopped by Ctrl-C.
    """


@main.command()
@click.option(
    "--script",
    type=click.Choice(["simplified", "traditional", "keep"]),
    default="simplified",
    show_default=True,
    help="The characters to write.",
)
@click.option(
    "--explain",
    "explained",
    is_flag=True,
    help="Write what was changed instead of the text: where, by which rule, from what to what, "
    "and how sure it is; in the table also how often, and what each rule means.",
)
@click.option(
    "--rule",
    "rules",
    multiple=True,
    callback=explain.known_rules,
    metavar="RULE",
    help="With --explain: only edits by this rule (slip.mark) or family of rules (slip); may be "
    "repeated. By default jsonl and csv hold every edit; the table lists all but conversions of "
    "script and width and checked glosses, which are many and certain and are counted below it. "
    "--rule all lists them too.",
)
@files_and_target(("text", "jsonl"), default="text", explained=("table", "jsonl", "csv"))
def clean(
    files: tuple[str, ...],
    target: "Target",
    script: str,
    *,
    explained: bool,
    rules: tuple[str, ...],
) -> None:
    """Repair the text of each FILE.

    Undoes what web pages did to it (pinyin glosses, lost bytes, conversion to Traditional) and
    writes the plain text; with --format jsonl also every edit, with its place in the FILE.

    With --explain the edits are what is written. Lines, columns and offsets count in the text of
    the FILE as it was; of a web page in its main text. A confidence is how likely it is that the
    page had said so; 0 marks what could not be repaired.
    """

    def work(document: "Document") -> CleanText:
        return govnews.clean(document.text, script=script)

    if not explained:
        run(files, target, work, {"text": formats.texts, "jsonl": formats.jsonl(rows.cleaned)})
        return
    edits = explain.rows(explain.named(rules or [explain.ALL]))
    writers = {
        "jsonl": formats.jsonl(edits),
        "csv": formats.csv_lines(lambda: explain.COLUMNS, edits),
    }
    run(
        files,
        target,
        work,
        writers,
        explain.draw(explain.named(rules) if rules else explain.telling),
    )


@main.command()
@click.option(
    "--engine",
    type=click.Choice(["auto", "jieba", "rjieba"]),
    default="auto",
    show_default=True,
    help="What cuts the words; all give the same ones, rjieba is faster.",
)
@click.option(
    "--granularity",
    type=click.Choice(["coarse", "fine"]),
    default="coarse",
    show_default=True,
    help="Whether terms, names, slogans and figures stay whole.",
)
@words_option
@files_and_target(("table", "jsonl", "csv"))
def segment(
    files: tuple[str, ...], target: "Target", engine: str, granularity: str, lexicon: str | None
) -> None:
    """Cut the text of each FILE into words with parts of speech, one row a word."""
    segmenter = govnews.Segmenter(lexicon, engine=engine, granularity=granularity)

    def work(document: "Document") -> list[Token]:
        return segmenter.segment(document.text)

    table = formats.csv_lines(rows.token_columns, rows.tokens)
    writers = {"jsonl": formats.jsonl(rows.token_objects), "csv": table}
    run(files, target, work, writers, report.tokens)


main.add_command(extract)
main.add_command(keywords)


@main.command()
@model_option
@files_and_target(("table", "jsonl", "csv", "parquet", "xlsx"))
def classify(
    files: tuple[str, ...], target: "Target", models: "tuple[TopicModel, ...] | None"
) -> None:
    """Label each paragraph of each FILE with its topics, one row a paragraph."""
    labels = labels_of(models)

    def work(document: "Document") -> "Bulletin":
        return govnews.analyze(document.text, id=document.name, model=models)

    writers = {
        "jsonl": formats.jsonl(rows.paragraph_objects),
        **formats.tables("paragraphs", rows.paragraph_columns(labels), rows.paragraphs(labels)),
    }
    run(files, target, work, writers, report.paragraphs)


@main.command()
@issued_option
@click.option(
    "--topic",
    "topics",
    multiple=True,
    metavar="LABEL",
    help="Only paragraphs with this topic; may be repeated. One of worker_services, "
    "rights_protection, aid_qinghai, expert_services, veterans, or a topic of --model.",
)
@model_option
@lexicon_option
@files_and_target(("table", "jsonl", "csv", "parquet", "xlsx", "html"))
def analyze(  # noqa: PLR0913, PLR0917 - click hands over every option by its name
    files: tuple[str, ...],
    target: "Target",
    issued: "Issued",
    topics: tuple[str, ...],
    models: "tuple[TopicModel, ...] | None",
    lexicon: "Lexicon | None",
) -> None:
    """Clean each FILE, label its paragraphs with topics and find their figures.

    JSON lines hold one object a FILE; CSV, Parquet and Excel one row a figure.
    """
    if topics:
        known_topics(topics, labels_of(models))

    def work(document: "Document") -> "Bulletin":
        bulletin = govnews.analyze(
            document.text,
            issued=day_for(issued, document.name),
            id=document.name,
            lexicon=lexicon,
            model=models,
        )
        return _only(bulletin, set(topics)) if topics else bulletin

    columns = rows.bulletin_columns(labels_of(models))
    tables = formats.tables("figures", columns, rows.bulletin_figures)
    writers = {
        "jsonl": formats.bulletins,
        "html": formats.html,
        **{name: formats.judging(table) for name, table in tables.items()},
    }
    run(files, target, work, writers, report.bulletins)


def _only(bulletin: "Bulletin", topics: set[str]) -> "Bulletin":
    """Keep the paragraphs that have one of *topics*."""
    kept = (each for each in bulletin.paragraphs if topics & set(each.topics))
    return replace(bulletin, paragraphs=tuple(kept))


main.add_command(batch)
main.add_command(evaluate)
main.add_command(reporting.report)


@main.group()
def train() -> None:
    """Make a model anew from labelled data."""


_texts_option = click.option(
    "--data",
    required=True,
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    help="A file of JSON lines with a text each, or a folder of *.jsonl; may be repeated.",
)


@train.command("language")
@click.option(
    "--bigrams",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="lucene-analyzers-smartcn-*.jar (Maven Central; Debian's liblucene8-java).",
)
@_texts_option
@to_folder
def train_language(bigrams: Path, data: tuple[Path, ...], out: Path) -> None:
    """Make the language model that repairs are chosen by. Takes minutes."""
    from govnews.training import train_language as train_on

    report = train_on(bigrams=bigrams, data=data, out=out)
    click.echo(f"{report.words} words, {report.pairs} pairs, {report.ours} words of our own text")


@train.command("topics")
@click.option(
    "--data",
    required=True,
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    help="Labelled paragraphs: a file of JSON lines with text and topics, or a folder of *.jsonl; "
    "may be repeated.",
)
@to_folder
def train_topics(data: tuple[Path, ...], out: Path) -> None:
    """Train a topic model, and say how it does on paragraphs that it was not trained on.

    The topics are those that the data names ("topics": [] for none of them). Each file is taken for
    one hand: the scores, and what is chosen from the data, are of files that were left out. Where
    there is a single file, or one alone has a topic, they are of parts of all paragraphs.

    Use the model with `govnews classify --model FOLDER`.
    """
    from govnews.training import train_topics as train_on

    scores = train_on(data, out).crossed
    for chunk in topic_scores.topics(scores, report.Screen.of(terminal=False, colours=False)):
        click.echo(chunk, nl=False)


@train.command("words")
@_texts_option
@to_folder
def train_words(data: tuple[Path, ...], out: Path) -> None:
    """Count the words that keywords and keyness are measured against."""
    from govnews.corpus.reference import train_words as train_on

    counts = train_on(data, out)
    click.echo(f"{len(counts.words)} words of {counts.texts} texts")

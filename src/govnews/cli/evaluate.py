"""The commands under `evaluate`: how good the library is on labelled texts."""

from typing import TYPE_CHECKING

import click

from govnews.cli import figure_scores, formats, topic_scores
from govnews.cli.lexicon import lexicon_option
from govnews.cli.modelling import model_option
from govnews.cli.options import files_and_target, run

if TYPE_CHECKING:
    from govnews import TopicModel
    from govnews.bulletin import Lexicon
    from govnews.cli.inputs import Document
    from govnews.cli.target import Target
    from govnews.evaluation import FigureScores, TopicScores


@click.group()
def evaluate() -> None:
    """Say how good the results are on texts that you have labelled."""


_errors = click.option(
    "--errors",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Also list the first N errors, each with the id of its text.",
)


@evaluate.command("figures")
@_errors
@lexicon_option
@files_and_target(("table", "jsonl"))
def evaluate_figures(
    files: tuple[str, ...], target: "Target", errors: int, lexicon: "Lexicon | None"
) -> None:
    """Compare the figures that are found with those that each FILE of JSON lines labels.

    A line has id, text and figures, and a figure has kind, text, start, end, value, upper, bound,
    unit, currency, target and change, as `govnews extract` writes them (null where there is none);
    "optional": true where it does not count. Offsets are code points.

    A figure is right if it overlaps a labelled one and has its kind, value, upper end, unit and
    currency. Bound, span, change and target are compared on right figures, targets on money,
    headcount, percentage and count; they agree if one ends with the other.
    """

    def work(document: "Document") -> "FigureScores":
        from govnews.evaluation import documents, score_figures

        return score_figures(documents(document.text, document.name), lexicon=lexicon)

    writers = {"jsonl": formats.jsonl(figure_scores.rows(errors))}
    run(files, target, work, writers, figure_scores.draw(errors))


@evaluate.command("topics")
@_errors
@model_option
@files_and_target(("table", "jsonl"))
def evaluate_topics(
    files: tuple[str, ...], target: "Target", errors: int, models: "tuple[TopicModel, ...] | None"
) -> None:
    """Compare the topics that are given with those that each FILE of JSON lines labels.

    A line has text and topics (the most central first, [] for none), and may have an id.

    Macro F1 is the mean of the topics' F1; a set of topics is exact if none is missing and none too
    many; a false alarm is a topic given to a paragraph of none; the calibration error is how far
    probabilities lie from how often the topic was there.
    """

    def work(document: "Document") -> "TopicScores":
        from govnews.evaluation import labelled_lines, score_topics

        return score_topics(labelled_lines(document.text, document.name), model=models)

    writers = {"jsonl": formats.jsonl(topic_scores.rows(errors))}
    run(files, target, work, writers, topic_scores.draw(errors))

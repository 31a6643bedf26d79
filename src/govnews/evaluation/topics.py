"""Scores of topics: what `classify` gives, against what readers labelled."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from govnews.bulletin import classify_many
from govnews.bulletin.modelling import Modelled, models_of
from govnews.errors import LabelError
from govnews.topics.agreement import Scores, compare, flags_of
from govnews.topics.labelled import Labelled


@dataclass(frozen=True, slots=True)
class TopicError:
    """A paragraph whose topics are not those that it is labelled with.

    Attributes:
        place: Its id, or else its file and line.
        labelled: The topics that it has.
        given: The topics that it was given.
        scores: Label to probability, of all that are in either.
        text: The paragraph.
    """

    place: str
    labelled: tuple[str, ...]
    given: tuple[str, ...]
    scores: dict[str, float]
    text: str

    def __str__(self) -> str:
        """Say it on one line."""
        said = ", ".join(f"{label} {score:.2f}" for label, score in self.scores.items())
        return (
            f"{self.place}: {' '.join(self.labelled) or 'none'}, "
            f"given {' '.join(self.given) or 'none'} ({said}): {self.text}"
        )


@dataclass(frozen=True, slots=True)
class TopicScores:
    """How good topics are.

    Attributes:
        scores: The scores.
        first: The share of paragraphs whose first topic is right (or that rightly have none).
        errors: What is wrong, in order.
    """

    scores: Scores
    first: float
    errors: tuple[TopicError, ...]


def score_topics(paragraphs: Sequence[Labelled], *, model: Modelled = None) -> TopicScores:
    """Compare the topics that are given with those that paragraphs are labelled with.

    Args:
        paragraphs: Labelled paragraphs: `labelled_lines` reads them.
        model: As for `classify`.

    Raises:
        LabelError: If there are no paragraphs, or one has a topic that no model knows.
        GovnewsError: If the folder of a model holds no whole model.

    >>> score_topics([Labelled("慰问退役军人", ("veterans",), "", "a")]).scores.exact
    1.0
    """
    models = models_of(model)
    labels = [label for each in models for label in each.labels]
    _check(paragraphs, labels)
    found = classify_many([paragraph.text for paragraph in paragraphs], model=models)
    gold = flags_of((paragraph.topics for paragraph in paragraphs), labels)
    probabilities = np.array([list(each.scores.values()) for each in found])
    given = flags_of((each.topics for each in found), labels)
    first = [
        each.topic == next(iter(paragraph.topics), None)
        for each, paragraph in zip(found, paragraphs, strict=True)
    ]
    errors = tuple(
        TopicError(
            place=paragraph.place,
            labelled=paragraph.topics,
            given=each.topics,
            scores={
                label: each.scores[label]
                for label in dict.fromkeys((*paragraph.topics, *each.topics))
            },
            text=paragraph.text,
        )
        for each, paragraph in zip(found, paragraphs, strict=True)
        if {*each.topics} != {*paragraph.topics}
    )
    return TopicScores(compare(given, probabilities, gold, labels), sum(first) / len(first), errors)


def _check(paragraphs: Sequence[Labelled], labels: Sequence[str]) -> None:
    """Make sure that there is something to compare, and that every topic is known.

    Raises:
        LabelError: If not.
    """
    if not paragraphs:
        raise LabelError(
            "there are no labelled paragraphs: write a JSON object with text and topics a line"
        )
    for paragraph in paragraphs:
        if unknown := [topic for topic in paragraph.topics if topic not in labels]:
            raise LabelError(
                f"{paragraph.place}: no model knows the topic {unknown[0]!r}: use "
                f"{', '.join(labels)}, or name a model that knows it"
            )

"""Which paragraphs are worth labelling next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from govnews.bulletin import clean
from govnews.bulletin.modelling import Modelled, models_of
from govnews.topics import counts
from govnews.topics.model import TopicModel, Vector

_COLUMNS: Final = 512
_TINY: Final = 1e-12


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A paragraph that is worth labelling.

    Attributes:
        index: Its place among the paragraphs that were given.
        text: The paragraph.
        doubt: How little the model knows what to make of it, 0 to 1: 1 where the probability
            of a topic lies at its threshold.
        topic: The topic that is in doubt.
        probability: How probable it is.
    """

    index: int
    text: str
    doubt: float
    topic: str
    probability: float


def suggest(texts: Iterable[str], model: Modelled = None, *, count: int = 10) -> list[Suggestion]:
    """Pick the paragraphs whose labels would teach a model most.

    They are those that the model is least sure of (uncertainty sampling: Lewis and
    Gale, 1994), and each is as unlike those before it as can be had, so
    that nobody labels the same notice ten times.

    Args:
        texts: Paragraphs without labels.
        model: What shall learn: as for `classify`.
        count: How many to pick.

    Returns:
        At most *count* suggestions, the one to label first in front.

    Raises:
        TypeError: If one of *texts* is not a str.
        ValueError: If *count* is negative.

    >>> [found] = suggest(["慰问退役军人", "工会和企业", "今天天气晴"], count=1)
    >>> found.text
    '工会和企业'
    """
    if count < 0:
        raise ValueError(f"count={count}: ask for 0 paragraphs or more")
    if isinstance(texts, (str, bytes)):
        raise TypeError("suggest takes many texts: put a single one in a list")
    learners, given = models_of(model), list(texts)
    cleaned = [clean(text).text for text in given]
    if not cleaned:
        return []
    labels = [label for learner in learners for label in learner.labels]
    thresholds = [threshold for learner in learners for threshold in learner.thresholds]
    scored = [learner.probabilities(cleaned) for learner in learners]
    probabilities = np.hstack(scored)
    doubts = _doubts(probabilities, np.array(thresholds))
    # a text of which nothing is known teaches nothing
    doubts *= np.any([one.known(each) for one, each in zip(learners, scored, strict=True)], axis=0)
    topics = doubts.argmax(axis=1)
    picked = _picked(doubts.max(axis=1), _vectors(cleaned, learners[0]), min(count, len(cleaned)))
    return [
        Suggestion(
            index=index,
            text=given[index],
            doubt=round(float(doubts[index, topics[index]]), 4),
            topic=labels[topics[index]],
            probability=round(float(probabilities[index, topics[index]]), 4),
        )
        for index in picked
    ]


def _doubts(probabilities: Vector, thresholds: Vector) -> Vector:
    """Return 1 where a probability is at its threshold, falling to 0 at 0 and at 1."""
    below, above = probabilities / thresholds, (1 - probabilities) / (1 - thresholds)
    return np.asarray(np.minimum(below, above))


def _vectors(texts: Sequence[str], model: TopicModel) -> Vector:
    """Return what is compared to tell how alike paragraphs are: rows of length 1.

    The n-grams of a paragraph, thrown into a few hundred columns: near enough to
    tell notices of one kind, and small whatever the vocabulary.
    """
    found = counts.count(texts, model.lookup, model.longest)
    rows = np.zeros((len(texts), _COLUMNS))
    values = model.values(found.columns, found.counts)
    np.add.at(rows, (found.texts, found.columns % _COLUMNS), values)
    rows -= rows.mean(axis=0)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, _TINY))


def _picked(doubts: Vector, vectors: Vector, number: int) -> list[int]:
    """Pick one after the other: the doubtful that are unlike those picked before."""
    likeness = np.zeros(len(doubts))
    picked: list[int] = []
    for _ in range(number):
        worth = doubts - likeness
        worth[picked] = -np.inf
        best = int(worth.argmax())
        picked.append(best)
        likeness = np.maximum(likeness, vectors @ vectors[best])
    return picked

"""Training: makes the topic model from labelled paragraphs, and measures it.

The recipe is a one-vs-rest logistic regression over TF-IDF; what else was tried,
and what it gave, stands in the data card of corpora/topics.  Every number that is
chosen from the data (the thresholds) is chosen on paragraphs that the model
had not seen: one file, which is one hand, is left out at a time.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from govnews.errors import GovnewsError
from govnews.segmentation import segment
from govnews.topics.decision import decide
from govnews.topics.features import features
from govnews.topics.labelled import (
    Flags,
    Scores,
    compare,
    digest_of,
    f1_of,
    flags_of,
    read_labelled,
)
from govnews.topics.labels import TOPICS
from govnews.topics.model import Columns, Model, Vector, in_thousandths, scorer

STRENGTH: Final = 30.0
"""The inverse of the regularisation (scikit-learn's C)."""

TOLERANCE: Final = 1e-5
"""Tight enough that rounding to thousandths hides the rest."""

LEAST_FILES: Final = 2
"""A topic that one file alone has is unknown to a model that must do without that file."""

LEAST_PARAGRAPHS: Final = 2
"""A feature that only one paragraph has teaches nothing about others."""

SECOND: Final = 0.3
"""The bar for a topic beside a more probable one: see the data card."""

_GRID: Final = np.arange(12, 50, 2) / 100
_PLATEAU: Final = 0.004
"""Thresholds this close to the best F1 are equals: the middle one of them is taken."""


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a training.

    Attributes:
        model: The model.
        crossed: How it does on files that it was not trained on, thresholds included.
    """

    model: Model
    crossed: Scores


def train_topics(data: Path, out: Path) -> Report:
    """Train the topic model and write it down.

    Args:
        data: A folder of labelled paragraphs, `*.jsonl` with `text` and
            `topics`; each file is one hand, and there must be two at least.
        out: The folder to write `topics.npz` and `topics.json` to.

    Returns:
        The model and its scores in cross-validation by file.

    Raises:
        GovnewsError: If the data is not there or is not labelled as it should be,
            or the model cannot be written.
    """
    paragraphs = read_labelled(data)
    counts = [_count(paragraph.text) for paragraph in paragraphs]
    gold = flags_of(paragraph.topics for paragraph in paragraphs)
    hands = np.array([paragraph.source for paragraph in paragraphs])
    _check_spread(data, gold, hands)
    unseen = _unseen(counts, gold, hands)
    fitted = _fit(counts, gold)
    model = replace(fitted, thresholds=_thresholds(unseen, gold), digest=digest_of(data))
    model.save(out)
    return Report(model, compare(_crossed(unseen, gold, hands), gold))


def evaluate_topics(data: Path) -> Scores:
    """Measure `govnews.classify` on labelled paragraphs.

    Args:
        data: A labelled file, or a folder of them.

    Returns:
        The scores.

    Raises:
        GovnewsError: If the data is not there or is not labelled as it should be.
    """
    from govnews.bulletin import classify

    paragraphs = read_labelled(data)
    predicted = flags_of(classify(paragraph.text).topics for paragraph in paragraphs)
    return compare(predicted, flags_of(paragraph.topics for paragraph in paragraphs))


def _check_spread(data: Path, gold: Flags, hands: npt.NDArray[np.str_]) -> None:
    """Make sure that whichever file is left out, the others can teach every topic.

    Raises:
        GovnewsError: If they cannot.
    """
    if len(np.unique(hands)) == 1:
        raise GovnewsError(f"{data} holds one file only: thresholds need two hands at least")
    for topic, has in zip(TOPICS, gold.T, strict=True):
        for which, chosen in (("with", has), ("without", ~has)):
            where = np.unique(hands[chosen])
            if len(where) < LEAST_FILES:
                raise GovnewsError(
                    f"{data}: paragraphs {which} {topic} stand in "
                    f"{f'{where[0]}.jsonl only' if len(where) else 'no file'}: each file is left "
                    f"out in turn, so label some in {LEAST_FILES} files at least"
                )


def _count(text: str) -> Counter[str]:
    return Counter(feature for feature, _, _ in features(text, segment(text)))


def _unseen(counts: Sequence[Counter[str]], gold: Flags, hands: npt.NDArray[np.str_]) -> Vector:
    """Return each paragraph's probabilities by a model that saw no other of its file."""
    probabilities = np.zeros(gold.shape)
    for hand in np.unique(hands):
        (mine,), (rest,) = np.nonzero(hands == hand), np.nonzero(hands != hand)
        model = _fit([counts[int(each)] for each in rest], gold[rest])
        probabilities[mine] = _probabilities(model, [counts[int(each)] for each in mine])
    return probabilities


def _crossed(unseen: Vector, gold: Flags, hands: npt.NDArray[np.str_]) -> Flags:
    """Decide for each file with thresholds that were chosen on the others."""
    decided = np.zeros(gold.shape, dtype=bool)
    for hand in np.unique(hands):
        mine = hands == hand
        chosen = _thresholds(unseen[~mine], gold[~mine])
        decided[mine] = decide(unseen[mine], np.array(chosen), SECOND)
    return decided


def _thresholds(probabilities: Vector, gold: Flags) -> tuple[float, ...]:
    """Choose the threshold of each topic that gives it the best F1."""
    by_threshold = np.array(
        [f1_of(decide(probabilities, np.full(len(TOPICS), each), SECOND), gold) for each in _GRID]
    )
    chosen = []
    for scores in by_threshold.T:
        (best,) = np.nonzero(scores >= scores.max() - _PLATEAU)
        chosen.append(float(_GRID[best[len(best) // 2]]))
    return tuple(chosen)


def _fit(counts: Sequence[Counter[str]], gold: Flags) -> Model:
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    bare = _bare(counts)
    matrix = DictVectorizer().fit_transform(
        {bare.vocabulary[column]: value for column, value in zip(present, values, strict=True)}
        for present, values in _rows(bare, counts)
    )
    # liblinear takes 32-bit indices only, and the vectorizer may give wider ones
    matrix.indices, matrix.indptr = (
        each.astype(np.int32) for each in (matrix.indices, matrix.indptr)
    )
    fits = [
        # liblinear takes one thread and is deterministic; the seed is for its shuffling
        LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0, tol=TOLERANCE).fit(
            matrix, has_topic
        )
        for has_topic in gold.T
    ]
    return replace(
        bare,
        weights=in_thousandths(np.vstack([fit.coef_ for fit in fits])),
        intercepts=in_thousandths(np.array([fit.intercept_[0] for fit in fits])),
    )


def _bare(counts: Sequence[Counter[str]]) -> Model:
    """Return a model that knows its features, but not yet what they weigh."""
    spread = Counter(feature for paragraph in counts for feature in paragraph)
    vocabulary = tuple(sorted(f for f, n in spread.items() if n >= LEAST_PARAGRAPHS))
    if not vocabulary:
        raise GovnewsError(
            f"no word stands in {LEAST_PARAGRAPHS} of {len(counts)} labelled paragraphs: label more"
        )
    return Model(
        vocabulary=vocabulary,
        documents=len(counts),
        frequencies=np.array([spread[feature] for feature in vocabulary], dtype=np.int32),
        weights=np.zeros((len(TOPICS), len(vocabulary)), dtype=np.int16),
        intercepts=np.zeros(len(TOPICS), dtype=np.int16),
        thresholds=(0.5,) * len(TOPICS),
        second=SECOND,
        digest="",
    )


def _rows(model: Model, counts: Sequence[Counter[str]]) -> Iterator[tuple[Columns, Vector]]:
    """Yield for each paragraph the columns of its features and what they are worth."""
    ready = scorer(model)
    for paragraph in counts:
        row = {ready.columns[f]: n for f, n in paragraph.items() if f in ready.columns}
        present = np.array(sorted(row), dtype=np.int64)
        yield present, ready.values(present, np.array([row[each] for each in sorted(row)]))


def _probabilities(model: Model, counts: Sequence[Counter[str]]) -> Vector:
    ready = scorer(model)
    return np.array([ready.probabilities(*row) for row in _rows(model, counts)])

"""Which labels are probably wrong: cleanlab's confident learning over our classifier."""

from collections.abc import Collection, Hashable, Iterable
from dataclasses import dataclass

import numpy as np

from govnews.errors import GovnewsError, MissingExtraError
from govnews.topics.agreement import flags_of
from govnews.training.classifier import TopicClassifier, names_topics


@dataclass(frozen=True, slots=True)
class DoubtfulLabel:
    """A paragraph with topics that a model which was trained without it would not give.

    Attributes:
        index: Its place among the paragraphs that were given.
        text: The paragraph.
        labelled: The topics that it is labelled with.
        probabilities: Label to the probability by a model that had not seen it.
        quality: How well the labels fit, 0 to 1.
    """

    index: int
    text: str
    labelled: tuple[str, ...]
    probabilities: dict[str, float]
    quality: float


def doubtful_labels(
    texts: Iterable[str],
    topics: Iterable[Collection[str]],
    *,
    groups: Iterable[Hashable] | None = None,
) -> list[DoubtfulLabel]:
    """Find the paragraphs whose labels somebody should look at again (extra `label`).

    Confident learning (Northcutt and others, JAIR 2021), as cleanlab does it: labels that
    disagree with models that were trained on the other paragraphs, where those are sure.

    Args:
        texts: Paragraphs.
        topics: The topics of each.
        groups: As for `TopicClassifier.fit`.

    Returns:
        The doubtful ones, the worst first.

    Raises:
        TypeError: If one of *texts* is not a str.
        ValueError: If there are not as many *topics* as *texts*, or they are no lists of names.
        MissingExtraError: If cleanlab is not installed.
        GovnewsError: If there is too little to learn from.
    """
    try:
        from cleanlab import filter as single
        from cleanlab import multilabel_classification as several
        from cleanlab import rank
    except ImportError as error:
        raise MissingExtraError(
            "doubtful_labels needs cleanlab: install it with pip install 'govnews[label]'"
        ) from error
    given, named = list(texts), list(topics)
    if not names_topics(named):
        raise ValueError("the topics of each paragraph are a list of names, as in [['forest'], []]")
    labels = sorted({topic for each in named for topic in each})
    if not labels:
        raise GovnewsError("no paragraph has a topic: name some")
    gold = flags_of(named, labels)
    probabilities = TopicClassifier(topics=labels).fit(given, gold, groups=groups).unseen_
    if len(labels) == 1:
        has, pairs = gold[:, 0].astype(int), np.hstack([1 - probabilities, probabilities])
        issues = single.find_label_issues(has, pairs, n_jobs=1)
        qualities = rank.get_label_quality_scores(has, pairs)
    else:
        columns = [np.flatnonzero(row).tolist() for row in gold]
        issues = several.filter.find_label_issues(columns, probabilities, n_jobs=1)
        qualities = several.rank.get_label_quality_scores(columns, probabilities)
    doubtful = np.flatnonzero(issues).tolist()
    return [
        DoubtfulLabel(
            index=index,
            text=given[index],
            labelled=tuple(named[index]),
            probabilities={
                label: round(float(p), 4)
                for label, p in zip(labels, probabilities[index], strict=True)
            },
            quality=round(float(qualities[index]), 4),
        )
        for index in sorted(doubtful, key=qualities.__getitem__)
    ]

"""The classifier: adds up the weights of a paragraph's features and says which words had them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from govnews.models import Classification, Evidence, Token
from govnews.topics.decision import decide
from govnews.topics.features import features
from govnews.topics.labels import TOPICS
from govnews.topics.model import Columns, Scorer, Vector

MOST_TERMS: Final = 5
"""How many terms are given as evidence for a topic."""

SHORTEST_TERM: Final = 2
"""Single characters are counted, but say nothing to a reader."""


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """The known features of a paragraph.

    `present` are their columns, in order, and `counts` how often each stands there;
    `which` says for each occurrence which of `present` it is.
    """

    present: Columns
    counts: Columns
    which: Columns
    starts: Columns
    ends: Columns


def classify_with(
    model: Scorer, text: str, tokens: Sequence[Token], *, evidence: bool = True
) -> Classification:
    """Label a paragraph by a model.

    Args:
        model: The model.
        text: Simplified text.
        tokens: Its words.
        evidence: Whether to say which words spoke for a topic; it takes longer than the rest.

    Returns:
        What `govnews.topics.classify` returns.

    >>> from govnews.topics.model import shipped
    >>> classify_with(shipped(), "老兵", [Token("老兵", 0, 2, "n")]).evidence["veterans"][0].term
    '老兵'
    """
    found = _find(text, tokens, model)
    values = model.values(found.present, found.counts)
    added = _added(found, values, model)
    probabilities = model.probabilities(found.present, values)
    return Classification(
        topics=_topics(probabilities, model) if len(found.present) else (),
        scores={label: round(float(p), 4) for label, p in zip(TOPICS, probabilities, strict=True)},
        evidence=_evidence(tokens, found, added, len(text)) if evidence else {},
    )


def _find(text: str, tokens: Iterable[Token], model: Scorer) -> _Found:
    known = [
        (column, start, end)
        for feature, start, end in features(text, tokens)
        if (column := model.columns.get(feature)) is not None
    ]
    columns, starts, ends = np.array(known, dtype=np.int64).reshape(-1, 3).T
    present, which, counts = np.unique(columns, return_inverse=True, return_counts=True)
    return _Found(present, counts, which, starts, ends)


def _topics(probabilities: Vector, model: Scorer) -> tuple[str, ...]:
    (given,) = decide(probabilities[np.newaxis], model.thresholds, model.second)
    ranked = np.argsort(-probabilities, kind="stable")
    labels = tuple(TOPICS)
    return tuple(labels[topic] for topic in ranked if given[topic])


def _added(found: _Found, values: Vector, model: Scorer) -> Vector:
    """Return what each feature added to the log-odds, one row a topic."""
    return np.asarray(model.weights[:, found.present] * values)


def _shares(found: _Found, added: Vector, length: int) -> Vector:
    """Spread what each feature added over the characters where it stands; sum from the left.

    Returns:
        One row a topic; the difference of columns *end* and *start* is what
        `text[start:end]` added to the topic's log-odds.
    """
    lengths = found.ends - found.starts
    spread = (added / found.counts)[:, found.which] / lengths
    slopes = np.array(
        [
            np.bincount(found.starts, row, length + 1) - np.bincount(found.ends, row, length + 1)
            for row in spread
        ]
    )
    by_character = np.cumsum(slopes, axis=1)[:, :length]
    return np.concatenate([np.zeros((len(slopes), 1)), np.cumsum(by_character, axis=1)], axis=1)


def _evidence(
    tokens: Sequence[Token], found: _Found, added: Vector, length: int
) -> dict[str, tuple[Evidence, ...]]:
    shares = _shares(found, added, length)
    return {label: _strongest(tokens, share) for label, share in zip(TOPICS, shares, strict=True)}


def _strongest(tokens: Iterable[Token], share: Vector) -> tuple[Evidence, ...]:
    weights: defaultdict[str, float] = defaultdict(float)
    spans: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for token in tokens:
        if len(token.text) >= SHORTEST_TERM and token.tag != "m":
            weights[token.text] += share[token.end] - share[token.start]
            spans[token.text].append((token.start, token.end))
    strongest = sorted(weights, key=lambda term: (-round(weights[term], 3), term))[:MOST_TERMS]
    return tuple(
        Evidence(term, round(float(weights[term]), 3), tuple(spans[term]))
        for term in strongest
        if round(weights[term], 3) > 0
    )

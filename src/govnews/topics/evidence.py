"""Evidence: the words on which the weight of a topic rests.

What an n-gram or a cue added to the log-odds is spread over the characters where it stands, and a
word is credited with what lies on its own.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from govnews.models import Evidence, Token
from govnews.topics.counts import Occurrences, names_in, occurrences
from govnews.topics.cues import cues_of, groups_of_cues
from govnews.topics.model import TopicModel, Vector

MOST_TERMS: Final = 5
"""How many terms are given as evidence for a topic."""

SHORTEST_TERM: Final = 2
"""Single characters are counted, but say nothing to a reader."""


def evidence(
    model: TopicModel, text: str, tokens: Sequence[Token]
) -> dict[str, tuple[Evidence, ...]]:
    """Say which words of a text spoke most for each topic.

    Args:
        model: What scored the text.
        text: The cleaned, Simplified text.
        tokens: Its words.

    Returns:
        Label to terms, strongest first; a term that spoke against a topic is not given.

    >>> terms = evidence(TopicModel.shipped(), "退役军人", [Token("退役军人", 0, 4, "n")])
    >>> terms["veterans"][0].term
    '退役军人'
    """
    telling = [token for token in tokens if len(token.text) >= SHORTEST_TERM and token.tag != "m"]
    spans: dict[str, list[tuple[int, int]]] = {}
    for token in telling:
        spans.setdefault(token.text, []).append((token.start, token.end))
    weights = _weights(model, text, list(spans.values())).round(3)
    terms = tuple(spans)
    return {
        label: tuple(
            Evidence(terms[term], weight[term], tuple(spans[terms[term]]))
            for term in sorted(range(len(terms)), key=lambda term: (-weight[term], terms[term]))[
                :MOST_TERMS
            ]
            if weight[term] > 0
        )
        for label, weight in zip(model.labels, weights.T.tolist(), strict=True)
    }


def _weights(model: TopicModel, text: str, spans: Sequence[Sequence[tuple[int, int]]]) -> Vector:
    """Return what the words at each list of spans added to the log-odds, one column a topic."""
    sums = np.zeros((len(text) + 1, len(model.labels)))
    np.cumsum(_by_character(model, text), axis=0, out=sums[1:])
    which = [term for term, places in enumerate(spans) for _ in places]
    starts = [start for places in spans for start, _ in places]
    ends = [end for places in spans for _, end in places]
    weights = np.zeros((len(spans), len(model.labels)))
    np.add.at(weights, which, sums[ends] - sums[starts])
    return weights


def _by_character(model: TopicModel, text: str) -> Vector:
    """Return what each character added to the log-odds, one column a topic."""
    slopes = np.zeros((len(text) + 1, len(model.labels)))
    for found, added in _added(model, text):
        each = added / (found.ends - found.starts)[:, np.newaxis]
        np.add.at(slopes, found.starts, each)
        np.subtract.at(slopes, found.ends, each)
    return np.asarray(np.cumsum(slopes, axis=0)[:-1])


def _added(model: TopicModel, text: str) -> Iterator[tuple[Occurrences, Vector]]:
    """Yield what is known in the text, and what each occurrence of it added, a row each."""
    ngrams = occurrences(text, model.lookup, model.longest)
    present, which, counts = np.unique(ngrams.which, return_inverse=True, return_counts=True)
    values = model.values(present, counts)
    values /= np.sqrt(np.sum(values * values)) or 1
    yield ngrams, ((values / counts)[:, np.newaxis] * model.by_column[present])[which]
    names = names_in(text)
    standing = np.bincount(names.which, minlength=groups_of_cues().shape[1])
    cues = cues_of(standing[np.newaxis] > 0).T
    weights = model.by_column[len(model.vocabulary) :] * cues
    # a pair of groups is credited to the names of both
    shares = groups_of_cues() / np.maximum(1, groups_of_cues() @ standing)[:, np.newaxis]
    yield names, (shares.T @ weights)[names.which]

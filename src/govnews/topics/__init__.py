"""Topics: which themes a paragraph is about, and which words say so.

`ngrams` makes numbers of runs of characters, `counts` finds those that a model knows,
`cues` adds the groups of names, `model` holds the weights that `govnews.training` found
and adds them up, `evidence` says which words had them.  `labels` is cheap: the names
alone load no numpy.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from govnews.models import Classification, Evidence, LateMapping, Token
from govnews.topics.labels import TOPICS

if TYPE_CHECKING:
    from govnews.topics.model import TopicModel

__all__ = ["TOPICS", "classify"]


def classify(
    texts: Sequence[str], models: "Sequence[TopicModel]", words: Callable[[str], list[Token]]
) -> list[Classification]:
    """Label paragraphs with their topics.

    Args:
        texts: Cleaned, Simplified texts.
        models: What to label them by; each has labels of its own.
        words: What cuts a text into words; it is called when evidence is asked for.

    Returns:
        One classification a text.

    >>> from govnews.topics.model import TopicModel
    >>> [found] = classify(["慰问退役军人"], [TopicModel.shipped()], lambda text: [])
    >>> found.topics
    ('veterans',)
    """
    import numpy as np

    labels = [label for model in models for label in model.labels]
    scored = [model.probabilities(texts) for model in models]
    probabilities = np.hstack(scored)
    given = np.hstack([model.given(each) for model, each in zip(models, scored, strict=True)])
    return [
        Classification(
            topics=tuple(labels[topic] for topic in ranks if has[topic]),
            scores={label: round(score, 6) for label, score in zip(labels, row, strict=True)},
            evidence=LateMapping(partial(_evidence, text, models, words)),
        )
        for text, row, has, ranks in zip(
            texts,
            probabilities.tolist(),
            given.tolist(),
            np.argsort(-probabilities, axis=1, kind="stable").tolist(),
            strict=True,
        )
    ]


def _evidence(
    text: str, models: "Sequence[TopicModel]", words: Callable[[str], list[Token]]
) -> Mapping[str, tuple[Evidence, ...]]:
    from govnews.topics.evidence import evidence

    tokens = words(text)
    return {
        label: terms for model in models for label, terms in evidence(model, text, tokens).items()
    }

"""The public calls `classify` and `classify_many`.

They stand apart from the other calls so that who only labels paragraphs does not
load what reads figures.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from govnews import segmentation, topics
from govnews.bulletin.checking import checked
from govnews.bulletin.cleaned import clean
from govnews.bulletin.modelling import Modelled, models_of
from govnews.models import Classification, CleanText, Evidence, LateMapping

if TYPE_CHECKING:
    from govnews.topics.model import TopicModel


def classify(text: str, *, model: Modelled = None) -> Classification:
    """Label a paragraph with its topics.

    Args:
        text: One paragraph, clean or garbled, Simplified or Traditional.
        model: What to label it by: a `TopicModel` or the folder of one, as made by
            `govnews train topics`; "govnews" is the one of the package, and several may be named
            in a list.  A folder is read at each call: for many calls load it once.

    Returns:
        Topics, probabilities and the terms that spoke for them, whose spans
        are code points of *text*; the terms are looked up when they are first asked for.

    Raises:
        TypeError: If *text* is not a str.
        ValueError: If two models know the same topic.
        GovnewsError: If a folder holds no whole model.

    >>> classify("为21371名农民工追讨被拖欠的工资").topic
    'rights_protection'
    """
    return classified([clean(checked(text, "classify"))], models_of(model))[0]


def classify_many(texts: Iterable[str], *, model: Modelled = None) -> list[Classification]:
    """Label many paragraphs at once, several times faster than one by one.

    Args:
        texts: Paragraphs.
        model: As for `classify`.

    Returns:
        One classification a paragraph, the same as `classify` gives.

    Raises:
        TypeError: If one of *texts* is not a str, or they are one str.
        ValueError: If two models know the same topic.
        GovnewsError: If a folder holds no whole model.

    >>> [found.topic for found in classify_many(["慰问退役军人", "今天天气晴"])]
    ['veterans', None]
    """
    if isinstance(texts, (str, bytes)):
        raise TypeError("classify_many takes many texts: use classify, or pass a list")
    return classified([clean(checked(text, "classify_many")) for text in texts], models_of(model))


def classified(
    cleaned: Sequence[CleanText], models: "Sequence[TopicModel]"
) -> list[Classification]:
    """Label cleaned paragraphs; evidence has its place in the raw ones."""
    found = topics.classify([each.text for each in cleaned], models, segmentation.segment)
    return [
        replace(classification, evidence=LateMapping(partial(_placed_terms, classification, each)))
        for classification, each in zip(found, cleaned, strict=True)
    ]


def _placed_terms(found: Classification, cleaned: CleanText) -> dict[str, tuple[Evidence, ...]]:
    return {
        label: tuple(_in_raw(term, cleaned) for term in terms)
        for label, terms in found.evidence.items()
    }


def _in_raw(term: Evidence, cleaned: CleanText) -> Evidence:
    return replace(term, spans=tuple(cleaned.to_raw(start, end) for start, end in term.spans))

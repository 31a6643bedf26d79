"""Topics: which of five themes a paragraph is about, and which words say so.

`features` counts what a paragraph is made of, `cues` adds the groups of names,
`model` holds the weights that `govnews.training` found, `classifier` adds them up
and `decision` draws the line.  `labels` is cheap: the names alone load no numpy.
"""

from collections.abc import Callable

from govnews.models import Classification, Token
from govnews.topics.labels import TOPICS

__all__ = ["TOPICS", "classify"]


def classify(
    text: str, words: Callable[[str], list[Token]], *, evidence: bool = True
) -> Classification:
    """Label a paragraph with its topics.

    Args:
        text: Simplified text.
        words: What cuts it into words: the stages do not import each other.
        evidence: Whether evidence is wanted.  Without it (an empty mapping) the same
            topics and probabilities are found in less than half of the time.

    Returns:
        Topics, probabilities, and as evidence the words that carried most of a
        topic's weight: what the runs of characters and the cues added is
        credited to the words on which they stand.

    Raises:
        TypeError: If *text* is not a string.

    >>> classify("老兵", lambda text: [Token("老兵", 0, 2, "n")]).topics
    ('veterans',)
    """
    if not isinstance(text, str):
        raise TypeError(f"classify needs a str, not {type(text).__name__}")
    from govnews.topics.classifier import classify_with
    from govnews.topics.model import shipped

    return classify_with(shipped(), text, words(text), evidence=evidence)

"""Segmentation: a text into words with their positions and parts of speech.

`runs` says what is no dictionary matter, `engines` cuts the rest into words by
`dictionary` and `lexicon`, `names` puts persons' names together and `fine` takes
words apart again; `segmenter` does all of it.  `quotations` and `sentences` find
what they are called.
"""

from collections.abc import Iterable
from functools import cache

from govnews.models import Token
from govnews.segmentation.lexicon import Words
from govnews.segmentation.quotations import quotations
from govnews.segmentation.segmenter import Segmenter, Whole
from govnews.segmentation.sentences import sentences
from govnews.segmentation.stopwords import is_mark, is_stop

__all__ = [
    "Segmenter",
    "Whole",
    "Words",
    "is_mark",
    "is_stop",
    "quotations",
    "segment",
    "sentences",
    "tagged",
]


@cache
def _shipped() -> Segmenter:
    return Segmenter()


def segment(text: str) -> list[Token]:
    """Cut *text* into words by the shipped lexicon, figures not put together.

    >>> [(token.text, token.tag) for token in segment("筹集帮扶资金5027.5万元。")]
    [('筹集', 'v'), ('帮扶资金', 'n'), ('5027.5', 'm'), ('万元', 'm'), ('。', 'x')]
    """
    return _shipped().cut(text)


def tagged(text: str, wholes: Iterable[tuple[int, int]]) -> tuple[list[str], list[str]]:
    """Cut *text* into words by the shipped lexicon, without making tokens of them.

    Args:
        text: Any string.
        wholes: Where the stretches stand that shall be one word each, in order and disjoint.

    Returns:
        The words, which joined are the text, and their parts of speech; white space has none.

    >>> tagged("走访 43家企业", [(3, 6)])
    (['走访', ' ', '43家', '企业'], ['v', '', 'm', 'n'])
    """
    return _shipped().tagged(text, [Whole(start, end, "m") for start, end in wholes])

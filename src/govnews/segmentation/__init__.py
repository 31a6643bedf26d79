"""Segmentation: a text into words with their positions and parts of speech.

`runs` says what is no dictionary matter, `engines` cuts the rest into words by
`dictionary` and `lexicon`, `names` puts persons' names together and `fine` takes
words apart again; `segmenter` does all of it.  `quotations` and `sentences` find
what they are called.
"""

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

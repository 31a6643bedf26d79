"""Features: what the model counts in a paragraph.

A feature's first character says what it is, so that equal strings of different
kinds stay apart: `=职工` a word, `~职工` a run of characters, `@青海` a cue.  Numbers,
Latin letters and marks are left out: how much was paid says little about what for.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from govnews.models import Token
from govnews.topics.cues import cues

WORD: Final = "="
CHARACTERS: Final = "~"
CUE: Final = "@"

LONGEST: Final = 3
"""The longest run of characters that counts; measured in the data card of corpora/topics."""

_HAN: Final = re.compile("[一-\u9fd5]+")
_NO_WORD: Final = frozenset({"m", "eng"})


def features(text: str, tokens: Iterable[Token]) -> Iterator[tuple[str, int, int]]:
    """Yield each occurrence of each feature of *text*.

    Args:
        text: Simplified text.
        tokens: Its words.

    Yields:
        (feature, start, end), with positions in *text*.

    >>> word = Token("职工", 1, 3, "n")
    >>> [feature for feature, _, _ in features("5职工", [word])]
    ['=职工', '~职', '~工', '~职工']
    """
    yield from ((CUE + cue, start, end) for cue, start, end in cues(text))
    for token in tokens:
        if token.tag not in _NO_WORD and _HAN.fullmatch(token.text):
            yield WORD + token.text, token.start, token.end
    for run in _HAN.finditer(text):
        for length in range(1, LONGEST + 1):
            for start in range(run.start(), run.end() - length + 1):
                yield CHARACTERS + text[start : start + length], start, start + length

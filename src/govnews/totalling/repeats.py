"""Figures that a set of bulletins tells more than once.

A teaser list repeats the first sentences of the pages that it leads to, a page is posted by
two offices, a headline says what the text says.  The same number is no second one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple, TypeAlias

from govnews.models import Figure
from govnews.passages import Passage, PlacedFigure

Place: TypeAlias = tuple[int, int]
"""The number of a bulletin, and the number of a figure in it."""

_NO_WORD: Final = re.compile(r"[\W_]+")
_STOP: Final = re.compile(r"[。！？!?；;]")
#: A shorter paragraph may well stand in two bulletins that have nothing to do with each other.
_LEAST: Final = 16
_HEADLINE: Final = 60
#: Characters before a figure by which it is known again, and the fewest of them.
_CONTEXT: Final = 6
_ENOUGH: Final = 4


class _Text(NamedTuple):
    """A paragraph of one of the bulletins.

    Attributes:
        words: It without marks and spaces.
        bulletin: The number of its bulletin.
        first: The number of its first figure in the bulletin.
        passage: The paragraph.
    """

    words: str
    bulletin: int
    first: int
    passage: Passage

    def places(self) -> Iterator[tuple[Place, PlacedFigure]]:
        """Yield its figures with where they stand."""
        for number, placed in enumerate(self.passage.figures, self.first):
            yield (self.bulletin, number), placed


def repeated(bulletins: Iterable[Sequence[Passage]]) -> set[Place]:
    """Find the figures that were told elsewhere in the set.

    Args:
        bulletins: The paragraphs of each bulletin.

    Returns:
        The places of those that repeat another; of equals the first is kept, of a teaser and
        the text that it is taken from the text, of a headline and its text the text.

    >>> from govnews.bulletin import analyze
    >>> from govnews.passages import passages
    >>> told = "省总工会为职工送温暖，筹集资金5027万元，"
    >>> repeated([list(passages(analyze(page))) for page in (told, told + "走访5户。")])
    {(0, 0)}
    """
    texts = list(_texts(bulletins))
    copies = _copies(texts)
    found = {place for index in copies for place, _ in texts[index].places()}
    others = [text for index, text in enumerate(texts) if index not in copies]
    return found | set(_teased(others)) | set(_headed(others))


def _texts(bulletins: Iterable[Sequence[Passage]]) -> Iterator[_Text]:
    for bulletin, found in enumerate(bulletins):
        first = 0
        for passage in found:
            yield _Text(_words(passage.paragraph.text), bulletin, first, passage)
            first += len(passage.figures)


def _words(text: str) -> str:
    return _NO_WORD.sub("", text)


def _copies(texts: Sequence[_Text]) -> set[int]:
    """Find the paragraphs that another begins with, and all but the first of equals."""
    long = [index for index, text in enumerate(texts) if len(text.words) >= _LEAST]
    # sorted, whatever begins with a text stands right behind it; of equals the first comes last
    ranked = sorted(long, key=lambda index: (texts[index].words, -index))
    return {
        one for one, other in pairwise(ranked) if texts[other].words.startswith(texts[one].words)
    }


def _teased(texts: Sequence[_Text]) -> Iterator[Place]:
    """Yield the figures of teasers that stand in a whole text with the same words before them."""
    told: defaultdict[object, list[str]] = defaultdict(list)
    for text in sorted(texts, key=lambda text: text.passage.paragraph.truncated):
        for place, placed in text.places():
            before, known = _before(text, placed), told[_sense(placed.figure)]
            if not text.passage.paragraph.truncated:
                known.append(before)
            elif len(before) >= _ENOUGH and any(each.endswith(before) for each in known):
                yield place
            else:
                known.append(before)


def _headed(texts: Sequence[_Text]) -> Iterator[Place]:
    """Yield the figures of headlines that the text below them tells."""
    below: set[tuple[int, object]] = set()
    for text in reversed(texts):
        line = text.passage.paragraph.text
        is_headline = len(line) <= _HEADLINE and not _STOP.search(line)
        for place, placed in text.places():
            sense = text.bulletin, _sense(placed.figure)
            if not is_headline:
                below.add(sense)
            elif sense in below:
                yield place


def _before(text: _Text, placed: PlacedFigure) -> str:
    """Return the last words before a figure."""
    return _words(text.passage.paragraph.text[: placed.start][-3 * _CONTEXT :])[-_CONTEXT:]


def _sense(figure: Figure) -> object:
    """Return what two figures that say the same have in common."""
    return figure.kind, figure.value, figure.upper, figure.bound, figure.unit, figure.currency

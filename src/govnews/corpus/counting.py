"""The words of bulletins, and how often they stand there.

Figures, numbers and marks are no words here: 43家 and 5027万元 are facts of one
bulletin, which `govnews.extract` finds.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple, TypeAlias

from govnews.bulletin import Segmenter, segment
from govnews.corpus.pages import Page
from govnews.models import Token
from govnews.segmentation import is_mark, is_stop

Cutter: TypeAlias = Callable[[str], list[Token]]

_NUMBER: Final = "m"


def cutter_of(segmenter: Segmenter | None) -> Cutter:
    """Return what cuts texts into words: *segmenter*, or ours.

    Raises:
        TypeError: If it is no `govnews.Segmenter`.
    """
    if segmenter is None:
        return segment
    if not isinstance(segmenter, Segmenter):
        raise TypeError(f"segmenter takes a govnews.Segmenter, not {type(segmenter).__name__}")
    return segmenter.segment


def check_top(top: int | None) -> None:
    """Refuse to list fewer than one.

    Raises:
        TypeError: If *top* is no whole number.
        ValueError: If it is less than 1.
    """
    if top is not None and not isinstance(top, int):
        raise TypeError(f"top={top!r}: ask for a whole number of rows, or None for all")
    if top is not None and top < 1:
        raise ValueError(f"top={top}: ask for 1 row at least, or None for all")


def is_word(token: Token, *, stop: bool) -> bool:
    """Tell whether a token is counted as a word.

    Args:
        token: The token.
        stop: Whether stop words are left out.

    >>> [is_word(token, stop=False) for token in segment("全省走访43家。")]
    [True, True, False, False]
    >>> is_word(segment("全省")[0], stop=True)
    False
    """
    return (
        token.kind is None
        and token.tag != _NUMBER
        and not is_mark(token)
        and not (stop and is_stop(token))
    )


def tokens_of(page: Page, cut: Cutter) -> list[Token]:
    """Return the tokens of a page, marks and all, with places in its cleaned text."""
    tokens = cut(page.text)
    if page.parts is None:
        return tokens
    return [token for token in tokens if page.holds(token.start, token.end)]


def words_of(page: Page, cut: Cutter, *, stop: bool) -> list[Token]:
    """Return the words of a page, with places in its cleaned text."""
    return [token for token in tokens_of(page, cut) if is_word(token, stop=stop)]


class Entry(NamedTuple):
    """What is known of a word.

    Attributes:
        times: How often it stands there.
        texts: In how many texts it does.
        tag: Its part of speech, that which it has most often.
    """

    times: int
    texts: int
    tag: str


@dataclass(frozen=True)
class Counts:
    """How often words stand in a collection of texts.

    Attributes:
        texts: How many texts there are.
        words: Word to what is known of it.
    """

    texts: int
    words: Mapping[str, Entry]

    @cached_property
    def size(self) -> int:
        """How many words were counted, each as often as it stands there."""
        return sum(entry.times for entry in self.words.values())

    def count(self, word: str) -> int:
        """Return how often a word stands there."""
        return self.words[word].times if word in self.words else 0

    def found_in(self, word: str) -> int:
        """Return in how many texts a word stands."""
        return self.words[word].texts if word in self.words else 0


def count(pages: Iterable[Page], cut: Cutter, *, stop: bool) -> Counts:
    """Count the words of *pages*; stop words are left out if *stop* says so.

    >>> from govnews.corpus.pages import pages
    >>> count(pages(["慰问职工", "职工和企业"], "count"), segment, stop=True).words["职工"]
    Entry(times=2, texts=2, tag='n')
    """
    tagged: Counter[tuple[str, str]] = Counter()
    texts: Counter[str] = Counter()
    number = 0
    for number, page in enumerate(pages, 1):  # noqa: B007 - how many there were
        words = words_of(page, cut, stop=stop)
        tagged.update((token.text, token.tag) for token in words)
        texts.update({token.text for token in words})
    counts: Counter[str] = Counter()
    tags: dict[str, str] = {}
    for (word, tag), times in tagged.most_common():
        counts[word] += times
        tags.setdefault(word, tag)
    return Counts(number, {word: Entry(counts[word], texts[word], tags[word]) for word in counts})

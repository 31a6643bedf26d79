"""A sentence as its words and figures, to be read from a figure to both sides."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from govnews.figures.candidate import Candidate
from govnews.figures.targets.categories import Category, category_of
from govnews.models import Token

_EACH: Final = "每"
_END: Final = re.compile(r"[。！？!?\n]")


@dataclass(frozen=True, slots=True)
class Item:
    """A word, a mark or a figure of a sentence.

    Attributes:
        text: As it stands in the text.
        start: Its first code point.
        end: One past its last.
        category: What it is to a noun phrase.
        figure: Which figure it is, else None.
    """

    text: str
    start: int
    end: int
    category: Category
    figure: Candidate | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """The items of one sentence that holds figures."""

    items: Sequence[Item]


def sentences(text: str, found: Sequence[Candidate], tokens: Sequence[Token]) -> Iterator[Sentence]:
    """Yield the sentences of *text* that hold the figures *found*, in order.

    >>> workers = Token("职工", 3, 5, "n")
    >>> from govnews.figures.scan import candidates
    >>> sentence, = sentences("8万名职工", list(candidates("8万名职工")), [workers])
    >>> [(item.text, item.category.value) for item in sentence.items]
    [('8万名', 'figure'), ('职工', 'noun')]
    """
    starts = [token.start for token in tokens]
    index = 0
    while index < len(found):
        ends = _END.search(text, found[index].end)
        end = ends.start() if ends else len(text)
        start = _start(text, found[index].start, found[index - 1].end if index else 0)
        last = index
        while last < len(found) and found[last].start < end:
            last += 1
        first_token = max(0, bisect_right(starts, start) - 1)
        words = tokens[first_token : bisect_right(starts, end)]
        yield Sentence(list(_Reader(text, words).items(found[index:last], start, end)))
        index = last


def _start(text: str, position: int, floor: int) -> int:
    """Return where the sentence begins that *position* lies in, not before *floor*."""
    return max(floor, 1 + max(text.rfind(mark, floor, position) for mark in "。！？!?\n"))


class _Reader:
    """Walks once over the words of a sentence, with its figures in between."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self._text = text
        self._tokens = tokens
        self._next = 0
        self._per: int | None = None

    def items(self, found: Sequence[Candidate], start: int, end: int) -> Iterator[Item]:
        """Yield words and figures of start..end; what no token covers is a word of its own."""
        position = start
        for figure in found:
            yield from self._words(position, figure.start)
            quoted = self._text[figure.start : figure.end]
            yield Item(quoted, figure.start, figure.end, Category.FIGURE, figure)
            position = figure.end
        yield from self._words(position, end)

    def _words(self, start: int, end: int) -> Iterator[Item]:
        position = start
        while self._next < len(self._tokens):
            token = self._tokens[self._next]
            if token.start >= end:
                break
            if token.end > position:
                yield from self._word(position, min(token.start, end), "")
                first, last = max(position, token.start), min(token.end, end)
                # a figure may cut a token: what is left of it is judged by its ending
                whole = token.start >= start and token.end <= end
                yield from self._word(first, last, token.tag if whole else "")
                position = last
            if token.end > end:
                break
            self._next += 1
        yield from self._word(position, end, "")

    def _word(self, start: int, end: int, tag: str) -> Iterator[Item]:
        word = self._text[start:end]
        if not word:
            return
        if word.isspace():
            if "\t" in word:
                yield Item(word, start, end, Category.STOP)
            return
        category = category_of(word, tag)
        if self._per is not None and category is not Category.STOP:
            # 每|科 is one measure, as 每人 is
            word, start, category = self._text[self._per : end], self._per, Category.PER
        self._per = start if word == _EACH else None
        if word != _EACH:
            yield Item(word, start, end, category)

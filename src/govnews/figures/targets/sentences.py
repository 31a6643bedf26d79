"""A sentence as its words and figures, to be read from a figure to both sides."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from govnews.figures.candidate import Candidate
from govnews.figures.targets.categories import Category, category_of
from govnews.models import Token

#: With the word behind it, 每 makes a rate (每|科) and 之 a name (妇女儿童|之家)
_OPENS: Final = {"每": Category.PER, "之": Category.NOUN}
_RATIOS: Final = frozenset({"存贷比", "桥隧比", "性价比", "百分比"})
END: Final = re.compile(r"[。！？!?\n]")
"""What ends a sentence."""


@dataclass(slots=True)
class Item:
    """A word, a mark or a figure of a sentence.

    Attributes:
        text: As it stands in the text.
        start: Its first code point.
        category: What it is to a noun phrase.
        figure: Which figure it is, else None.
    """

    text: str
    start: int
    category: Category
    figure: Candidate | None = None


def sentences(
    text: str, found: Sequence[Candidate], words: Callable[[str], Sequence[Token]]
) -> Iterator[list[Item]]:
    """Yield the items of each sentence of *text* that holds some of the figures *found*.

    Only those sentences are given to *words*, which cuts a text into tokens.

    >>> from govnews.figures.scan import candidates
    >>> text = "走访。8万名职工"
    >>> found = list(candidates(text))
    >>> items, = sentences(text, found, lambda text: [Token("职工", 3, 5, "n")])
    >>> [(item.text, item.category.value) for item in items]
    [('8万名', 'figure'), ('职工', 'noun')]
    """
    index = 0
    while index < len(found):
        ends = END.search(text, found[index].end)
        end = ends.start() if ends else len(text)
        start = _start(text, found[index].start, found[index - 1].end if index else 0)
        last = index
        while last < len(found) and found[last].start < end:
            last += 1
        yield _mended(list(_items(text[start:end], words, found[index:last], start)))
        index = last


def _mended(items: list[Item]) -> list[Item]:
    """Cut 占|比较|上年 and 价格比|去年 as they are meant: 占比|较|上年, 价格|比|去年."""
    mended: list[Item] = []
    for at, item in enumerate(items):
        before = items[at - 1] if at else None
        if item.text == "比较" and before is not None and before.text == "占":
            mended[-1] = Item("占比", before.start, Category.NOUN)
            item = Item("较", before.start + len("占比"), Category.WITH)  # noqa: PLW2901
        elif item.text[-1] == "比" and at + 1 < len(items) and _compares(item, items[at + 1]):
            noun = item.text[:-1]
            mended.append(Item(noun, item.start, Category.NOUN))
            item = Item("比", item.start + len(noun), Category.WITH)  # noqa: PLW2901
        mended.append(item)
    return mended


def _compares(item: Item, following: Item) -> bool:
    """Tell whether 比 at the end of a word compares with what follows it."""
    against = following.category is Category.OUTSIDE or following.figure is not None
    named = item.category is Category.NOUN and item.text not in _RATIOS
    return named and against and len(item.text) > len("占比")


def _start(text: str, position: int, floor: int) -> int:
    """Return where the sentence begins that *position* lies in, not before *floor*."""
    return max(floor, 1 + max(text.rfind(mark, floor, position) for mark in "。！？!?\n"))


def _items(
    sentence: str,
    words: Callable[[str], Sequence[Token]],
    found: Sequence[Candidate],
    shift: int,
) -> Iterator[Item]:
    """Yield the items of *sentence*, whose first character stands at *shift*."""
    opened: int | None = None
    for start, end, tag, figure in _pieces(words(sentence), found, shift, len(sentence)):
        word = sentence[start:end]
        if figure is not None:
            yield Item(word, start + shift, Category.FIGURE, figure)
            opened = None
            continue
        category = category_of(word, tag)
        if word in _OPENS:
            opened = start
        elif opened is not None and category is not Category.STOP:
            whole = sentence[opened:end]
            yield Item(whole, opened + shift, _OPENS[whole[0]])
            opened = None
        elif not word.isspace() or "\t" in word:
            yield Item(word, start + shift, category)


Piece = tuple[int, int, str, Candidate | None]


def _pieces(
    tokens: Sequence[Token], found: Sequence[Candidate], shift: int, length: int
) -> Iterator[Piece]:
    """Yield where words and figures stand in a sentence, without gaps and overlaps.

    What no token covers is a word of its own.  A figure may cut a token: what
    is left of it is judged by its ending, as if it had no tag.
    """
    position, following = 0, iter(tokens)
    token = next(following, None)
    for figure in (*found, None):
        stop = length if figure is None else figure.start - shift
        while token is not None and token.start < stop:
            # between figures that touch, a token that both cut leaves nothing
            if min(token.end, stop) > position:
                if token.start > position:
                    yield position, token.start, "", None
                start, end = max(position, token.start), min(token.end, stop)
                whole = end - start == token.end - token.start
                yield start, end, token.tag if whole else "", None
                position = end
            if token.end > stop:
                break
            token = next(following, None)
        if position < stop:
            yield position, stop, "", None
        if figure is not None:
            yield stop, figure.end - shift, "", figure
            position = figure.end - shift

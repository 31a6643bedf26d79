"""A sentence as its words and figures, to be read from a figure to both sides."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, repeat
from typing import Final, NamedTuple, TypeAlias

from govnews.figures.candidate import Candidate
from govnews.figures.targets.categories import Category, category_of
from govnews.grouping import grouped

Words: TypeAlias = Callable[[str, Sequence[tuple[int, int]]], tuple[list[str], list[str]]]
"""What cuts a text into words, each of the places that it is given being one.

It returns the words, which joined are the text, and their parts of speech
(`govnews.segmentation.tagged`).
"""

#: With the word behind it, 每 makes a rate (每|科) and 之 a name (妇女儿童|之家)
_OPENS: Final = {"每": Category.PER, "之": Category.NOUN}
_RATIOS: Final = frozenset({"存贷比", "桥隧比", "性价比", "百分比"})
#: A word with one of these may be none as it stands
_PECULIAR: Final = re.compile(r"[每之比\s]")
END: Final = re.compile(r"[。！？!?\n]")
"""What ends a sentence."""

#: What stands between sentences that are cut together: no word reaches over it
_BETWEEN: Final = "。"
#: Characters that are cut at once: the words of all need not be there together
_BLOCK: Final = 1 << 14


class Item(NamedTuple):
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


class _Stretch(NamedTuple):
    """Where a sentence stands that holds figures, and which."""

    start: int
    end: int
    figures: Sequence[Candidate]


def sentences(text: str, found: Sequence[Candidate], words: Words) -> Iterator[list[Item]]:
    """Yield the items of each sentence of *text* that holds some of the figures *found*.

    Only those sentences are given to *words*, many at once: a sentence is short, and a call
    costs as much as many words.

    >>> from govnews.figures.scan import candidates
    >>> from govnews.segmentation import tagged
    >>> text = "走访。8万名职工"
    >>> items, = sentences(text, list(candidates(text)), tagged)
    >>> [(item.text, item.category.value) for item in items]
    [('8万名', 'figure'), ('职工', 'noun')]
    """
    for stretches in grouped(_stretches(text, found), _length, _BLOCK):
        yield from _cut(text, stretches, words)


def _length(stretch: _Stretch) -> int:
    return stretch.end - stretch.start


def _cut(text: str, stretches: Sequence[_Stretch], words: Words) -> Iterator[list[Item]]:
    joined = _BETWEEN.join([text[start:end] for start, end, _ in stretches])
    cut, tags = words(joined, list(_places(stretches)))
    ends = list(accumulate(map(len, cut)))
    first = begins = 0
    for start, end, figures in stretches:
        last = bisect_left(ends, begins + end - start, first) + 1
        items = _items(cut[first:last], tags[first:last], start, figures)
        yield _mended(list(_opened(items))) if _PECULIAR.search(text, start, end) else items
        begins += end - start + len(_BETWEEN)
        first = last + 1


def _stretches(text: str, found: Sequence[Candidate]) -> Iterator[_Stretch]:
    index = 0
    while index < len(found):
        ends = END.search(text, found[index].end)
        end = ends.start() if ends else len(text)
        start = _start(text, found[index].start, found[index - 1].end if index else 0)
        last = index
        while last < len(found) and found[last].start < end:
            last += 1
        yield _Stretch(start, end, found[index:last])
        index = last


def _start(text: str, position: int, floor: int) -> int:
    """Return where the sentence begins that *position* lies in, not before *floor*."""
    line = max(floor, text.rfind("\n", floor, position) + 1)
    return max(line, 1 + max(text.rfind(mark, line, position) for mark in "。！？!?"))


def _places(stretches: Iterable[_Stretch]) -> Iterator[tuple[int, int]]:
    """Yield where the figures stand in the sentences put together."""
    begins = 0
    for start, end, figures in stretches:
        for figure in figures:
            yield begins + figure.start - start, begins + min(figure.end, end) - start
        begins += end - start + len(_BETWEEN)


def _items(
    words: list[str], tags: list[str], start: int, figures: Sequence[Candidate]
) -> list[Item]:
    """Return the words of the sentence that begins at *start*, each as an item."""
    starts = list(accumulate(map(len, words), initial=start))
    categories = list(map(category_of, words, tags))
    which: list[Candidate | None] = [None] * len(words)
    for figure in figures:
        place = bisect_left(starts, figure.start)
        categories[place], which[place] = Category.FIGURE, figure
    rows = zip(words, starts, categories, which, strict=False)  # of starts there is one more
    # as Item._make does, without a call of Python for each
    return list(map(tuple.__new__, repeat(Item), rows))


def _opened(items: Iterable[Item]) -> Iterator[Item]:
    """Put 每 and 之 together with the word behind them, and leave white space out."""
    opened: Item | None = None
    between = ""
    for item in items:
        if item.figure is not None:
            opened = None
            yield item
        elif item.text in _OPENS:
            opened, between = item, ""
        elif opened is not None and item.category is not Category.STOP:
            yield Item(opened.text + between + item.text, opened.start, _OPENS[opened.text])
            opened = None
        else:
            between += item.text
            if not item.text.isspace() or "\t" in item.text:
                yield item


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

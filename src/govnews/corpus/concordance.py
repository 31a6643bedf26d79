"""`concordance`: every place where a term stands, with what stands around it."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from govnews import segmentation
from govnews.bulletin import Segmenter
from govnews.corpus.counting import Cutter, cutter_of
from govnews.corpus.pages import Page, Texts, as_written, pages
from govnews.corpus.tables import Types, check_pandas, frame

if TYPE_CHECKING:
    import pandas as pd

Term: TypeAlias = str | Sequence[str] | re.Pattern[str]
Words: TypeAlias = tuple[tuple[int, int], ...]
"""Where the words of a term stand, one behind the other."""
Finder: TypeAlias = Callable[[str], Iterator[Words]]

TYPES: Final[Types] = {
    "number": "int64",
    "bulletin": "string",
    "start": "int64",
    "end": "int64",
    "left": "string",
    "keyword": "string",
    "right": "string",
    "sentence": "string",
}

#: As a bulletin's paragraphs are told apart
_LINE_END: Final = re.compile(r"[\r\n\u2028\u2029\x85\x0b\x0c]")


def concordance(  # noqa: PLR0913 - each is a setting of its own
    texts: Texts,
    term: Term,
    *,
    width: int = 20,
    whole_words: bool = False,
    clean: bool = True,
    segmenter: Segmenter | None = None,
) -> "pd.DataFrame":
    """Return every place where a term stands, with its context (extra `frames`).

    The term is found wherever it stands in the text, also inside of a longer word: 工会
    in 省总工会, and 会议 in 工会议事.  With *whole_words* it is not.

    Args:
        texts: Bulletins, as for `govnews.keywords`.
        term: What to look for in the cleaned texts: a word or phrase, words one behind
            the other (only white space may be between them), or a compiled regular
            expression, whose matches are disjoint and never empty.
        width: How many characters to show on either side, at most; none of another line.
        whole_words: Whether the term must begin where a word begins and end where one
            does, as `govnews.segment` cuts them; of several words, each of them.
        clean: Whether texts, and a *term* that is no expression, are cleaned first.
        segmenter: What cuts the words; None for ours.

    Returns:
        One row a place, in the order of the texts.  The columns:

        - `number` (int64): which of *texts* it is in, from 0;
        - `bulletin` (string): its name or `Bulletin.id`, if it has one;
        - `start`, `end` (int64): where the term stands in the caller's string, end exclusive;
        - `left` (string): what stands before it in the cleaned text;
        - `keyword` (string): the term as it stands in the cleaned text;
        - `right` (string): what stands behind it;
        - `sentence` (string): the sentence that it begins in.

    Raises:
        TypeError: If one of *texts* is neither text nor bulletin, *term* is none of the
            three, or *segmenter* is no `Segmenter`.
        ValueError: If *width* is negative, or there is nothing in the term.
        MissingExtraError: If pandas is not installed.

    >>> found = concordance("省總(zǒng)工會召开工会会议。", "工会", width=4)
    >>> found[["start", "end", "left", "keyword", "right"]].values.tolist()
    [[8, 10, '省总', '工会', '召开工会'], [12, 14, '工会召开', '工会', '会议。']]
    """
    if width < 0:
        raise ValueError(f"width={width}: show 0 characters or more")
    check_pandas("concordance")
    find, cut = _finder(term, clean=clean), cutter_of(segmenter)
    rows = (
        row
        for page in pages(texts, "concordance", clean=clean)
        for row in _rows(page, _places(page, find, cut if whole_words else None), width)
    )
    return frame(rows, TYPES)


def _finder(term: object, *, clean: bool) -> Finder:
    """Return what finds a term in a text."""
    if isinstance(term, re.Pattern):
        if not isinstance(term.pattern, str):
            raise TypeError("concordance takes a regular expression of str, not of bytes")
        return partial(_matches, term)
    if not isinstance(term, (str, list, tuple)):
        raise TypeError(
            "concordance takes a word (str), a list of words or a compiled regular expression, "
            f"not {type(term).__name__}"
        )
    words = [term] if isinstance(term, str) else list(term)
    if not words:
        raise ValueError("concordance looks for no words: name one at least")
    written = [re.escape(as_written(word, "concordance", clean=clean)) for word in words]
    # looking ahead, so that places which overlap are found as well
    return partial(_phrases, re.compile("(?=(" + r")\s*(".join(written) + "))"))


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[Words]:
    return ((match.span(),) for match in pattern.finditer(text) if match[0])


def _phrases(pattern: re.Pattern[str], text: str) -> Iterator[Words]:
    """Yield where the groups of *pattern* are."""
    groups = range(1, pattern.groups + 1)
    return (tuple(map(match.span, groups)) for match in pattern.finditer(text))


def _places(page: Page, find: Finder, cut: Cutter | None) -> Iterator[tuple[int, int]]:
    """Yield where a term stands in a page; with *cut*, where its words are words."""
    found = [words for words in find(page.text) if page.holds(words[0][0], words[-1][1])]
    if cut and found:
        tokens = cut(page.text)
        starts = {token.start for token in tokens}
        ends = {token.end for token in tokens}
        found = [each for each in found if all(a in starts and b in ends for a, b in each)]
    return ((words[0][0], words[-1][1]) for words in found)


def _rows(page: Page, places: Iterator[tuple[int, int]], width: int) -> Iterator[tuple[Any, ...]]:
    text = page.text
    sentences = segmentation.sentences(text)
    first, last, sentence = 0, 0, ""
    for start, end in places:
        while last <= start:
            first, last = next(sentences, (len(text), len(text) + 1))
            # one for all places in it, which may be as many as it has characters
            sentence = text[first:last]
        yield (
            page.number,
            page.name,
            *page.cleaned.to_raw(start, end),
            _LINE_END.split(text[max(0, start - width) : start])[-1],
            text[start:end],
            _LINE_END.split(text[end : end + width])[0],
            # white space between two sentences, which an expression may find, is in none
            sentence if first <= start else "",
        )

"""Pages that were wrapped at a fixed width: every line of a paragraph but its last is full.

Judged for the page as a whole.  The width that most long lines have is its
width; a line is full if it comes near, and open if no sentence ends with it.  On a wrapped page
nearly all long open lines are full, they hold clauses (a list of headlines
cut to one length does not), and the paragraph that they make up ends with a
sentence.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from govnews.models import Edit

NARROWEST: Final = 32
"""Columns (a Han character takes two): verse and columns of a table are narrower."""

WIDEST: Final = 120
"""Columns: a page that has a longer line was not wrapped."""

SLACK: Final = 4
"""Columns that a line may differ from the width: a mark may not begin a line, nor a word be cut."""

FEWEST: Final = 3
"""Full open lines, below which nothing is known of a page."""

SHARE: Final = 0.8
"""Of the long open lines, how many must be full."""

_LINE = re.compile(r"(?P<body>[^\r\n]*)(?P<end>\r\n?|\n|\Z)")
#: What a line of a paragraph does not go on behind
_STOP = re.compile("[。！？!?：:…][”』」’）)]*$")
#: What the last line of a paragraph ends in
_END = re.compile("[。！？!?；;：:…”』」）)]$")
_CLAUSE = re.compile("[，、；：。“（《,;:(]")
_OWN_LINE = re.compile(
    r"""
    \s | [•●■◆▲★※·*#|+>-] | [①-⑳]
    | [（(]?[一二三四五六七八九十]{1,3}[)）、.．]
    | 第[一二三四五六七八九十百0-9]{1,4}[章节条编款]
    | [（(]?[0-9]{1,2}(?:[)）、．] | \.(?![0-9]))
    | [【\[]
    """,
    re.VERBOSE,
)
_COLUMNS = re.compile(r"\t|\S[ \u3000]{2,}\S|\|")
_LETTER = re.compile("[A-Za-z]")


class _Line(NamedTuple):
    """A line of the page: its span without the white space behind it, and its width."""

    text: str
    start: int
    next_start: int
    width: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def columns(line: str) -> int:
    """Return how many columns a line takes.

    >>> columns("工会a1")
    6
    """
    return len(line) + sum(character > "\x7f" for character in line)


def join_wrapped(text: str) -> Iterator[Edit]:
    r"""Yield an edit for every line end that wrapping put into a paragraph.

    >>> page = (
    ...     "省总工会组成八个入企服务职工工作组，走\n访四十三家企业，根据企业和职工的需求，\n"
    ...     "研究制定服务企业服务职工的长效机制，协\n调解决困难和问题。\n"
    ... )
    >>> len(list(join_wrapped(page)))
    3
    """
    bodies = text.split("\n")
    if len(bodies) <= FEWEST or sum(len(body) >= NARROWEST // 2 for body in bodies) < FEWEST:
        return
    by_measure = [_lines(text, measure) for measure in (columns, _doubled_length)]
    lines, joints = max(
        ((lines, _joints(lines)) for lines in by_measure), key=lambda it: len(it[1])
    )
    for index in joints:
        line, following = lines[index], lines[index + 1]
        letters = _LETTER.match(line.text[-1]) and _LETTER.match(following.text)
        start, end = line.end, following.start
        yield Edit("line.wrapped", start, end, text[start:end], " " if letters else "", 0.9)


def _doubled_length(line: str) -> int:
    """Return the width for those who count characters, on the scale of columns."""
    return 2 * len(line)


def _lines(text: str, measure: Callable[[str], int]) -> list[_Line]:
    """Return the lines of a page, or none where one is too long for a wrapped page."""
    lines = []
    for found in _LINE.finditer(text):
        body = found["body"].rstrip()
        if len(body) > WIDEST:
            return []
        lines.append(_Line(body, found.start(), found.end(), measure(body)))
    return lines


def _joints(lines: list[_Line]) -> list[int]:
    """Return the indices of the lines that the next one goes on."""
    widths = Counter(line.width for line in lines if line.width >= NARROWEST)
    width = max(widths, key=lambda width: (widths[width], width), default=0)
    if not NARROWEST <= width <= max(widths, default=0) <= min(WIDEST, width + SLACK):
        return []
    long_open = [index for index, pair in enumerate(pairwise(lines)) if _goes_on(*pair, width // 2)]
    full = [index for index in long_open if lines[index].width >= width - SLACK]
    if len(full) < max(FEWEST, SHARE * len(long_open)):
        return []
    if sum(map(_has_clauses, (lines[index] for index in full))) * 2 < len(full):
        return []
    return list(_in_sentences(lines, full))


def _goes_on(line: _Line, following: _Line, least: int) -> bool:
    return (
        line.width >= least
        and bool(following.text)
        and not _STOP.search(line.text)
        and not _OWN_LINE.match(following.text)
        and not _COLUMNS.search(line.text)
        and not _COLUMNS.search(following.text)
    )


def _has_clauses(line: _Line) -> bool:
    return _CLAUSE.search(line.text) is not None


def _in_sentences(lines: list[_Line], full: list[int]) -> Iterator[int]:
    """Yield the joints of the paragraphs that end with a sentence and begin with no heading."""
    chain: list[int] = []
    for index in full:
        if chain and index != chain[-1] + 1:
            yield from _kept(lines, chain)
            chain = []
        chain.append(index)
    yield from _kept(lines, chain)


def _kept(lines: list[_Line], chain: list[int]) -> list[int]:
    if not chain or not _END.search(lines[chain[-1] + 1].text):
        return []
    # a first line without a clause may be a heading that happens to be full
    return chain if _has_clauses(lines[chain[0]]) else chain[1:]

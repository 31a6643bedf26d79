"""Counts: which n-grams of a vocabulary, and which groups of names, stand in each of many texts."""

from collections.abc import Sequence
from typing import Final, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from govnews.topics.cues import groups
from govnews.topics.lookup import Lookup, Places
from govnews.topics.ngrams import LONGEST, Keys, codes_of, keys_of

Flags: TypeAlias = npt.NDArray[np.bool_]

#: Characters looked up at a time: what is held in memory does not grow with a text
_BLOCK: Final = 1 << 17
#: What stands between two texts: no n-gram reaches over it
_BETWEEN: Final = "\n"
_NOWHERE: Final = np.zeros(0, dtype=np.int64)


class Counts(NamedTuple):
    """How often what stands where; the cells of a sparse table, by text and then by column.

    Attributes:
        texts: The text of each cell.
        columns: Its n-gram, as a place in the vocabulary.
        counts: How often it stands there.
        groups: One row a text, one column a group of names: whether it names one.
    """

    texts: Places
    columns: Places
    counts: Places
    groups: Flags


class Occurrences(NamedTuple):
    """Each place in a text where something that is known begins.

    Attributes:
        starts: First characters.
        ends: One past the last.
        which: What stands there.
    """

    starts: Places
    ends: Places
    which: Places


def count(texts: Sequence[str], vocabulary: Lookup, longest: int) -> Counts:
    """Count the n-grams of *vocabulary* in each of *texts*.

    Args:
        texts: Simplified texts.
        vocabulary: The n-grams.
        longest: The characters of the longest of them.

    >>> from govnews.topics.ngrams import key_of
    >>> vocabulary = Lookup.of(np.array([key_of("职")], dtype=np.uint64))
    >>> count(["职工职", "会"], vocabulary, 1)[:3]
    (array([0]), array([0]), array([2]))
    """
    joined = _BETWEEN.join(texts)
    ends = np.cumsum([len(text) + len(_BETWEEN) for text in texts])
    named = np.zeros((len(texts), len(groups().names)), dtype=bool)
    size = len(vocabulary.keys)
    cells: list[Places] = []
    counts: list[Places] = []
    for start in range(0, len(joined), _BLOCK):
        codes = codes_of(joined[start : start + _BLOCK + LONGEST - 1])
        keys = [each[:_BLOCK] for each in keys_of(codes, LONGEST)]
        places, columns = _known(keys[:longest], vocabulary)
        cell = np.searchsorted(ends, start + places, side="right") * size + columns
        there, often = np.unique(cell, return_counts=True)
        cells.append(there)
        counts.append(often)
        places, members = _known(keys, groups().lookup)
        which, group = np.nonzero(groups().members[members])
        named[np.searchsorted(ends, start + places[which], side="right"), group] = True
    cell, often = _merged(cells, counts)
    return Counts(cell // size, cell % size, often, named)


def occurrences(text: str, vocabulary: Lookup, longest: int) -> Occurrences:
    """Return where each n-gram of *vocabulary* stands in *text*.

    >>> from govnews.topics.ngrams import key_of
    >>> occurrences("职工职", Lookup.of(np.array([key_of("职")], dtype=np.uint64)), 1).starts
    array([0, 2])
    """
    found = [
        (places, places + length, which)
        for length, keys in enumerate(keys_of(codes_of(text), longest), 1)
        for places, which in [vocabulary.find(keys)]
    ]
    return Occurrences(*map(np.concatenate, zip(*found, strict=True)))


def names_in(text: str) -> Occurrences:
    """Return where each group of names is named in *text*.

    >>> [groups().names[group] for group in names_in("天津帮扶泽库").which]
    ['支援省市', '支援', '青海']
    """
    found = occurrences(text, groups().lookup, LONGEST)
    rows, which = np.nonzero(groups().members[found.which])
    return Occurrences(found.starts[rows], found.ends[rows], which)


def _known(keys: Sequence[Keys], vocabulary: Lookup) -> tuple[Places, Places]:
    """Return the places and the columns of the n-grams that are known, shorter ones first."""
    places, columns = vocabulary.find(np.concatenate(keys))
    return places % len(keys[0]), columns


def _merged(cells: Sequence[Places], counts: Sequence[Places]) -> tuple[Places, Places]:
    """Add up the cells of all blocks: a text may stand in several."""
    if len(cells) == 1:
        return cells[0], counts[0]
    cell, back = np.unique(np.concatenate([_NOWHERE, *cells]), return_inverse=True)
    often = np.bincount(back, np.concatenate([_NOWHERE, *counts]), len(cell))
    return cell, often.astype(np.int64)

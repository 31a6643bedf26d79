"""The dictionary that comes with jieba, read from its plain text.

jieba itself trusts whatever lies at `jieba.cache` in the shared temporary
folder, writes there and logs to stderr; here its word list is only read.
"""

import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.util import find_spec
from math import log
from pathlib import Path
from typing import Final

_BLOCK: Final = 1 << 20
_FIELDS: Final = 3


@dataclass(slots=True)
class Dictionary:
    """Words with their weights, as jieba's algorithm asks for them.

    Attributes:
        weights: The natural logarithm of each word's frequency.
        total: The sum of the frequencies.
        tags: The part of speech of each word.
        longest: By its first two characters, the length of the longest word.
    """

    weights: dict[str, float] = field(default_factory=dict)
    total: int = 0
    tags: dict[str, str] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)

    def add(self, word: str, frequency: int, tag: str) -> None:
        """Add a word, or give a word of the dictionary another frequency and tag.

        As in jieba, an old frequency stays in the total.

        >>> dictionary = Dictionary()
        >>> dictionary.add("送清凉", 20, "v")
        >>> dictionary.longest, dictionary.total
        ({'送清': 3}, 20)
        """
        self.weights[word] = log(frequency)
        self.tags[word] = tag
        self.total += frequency
        self._measure((word,))

    def copy(self) -> "Dictionary":
        """Return a dictionary of its own with the same words."""
        return Dictionary(self.weights.copy(), self.total, self.tags.copy(), self.longest.copy())

    def _measure(self, words: Iterable[str]) -> None:
        longest = self.longest
        for word in words:
            begun = word[:2]
            if len(word) > 1 and longest.get(begun, 1) < len(word):
                longest[begun] = len(word)

    def _take(self, words: list[str], frequencies: list[str], tags: list[str]) -> None:
        weights = {number: log(int(number)) for number in set(frequencies)}
        self.weights.update(zip(words, map(weights.__getitem__, frequencies), strict=True))
        self.tags.update(zip(words, map(sys.intern, tags), strict=True))
        self.total += sum(map(int, frequencies))
        self._measure(words)


def jieba_dictionary_path() -> Path:
    """Return where jieba's dictionary lies; the package is not imported.

    >>> jieba_dictionary_path().name
    'dict.txt'
    """
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("jieba is not installed", name="jieba")
    return Path(spec.origin).with_name("dict.txt")


def jieba_dictionary() -> Dictionary:
    """Read the dictionary that comes with jieba: 349,046 words.

    >>> dictionary = jieba_dictionary()
    >>> dictionary.weights["工会"] > dictionary.weights["西双版纳"], dictionary.tags["工会"]
    (True, 'n')
    """
    dictionary = Dictionary()
    with jieba_dictionary_path().open(encoding="utf-8") as lines:
        # in blocks: a list of all fields at once would cost more memory than the dictionary
        while block := lines.readlines(_BLOCK):
            fields = "".join(block).split()
            columns = (fields[column::_FIELDS] for column in range(_FIELDS))
            dictionary._take(*columns)  # noqa: SLF001 - its own maker
    return dictionary

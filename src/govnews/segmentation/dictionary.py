"""The dictionary that comes with jieba, read from its plain text.

jieba itself trusts whatever lies at `jieba.cache` in the shared temporary
folder, writes there and logs to stderr; here its word list is only read.
"""

from collections import Counter
from dataclasses import dataclass, field
from importlib.util import find_spec
from math import exp, log
from operator import itemgetter
from pathlib import Path
from typing import Final, TypeAlias

Word: TypeAlias = tuple[float, str]
"""The natural logarithm of a word's frequency, and its part of speech."""

_BLOCK: Final = 1 << 20
_COLUMNS: Final = 3
_FIRST_TWO: Final = itemgetter(slice(2))
_HAS_TWO: Final = itemgetter(slice(1, 2))


@dataclass(slots=True)
class Dictionary:
    """Words with their weights, as jieba's algorithm asks for them.

    Attributes:
        words: What is known of each word.
        total: The sum of the frequencies.
        longest: By its first two characters, the length of the longest word.
    """

    words: dict[str, Word] = field(default_factory=dict)
    total: int = 0
    longest: dict[str, int] = field(default_factory=dict)

    def add(self, word: str, frequency: int, tag: str) -> None:
        """Add a word, or give a word of the dictionary another frequency and tag.

        As in rjieba, an old frequency leaves the total.

        >>> dictionary = Dictionary()
        >>> dictionary.add("送清凉", 20, "v")
        >>> dictionary.longest, dictionary.total
        ({'送清': 3}, 20)
        """
        self.total += frequency - self.frequency(word)
        self.words[word] = log(frequency), tag
        begun = word[:2]
        if len(word) > self.longest.get(begun, 1):
            self.longest[begun] = len(word)

    def frequency(self, word: str) -> int:
        """Return how frequent a word is; 0 for what is none.

        >>> Dictionary.of("工会 1534 n").frequency("工会")
        1534
        """
        known = self.words.get(word)
        return round(exp(known[0])) if known else 0

    def copy(self) -> "Dictionary":
        """Return a dictionary of its own with the same words."""
        return Dictionary(self.words.copy(), self.total, self.longest.copy())

    @classmethod
    def of(cls, text: str) -> "Dictionary":
        r"""Read words, each with its frequency and its tag, line by line.

        >>> sorted(Dictionary.of("工会 1534 n\n职工 720 n").longest.items())
        [('工会', 2), ('职工', 2)]
        """
        dictionary = cls()
        dictionary._take(text)
        dictionary._measure()
        return dictionary

    @classmethod
    def read(cls, path: Path) -> "Dictionary":
        """Read such a file in blocks: all its fields at once would take too much memory."""
        dictionary = cls()
        with path.open(encoding="utf-8") as lines:
            while block := lines.readlines(_BLOCK):
                dictionary._take("".join(block))
        dictionary._measure()
        return dictionary

    def _take(self, text: str) -> None:
        fields = text.split()
        words, frequencies, tags = (fields[column::_COLUMNS] for column in range(_COLUMNS))
        known = Counter(zip(frequencies, tags, strict=True))
        # one tuple for all words of the same frequency and tag
        shared = {each: (log(int(each[0])), each[1]) for each in known}
        rows = map(shared.__getitem__, zip(frequencies, tags, strict=True))
        before = len(self.words)
        self.words.update(zip(words, rows, strict=True))
        self.total += sum(int(frequency) * times for (frequency, _), times in known.items())
        if len(self.words) - before < len(words):
            # B超 is there twice; as in rjieba, the last one counts
            again = Counter(words)
            self.total -= sum(self.frequency(word) * (again[word] - 1) for word in again)

    def _measure(self) -> None:
        """Note the longest word that begins with each two characters: the last one stays."""
        words = sorted(filter(_HAS_TWO, self.words), key=len)
        self.longest = dict(zip(map(_FIRST_TWO, words), map(len, words), strict=True))


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
    >>> dictionary.words["工会"] > dictionary.words["西双版纳"], dictionary.words["工会"][1]
    (True, 'n')
    """
    return Dictionary.read(jieba_dictionary_path())

"""How likely a string of Chinese is: word frequencies, for choosing among repairs.

The counts are those of jieba's own dictionary, read from its file: no
tokenizer is built and no cache is written.  `Walk` weighs a string one
character at a time, so that a search can share what its branches begin with.
"""

from functools import cache
from importlib.resources import files
from math import log
from types import MappingProxyType
from typing import Final, NamedTuple, Self

LONGEST: Final = 4
"""Words of five characters and more are too rare to decide anything."""

#: What is no word, as a share of running text (measured on news bulletins).
_MARKS: Final = MappingProxyType(
    dict.fromkeys("，,", -3.0)
    | dict.fromkeys("。", -3.6)
    | dict.fromkeys("、", -4.0)
    | dict.fromkeys("“”", -5.0)
    | dict.fromkeys("；;：:", -6.0)
    | dict.fromkeys("（）()《》", -6.0)
    | dict.fromkeys("！!？?‘’—…", -7.5)
    | dict.fromkeys("0123456789", -3.5)
    | dict.fromkeys("%.\n \u3000·％－-", -7.0)
)
#: Marks that stand together far more often than chance has it.
_PHRASES: Final = MappingProxyType(
    {"。”": -6.5, "。“": -7.0, "！”": -7.0, "？”": -7.0, "：“": -5.0, "、“": -6.0, "”、": -6.0}
)
_LETTER: Final = -9.0
_STRANGE: Final = -17.0


class Lexicon(NamedTuple):
    """Words and their log probabilities."""

    words: dict[str, float]

    def single(self, character: str) -> float:
        """Weigh a character that is a word of its own or no word at all."""
        found = self.words.get(character)
        if found is not None:
            return found
        mark = _MARKS.get(character)
        if mark is not None:
            return mark
        return _LETTER if character.isascii() and character.isalpha() else _STRANGE


@cache
def lexicon() -> Lexicon:
    """Return jieba's words, read once.

    >>> lexicon().words["职工"] > lexicon().words["牟恢"] if "牟恢" in lexicon().words else True
    True
    """
    counts: dict[str, int] = {}
    with (files("jieba") / "dict.txt").open(encoding="utf-8") as lines:
        for line in lines:
            word, count, _ = line.split(" ", 2)
            if len(word) <= LONGEST:
                counts[word] = int(count)
    total = log(sum(counts.values()))
    words = {word: log(count or 1) - total for word, count in counts.items()}
    words |= _PHRASES
    return Lexicon(words)


class Walk(NamedTuple):
    """The weight of the best division into words, up to here.

    Attributes:
        tail: The last characters, which a word may yet join.
        bests: The best weight after each of the last positions, latest last.
    """

    tail: str = ""
    bests: tuple[float, ...] = (0.0,)

    @property
    def weight(self) -> float:
        """The best weight so far."""
        return self.bests[-1]

    def step(self, character: str) -> Self:
        """Return the walk one character on."""
        words = lexicon().words
        tail = self.tail + character
        best = self.bests[-1] + lexicon().single(character)
        for length in range(2, min(LONGEST, len(tail)) + 1):
            weight = words.get(tail[-length:])
            if weight is not None and self.bests[-length] + weight > best:
                best = self.bests[-length] + weight
        return type(self)(tail[1 - LONGEST :], (*self.bests[1 - LONGEST :], best))

    def along(self, text: str) -> Self:
        """Return the walk after *text*.

        >>> walk = Walk()
        >>> walk.along("困难职工").weight > walk.along("困罐职工").weight
        True
        """
        walk = self
        for character in text:
            walk = walk.step(character)
        return walk

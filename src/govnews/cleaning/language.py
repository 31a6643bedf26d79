"""How likely a string of Chinese is: what decides among the ways to repair a slip.

A model of news language: words, and how often which word follows which.
`Walk` weighs a string one character at a time, over every division into
words at once, so that a search can share what its branches begin with.
All weights are natural logarithms of probabilities.

The model is made by `govnews train language`; what it is made of is said there
and in `data/language.json`.  Reading it runs no code: numpy arrays, no pickle.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from math import inf
from typing import Final, NamedTuple

from govnews.cleaning import gbk
from govnews.errors import GovnewsError
from govnews.modelfiles import BROKEN, Array, unpacked
from govnews.names import name_weight

LONGEST: Final = 5
"""Words of six characters and more are too rare to decide anything."""

#: Names of the classes: tokens that stand for any number, name, word in letters, and a line's ends.
NUMBER: Final = "<number>"
PERSON: Final = "<person>"
LETTERS: Final = "<letters>"
START: Final = "<start>"
END: Final = "<end>"
UNKNOWN: Final = "<unknown>"

#: ASCII marks of a page whose full-width ones were narrowed; GBK's pairs need no %.
WIDE: Final = gbk.WIDE_MARKS | {"%": "％"}

_STOPS: Final = "。！？"
_DIGITS: Final = frozenset("0123456789０１２３４５６７８９.．")
_SPACES: Final = frozenset("\n\r\t \u3000")
_DIGIT: Final = -2.3
_LETTER: Final = -3.0
_STRANGE: Final = -15.5
_BEHIND: Final = 9.0
"""A division into words that is so much less likely than the best one is forgotten."""

_HUNDREDTHS: Final = 100

Column = tuple[tuple[int, float], ...]


class _Rows(dict[int, dict[int, float]]):
    """What follows each word, made when it is first asked for: most words never are."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        super().__init__()
        self._starts: list[int] = arrays["starts"].tolist()
        self._followers, self._joint = arrays["followers"], arrays["joint"]

    def __missing__(self, before: int) -> dict[int, float]:
        here = slice(self._starts[before], self._starts[before + 1])
        followers, weights = self._followers[here].tolist(), _weights(self._joint[here])
        row = self[before] = dict(zip(followers, weights, strict=True))
        return row


class Language:
    """Words and what follows them.

    Attributes:
        vocabulary: Word, or name of a class, to its number.
        weights: The weight of each word where nothing is known of the word before.
        backoffs: What that weight is lowered by, by the word before.
        characters: The weight of each character in running text.
        rows: By word, the weights of those that are known to follow it.
    """

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        """Take the arrays that `govnews train language` wrote; weights are in hundredths."""
        words = _text(arrays["words"]).split("\n")
        self.vocabulary = {word: number for number, word in enumerate(words)}
        self.weights = _weights(arrays["weights"])
        self.backoffs = _weights(arrays["backoffs"])
        self.characters = _by_character(arrays, "characters", "character_weights")
        self.rows = _Rows(arrays)

    def single(self, character: str) -> float:
        """Return the weight of a character in running text."""
        return self.characters.get(WIDE.get(character, character), _STRANGE)

    def follows(self, before: int, word: int) -> float:
        """Return the weight of a word after another."""
        weight = self.rows[before].get(word)
        return self.backoffs[before] + self.weights[word] if weight is None else weight


def _text(codes: Array) -> str:
    return codes.tobytes().decode("utf-8")


def _weights(hundredths: Array) -> list[float]:
    return [each / _HUNDREDTHS for each in hundredths.tolist()]


def _by_character(arrays: Mapping[str, Array], characters: str, weights: str) -> dict[str, float]:
    return dict(zip(_text(arrays[characters]), _weights(arrays[weights]), strict=True))


@cache
def language() -> Language:
    """Return the shipped model, read once.

    Raises:
        GovnewsError: If its file is missing or broken.

    >>> language().single("工") > language().single("龘")
    True
    """
    path = files("govnews").joinpath("data/language.npz")
    try:
        return Language(unpacked(path.read_bytes()))
    except BROKEN as error:
        raise GovnewsError(
            f"data/language.npz cannot be read: {error}: install govnews again, or make the model "
            "again with `govnews train language`"
        ) from error


class _Token(NamedTuple):
    """A word that may end here."""

    length: int
    word: int
    context: int
    weight: float


@lru_cache(maxsize=1 << 16)
def _tokens(tail: str) -> tuple[_Token, ...]:
    """Return the words that *tail* may end with."""
    known = language().vocabulary
    found = [_single(tail[-1])]
    for length in range(2, len(tail) + 1):
        word = tail[-length:]
        number = known.get(word)
        if number is not None:
            found.append(_Token(length, number, number, 0.0))
        weight = name_weight(word) if length <= 3 else None  # noqa: PLR2004 - names
        if weight is not None:
            found.append(_Token(length, known[PERSON], known[PERSON], weight))
    return tuple(found)


def _single(character: str) -> _Token:
    known = language().vocabulary
    character = WIDE.get(character, character)
    if character in _DIGITS:
        return _Token(1, known[NUMBER], known[NUMBER], _DIGIT)
    if character in _SPACES:
        return _Token(1, known[END], known[START], 0.0)
    if character.isascii() and character.isalpha():
        return _Token(1, known[LETTERS], known[LETTERS], _LETTER)
    number = known.get(character)
    if number is None:
        return _Token(1, known[UNKNOWN], known[UNKNOWN], _STRANGE)
    return _Token(1, number, known[START] if character in _STOPS else number, 0.0)


class Walk(NamedTuple):
    """The weight of a string, up to here.

    Attributes:
        tail: The last characters, which a word may yet join.
        columns: After each of the last positions, the words that may end there,
            with the weight of everything up to them; the latest last.
        weight: That of the best division into words.
    """

    tail: str
    columns: tuple[Column, ...]
    weight: float

    def step(self, character: str) -> "Walk":
        """Return the walk one character on."""
        tail, columns = self.tail + character, self.columns
        if character in _DIGITS and self.tail and self.tail[-1] in _DIGITS:
            column = tuple([(word, weight + _DIGIT) for word, weight in columns[-1]])
            best = self.weight + _DIGIT
        else:
            column, best = self._ends(tail)
        return Walk(tail[1 - LONGEST :], (*columns[1 - LONGEST :], column), best)

    def _ends(self, tail: str) -> tuple[Column, float]:
        """Weigh every word that may end here; this is what the search spends its time in."""
        rows, columns = language().rows, self.columns
        weights, backoffs = language().weights, language().backoffs
        known, best = len(columns), -inf
        ends: dict[int, float] = {}
        for length, word, context, inner in _tokens(tail[-LONGEST:]):
            if length > known:
                continue
            most, alone = -inf, weights[word]
            for last, before in columns[-length]:
                after = rows[last].get(word)
                weight = before + (backoffs[last] + alone if after is None else after)
                if weight > most:  # noqa: PLR1730 - a call here costs a fifth of the search
                    most = weight
            most += inner
            if most > ends.get(context, -inf):
                ends[context] = most
                best = max(best, most)
        bar = best - _BEHIND
        return tuple([item for item in ends.items() if item[1] > bar]), best

    def along(self, text: str) -> "Walk":
        """Return the walk after *text*.

        >>> start().along("困难职工").weight > start().along("困罐职工").weight
        True
        """
        walk = self
        for character in text:
            walk = walk.step(character)
        return walk


@cache
def start() -> Walk:
    """Return the walk that has not begun: a sentence begins here.

    >>> start().weight
    0.0
    """
    return Walk("", (((language().vocabulary[START], 0.0),),), 0.0)


def divide(text: str) -> list[str]:
    """Return the likeliest words of a text, in order; what is no word comes character by character.

    >>> divide("市总工会走访困难职工")
    ['市', '总工会', '走访', '困难', '职工']
    """
    follows = language().follows
    # after each position: context -> (weight, word, context before)
    ends: list[dict[int, tuple[float, str, int]]] = [{language().vocabulary[START]: (0.0, "", -1)}]
    for end in range(1, len(text) + 1):
        here: dict[int, tuple[float, str, int]] = {}
        tail = text[max(0, end - LONGEST) : end]
        for length, number, context, inner in _tokens(tail):
            for before, (weight, _, _) in ends[end - length].items():
                total = weight + inner + follows(before, number)
                if context not in here or total > here[context][0]:
                    here[context] = (total, tail[-length:], before)
        ends.append(here)
    return _trace(ends)


def _trace(ends: list[dict[int, tuple[float, str, int]]]) -> list[str]:
    """Walk back over the words that the likeliest division is made of."""
    context = max(ends[-1], key=lambda each: ends[-1][each][0])
    words: list[str] = []
    place = len(ends) - 1
    while place > 0:
        _, word, context = ends[place][context]
        words.append(word)
        place -= len(word)
    return words[::-1]

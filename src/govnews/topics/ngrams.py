"""N-grams: runs of one to four Han characters, each packed into one number.

A text becomes an array of numbers, and looking up all of its n-grams becomes a
few operations on arrays: no loop of Python's touches a character.  What is not
Han (numbers in digits, Latin letters, marks, white space) ends a run: how much was
paid says little about what for.
"""

import re
from collections.abc import Iterator
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

Codes: TypeAlias = npt.NDArray[np.uint64]
"""One number a character, 0 for what is not Han."""
Keys: TypeAlias = npt.NDArray[np.uint64]
"""One number an n-gram, 0 for what is none."""

LONGEST: Final = 4
"""Characters that one number holds."""

_BITS: Final = np.uint64(16)
_FIRST, _LAST = 0x4E00, 0x9FFF
_HAN: Final = re.compile(f"[{chr(_FIRST)}-{chr(_LAST)}]+")


def codes_of(text: str) -> Codes:
    """Return the number of each character of *text*, 0 for what is not Han.

    >>> codes_of("职5工").tolist()
    [32844, 0, 24037]
    """
    # lone surrogates are characters too, and no Han
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    return np.where((points >= _FIRST) & (points <= _LAST), points, 0).astype(np.uint64)


def keys_of(codes: Codes, longest: int) -> Iterator[Keys]:
    """Yield the n-grams of one character, of two and so on, each by where it begins.

    Args:
        codes: What `codes_of` returns.
        longest: The characters of the longest ones, at most `LONGEST`.

    Yields:
        As many numbers as there are codes, 0 where no n-gram of that length begins.

    >>> [[ngram(key) for key in keys] for keys in keys_of(codes_of("职工"), 2)]
    [['职', '工'], ['职工', '']]
    """
    keys = codes
    yield keys
    for length in range(1, longest):
        ahead = np.zeros_like(codes)
        ahead[: max(0, len(codes) - length)] = codes[length:]
        keys = np.where((keys > 0) & (ahead > 0), (keys << _BITS) | ahead, np.uint64(0))
        yield keys


def key_of(ngram: str) -> int:
    """Return the number of an n-gram of Han characters.

    >>> ngram(key_of("职工"))
    '职工'
    """
    key = 0
    for character in ngram:
        key = (key << int(_BITS)) | ord(character)
    return key


def ngram(key: int) -> str:
    """Return the n-gram of a number, the empty string of 0.

    >>> ngram(0x804C)
    '职'
    """
    number, characters = int(key), ""
    while number:
        characters = chr(number & 0xFFFF) + characters
        number >>= int(_BITS)
    return characters


def ngrams_of(text: str, longest: int) -> list[str]:
    """Return the n-grams of *text* as strings, shortest first.

    >>> ngrams_of("职工,会", 2)
    ['职', '工', '会', '职工']
    """
    runs = _HAN.findall(text)
    return [
        run[start : start + length]
        for length in range(1, longest + 1)
        for run in runs
        for start in range(len(run) - length + 1)
    ]

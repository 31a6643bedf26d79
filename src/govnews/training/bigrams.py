"""Which word follows which in news: read from Apache Lucene's analyser for Chinese.

`lucene-analyzers-smartcn-*.jar` (Maven Central; Debian's liblucene8-java) holds
words with their counts, and pairs of words with theirs, from eight million
words of a Chinese daily paper: ICTCLAS 1.0's data under the Apache License 2.0.
The words are there in plain; of the pairs only 64-bit hashes (FNV-1a of
"word@word"), so every pair of words is hashed and looked up.  Nothing of the
jar is run: its two serialised arrays are read as data.
"""

import struct
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final, TypeAlias
from zipfile import BadZipFile, ZipFile

import numpy as np
import numpy.typing as npt

from govnews.errors import GovnewsError

FOLDER: Final = "org/apache/lucene/analysis/cn/smart/hhmm/"

_PRIME: Final = np.uint64(1099511628211)
_BASIS: Final = np.uint64(0xCBF29CE484222325)
_BYTE: Final = 0xFF
_ROW: Final = 94
_FIRST: Final = 161
_SIEVE_BITS: Final = 24

#: Java's stream codes (Java Object Serialization Specification, 6.4.2).
_NULL, _REFERENCE, _CLASS, _ARRAY, _END_BLOCK = 0x70, 0x71, 0x72, 0x75, 0x78
_PRIMITIVES: Final = {"S": ">i2", "C": ">u2", "I": ">i4", "J": ">i8"}
_FIRST_HANDLE: Final = 0x7E0000

Numbers: TypeAlias = npt.NDArray[np.generic]
Item: TypeAlias = "Numbers | list[Item] | None"


def read_bigrams(jar: Path) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """Read how often words, and pairs of words, stood in the paper.

    Args:
        jar: The path of `lucene-analyzers-smartcn-*.jar`.

    Returns:
        Word to count and pair of words to count.  Classes of words are named
        as ICTCLAS names them: 未##数, 未##人, 始##始 ...

    Raises:
        GovnewsError: If the file is no such jar.
    """
    try:
        with ZipFile(jar) as archive:
            core = archive.read(f"{FOLDER}coredict.mem")
            pairs = archive.read(f"{FOLDER}bigramdict.mem")
        words = _words(core)
        return words, _pairs([word for word, count in words.items() if count], pairs)
    except (OSError, BadZipFile, KeyError, ValueError, IndexError, struct.error) as error:
        raise GovnewsError(
            f"{jar}: no word pairs could be read: {error}: point to lucene-analyzers-smartcn-*.jar"
        ) from error


def _words(data: bytes) -> Counter[str]:
    """Put the words together: the first character is the row's, by its place in GB 2312."""
    _, _, rests, counts = JavaArrays(data).read(4)
    words: Counter[str] = Counter()
    if not isinstance(rests, list) or not isinstance(counts, list):
        raise ValueError("the dictionary is not what it was expected to be")  # noqa: TRY004
    for row, (endings, numbers) in enumerate(zip(rests, counts, strict=True)):
        if not isinstance(endings, list) or not isinstance(numbers, np.ndarray):
            continue
        first = bytes((row // _ROW + _FIRST, row % _ROW + _FIRST)).decode("gb18030", "replace")
        for ending, count in zip(endings, numbers.tolist(), strict=True):
            rest = "" if ending is None else "".join(map(chr, np.asarray(ending).tolist()))
            words[first + rest] += count
    return words


def _pairs(words: list[str], data: bytes) -> Counter[tuple[str, str]]:
    """Hash every pair of words and keep those that the table has."""
    keys, counts = (np.asarray(array) for array in JavaArrays(data).read(2))
    unsigned = keys.astype(np.int64).view(np.uint64)
    order = np.argsort(unsigned)[np.count_nonzero(unsigned == 0) :]
    hashes, numbers = unsigned[order], counts[order]
    sieve = np.zeros(1 << _SIEVE_BITS, dtype=bool)
    sieve[_sieved(hashes)] = True
    followers = list(_by_length(words))
    found: Counter[tuple[str, str]] = Counter()
    with np.errstate(over="ignore"):
        for word in words:
            begun = _hash(np.full(1, _BASIS), f"{word}@")
            for codes, indexes in followers:
                state = np.full(len(codes), begun[0])
                for column in codes.T:
                    state = _mix(state, column)
                likely = np.nonzero(sieve[_sieved(state)])[0]
                places = np.searchsorted(hashes, state[likely])
                places[places == len(hashes)] = 0
                for hit in np.nonzero(hashes[places] == state[likely])[0].tolist():
                    follower = words[int(indexes[likely[hit]])]
                    found[word, follower] = int(numbers[places[hit]])
    return found


def _sieved(hashes: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    return hashes >> np.uint64(64 - _SIEVE_BITS)


def _by_length(words: list[str]) -> Iterator[tuple[npt.NDArray[np.uint64], npt.NDArray[np.int64]]]:
    """Yield the UTF-16 codes of all words of one length, with their places in the list."""
    lengths = np.array([len(word) for word in words])
    for length in np.unique(lengths).tolist():
        (places,) = np.nonzero(lengths == length)
        codes = [[ord(character) for character in words[int(place)]] for place in places]
        yield np.array(codes, dtype=np.uint64), places


def _hash(state: npt.NDArray[np.uint64], text: str) -> npt.NDArray[np.uint64]:
    for character in text:
        state = _mix(state, np.full(1, ord(character), dtype=np.uint64))
    return state


def _mix(state: npt.NDArray[np.uint64], codes: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """Take in one UTF-16 code, low byte first (Fowler, Noll and Vo's hash, variant 1a)."""
    state = (state ^ (codes & np.uint64(_BYTE))) * _PRIME
    return (state ^ (codes >> np.uint64(8))) * _PRIME


class JavaArrays:
    """A reader of arrays of numbers, and of arrays of them, that Java serialised.

    Args:
        data: The stream, its header included.

    Raises:
        ValueError: If it is none, or holds something else.
    """

    def __init__(self, data: bytes) -> None:
        """Check the header."""
        if data[:4] != b"\xac\xed\x00\x05":
            raise ValueError("no stream of Java objects")
        self._data = data
        self._place = 4
        self._handles: list[str] = []

    def read(self, count: int) -> list[Item]:
        """Return the next *count* arrays."""
        return [self._item() for _ in range(count)]

    def _take(self, layout: str) -> int:
        (value,) = struct.unpack_from(layout, self._data, self._place)
        self._place += struct.calcsize(layout)
        return int(value)

    def _item(self) -> Item:
        code = self._take(">B")
        if code == _NULL:
            return None
        if code != _ARRAY:
            raise ValueError(f"an array was expected at byte {self._place - 1}")
        kind = self._class()
        self._handles.append("")  # the array itself, which nothing refers to
        size = self._take(">i")
        if kind in _PRIMITIVES:
            numbers = np.frombuffer(self._data, _PRIMITIVES[kind], size, self._place)
            self._place += numbers.nbytes
            return numbers
        return [self._item() for _ in range(size)]

    def _class(self) -> str:
        """Return what the array is one of: the rest of its class's name, [[C is one of [C."""
        code = self._take(">B")
        if code == _REFERENCE:
            return self._handles[self._take(">i") - _FIRST_HANDLE]
        if code != _CLASS:
            raise ValueError(f"a class was expected at byte {self._place - 1}")
        length = self._take(">H")
        name = self._data[self._place : self._place + length].decode()
        self._place += length + 8 + 1 + 2  # its number, flags, and how many fields: none
        if (self._take(">B"), self._take(">B")) != (_END_BLOCK, _NULL):
            raise ValueError(f"class {name} is not a bare array")
        self._handles.append(name[1:])
        return name[1:]

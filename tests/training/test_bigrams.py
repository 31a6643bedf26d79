"""Reading word pairs from a jar: a small one is written here as Java would write it."""

import struct
from pathlib import Path
from zipfile import ZipFile

import pytest

from govnews.errors import GovnewsError
from govnews.training.bigrams import FOLDER, JavaArrays, read_bigrams

HEADER = b"\xac\xed\x00\x05"
NULL = b"\x70"
BASIS = 0xCBF29CE484222325
PRIME = 1099511628211


def kind(name: str) -> bytes:
    """Describe the class of an array."""
    return b"\x72" + struct.pack(">H", len(name)) + name.encode() + bytes(8) + b"\x02\0\0\x78\x70"


def numbers(code: str, layout: str, values: list[int]) -> bytes:
    """Serialise an array of numbers."""
    packed = b"".join(struct.pack(layout, value) for value in values)
    return b"\x75" + kind(f"[{code}") + struct.pack(">i", len(values)) + packed


def arrays(name: str, items: list[bytes]) -> bytes:
    """Serialise an array of arrays."""
    return b"\x75" + kind(name) + struct.pack(">i", len(items)) + b"".join(items)


def row(character: str) -> int:
    """Return the place of a character in GB 2312."""
    lead, trail = character.encode("gb2312")
    return (lead - 161) * 94 + trail - 161


def fnv(text: str) -> int:
    """Hash as Lucene does."""
    state = BASIS
    for character in text:
        for byte in (ord(character) & 0xFF, ord(character) >> 8):
            state = (state ^ byte) * PRIME % (1 << 64)
    return state - (1 << 64) if state >= 1 << 63 else state


def core(words: dict[str, int]) -> bytes:
    """Write the dictionary: by first character, the rest of each word and its count."""
    size = max(map(row, (word[0] for word in words))) + 1
    rests, counts = [NULL] * size, [NULL] * size
    for first in {word[0] for word in words}:
        mine = {word: count for word, count in words.items() if word[0] == first}
        rests[row(first)] = arrays(
            "[[C", [numbers("C", ">H", [ord(each) for each in word[1:]]) for word in mine]
        )
        counts[row(first)] = numbers("I", ">i", list(mine.values()))
    return (
        HEADER
        + numbers("S", ">h", [-1])
        + numbers("C", ">H", [0])
        + arrays("[[[C", rests)
        + arrays("[[I", counts)
    )


def pairs(found: dict[str, int]) -> bytes:
    """Write the table of hashes, with gaps."""
    keys = [0, *(value for pair in found for value in (fnv(pair), 0))]
    values = [0, *(value for count in found.values() for value in (count, 0))]
    return HEADER + numbers("J", ">q", keys) + numbers("I", ">i", values)


def write_jar(path: Path, words: dict[str, int], found: dict[str, int]) -> Path:
    """Write a jar with a dictionary and word pairs."""
    with ZipFile(path, "w") as jar:
        jar.writestr(f"{FOLDER}coredict.mem", core(words))
        jar.writestr(f"{FOLDER}bigramdict.mem", pairs(found))
    return path


def test_words_and_pairs_come_back(tmp_path: Path) -> None:
    """The words in plain, the pairs by their hashes."""
    counts = {"困难": 7, "职工": 9, "的": 40, "职务": 0}
    jar = write_jar(tmp_path / "smartcn.jar", counts, {"困难@职工": 5, "职工@的": 3})

    words, found = read_bigrams(jar)

    assert words == counts
    assert found == {("困难", "职工"): 5, ("职工", "的"): 3}


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no jar at all"])
def test_what_is_no_jar_is_named(tmp_path: Path, content: bytes) -> None:
    """The message says which file, and what was wanted."""
    path = tmp_path / "other.jar"
    path.write_bytes(content)

    with pytest.raises(GovnewsError, match=r"other\.jar.*smartcn"):
        read_bigrams(path)


def test_another_jar_is_named(tmp_path: Path) -> None:
    """A jar without the two tables."""
    path = tmp_path / "core.jar"
    with ZipFile(path, "w") as jar:
        jar.writestr("META-INF/MANIFEST.MF", "")

    with pytest.raises(GovnewsError, match="smartcn"):
        read_bigrams(path)


@pytest.mark.parametrize(
    "data", [b"", b"\x80\x04K\x01.", HEADER, HEADER + b"\x73", HEADER + b"\x75\x70"]
)
def test_what_is_no_array_is_refused(data: bytes) -> None:
    """Pickles, objects, cut streams: nothing is built but arrays of numbers."""
    with pytest.raises((ValueError, struct.error)):
        JavaArrays(data).read(1)

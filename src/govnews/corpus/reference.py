"""The words of our own corpora: what a word is worth, and how often it stands anywhere.

`data/words.npz` holds every word of the paragraphs in `corpora/topics`, with
how often it stands there and in how many of them; `govnews train words` makes it.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

import msgspec
import numpy as np

from govnews.bulletin import segment
from govnews.corpus.counting import Counts, Cutter, Entry, count
from govnews.corpus.pages import Texts, pages
from govnews.errors import LabelError
from govnews.modelfiles import Array, packed, unpacked, write
from govnews.models import Token
from govnews.segmentation import is_stop
from govnews.topics.labelled import files_of, lines_of

NPZ: Final = "words.npz"


class _Line(msgspec.Struct):
    """What must stand on a line of data."""

    text: str


def counts_of(
    reference: Texts | None, asker: str, cut: Cutter, *, clean: bool, stop: bool
) -> Counts:
    """Return the counts that words are measured against.

    Args:
        reference: Texts of the user's own; None for our corpora.
        asker: The function that was given them, for errors.
        cut: What cuts them into words.
        clean: Whether to clean them.
        stop: Whether to leave out stop words.

    Raises:
        TypeError: If one of *reference* is neither text nor bulletin.
    """
    if reference is None:
        return shipped(stop=stop)
    return count(pages(reference, asker, clean=clean), cut, stop=stop)


@cache
def shipped(*, stop: bool) -> Counts:
    """Return the counts that ship with the package.

    >>> shipped(stop=True).texts, shipped(stop=True).found_in("的"), shipped(stop=False).size > 0
    (2738, 0, True)
    """
    counts = _unpacked(files("govnews").joinpath("data", NPZ).read_bytes())
    if not stop:
        return counts
    kept = {
        word: entry
        for word, entry in counts.words.items()
        if not is_stop(Token(word, 0, len(word), entry.tag))
    }
    return Counts(counts.texts, kept)


def train_words(data: Sequence[Path], out: Path) -> Counts:
    """Count the words of a corpus and write them down.

    Args:
        data: Files of JSON lines with `text`, or folders of them.
        out: The folder to write `words.npz` to.

    Returns:
        What was written.

    Raises:
        GovnewsError: If the data is not there or is not what it should be, or
            the file cannot be written.
    """
    texts = [_text(line, place) for path in files_of(*data) for place, line in lines_of(path)]
    if not texts:
        raise LabelError("the data holds no texts: point to files or folders of *.jsonl")
    counts = count(pages(texts, "train_words"), segment, stop=False)
    write(out, {NPZ: packed(_arrays(counts))})
    return counts


def _text(line: str, place: str) -> str:
    try:
        return msgspec.json.decode(line, type=_Line).text
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        raise LabelError(f"{place}: not a JSON object with text: {error}") from error


def _arrays(counts: Counts) -> dict[str, Array]:
    """Return the counts as arrays; the words stand in the order of their characters."""
    rows = sorted(counts.words.items())
    tags = sorted({entry.tag for _, entry in rows})
    return {
        "words": _codes(word for word, _ in rows),
        "tags": _codes(tags),
        "tag": np.array([tags.index(entry.tag) for _, entry in rows], dtype=np.uint8),
        "times": np.array([entry.times for _, entry in rows], dtype=np.uint32),
        "texts": np.array([entry.texts for _, entry in rows], dtype=np.uint32),
        "size": np.array([counts.texts], dtype=np.uint32),
    }


def _unpacked(content: bytes) -> Counts:
    arrays = unpacked(content)
    tags = _words(arrays["tags"])
    columns = zip(
        arrays["times"].tolist(),
        arrays["texts"].tolist(),
        [tags[number] for number in arrays["tag"].tolist()],
        strict=True,
    )
    entries = map(Entry._make, columns)
    return Counts(int(arrays["size"][0]), dict(zip(_words(arrays["words"]), entries, strict=True)))


def _codes(words: Iterable[str]) -> Array:
    """Return words as the bytes of a text of one a line."""
    return np.frombuffer("\n".join(words).encode(), dtype=np.uint8)


def _words(codes: Array) -> list[str]:
    return codes.tobytes().decode().split("\n")

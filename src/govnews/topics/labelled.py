"""Labelled paragraphs: what the model is trained on and measured against."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import msgspec

from govnews.errors import LabelError


@dataclass(frozen=True, slots=True)
class _Record:
    """What must stand on a line; what else stands there is for readers."""

    text: str
    topics: tuple[str, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A labelled paragraph.

    Attributes:
        text: The paragraph.
        topics: Its topics, the most central first.
        source: The file that it is from, which is one hand.
        place: Its id, or else its file and line: what a report calls it.
    """

    text: str
    topics: tuple[str, ...]
    source: str
    place: str


def read_labelled(data: Path) -> list[Labelled]:
    """Read labelled paragraphs.

    Args:
        data: A file of JSON lines with `text` and `topics` (and an `id`, if they have one), or a
            folder of `*.jsonl`, which are read in the order of their names.

    Raises:
        LabelError: If there is none, or a line is not what it should be.
    """
    found = [
        paragraph
        for path in files_of(data)
        for paragraph in labelled_lines(_read(path), str(path), path.stem)
    ]
    if not found:
        raise LabelError(
            f"{data} holds no labelled paragraphs: point to a file or folder of *.jsonl"
        )
    return found


def labelled_lines(text: str, name: str, source: str = "") -> list[Labelled]:
    """Return the labelled paragraphs of a file of JSON lines.

    Args:
        text: What the file says.
        name: What errors shall call it.
        source: The hand that labelled it.

    Raises:
        LabelError: If a line is not what it should be.

    >>> labelled_lines('{"text": "植树", "topics": ["forest"]}', "mine.jsonl")[0].topics
    ('forest',)
    """
    return [_labelled(line, place, source) for place, line in _numbered(text, name)]


def digest_of(*data: Path) -> str:
    """Return the SHA-256 of the files of *data*, one behind the other."""
    digest = sha256()
    for path in files_of(*data):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def files_of(*data: Path) -> list[Path]:
    """Return the files that are named, and for a folder its `*.jsonl` by their names."""
    return [
        path
        for each in data
        for path in (sorted(each.glob("*.jsonl")) if each.is_dir() else [each])
    ]


def lines_of(path: Path) -> Iterator[tuple[str, str]]:
    """Yield where each line of a file stands, and the line; blank ones are left out.

    Raises:
        LabelError: If the file is not there, or is not UTF-8.
    """
    yield from _numbered(_read(path), str(path))


def _numbered(text: str, name: str) -> Iterator[tuple[str, str]]:
    # U+2028 and its like end no line: JSON allows them inside of a string
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield f"{name}, line {number}", line


def _read(path: Path) -> str:
    try:
        # Windows writes UTF-8 with a mark
        return path.read_text(encoding="utf-8").removeprefix("\ufeff")
    except FileNotFoundError as error:
        raise LabelError(f"{path}: no such file or folder: check the name") from error
    except OSError as error:
        raise LabelError(f"{path} could not be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise LabelError(
            f"{path}: byte {error.start} is not UTF-8: save the data as UTF-8"
        ) from error


def _labelled(line: str, place: str, source: str) -> Labelled:
    try:
        record = msgspec.json.decode(line, type=_Record)
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        raise LabelError(f"{place}: not a JSON object with text and topics: {error}") from error
    if not all(topic.strip() for topic in record.topics):
        raise LabelError(f"{place}: a topic has no name: write [] for none")
    return Labelled(record.text, record.topics, source, record.id or place)

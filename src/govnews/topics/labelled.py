"""Labelled paragraphs: what the model is trained on and measured against."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from govnews.errors import GovnewsError
from govnews.topics.labels import TOPICS

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Record:
    """What must stand on a line; what else stands there is for readers."""

    text: str
    topics: frozenset[str]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A labelled paragraph: its text, its topics, and the file (the hand) that it is from."""

    text: str
    topics: frozenset[str]
    source: str


@dataclass(frozen=True, slots=True)
class Scores:
    """How well predicted topics agree with labelled ones.

    Attributes:
        paragraphs: How many were compared.
        macro_f1: The mean of the topics' F1.
        exact: The share of paragraphs whose topics are all right and none wrong.
        f1: Label to F1.
    """

    paragraphs: int
    macro_f1: float
    exact: float
    f1: dict[str, float]


def read_labelled(data: Path) -> list[Labelled]:
    """Read labelled paragraphs.

    Args:
        data: A file of JSON lines with `text` and `topics`, or a folder of
            `*.jsonl`, which are read in the order of their names.

    Raises:
        GovnewsError: If there is none, or a line is not what it should be.
    """
    found = [
        _labelled(line, place, path.stem)
        for path in files_of(data)
        for place, line in lines_of(path)
    ]
    if not found:
        raise GovnewsError(f"{data} holds no labelled paragraphs: point to a folder of *.jsonl")
    return found


def digest_of(*data: Path) -> str:
    """Return the SHA-256 of the files of *data*, one behind the other."""
    digest = sha256()
    for path in files_of(*data):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def flags_of(topics: Iterable[Collection[str]]) -> Flags:
    """Return one row a paragraph and one column a topic: whether it has it.

    >>> flags_of([["veterans"], []]).tolist()
    [[False, False, False, False, True], [False, False, False, False, False]]
    """
    return np.array([[label in has for label in TOPICS] for has in topics], dtype=bool)


def compare(predicted: Flags, gold: Flags) -> Scores:
    """Score *predicted* flags against *gold* ones.

    >>> compare(flags_of([["veterans"], []]), flags_of([["veterans"], ["veterans"]])).exact
    0.5
    """
    f1 = f1_of(predicted, gold)
    return Scores(
        paragraphs=len(gold),
        macro_f1=float(f1.mean()),
        exact=float((predicted == gold).all(axis=1).mean()),
        f1={label: float(score) for label, score in zip(TOPICS, f1, strict=True)},
    )


def f1_of(predicted: Flags, gold: Flags) -> npt.NDArray[np.float64]:
    """Return the F1 of each column; 0 where neither side has any."""
    hits = (predicted & gold).sum(axis=0)
    wrong = (predicted ^ gold).sum(axis=0)
    return np.asarray(2 * hits / np.maximum(1, 2 * hits + wrong))


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
        GovnewsError: If the file is not there, or is not UTF-8.
    """
    # U+2028 and its like end no line: JSON allows them inside of a string
    for number, line in enumerate(_read(path).split("\n"), 1):
        if line.strip():
            yield f"{path}, line {number}", line


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise GovnewsError(f"{path}: no such file or folder: check the name") from error
    except OSError as error:
        raise GovnewsError(f"{path} could not be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise GovnewsError(
            f"{path}: byte {error.start} is not UTF-8: save the data as UTF-8"
        ) from error


def _labelled(line: str, place: str, source: str) -> Labelled:
    try:
        record = msgspec.json.decode(line, type=_Record)
    except msgspec.DecodeError as error:
        raise GovnewsError(f"{place}: not a JSON object with text and topics: {error}") from error
    if unknown := record.topics - TOPICS.keys():
        raise GovnewsError(f"{place}: unknown topic {min(unknown)!r}: use {', '.join(TOPICS)}")
    return Labelled(record.text, record.topics, source)

"""What is to be done: small, and fit to be sent anywhere.

A task is named by what it reads and how: whoever does it, and however often, writes the same
files.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Final, NamedTuple

from govnews import __version__
from govnews.batch.settings import Settings

#: What the parts look like; another number does everything again.
_LAYOUT: Final = 1
_ID_LENGTH: Final = 20


class Sort(StrEnum):
    """What a file is.

    Attributes:
        TEXT: A text or a saved web page: one bulletin.
        JSONL: A JSON object a line.
        CSV: Rows of cells, their names in the first.
        PARQUET: A table.
    """

    TEXT = "text"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


class Stamp(NamedTuple):
    """What tells without reading it that a file is still the same."""

    size: int
    mtime_ns: int


class Span(NamedTuple):
    """Rows of a row group, counted from 0 within it."""

    group: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """A part of a file, or the whole of it.

    Attributes:
        name: What the results call the file.
        path: Where it is, from the root.
        sort: What it is.
        stamp: What it looked like when the task was made.
        digest: SHA-256 of the bytes of the part; of a packed file and of a Parquet file, of
            all of it.
        start: The first byte of the part.
        end: One past the last.
        first: The number of the first row, from 1.
        header: Of CSV, the names of the columns; empty where they are in the part itself.
        spans: Of Parquet, which rows.
    """

    name: str
    path: str
    sort: Sort
    stamp: Stamp
    digest: str
    start: int
    end: int
    first: int = 1
    header: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()

    @property
    def packed(self) -> bool:
        """Whether it is compressed."""
        return self.path.lower().endswith(".gz")

    @property
    def size(self) -> int:
        """How many bytes it is."""
        return self.end - self.start

    @property
    def place(self) -> str:
        """Where it is, for somebody who looks for what is missing."""
        if self.sort is Sort.TEXT or self.packed:
            return self.name
        if self.spans:
            rows = sum(span.end - span.start for span in self.spans)
            return f"{self.name}, rows {self.first} to {self.first + rows - 1}"
        return f"{self.name}, bytes {self.start} to {self.end}"

    def identity(self) -> tuple[object, ...]:
        """Return all but what can change while the content stays."""
        ends = self.digest, self.start, self.end
        return (self.name, self.path, self.sort, *ends, self.first, self.header, self.spans)


@dataclass(frozen=True, slots=True)
class Task:
    """What one worker does at once.

    Attributes:
        id: Its name, and that of its parts.
        sources: What it reads.
        settings: How.
        out: The folder to write to, from the root.
        sign: The file without which nobody waits for it any more; None where whoever does it
            ends with the run.
    """

    id: str
    sources: tuple[Source, ...]
    settings: Settings
    out: str
    sign: str | None = None

    @classmethod
    def of(cls, sources: Sequence[Source], settings: Settings, out: str) -> "Task":
        """Name what is to be done by all that decides what comes of it."""
        parts = [each.identity() for each in sources]
        said = json.dumps([fingerprint(settings), parts])
        digest = sha256(said.encode()).hexdigest()[:_ID_LENGTH]
        return cls(digest, tuple(sources), settings, out)

    @property
    def size(self) -> int:
        """How many bytes it reads."""
        return sum(source.size for source in self.sources)

    @property
    def places(self) -> tuple[str, ...]:
        """What it reads, for somebody who looks for what is missing."""
        return tuple(source.place for source in self.sources)

    @property
    def inputs(self) -> tuple[str, ...]:
        """The files that it reads."""
        return tuple(source.path for source in self.sources)


def fingerprint(settings: Settings) -> str:
    """Return what differs where results can differ although the texts are the same."""
    return f"{__version__}/{_LAYOUT}/{settings.digest()}"

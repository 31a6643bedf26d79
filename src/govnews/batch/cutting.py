"""Files with rows cut into parts of some megabytes, in the one pass that makes their digests."""

import codecs
import csv
import io
from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Final, NamedTuple, Protocol, TypeAlias

from govnews.batch.bytewise import LONGEST, Hashed, Lines, Readable, stamp_of
from govnews.batch.finding import Input
from govnews.batch.settings import Settings
from govnews.batch.tasks import Sort, Source, Stamp
from govnews.errors import FrameError
from govnews.reading import decode

_WIDE: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BLOCK: Final = 1 << 20
#: What stands between cells while they are decoded together: no cell has it.
_BETWEEN: Final = "\n\x1f\n"


class Peeking(Readable, Protocol):
    """A stream that can be looked into."""

    def peek(self, size: int, /) -> bytes:
        """Return some bytes, and stay in front of them."""

    def read(self, size: int, /) -> bytes:
        """Return some bytes."""


class _Range(NamedTuple):
    """A range of bytes that holds whole rows."""

    start: int
    end: int
    digest: str
    first: int


Cutting: TypeAlias = Callable[[Source, Settings, int], Iterator[Source]]
"""What cuts a file of which the digest is known."""


class Cut:
    """A file that is cut.

    Attributes:
        stamp: What the file looked like before.
        digest: The digest of the whole of it, once all parts are drawn.
    """

    def __init__(self, given: Input, settings: Settings, target: int) -> None:
        """Look at a file.

        Raises:
            OSError: If there is none.
        """
        self.stamp: Stamp = stamp_of(given.path)
        self.digest = ""
        self._given = given
        self._settings = settings
        self._target = target

    def __iter__(self) -> Iterator[Source]:
        """Yield the parts, in order.

        Raises:
            FrameError: If it has no column of texts, or is no such file.
            OSError: If it cannot be read.
        """
        if self._given.sort is Sort.PARQUET:
            from govnews.batch.columnar import cut

            return self._hashed_first(cut)
        if self._given.path.lower().endswith(".gz"):
            return self._hashed_first(lambda whole, *_: iter((whole,)))
        return self._ranges()

    def _hashed_first(self, cut: Cutting) -> Iterator[Source]:
        with Hashed(self._given.path) as file:
            self.digest = file.rest().hexdigest()
        whole = Source(
            self._given.name,
            self._given.path,
            self._given.sort,
            self.stamp,
            self.digest,
            0,
            self.stamp.size,
        )
        yield from cut(whole, self._settings, self._target)

    def _ranges(self) -> Iterator[Source]:
        given = self._given
        with Hashed(given.path) as file:
            stream = file.buffered()
            start = after_mark(stream, given.name)
            header: tuple[str, ...] = ()
            if given.sort is Sort.CSV:
                lines = Lines(stream, start)
                header = header_of(csv_rows(lines), given.name, self._settings)
                ranges = _rows(lines, self._target, given.name)
            else:
                ranges = _lines(stream, start, self._target)
            for start, end, digest, first in ranges:
                yield Source(
                    *(given.name, given.path, given.sort, self.stamp, digest, start, end),
                    first=first,
                    header=header,
                )
            self.digest = file.rest().hexdigest()


def after_mark(stream: Peeking, name: str) -> int:
    """Pass over a byte-order mark, and return where the text begins.

    Raises:
        FrameError: If it says that the text is UTF-16.
    """
    start = stream.peek(len(codecs.BOM_UTF8))
    if start.startswith(_WIDE):
        raise FrameError(f"{name} is in UTF-16: save it as UTF-8")
    return len(stream.read(len(codecs.BOM_UTF8))) if start.startswith(codecs.BOM_UTF8) else 0


def _lines(stream: io.BufferedReader, start: int, target: int) -> Iterator[_Range]:
    """Cut behind lines, which can be of any length: of one that is too long nothing is kept."""
    sha, end, first, number = sha256(), start, 1, 1
    while block := stream.readline(_BLOCK):
        sha.update(block)
        end += len(block)
        if not block.endswith(b"\n"):
            continue
        number += 1
        if end - start >= target:
            yield _Range(start, end, sha.hexdigest(), first)
            sha, start, first = sha256(), end, number
    if end > start:
        yield _Range(start, end, sha.hexdigest(), first)


def _rows(lines: Lines, target: int, name: str) -> Iterator[_Range]:
    """Cut behind rows, where the reader of CSV says that they end."""
    start, first, number = lines.position, 1, 1
    lines.sha = sha256()
    try:
        for _ in csv_rows(lines):
            number += 1
            if lines.position - start >= target:
                yield _Range(start, lines.position, lines.sha.hexdigest(), first)
                start, first, lines.sha = lines.position, number, sha256()
    except (csv.Error, ValueError) as error:
        raise FrameError(
            f"{name}: row {number} is no row of cells, and nothing behind byte {start} is read: "
            f"{error}: is a quote not closed?"
        ) from error
    if lines.position > start:
        yield _Range(start, lines.position, lines.sha.hexdigest(), first)


def csv_rows(lines: Lines) -> Iterator[list[str]]:
    """Yield the rows of cells in *lines*, also those with a very long text in them.

    Raises:
        csv.Error: If the last is no row; where a quote is not closed, all behind it is in it.
    """
    # it is the reader's own limit, for all of the process: we only ever raise it
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST))
    for cells in csv.reader(lines):
        # after any other row the reader has yet to ask for the line that there is not
        if lines.ended:
            raise csv.Error("the file ends in the middle of a cell")
        yield cells


def decoded(cells: list[str], name: str) -> list[str]:
    """Return cells as text: all of a row are in one encoding, which the longest tells best.

    Raises:
        DecodeError: If they are in none that `read` knows.

    >>> decoded([cell.encode("gb18030").decode("latin-1") for cell in ("工会", "慰问职工")], "a")
    ['工会', '慰问职工']
    """
    return decode(_BETWEEN.join(cells).encode("latin-1"), name=name).split(_BETWEEN)


def header_of(rows: Iterator[list[str]], name: str, settings: Settings) -> tuple[str, ...]:
    """Return the names of the columns, which the first of *rows* has.

    Raises:
        FrameError: If there is none of texts.
    """
    try:
        header = tuple(decoded(next(rows, []), f"the header of {name}"))
    except (csv.Error, ValueError) as error:
        raise FrameError(f"{name} has no header: {error}") from error
    check_columns(header, settings, name)
    return header


def check_columns(columns: tuple[str, ...], settings: Settings, name: str) -> None:
    """Refuse a table without a column that was named.

    Raises:
        FrameError: If there is none; the message lists those that there are.
    """
    options = {"--text-field": settings.text, "--id-field": settings.id}
    for option, column in (options | {"--issued-field": settings.day}).items():
        if column is not None and columns.count(column) != 1:
            there = ", ".join(columns) or "none"
            raise FrameError(
                f"{name} has no column {column!r}, or several: name one of its columns with "
                f"{option}: {there}"
            )

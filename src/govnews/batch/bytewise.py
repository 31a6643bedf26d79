"""Files read once from front to back: their digests, and their lines however long these are."""

import io
import os
from collections.abc import Iterator
from hashlib import sha256
from typing import Final, Protocol, Self

from govnews.batch.tasks import Stamp

#: The longest line or row that is held in memory: no bulletin has a thousandth of it.
LONGEST: Final = 64 << 20
_BLOCK: Final = 1 << 20


class Hashed(io.RawIOBase):
    """A file, or a part of one, whose bytes are hashed as they are read."""

    def __init__(self, path: str, start: int = 0, size: int | None = None) -> None:
        """Open a file at *start*; it ends *size* bytes behind."""
        self._file = open(path, "rb", buffering=0)  # noqa: PTH123, SIM115 - closed by `close`
        self._file.seek(start)
        self._left = size
        self._sha = sha256()

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Read into *buffer*, and hash what was read."""
        room = memoryview(buffer)[: self._left]
        number = self._file.readinto(room)
        self._sha.update(room[:number])
        if self._left is not None:
            self._left -= number
        return number

    def close(self) -> None:
        """Close the file."""
        self._file.close()
        super().close()

    def buffered(self) -> io.BufferedReader:
        """Return what reads it in large blocks."""
        return io.BufferedReader(self, _BLOCK)

    def rest(self) -> Self:
        """Read what is left."""
        block = bytearray(_BLOCK)
        while self.readinto(block):
            pass
        return self

    def hexdigest(self) -> str:
        """Return the digest of what was read so far."""
        return self._sha.hexdigest()


def digest_of(path: str) -> str:
    """Return the digest of a file."""
    with Hashed(path) as file:
        return file.rest().hexdigest()


def stamp_of(path: str) -> Stamp:
    """Return what a file looks like from outside.

    Raises:
        OSError: If there is none.
    """
    seen = os.stat(path)  # noqa: PTH116 - a path from the root, as text
    return Stamp(seen.st_size, seen.st_mtime_ns)


class Readable(Protocol):
    """What lines can be read from."""

    def readline(self, size: int = ..., /) -> bytes:
        """Return a line, or the first *size* bytes of it."""


class TooLongError(ValueError):
    """A line that is longer than any row."""


class Lines:
    r"""The lines of rows of cells, as text in which each character stands for a byte.

    Which bytes are commas, quotes and line ends does not depend on the encoding, and a row
    that is in none must not cost the others.

    >>> list(Lines(io.BytesIO(b"a,b\r\nc\r\xff\n"), 0))
    ['a,b\r\n', 'c\r', 'ÿ\n']
    """

    def __init__(self, stream: Readable, position: int) -> None:
        """Read lines of *stream*, which begins at *position*."""
        self.ended = False
        self.position = position
        self.sha = sha256()
        self._lines = self._of(stream)

    def __iter__(self) -> Iterator[str]:
        """Iterate over the lines."""
        return self

    def __next__(self) -> str:
        """Return the next line, and count and hash its bytes."""
        try:
            line = next(self._lines)
        except StopIteration:
            self.ended = True
            raise
        self.position += len(line)
        self.sha.update(line)
        return line.decode("latin-1")

    def _of(self, stream: Readable) -> Iterator[bytes]:
        while line := stream.readline(LONGEST):
            if len(line) == LONGEST:
                raise TooLongError(f"a line is longer than {LONGEST >> 20} MB")
            # as for any reader of CSV, a lone \r ends a line as well
            yield from line.splitlines(keepends=True)

"""Files that are written whole or not at all."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final, Self
from uuid import uuid4

from govnews.batch.outcomes import Part

if TYPE_CHECKING:
    from types import TracebackType

    import pyarrow as pa

#: What the names of files end in that are being written.
UNFINISHED: Final = ".part"
#: Rows that are written together: what is read fastest, and still no burden in memory.
_ROWS: Final = 20_000


@dataclass(slots=True)
class Lines:
    """A file of lines."""

    file: BinaryIO
    rows: int = 0

    def write(self, line: str) -> None:
        """Write a line."""
        self.file.write(line.encode("utf-8", "replace") + b"\n")
        self.rows += 1

    def finish(self) -> None:
        """Do nothing: no line is held back."""

    def give_up(self) -> None:
        """Do nothing: there is nothing but the file."""


@dataclass(slots=True)
class Columns:
    """A Parquet file."""

    file: BinaryIO
    schema: "pa.Schema"
    rows: int = 0
    _held: "list[pa.Table]" = field(default_factory=list)
    _writer: Any = None

    def write(self, table: "pa.Table") -> None:
        """Write a table; small ones are put together."""
        self.rows += len(table)
        self._held.append(table)
        if sum(map(len, self._held)) >= _ROWS:
            self._flush()

    def finish(self) -> None:
        """Write what is held back, and the foot of the file."""
        self._flush()
        self._writer.close()

    def give_up(self) -> None:
        """Let go of the file; the writer would write the foot when it is forgotten."""
        if self._writer is not None:
            self._writer.is_open = False

    def _flush(self) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        if self._writer is None:
            self._writer = pq.ParquetWriter(self.file, self.schema, compression="zstd")
        whole = pa.concat_tables([self.schema.empty_table(), *self._held])
        self._writer.write_table(whole.combine_chunks())
        self._held.clear()


@dataclass(frozen=True, slots=True)
class _Opened:
    """A file under its name of the meantime."""

    name: str
    path: Path
    sink: Lines | Columns


class Parts:
    r"""The files that a task writes; they take their places together, at the end.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with Parts(Path(folder)) as parts:
    ...         parts.lines("errors/a.jsonl").write("{}")
    ...         before = list(Path(folder, "errors").glob("*.jsonl"))
    ...         finished = parts.finish()
    ...     Path(folder, "errors/a.jsonl").read_text(), before, finished
    ('{}\n', [], (Part(name='errors/a.jsonl', rows=1, size=3),))
    """

    def __init__(self, out: Path) -> None:
        """Write into the folder *out*."""
        self._out = out
        self._opened: list[_Opened] = []

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: "TracebackType | None",
    ) -> None:
        """Remove what did not take its place."""
        for opened in self._opened:
            opened.sink.give_up()
            try:
                # on a full disk closing fails as writing did
                opened.sink.file.close()
            except OSError:
                if error is None:
                    raise
            finally:
                opened.path.unlink(missing_ok=True)

    def lines(self, name: str) -> Lines:
        """Open a file of lines; *name* is its place within the folder."""
        path, file = self._file(name)
        sink = Lines(file)
        self._opened.append(_Opened(name, path, sink))
        return sink

    def columns(self, name: str, schema: "pa.Schema") -> Columns:
        """Open a Parquet file; *name* is its place within the folder."""
        path, file = self._file(name)
        sink = Columns(file, schema)
        self._opened.append(_Opened(name, path, sink))
        return sink

    def _file(self, name: str) -> tuple[Path, BinaryIO]:
        path = self._out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        # hidden from whoever reads the folder, and another one for each try
        beside = path.with_name(f".{path.name}.{uuid4().hex}{UNFINISHED}")
        return beside, beside.open("xb")

    def finish(self) -> tuple[Part, ...]:
        """Put the files in their places, when all are on the disk.

        Raises:
            OSError: If one could not be written; then none takes its place.
        """
        for opened in self._opened:
            opened.sink.finish()
            to_disk(opened.sink.file)
            opened.sink.file.close()
        done = []
        while self._opened:
            opened = self._opened[0]
            size = opened.path.stat().st_size
            opened.path.replace(self._out / opened.name)
            self._opened.pop(0)
            done.append(Part(opened.name, opened.sink.rows, size))
        for folder in {(self._out / part.name).parent for part in done}:
            folder_to_disk(folder)
        return tuple(done)


def to_disk(file: BinaryIO) -> None:
    """Wait until all of a file is on the disk."""
    file.flush()
    os.fsync(file.fileno())


def folder_to_disk(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, where the system can say so."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

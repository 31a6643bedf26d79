"""Where results go: standard output, or a file that is written whole or not at all."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final, TypeAlias

import click

Chunk: TypeAlias = str | bytes
#: The endings of a file name that choose a format by themselves.
_FORMAT_OF_SUFFIX: Final = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".parquet": "parquet",
    ".xlsx": "xlsx",
    ".html": "html",
    ".htm": "html",
    ".txt": "text",
}
_BINARY: Final = ("parquet", "xlsx")
#: What of a file's mode is carried over: who may do what, but not set-uid.
_PERMISSIONS: Final = 0o777


@dataclass(frozen=True, slots=True)
class Target:
    """Where to write, and in which format.

    Attributes:
        path: A file, or None for standard output.
        format: The name of the format.
    """

    path: Path | None
    format: str

    @classmethod
    def choose(
        cls, path: str | None, asked: str | None, formats: Sequence[str], default: str | None
    ) -> "Target":
        """Decide on the format: what was asked for, what the file is called, what stdout is.

        Raises:
            click.UsageError: If results in that format cannot go there.
        """
        if asked is not None and asked not in formats:
            with_or_without = "with" if "table" in formats else "without"
            raise click.UsageError(
                f"--format {asked} cannot be written {with_or_without} --explain: "
                f"choose from {', '.join(formats)}"
            )
        if path is not None:
            _check(Path(path))
            asked = asked or _by_ending(Path(path), formats)
        terminal = path is None and sys.stdout.isatty()
        chosen = asked or default or ("table" if terminal else "jsonl")
        if chosen in _BINARY and terminal:
            raise click.UsageError(f"{chosen} is no text for a terminal: name a file with -o FILE")
        return cls(None if path is None else Path(path), chosen)

    @property
    def terminal(self) -> bool:
        """Whether a person reads along."""
        return self.path is None and sys.stdout.isatty()

    @property
    def colours(self) -> bool:
        """Whether to use colours: on a terminal, unless the user said no (no-color.org)."""
        return self.terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    @contextmanager
    def open(self, *, wanted: Callable[[], bool]) -> Iterator[Callable[[Chunk], None]]:
        """Give a function that writes; a file takes its place only at the end, if *wanted*."""
        if self.path is None:
            with _stdout() as write:
                yield write
        elif self.path.exists() and not self.path.is_file():
            # a device or a pipe: replacing it by a file would destroy it
            with self.path.open("wb") as stream:
                yield _writer(stream)
        else:
            with _replacing(self.path.resolve(), wanted) as write:
                yield write


def _check(path: Path) -> None:
    if path.is_dir():
        raise click.UsageError(f"-o {path} is a folder: name a file in it")
    if not path.absolute().parent.is_dir():
        raise click.UsageError(f"-o {path}: there is no folder {path.parent}: make it first")


def _by_ending(path: Path, formats: Sequence[str]) -> str | None:
    """Return the format that the ending of a file name asks for; None if it has no ending.

    Raises:
        click.UsageError: If the command cannot write it: a file must not hold
            anything else than its name says.
    """
    ending = path.suffix.lower()
    if not ending:
        return None
    format_ = _FORMAT_OF_SUFFIX.get(ending)
    if format_ in formats:
        return format_
    known = ", ".join(each for each, name in _FORMAT_OF_SUFFIX.items() if name in formats)
    raise click.UsageError(
        f"-o {path}: this command writes no {path.suffix} files: end the name in {known}, "
        f"or choose with --format {'|'.join(formats)}"
    )


def _writer(
    stream: IO[bytes], *, encoding: str = "utf-8", flush: bool = False
) -> Callable[[Chunk], None]:
    def write(chunk: Chunk) -> None:
        stream.write(chunk.encode(encoding, "replace") if isinstance(chunk, str) else chunk)
        if flush:
            stream.flush()

    return write


@contextmanager
def _stdout() -> Iterator[Callable[[Chunk], None]]:
    """Write to standard output; where its reader has had enough, end quietly."""
    terminal = sys.stdout.isatty()
    encoding = sys.stdout.encoding if terminal else "utf-8"
    try:
        # on a terminal at once, so that messages on stderr stand where they belong
        yield _writer(sys.stdout.buffer, encoding=encoding, flush=terminal)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # what is still buffered must not fail again when the interpreter ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(0) from None


@contextmanager
def _replacing(path: Path, wanted: Callable[[], bool]) -> Iterator[Callable[[Chunk], None]]:
    """Write beside *path* and put the result in its place when all went well.

    Who could read the old file can read the new one, and nobody else, also while it is written.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    # not inside of `try`: a file that is there already is not ours to remove
    beside.touch(exist_ok=False)
    try:
        with beside.open("wb") as stream:
            if path.exists():
                beside.chmod(path.stat().st_mode & _PERMISSIONS)
            yield _writer(stream)
        if wanted():
            beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)

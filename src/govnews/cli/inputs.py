"""What was named on the command line, read file by file.

Of a folder the texts and web pages in it are read.  A file that cannot be read is a line on
stderr and is counted; the others are done all the same.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import click

from govnews.errors import DecodeError, LabelError, MissingExtraError
from govnews.folders import NO_TEXTS, files_in, printable
from govnews.reading import doubt, text_of

STDIN: Final = "-"


@dataclass(frozen=True, slots=True)
class Document:
    """A text and what the results shall call it."""

    name: str
    text: str


@dataclass(slots=True)
class Inputs:
    """The documents, in the order in which they were named.

    Attributes:
        names: Names of files and folders; none means standard input, and so does `-`.
        progress: Whether to show how far we are, on stderr.
        read: How many could be read so far.
        left_out: The names of those that could not.
    """

    names: Sequence[str]
    progress: bool = False
    read: int = field(default=0, init=False)
    left_out: list[str] = field(default_factory=list, init=False)

    @property
    def failed(self) -> int:
        """How many could not be read."""
        return len(self.left_out)

    def __iter__(self) -> Iterator[Document]:
        """Yield what can be read, and say what cannot."""
        for name in self._named():
            try:
                text = text_of(_bytes(name), name=_shown(name))
            except (OSError, DecodeError, MissingExtraError) as error:
                self._refuse(name, error)
            else:
                self.read += 1
                if said := doubt(text):
                    self._say(f"{_shown(name)} {said}")
                yield Document(_named(name), text)

    def refuse(self, document: Document, error: LabelError) -> None:
        """Count a document that was yielded as one that could not be read."""
        self.read -= 1
        self.left_out.append(document.name)
        self._say(str(error))

    def _named(self) -> Iterator[str]:
        names = [name for given in self.names or (STDIN,) for name in self._inside(given)]
        if not self.progress or len(names) == 1:
            return iter(names)
        from tqdm import tqdm

        return iter(tqdm(names, unit="file"))

    def _inside(self, name: str) -> Iterator[str]:
        """Yield the files in a folder, or the name of what is none."""
        # where that cannot be known, reading it says why
        if name == STDIN or not os.path.isdir(name):  # noqa: PTH112
            return iter((name,))
        return map(str, files_in(Path(name), self._refuse_folder))

    def _refuse_folder(self, name: str, error: OSError | None) -> None:
        if error is not None:
            self._refuse(name, error)
            return
        self.left_out.append(_shown(name))
        self._say(f"{_shown(name)} {NO_TEXTS}")

    def _refuse(self, name: str, error: OSError | DecodeError | MissingExtraError) -> None:
        self.left_out.append(_shown(name))
        self._say(_complaint(name, error))

    def _say(self, message: str) -> None:
        line = f"govnews: {message}"
        if not self.progress:
            click.echo(line, err=True)
            return
        from tqdm import tqdm

        tqdm.write(line, file=sys.stderr)


def _bytes(name: str) -> bytes:
    if name != STDIN:
        return Path(name).read_bytes()
    if sys.stdin.isatty():
        click.echo("govnews: reading from the keyboard; Ctrl-D ends the text", err=True)
    return sys.stdin.buffer.read()


def _complaint(name: str, error: OSError | DecodeError | MissingExtraError) -> str:
    """Say in one line what is wrong with a file, and what to do."""
    match error:
        case DecodeError():
            return str(error)
        case MissingExtraError():
            return f"{_shown(name)}: {error}"
        case FileNotFoundError():
            return f"{_shown(name)}: no such file: check the name and the folder"
        case PermissionError():
            return f"{_shown(name)} may not be read: ask its owner for permission"
    return f"{_shown(name)} could not be read: {error.strerror or error}: try again or copy it"


def _shown(name: str) -> str:
    return "standard input" if name == STDIN else _named(name)


def _named(name: str) -> str:
    """Return what a file is called in the results."""
    return printable(name).rstrip("/") or "/"

"""What was named: files, folders and patterns, and what each file in them is."""

import glob
import os
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from govnews.batch.tasks import Sort
from govnews.folders import ENDINGS, files_in, printable

WEB_PAGES: Final = (".html", ".htm", ".xhtml")

#: The endings of files with rows, and of those that are compressed.
_TABLES: Final = {
    ".jsonl": Sort.JSONL,
    ".ndjson": Sort.JSONL,
    ".csv": Sort.CSV,
    ".parquet": Sort.PARQUET,
    ".jsonl.gz": Sort.JSONL,
    ".ndjson.gz": Sort.JSONL,
    ".csv.gz": Sort.CSV,
}
_READ: Final = (*ENDINGS, *_TABLES)
_PACKED: Final = (".gz", ".bz2", ".xz", ".zst", ".zip", ".7z", ".rar", ".tar")

Refuse: TypeAlias = Callable[[str, str], None]
"""What is told the name of what cannot be read, and why."""


class Input(NamedTuple):
    """A file that is read.

    Attributes:
        name: What the results call it.
        path: Where it is, from the root.
        sort: What it is.
    """

    name: str
    path: str
    sort: Sort


def found(named: Iterable[str | os.PathLike[str]], out: Path, refuse: Refuse) -> list[Input]:
    """Return the files that were named, each once, in order.

    Args:
        named: Files, folders and patterns (`pages/**/*.txt`). Of a folder the texts, web pages
            and tables in it and in the folders in it are taken.
        out: The folder of results: what lies in it is none of the files.
        refuse: What is told of names that mean nothing.
    """
    results = os.path.realpath(out)
    every: dict[str, Input] = {}
    for given in named:
        for file in _meant(os.fspath(given), refuse):
            path = os.path.realpath(file)
            if os.path.commonpath([results, path]) == results or path in every:
                continue
            if reason := _unreadable(file):
                refuse(printable(file), reason)
            else:
                every[path] = Input(printable(Path(file).as_posix()), path, sort_of(file))
    return list(every.values())


def sort_of(name: str) -> Sort:
    """Tell by its name what a file is.

    >>> sort_of("a.JSONL"), sort_of("notes.md")
    (<Sort.JSONL: 'jsonl'>, <Sort.TEXT: 'text'>)
    """
    small = name.lower()
    return next((sort for ending, sort in _TABLES.items() if small.endswith(ending)), Sort.TEXT)


def _meant(given: str, refuse: Refuse) -> Iterator[str]:
    """Yield the files that a name means."""
    if os.path.isdir(given):  # noqa: PTH112 - where that cannot be known, reading it says why
        yield from map(os.fspath, files_in(Path(given), _folder_refused(refuse), _READ))
    elif glob.has_magic(given) and not os.path.lexists(given):
        matching = sorted(glob.glob(given, recursive=True))  # noqa: PTH207
        files = [file for file in matching if not os.path.isdir(file)]  # noqa: PTH112
        if not files:
            refuse(printable(given), "matches no file: put the pattern in quotes, and check it")
        yield from files
    else:
        yield given


def _folder_refused(refuse: Refuse) -> Callable[[str, OSError | None], None]:
    def refused(folder: str, error: OSError | None) -> None:
        nothing = f"holds no {', '.join(_READ)} files: name the files themselves"
        said = nothing if error is None else f"could not be listed: {error.strerror or error}"
        refuse(printable(folder), said)

    return refused


def _unreadable(file: str) -> str | None:
    """Tell why a file cannot be read, as far as that can be seen without opening it."""
    small = file.lower()
    if not os.path.lexists(file):
        return "no such file: check the name and the folder"
    if small.endswith(_PACKED) and sort_of(file) is Sort.TEXT:
        return "is packed: unpack it first (of packed files .jsonl.gz and .csv.gz are read)"
    if small.endswith(WEB_PAGES) and find_spec("lxml") is None:
        return "web pages need lxml, which is not installed: pip install 'govnews[html]'"
    return None

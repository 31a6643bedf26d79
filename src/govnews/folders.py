"""Folders of bulletins: which files in them are read, and the days in their names."""

import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

#: The endings of files that are read where a folder is named.
ENDINGS: Final = (".txt", ".html", ".htm", ".xhtml")

#: 2023-03-12-report.txt, 20230312.html, 2023_03_12, 2023年3月12日简报.txt
_DAY: Final = re.compile(
    r"(?P<year>\d{4})(?:(?P<mark>[-_.]?)(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?!\d)"
    r"|年(?P<m>\d{1,2})月(?P<d>\d{1,2})日)"
)


def files_in(folder: Path) -> Iterator[Path]:
    """Yield the texts and web pages in a folder and the folders in it, in the order of names.

    Hidden files and folders are left out, and so is what another folder only links to.

    Raises:
        OSError: If the folder cannot be listed.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     for name in "b.txt", "a.HTML", ".hidden.txt", "notes.md":
    ...         _ = Path(folder, name).write_text("职工")
    ...     [path.name for path in files_in(Path(folder))]
    ['a.HTML', 'b.txt']
    """
    for place, folders, names in os.walk(folder, onerror=_fail):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(ENDINGS) and not name.startswith("."):
                yield Path(place, name)


def _fail(error: OSError) -> None:
    raise error


def day_of(name: str) -> date | None:
    """Return the day that the name of a file begins with, if it does.

    >>> day_of("2023-03-12-union.txt"), day_of("union-2023-03-12.txt")
    (datetime.date(2023, 3, 12), None)
    """
    match = _DAY.match(name)
    if match is None:
        return None
    month, day = match["month"] or match["m"], match["day"] or match["d"]
    try:
        return date(int(match["year"]), int(month), int(day))
    except ValueError:
        return None

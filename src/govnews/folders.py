"""Folders of bulletins: which files in them are read, their names, and the days in these."""

import os
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from stat import S_ISREG
from typing import Final

#: The endings of files that are read where a folder is named.
ENDINGS: Final = (".txt", ".html", ".htm", ".xhtml")
#: What is wrong with a folder that has none of them.
NO_TEXTS: Final = f"holds no {', '.join(ENDINGS)} files: name the files themselves"
#: What is said in place of a day of issue where it is the one in the name of each file.
BY_NAME: Final = "name"

#: 2023-03-12-report.txt, 20230312.html, 2023_03_12, 2023年3月12日简报.txt
_DAY: Final = re.compile(
    r"(?P<year>\d{4})(?:(?P<mark>[-_.]?)(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?!\d)"
    r"|年(?P<m>\d{1,2})月(?P<d>\d{1,2})日)"
)


def files_in(
    folder: Path,
    refuse: Callable[[str, OSError | None], None],
    endings: tuple[str, ...] = ENDINGS,
) -> Iterator[Path]:
    """Yield the texts and web pages in a folder and the folders in it, in the order of names.

    Hidden files and folders are left out, and so is what another folder only links to, and
    what is no file: a pipe would keep us waiting.

    Args:
        folder: The folder.
        refuse: What is called with the name of each folder that cannot be listed, and why;
            with that of *folder* and None where it can be, but holds no such file (`NO_TEXTS`).
        endings: What the names of the files end in, in small letters.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     for name in "b.txt", "a.HTML", ".hidden.txt", "notes.md":
    ...         _ = Path(folder, name).write_text("职工")
    ...     [path.name for path in files_in(Path(folder), print)]
    ['a.HTML', 'b.txt']
    """
    is_told_of = False

    def fail(error: OSError) -> None:
        nonlocal is_told_of
        is_told_of = True
        refuse(error.filename, error)

    for place, folders, names in os.walk(folder, onerror=fail):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for file in (Path(place, name) for name in sorted(names) if _is_one(name, endings)):
            if _can_be_read(file):
                is_told_of = True
                yield file
    if not is_told_of:
        refuse(str(folder), None)


def _is_one(name: str, endings: tuple[str, ...]) -> bool:
    return name.lower().endswith(endings) and not name.startswith(".")


def _can_be_read(file: Path) -> bool:
    """Tell whether it is a file; of what cannot even be looked at, reading it says why."""
    try:
        return S_ISREG(file.stat().st_mode)
    except OSError:
        return True


def printable(name: str) -> str:
    r"""Return the name of a file as text, also one that is not UTF-8.

    >>> printable(os.fsdecode(b"\xb9\xab.txt"))
    '\ufffd\ufffd.txt'
    """
    return os.fsencode(name).decode("utf-8", errors="replace")


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

"""The folder of results: whose it is, who works in it, and what does not belong there."""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from govnews.arrow.flattening import TABLES
from govnews.batch.parts import UNFINISHED
from govnews.errors import GovnewsError

MANIFEST: Final = "manifest.jsonl"
ERRORS: Final = "errors"
#: What could not be read as a whole; written anew by each run.
PROBLEMS: Final = f"{ERRORS}/inputs.jsonl"

_LOCK: Final = ".lock"
_FOLDERS: Final = (*TABLES, ERRORS)
_UNFINISHED: Final = re.compile(rf"\..*[0-9a-f]+{re.escape(UNFINISHED)}")


@contextmanager
def claimed(out: Path) -> Iterator[Path]:
    """Make a folder ours while we work in it.

    Raises:
        GovnewsError: If it holds other things than results, or another run works in it.
        OSError: If it cannot be made.
    """
    if out.exists() and not out.is_dir():
        raise GovnewsError(f"{out} is no folder: choose one that is new or empty")
    out.mkdir(parents=True, exist_ok=True)
    folder = Path(os.path.realpath(out))
    # a run that was killed before it began may have left no more than the start of a manifest
    held = {path.name for path in folder.iterdir() if not _is_unfinished(path)} - {_LOCK}
    if held and MANIFEST not in held:
        raise GovnewsError(
            f"{out} holds other things ({min(held)}) than results of govnews batch: choose a "
            "folder that is new or empty"
        )
    with (folder / _LOCK).open("a+") as lock:
        if not _lock(lock):
            lock.seek(0)
            raise GovnewsError(
                f"another run (process {lock.read().strip() or 'unknown'}) works in {out}: wait "
                "for it, or choose another folder"
            )
        lock.truncate(0)
        lock.write(f"{os.getpid()}\n")
        lock.flush()
        yield folder


def _lock(file: IO[str]) -> bool:
    """Lock a file until it is closed, or its process is dead; tell whether that was possible."""
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError:
            return False
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def sweep(out: Path, wanted: Iterable[str]) -> None:
    """Remove what no task that is done has written, and what killed runs left half written.

    Args:
        out: The folder.
        wanted: The names of the parts that stay.
    """
    stay = {*wanted, PROBLEMS}
    for file in filter(_is_unfinished, list(out.iterdir())):
        file.unlink(missing_ok=True)
    for name in _FOLDERS:
        folder = out / name
        if not folder.is_dir():
            continue
        for file in list(folder.iterdir()):
            is_part = file.suffix in {".parquet", ".jsonl"}
            if _is_unfinished(file) or (is_part and f"{name}/{file.name}" not in stay):
                file.unlink(missing_ok=True)


def _is_unfinished(file: Path) -> bool:
    """Tell whether a file was being written, as its name says, which nobody else gives."""
    return bool(_UNFINISHED.fullmatch(file.name))

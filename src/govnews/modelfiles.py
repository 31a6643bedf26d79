"""The files of a model: written together, and read without running code.

Numbers are kept in `.npz`, which numpy reads with `allow_pickle=False`: loading
a model must not be able to run code.
"""

import io
import zlib
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, TypeAlias
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from govnews.errors import GovnewsError

Array: TypeAlias = npt.NDArray[np.integer[Any]]

BROKEN: Final = (
    *(OSError, EOFError, ValueError, KeyError, TypeError, BadZipFile, zlib.error),
    *(RuntimeError, MemoryError, OverflowError),
)
"""What reading a file that is missing, cut short or another one can raise."""


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files of a model into *folder*, which is made if need be.

    Each takes its place only when all are written.

    Args:
        folder: Where to.
        files: Name to content.

    Raises:
        GovnewsError: If they cannot be written; the files that were there stay whole.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=folder, prefix=".model.") as beside:
            for name, content in files.items():
                (Path(beside) / name).write_bytes(content)
            for name in files:
                (Path(beside) / name).replace(folder / name)
    except OSError as error:
        reason = error.strerror or error
        raise GovnewsError(f"{folder}: no model was written: {reason}: choose a folder") from error


def packed(arrays: Mapping[str, Array]) -> bytes:
    """Return *arrays* as the content of an `.npz`, the same for the same arrays.

    >>> unpacked(packed({"weights": np.array([1, -2])}))["weights"].tolist()
    [1, -2]
    """
    out = io.BytesIO()
    np.savez_compressed(out, **arrays)  # type: ignore[arg-type]
    return out.getvalue()


def unpacked(content: bytes) -> dict[str, Array]:
    """Return the arrays of an `.npz`.

    Raises:
        Exception: One of `BROKEN`, if it is none or is damaged.
    """
    # from memory: of a damaged file that it opened itself, numpy forgets to close it
    with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
        return dict(arrays)

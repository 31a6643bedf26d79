"""A sign in the folder of results that somebody waits for what is being done elsewhere.

Whoever works on another machine cannot see that the run has ended that asked for it. The sign
can be seen: it is a file that the run removes when it ends, and the next run if it was killed.
Without it nothing is written, so that no part turns up behind the back of a later run. It is
also how a machine is found out that does not see the folder at all.
"""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from govnews.batch.folder import ERRORS
from govnews.batch.parts import UNFINISHED
from govnews.errors import GovnewsError


class LapsedError(GovnewsError):
    """A sign that is not there, or not here."""


@contextmanager
def lease(out: str) -> Iterator[str]:
    """Give the sign, and take it away in the end.

    Args:
        out: The folder of results.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with lease(folder) as sign:
    ...         there = os.path.exists(sign)
    ...     there, os.path.exists(sign)
    (True, False)
    """
    # among the files that are being written, which the next run removes
    path = Path(out, ERRORS, f".{uuid4().hex}{UNFINISHED}")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    try:
        yield str(path)
    finally:
        path.unlink(missing_ok=True)
        with suppress(OSError):  # there are errors in it
            path.parent.rmdir()


def check(sign: str | None) -> None:
    """See that somebody still waits.

    Raises:
        LapsedError: If nobody does, or that cannot be seen from here.
    """
    if sign is None or os.path.exists(sign):  # noqa: PTH110 - often, and as text
        return
    out = Path(sign).parent.parent
    raise LapsedError(
        f"{socket.gethostname()} (process {os.getpid()}) does not see the files of this run in "
        f"{out}: it must be on a disk that all workers share, or the run has ended"
    )

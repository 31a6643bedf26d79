"""Inside a worker process: items come through a pipe, answers go back through it."""

import os
import signal
from collections.abc import Callable, Iterator
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from threading import Thread
from time import monotonic
from typing import Any, Final

from govnews.working.packing import packed_error, packed_result, unpacked

#: Seconds that answers are kept, to be sent together: a chunk of short work is one message
_KEPT: Final = 0.05


def serve(pipe: "Connection[list[bytes], list[bytes]]", work: bytes) -> None:
    """Answer whatever comes through *pipe*, until its other end is closed.

    The first message, before anything was asked, says that the work can begin, or has the
    error because of which it cannot.
    """
    _leave_stopping_to_the_parent()
    try:
        do: Callable[[Any], object] = unpacked(work)
    except Exception as error:  # noqa: BLE001 - importing runs the code of others
        pipe.send([packed_error(error)])
        return
    try:
        pipe.send([])
        while True:
            for answers in _answers(do, pipe.recv()):
                pipe.send(answers)
    except (EOFError, OSError):
        # of the pipe only: what the work raises is an answer
        return


def _leave_stopping_to_the_parent() -> None:
    """Ignore Ctrl-C, which a terminal sends to all, and end when the parent has."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End at once, in the middle of an item as well: nobody waits for it any more."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _answers(do: Callable[[Any], object], items: list[bytes]) -> Iterator[list[bytes]]:
    """Work on the items in order; what is done soon gets away, lest it be lost with the worker."""
    done: list[bytes] = []
    since = monotonic()
    for item in items:
        done.append(_answer(do, item))
        if monotonic() - since > _KEPT:
            yield done
            done, since = [], monotonic()
    if done:
        yield done


def _answer(do: Callable[[Any], object], item: bytes) -> bytes:
    try:
        result = do(unpacked(item))
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the parent decides
        return packed_error(error)
    return packed_result(result)

"""Inside a worker process: items come through a pipe, answers go back through it."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from threading import Thread
from typing import Any

from govnews.working.packing import packed_error, packed_result, unpacked
from govnews.working.together import answers, several


def serve(pipe: "Connection[bytes, list[bytes]]", work: bytes) -> None:
    """Answer whatever comes through *pipe*, until its other end is closed.

    The first message, before anything was asked, says that the work can begin, or has the
    error because of which it cannot. Whatever comes then is met with an empty message, before
    it is read: from there on a worker that dies may have died of it. Each answer is sent as
    soon as it is there, so that it neither waits for a slow item behind it nor is lost, and the
    first item without one is that which is worked on.
    """
    _leave_stopping_to_the_parent()
    try:
        do: Callable[[Any], object] = unpacked(work)
    except Exception as error:  # noqa: BLE001 - importing runs the code of others
        pipe.send_bytes(packed_error(error))
        return
    try:
        pipe.send_bytes(packed_result(None))
        while wait([pipe]):
            pipe.send_bytes(b"")
            for said in _answers(do, pipe.recv()):
                pipe.send_bytes(said)
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


def _answers(do: Callable[[Any], object], items: Sequence[bytes]) -> Iterator[bytes]:
    together = several(do)

    def alone(item: bytes) -> object:
        return do(unpacked(item))

    def at_once(items: Sequence[bytes]) -> Sequence[object]:
        return () if together is None else together(list(map(unpacked, items)))

    try:
        for result, error in answers(alone, together and at_once, items):
            yield packed_result(result) if error is None else packed_error(error)
    except KeyboardInterrupt as error:  # raised by the work: the parent decides
        yield packed_error(error)

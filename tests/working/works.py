"""What the workers of these tests do; they find it by its name."""

import os
import signal
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final, Never


def die_of(number: int) -> None:
    """Kill this process by a signal."""
    os.kill(os.getpid(), number)


DEATHS: Final[Mapping[str, Callable[[], object]]] = {
    "exit": lambda: os._exit(3),
    "quit": lambda: sys.exit(4),
    "kill": lambda: die_of(signal.SIGKILL),
    "fault": lambda: die_of(signal.SIGSEGV),
}
"""How a process can end in the middle of an item."""


def twice(item: Any) -> Any:
    """Do what is quickly done."""
    return item * 2


def fragile(item: int | str) -> int | str:
    """Die of the words above, fail of "fail", and return the rest."""
    if item == "fail":
        raise ValueError("it fails")
    if isinstance(item, str) and item in DEATHS:
        DEATHS[item]()
    return item


def by_whom(item: int) -> tuple[int, int]:
    """Return the item and the process, after a moment."""
    time.sleep(0.01)
    return item, os.getpid()


def after(seconds: float) -> float:
    """Return how long it was waited."""
    time.sleep(seconds)
    return seconds


def traced(item: tuple[Path, int]) -> int:
    """Leave a stroke for each time that an item is begun, and die of the 6th."""
    folder, number = item
    with (folder / str(number)).open("a") as file:
        file.write("|")
    if number == 5:
        os._exit(1)
    return number


def cut_short(path: Path) -> bytes:
    """Return more than a pipe holds of item "b", and die soon if this is its first time."""
    if path.name == "a":
        return b""
    if not path.exists():
        signal.signal(signal.SIGALRM, lambda *_: os._exit(9))
        signal.setitimer(signal.ITIMER_REAL, 0.5)
        whole = path.with_suffix(".part")
        whole.write_text(str(os.getpid()))
        whole.rename(path)
    return bytes(50_000_000)


def for_ever(folder: Path) -> None:
    """Write down which process works, and do not end."""
    (folder / str(os.getpid())).touch()
    time.sleep(600)


def stopped(_: object) -> Never:
    """Be stopped while at work."""
    raise KeyboardInterrupt


class HalfwayError(Exception):
    """Can be pickled, and not be made again from that."""

    def __init__(self, first: int, second: int) -> None:
        """Take more than `args` hold."""
        super().__init__(f"{first} of {second}")


class Locked:
    """Cannot be pickled."""

    def __reduce__(self) -> Never:
        """Refuse."""
        raise TypeError("a lock is in it")


class Unreadable:
    """Can be pickled, and fails where it is made again."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Say how to make it."""
        return int, ("five",)


def made(what: str) -> object:
    """Return, or raise, what cannot be sent."""
    if what == "halfway":
        raise HalfwayError(1, 2)
    if what == "locked error":
        error = ValueError("no date")
        error.__dict__["lock"] = Locked()
        raise error
    return {"locked": Locked(), "unreadable": Unreadable()}.get(what, what)

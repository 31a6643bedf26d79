"""The errors that govnews raises, all of them under `GovnewsError`.

A message says what is wrong, where, and what to do about it.  All of them can be
pickled: a worker process hands them to the one that asked.
"""

from collections.abc import Callable
from functools import partial
from typing import Any


class GovnewsError(Exception):
    """Anything that govnews itself finds wrong with what it was given."""


class DecodeError(GovnewsError, ValueError):
    """Bytes that are text in none of the encodings that `govnews.read` knows.

    Attributes:
        offset: The byte, counted from 0 at the start of the file, at which
            the best of the encodings failed.
    """

    def __init__(self, message: str, *, offset: int) -> None:
        """Remember the *offset* beside the *message*."""
        super().__init__(message)
        self.offset = offset

    def __reduce__(self) -> tuple[Callable[..., "DecodeError"], tuple[Any, ...], dict[str, Any]]:
        """Pickle the *offset* as well, which an exception's `args` do not hold."""
        return partial(type(self), offset=self.offset), self.args, self.__dict__


class FrameError(GovnewsError, ValueError):
    """A frame without the columns that are needed of it."""


class LabelError(GovnewsError, ValueError):
    """A labelled file that is not what it should be."""


class LexiconError(GovnewsError, ValueError):
    """A lexicon's file that cannot be used; the message names the file, the table and the row."""


class MissingExtraError(GovnewsError, ImportError):
    """A function needs an optional dependency that is not installed."""


class UnknownChoiceError(GovnewsError, ValueError):
    """A word (an engine, a script, a kind, a topic, a format) that is none of the choices."""


class WorkerDiedError(GovnewsError):
    """A worker process that was killed or ended itself, and took its work with it.

    Attributes:
        index: The place of the item over which it died, counted from 0; None if it had none.
        id: The `id` of that item, if it has one.
        exitcode: What it ended with, as `multiprocessing` has it: -9 if killed by signal 9.
    """

    def __init__(
        self,
        message: str,
        *,
        index: int | None = None,
        id: str | None = None,  # noqa: A002 - as it is called everywhere
        exitcode: int | None = None,
    ) -> None:
        """Remember the item and the *exitcode* beside the *message*."""
        super().__init__(message)
        self.index = index
        self.id = id
        self.exitcode = exitcode


class FailedWarning(UserWarning):
    """A text whose analysis failed and that was left out, as `errors="skip"` asks for."""


class UnreadableWarning(UserWarning):
    """A file that could not be read and was left out, or that was read and says nothing."""

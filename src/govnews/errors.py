"""The errors that govnews raises, all of them under `GovnewsError`.

A message says what is wrong, where, and what to do about it.
"""


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


class MissingExtraError(GovnewsError, ImportError):
    """A function needs an optional dependency that is not installed."""


class UnknownChoiceError(GovnewsError, ValueError):
    """A word (an engine, a script, a kind, a topic, a format) that is none of the choices."""

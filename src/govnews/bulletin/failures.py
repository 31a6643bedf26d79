"""What is done with a text whose analysis fails: it is raised, or left out with a warning."""

import warnings
from collections.abc import Callable
from typing import Literal, TypeAlias, get_args

from govnews.bulletin.analysis import Given
from govnews.bulletin.bulletin import Bulletin
from govnews.errors import FailedWarning, UnknownChoiceError, WorkerDiedError
from govnews.working import Outcome

Errors: TypeAlias = Literal["raise", "skip"]


def skipping(errors: Errors) -> Callable[[Outcome[Given, Bulletin]], None] | None:
    """Return what is done with a text that failed, or None if that is for the caller.

    Args:
        errors: What the caller chose.

    Raises:
        UnknownChoiceError: If *errors* is none of the choices.

    >>> skipping("raise") is None
    True
    """
    choices = get_args(Errors)
    if errors not in choices:
        raise UnknownChoiceError(f"no errors={errors!r}: choose from {', '.join(choices)}")
    return _leave_out if errors == "skip" else None


def _leave_out(failed: Outcome[Given, Bulletin]) -> None:
    """Say which text is left out, and why; the warning points to who asked for the next one."""
    if not isinstance(failed.item.text, str):
        failed.unwrap()  # a mistake of the caller, and nothing that a text can have
    name = f"text {failed.index} (from 0)" if failed.item.id is None else failed.item.id
    error = failed.error
    said = error if isinstance(error, WorkerDiedError) else f"{name}: {_told(error)}"
    warnings.warn(f"left out: {said}", FailedWarning, stacklevel=3)


def _told(error: Exception | None) -> str:
    """Return the class and the message, if there is one.

    >>> _told(MemoryError()), _told(ValueError("no date"))
    ('MemoryError', 'ValueError: no date')
    """
    return f"{type(error).__name__}: {error}".removesuffix(": ")

"""What is done with a text whose analysis fails: it is raised, or left out with a warning."""

import warnings
from collections.abc import Callable
from functools import partial
from typing import Any, Literal, TypeAlias, get_args

from govnews.errors import FailedWarning, UnknownChoiceError, WorkerDiedError
from govnews.working import Outcome

Errors: TypeAlias = Literal["raise", "skip"]


def skipping(errors: Errors, kind: type) -> Callable[[Outcome[Any, Any]], None] | None:
    """Return what is done with a text that failed, or None if that is for the caller.

    Args:
        errors: What the caller chose.
        kind: What a text is; where it is something else, the caller has made a mistake, and
            the failure is raised.

    Raises:
        UnknownChoiceError: If *errors* is none of the choices.

    >>> skipping("raise", str) is None
    True
    """
    choices = get_args(Errors)
    if errors not in choices:
        raise UnknownChoiceError(f"no errors={errors!r}: choose from {', '.join(choices)}")
    return partial(_leave_out, kind) if errors == "skip" else None


def _leave_out(kind: type, failed: Outcome[Any, Any]) -> None:
    """Say which text is left out, and why; the warning points to who asked for the next one."""
    if not isinstance(failed.item, kind):
        failed.unwrap()
    name = getattr(failed.item, "id", f"text {failed.index} (from 0)")
    error = failed.error
    said = error if isinstance(error, WorkerDiedError) else f"{name}: {_told(error)}"
    warnings.warn(f"left out: {said}", FailedWarning, stacklevel=3)


def _told(error: Exception | None) -> str:
    """Return the class and the message, if there is one.

    >>> _told(MemoryError()), _told(ValueError("no date"))
    ('MemoryError', 'ValueError: no date')
    """
    return f"{type(error).__name__}: {error}".removesuffix(": ")

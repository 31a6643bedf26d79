"""What is done with a text whose analysis fails: it is raised, or left out with a warning."""

import warnings
from typing import Any, Literal, TypeAlias, get_args

from govnews.errors import FailedWarning, UnknownChoiceError, WorkerDiedError
from govnews.working import Outcome

Errors: TypeAlias = Literal["raise", "skip"]


def skips(errors: Errors) -> bool:
    """Return whether failed texts are left out.

    Raises:
        UnknownChoiceError: If *errors* is none of the choices.

    >>> skips("skip")
    True
    """
    if errors not in get_args(Errors):
        raise UnknownChoiceError(f"errors={errors!r}: use one of {', '.join(get_args(Errors))}")
    return errors == "skip"


def leave_out(failed: Outcome[Any, Any]) -> None:
    """Say which text is left out, and why; it is called where the next result is waited for."""
    error, name = failed.error, getattr(failed.item, "id", f"text {failed.index} (from 0)")
    said = error if isinstance(error, WorkerDiedError) else f"{name}: {_told(error)}"
    warnings.warn(f"left out: {said}", FailedWarning, stacklevel=3)


def _told(error: Exception | None) -> str:
    """Return the class and the message, if there is one.

    >>> _told(MemoryError()), _told(ValueError("no date"))
    ('MemoryError', 'ValueError: no date')
    """
    return f"{type(error).__name__}: {error}".removesuffix(": ")

"""What goes through the pipe between a worker and its parent, item by item as bytes.

Each item and each answer is pickled by itself, so that one that cannot be is known by its place.
The bytes come from our own processes only, through a pipe that no other has.
"""

import pickle
from traceback import format_exception, format_exception_only
from typing import Any, Final, NamedTuple

from govnews.errors import GovnewsError

_PROTOCOL: Final = pickle.HIGHEST_PROTOCOL


class Answer(NamedTuple):
    """What a worker made of an item, or what stopped it."""

    result: Any = None
    error: BaseException | None = None


def packed(thing: object) -> bytes:
    """Return *thing* as bytes."""
    return pickle.dumps(thing, _PROTOCOL)


def unpacked(data: bytes) -> Any:  # noqa: ANN401 - whatever was packed
    """Return what was packed.

    >>> unpacked(packed("走访43家企业"))
    '走访43家企业'
    """
    return pickle.loads(data)  # noqa: S301 - our own bytes, see above


def packed_result(result: object) -> bytes:
    """Pack an answer; a result that cannot be is an error that says so."""
    try:
        return packed((result, None))
    except Exception as error:  # noqa: BLE001 - a class may raise anything where it is pickled
        return packed_error(
            GovnewsError(
                f"the result, a {type(result).__name__}, cannot be sent from a worker process: "
                f"{_said(error)}; return plain data, or use workers=1"
            )
        )


def packed_error(error: BaseException) -> bytes:
    """Pack an answer with what was raised, and where, which would not be sent with it.

    One that cannot be sent, or not be made again on the other side, is told of.
    """
    said = _said(error)
    where = "In a worker process:\n" + "".join(format_exception(error))
    try:
        error.add_note(where)
        data = packed((None, error))
        unpacked(data)
    except Exception:  # noqa: BLE001 - as above
        told = GovnewsError(said)
        told.add_note(where)
        return packed((None, told))
    return data


def answer(data: bytes) -> Answer:
    """Return the answer that was packed; one that cannot be read is an error that says so."""
    try:
        return Answer(*unpacked(data))
    except Exception as error:  # noqa: BLE001 - as above
        return Answer(
            error=GovnewsError(f"the result cannot be read in this process: {_said(error)}")
        )


def _said(error: BaseException) -> str:
    """Return the class and the message, of whatever kind they are.

    >>> _said(ValueError("no date"))
    'ValueError: no date'
    """
    return format_exception_only(error)[0].strip()

"""Results that go from process to process, pickled by their fields.

What a dataclass with slots does by itself asks it for its fields again for each object, which
takes as long as pickling them.
"""

from dataclasses import fields
from operator import attrgetter
from typing import Any, TypeVar

T = TypeVar("T")


def by_fields(cls: type[T]) -> type[T]:
    """Let the objects of a dataclass with slots and two fields or more be pickled and copied.

    >>> from copy import copy
    >>> from dataclasses import dataclass
    >>> @by_fields
    ... @dataclass(frozen=True, slots=True)
    ... class Place:
    ...     start: int
    ...     end: int
    >>> copy(Place(3, 5))
    Place(start=3, end=5)
    """
    names = [field.name for field in fields(cls)]  # type: ignore[arg-type]
    slots = [getattr(cls, name) for name in names]
    values = attrgetter(*names)

    def state(result: T) -> tuple[Any, ...]:
        return tuple(values(result))

    def restore(result: T, state: tuple[Any, ...]) -> None:
        for slot, value in zip(slots, state, strict=True):
            slot.__set__(result, value)

    cls.__getstate__ = state  # type: ignore[method-assign, assignment]
    cls.__setstate__ = restore  # type: ignore[attr-defined]
    return cls

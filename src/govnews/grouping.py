"""Things put together until there is enough of them to be worth a step."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def grouped(items: Iterable[T], weight: Callable[[T], int], full: int) -> Iterator[list[T]]:
    """Yield items in groups, each ended by the item with which it weighs *full* or more.

    >>> list(grouped(["a", "bcd", "e"], len, 3))
    [['a', 'bcd'], ['e']]
    """
    group: list[T] = []
    reached = 0
    for item in items:
        group.append(item)
        reached += weight(item)
        if reached >= full:
            yield group
            group, reached = [], 0
    if group:
        yield group

"""Work that is done faster on several items at once, and what comes of each."""

from collections.abc import Callable, Generator, Iterator, Sequence
from typing import Final, Generic, Protocol, TypeVar, runtime_checkable

from govnews.working.packing import Answer

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")
ItemT_contra = TypeVar("ItemT_contra", contravariant=True)
ResultT_co = TypeVar("ResultT_co", covariant=True)

#: Items of a bunch, and what they may weigh together
_MOST: Final = 16
_FULL: Final = 1 << 14


@runtime_checkable
class Together(Protocol[ItemT_contra, ResultT_co]):
    """Work on one item that can be done on several as well."""

    def __call__(self, item: ItemT_contra, /) -> ResultT_co:
        """Work on one."""

    def together(self, items: Sequence[ItemT_contra], /) -> Sequence[ResultT_co]:
        """Work on several; the results are those that each would have alone."""

    def weight(self, item: ItemT_contra, /) -> int:
        """Return how much an item is: of large ones a bunch has fewer."""


def several(
    work: Callable[[ItemT], ResultT],
) -> Callable[[Sequence[ItemT]], Sequence[ResultT]] | None:
    """Return what works on several items at once, if *work* can.

    >>> several(int) is None
    True
    """
    return work.together if isinstance(work, Together) else None


def answers(
    alone: Callable[[ItemT], ResultT],
    together: Callable[[Sequence[ItemT]], Sequence[ResultT]] | None,
    items: Sequence[ItemT],
) -> Iterator[Answer]:
    """Yield what comes of each item.

    Where one of several fails that are worked on *together*, each is worked on *alone*, and only
    that one has failed.

    >>> [str(answer.error or answer.result) for answer in answers(int, None, ["5", "five"])]
    ['5', "invalid literal for int() with base 10: 'five'"]
    """
    if together is not None and len(items) > 1:
        try:
            found = together(items)
        except Exception:  # noqa: BLE001, S110 - of which item, and why, comes out below
            pass
        else:
            yield from map(Answer, found)
            return
    for item in items:
        try:
            answer = Answer(alone(item))
        except Exception as error:  # noqa: BLE001 - what came of it
            answer = Answer(error=error)
        yield answer


class Bunch(Generic[ItemT]):
    """Items that are collected until they are worth working on together.

    >>> bunch = Bunch[str](most=2)
    >>> bunch.add("a", 1); bunch.add("b", 1)
    >>> bunch.is_full, bunch.taken(), bunch.taken()
    (True, ['a', 'b'], [])
    """

    def __init__(self, most: int = _MOST) -> None:
        """Begin with none; full with *most*, or when they weigh much together."""
        self._most = most
        self._items: list[ItemT] = []
        self._weight = 0

    def add(self, item: ItemT, weight: int) -> None:
        """Add one."""
        self._items.append(item)
        self._weight += weight

    @property
    def is_full(self) -> bool:
        """Whether it is time to work on them."""
        return len(self._items) >= self._most or self._weight >= _FULL

    def taken(self) -> list[ItemT]:
        """Return the items, and begin anew."""
        items, self._items, self._weight = self._items, [], 0
        return items


def bunches(
    work: Callable[[ItemT], ResultT], items: Iterator[ItemT]
) -> Generator[list[ItemT], None, None]:
    """Draw items for work that can be done on several: one at first, so that none waits for it.

    What *items* raise comes behind the items before.

    >>> list(bunches(int, iter("57")))
    [['5'], ['7']]
    """
    weight = work.weight if isinstance(work, Together) else None
    most, failure, left = 1, None, True
    while left and failure is None:
        bunch: Bunch[ItemT] = Bunch(most)
        try:
            left = _fill(bunch, items, weight)
        except Exception as error:  # noqa: BLE001 - raised again when its turn has come
            failure = error
        if drawn := bunch.taken():
            yield drawn
        if weight is not None:
            most = min(2 * most, _MOST)
    if failure is not None:
        raise failure


def _fill(
    bunch: Bunch[ItemT], items: Iterator[ItemT], weight: Callable[[ItemT], int] | None
) -> bool:
    """Draw until the bunch is full; return whether there may be more."""
    for item in items:
        bunch.add(item, 0 if weight is None else weight(item))
        if bunch.is_full:
            return True
    return False

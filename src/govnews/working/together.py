"""Work that is done faster on several items at once, and what comes of each."""

from collections.abc import Callable, Generator, Iterator, Sequence
from typing import Final, Protocol, TypeVar, runtime_checkable

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


def bunches(
    work: Callable[[ItemT], ResultT], items: Iterator[ItemT]
) -> Generator[list[ItemT], None, None]:
    """Draw items for work that can be done on several: one at first, so that none waits for it.

    What *items* raise comes behind the items before.

    >>> list(bunches(int, iter("57")))
    [['5'], ['7']]
    """
    weight = work.weight if isinstance(work, Together) else None
    most, failure = 1, None
    while failure is None:
        bunch: list[ItemT] = []
        try:
            _fill(bunch, items, most, weight)
        except Exception as error:  # noqa: BLE001 - raised again when its turn has come
            failure = error
        if bunch:
            yield bunch
        elif failure is None:
            return
        if weight is not None:
            most = min(2 * most, _MOST)
    raise failure


def _fill(
    bunch: list[ItemT],
    items: Iterator[ItemT],
    most: int,
    weight: Callable[[ItemT], int] | None,
) -> None:
    full = 0
    for item in items:
        bunch.append(item)
        full += weight(item) if weight is not None else 0
        if len(bunch) == most or full >= _FULL:
            return

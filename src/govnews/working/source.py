"""Items, drawn by chunks as they are needed and ready to be sent."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Generic, TypeAlias, TypeVar

from govnews.errors import GovnewsError
from govnews.working.packing import packed

ItemT = TypeVar("ItemT")

#: Bytes at which a chunk is full, however few its items: a fraction of a second's work
_FULL: Final = 1 << 18


@dataclass(frozen=True, slots=True)
class Task(Generic[ItemT]):
    """An item in its place, as it is sent; *again* if a worker has died over it."""

    index: int
    item: ItemT
    data: bytes
    again: bool = False


Chunk: TypeAlias = list[Task[ItemT]]


class Source(Generic[ItemT]):
    """Where the items come from.

    Attributes:
        failure: What ended it before its end; its turn comes behind the items before it.
    """

    def __init__(self, items: Iterable[ItemT], chunk: int) -> None:
        """Draw nothing yet."""
        self.failure: Exception | None = None
        self._items = enumerate(items)
        self._chunk = chunk

    def draw(self) -> Chunk[ItemT]:
        """Draw some items: as many as a chunk has, but not many that are large, or none."""
        drawn: Chunk[ItemT] = []
        size = 0
        while len(drawn) < self._chunk and size < _FULL and self.failure is None:
            task = self._next()
            if task is None:
                break
            drawn.append(task)
            size += len(task.data)
        return drawn

    def _next(self) -> Task[ItemT] | None:
        try:
            index, item = next(self._items)
        except StopIteration:
            return None
        except Exception as failure:  # noqa: BLE001 - raised again when its turn has come
            self.failure = failure
            return None
        try:
            return Task(index, item, packed(item))
        except Exception as error:  # noqa: BLE001 - a class may raise anything where it is pickled
            self.failure = GovnewsError(
                f"item {index} (from 0), a {type(item).__name__}, cannot be sent to a worker "
                f"process: {error}; pass plain data, or use workers=1"
            )
            return None

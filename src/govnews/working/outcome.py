"""What came of the work on one item."""

from dataclasses import dataclass
from typing import Generic, TypeVar, cast

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[ItemT, ResultT]):
    """What came of one item: a result, or an error.

    Attributes:
        index: Its place among the items, counted from 0.
        item: The item itself.
        result: What the work made of it; None where it failed.
        error: What stopped the work; None where nothing did.
    """

    index: int
    item: ItemT
    result: ResultT | None = None
    error: Exception | None = None

    def unwrap(self) -> ResultT:
        """Return the result.

        Raises:
            Exception: The error, if there is one.

        >>> Outcome(0, "5", result=5).unwrap()
        5
        """
        if self.error is not None:
            raise self.error
        return cast("ResultT", self.result)

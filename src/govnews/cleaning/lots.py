"""Edits by the ten thousand: what a pass changed, kept as small as it is known.

A long Traditional page is converted in a hundred thousand places and glossed
in tens of thousands.  An `Edit` for each costs more than the conversion
itself, and hardly anybody asks for them: these make them when somebody does.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govnews.models import Edit

if TYPE_CHECKING:
    from array import array

    import numpy as np

    Places = np.ndarray[tuple[int], np.dtype[np.intp]]


class Lot(ABC):
    """The edits of one pass, in order and disjoint."""

    @abstractmethod
    def __bool__(self) -> bool:
        """Whether there are any."""

    @abstractmethod
    def __iter__(self) -> Iterator[Edit]:
        """Make the edits."""

    @abstractmethod
    def result(self) -> str:
        """Return the text with every edit made."""


@dataclass(frozen=True, slots=True)
class Drops(Lot):
    """What was dropped, and nothing put in its place.

    Attributes:
        rule: The rule of every edit.
        text: The text before.
        starts: Where each piece begins.
        ends: Where it ends.
        left: What is left.

    >>> from array import array
    >>> drops = Drops("gloss.drop", "發(fā)展", array("I", [1]), array("I", [5]), "發展")
    >>> drops.result(), [edit.before for edit in drops]
    ('發展', ['(fā)'])
    """

    rule: str
    text: str
    starts: "array[int]"
    ends: "array[int]"
    left: str

    def __bool__(self) -> bool:
        """Whether anything was dropped."""
        return len(self.starts) > 0

    def __iter__(self) -> Iterator[Edit]:
        """Make the edits."""
        for start, end in zip(self.starts, self.ends, strict=True):
            yield Edit(self.rule, start, end, self.text[start:end], "")

    def result(self) -> str:
        """Return what is left."""
        return self.left


@dataclass(frozen=True, slots=True)
class Rewriting(Lot):
    """A text and what was made of it, as long as it was: an edit for every run of other characters.

    Attributes:
        rule: The rule of every edit.
        old: The text before.
        new: The text after.

    >>> [(edit.start, edit.after) for edit in Rewriting("script.test", "一二三四", "一貳叁四")]
    [(1, '貳叁')]
    """

    rule: str
    old: str
    new: str

    def __bool__(self) -> bool:
        """Whether anything is different."""
        return self.old != self.new

    def __iter__(self) -> Iterator[Edit]:
        """Make the edits."""
        return self._edits(*self._runs())

    def result(self) -> str:
        """Return the new text."""
        return self.new

    def touching(self, spans: Iterable[tuple[int, int]]) -> Iterator[Edit]:
        """Make the edits that overlap one of *spans*, or that an empty one lies in.

        >>> lot = Rewriting("script.test", "一二三四五", "壹二叁四伍")
        >>> [edit.start for edit in lot.touching([(1, 3)])]
        [2]
        """
        import numpy as np

        starts, ends = self._runs()
        bounds = np.array(list(spans), dtype=np.intp).reshape(-1, 2)
        firsts = np.searchsorted(ends, bounds[:, 0], side="right")
        behind = np.searchsorted(starts, bounds[:, 1], side="left")
        steps = np.zeros(len(starts) + 1, dtype=np.intp)
        np.add.at(steps, firsts, 1)
        np.add.at(steps, behind, -1)
        wanted = np.cumsum(steps[:-1]) > 0
        return self._edits(starts[wanted], ends[wanted])

    def _runs(self) -> "tuple[Places, Places]":
        """Return where the runs begin and end."""
        import numpy as np

        old, new = (
            np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.dtype("<u4"))
            for text in (self.old, self.new)
        )
        bounds = np.flatnonzero(np.diff(old != new, prepend=False, append=False))
        return bounds[::2], bounds[1::2]

    def _edits(self, starts: "Places", ends: "Places") -> Iterator[Edit]:
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
            yield Edit(self.rule, start, end, self.old[start:end], self.new[start:end])

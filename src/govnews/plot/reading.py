"""What charts read of a frame, whichever library made it.

Columns come out as lists of plain Python objects, None where a cell is empty.  narwhals,
which altair brings, knows pandas, polars and Arrow alike.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final, TypeAlias

import narwhals.stable.v1 as nw

from govnews.errors import FrameError
from govnews.plot.plain import plain
from govnews.topics.labels import RESERVED, TOPICS

Row: TypeAlias = dict[str, Any]

#: What a figures' frame and a paragraphs' frame are known by.
FIGURES: Final = (
    *("kind", "text", "value", "low", "high", "bound", "unit", "target", "change", "damaged"),
)
PARAGRAPHS: Final = ("topics", "text")
#: What more is read where it is there.
_MORE: Final = (
    *("bulletin", "paragraph", "issued", "topic", "sentence", "resolved", "start", "left_out"),
)
#: Columns of a paragraphs' frame that are no scores.
_NO_SCORES: Final = frozenset(RESERVED)


class Frame:
    """A frame of figures or of paragraphs."""

    def __init__(self, frame: object, call: str) -> None:
        """Take a frame of pandas, polars or Arrow.

        Args:
            frame: It.
            call: The function that was called with it, for messages.

        Raises:
            TypeError: If it is none.
        """
        self.call = call
        try:
            self._frame: nw.DataFrame[Any] = nw.from_native(frame, eager_only=True)
        except TypeError as error:
            raise TypeError(
                f"{call} takes a frame of pandas, polars or Arrow, not {type(frame).__name__}: "
                "pass what govnews.frame(...) or Bulletin.to_frame(...) returns"
            ) from error

    @property
    def columns(self) -> list[str]:
        """The names of its columns."""
        return self._frame.columns

    @property
    def of_paragraphs(self) -> bool:
        """Whether a row is a paragraph; what has neither sort of columns counts as figures."""
        return set(PARAGRAPHS) <= set(self.columns) and "kind" not in self.columns

    def rows(
        self, needed: Iterable[str], more: Iterable[str] = (), *, kind: str | None = None
    ) -> Iterator[Row]:
        """Yield its rows, with the columns *needed*, and *more* that may be missing.

        Args:
            needed: Columns that must be there.
            more: Columns that are None where they are not.
            kind: Of a frame of figures: which of them; None for all.

        Raises:
            FrameError: If a column that is needed is missing.
        """
        needed = tuple(needed)
        if missing := [name for name in needed if name not in self.columns]:
            raise FrameError(
                f"{self.call}: the frame has no column {', '.join(missing)}: pass what "
                "govnews.frame(...) or Bulletin.to_frame(...) returns, with all of its columns"
            )
        frame = self._frame
        if kind is not None:
            frame = frame.filter(nw.col("kind").cast(nw.String) == kind)
        wanted = dict.fromkeys((*needed, *_MORE, *more))
        lists = [_cells(frame, name) for name in wanted]
        return (dict(zip(wanted, cells, strict=True)) for cells in zip(*lists, strict=True))

    def labels(self, seen: Iterable[str | None]) -> tuple[str, ...]:
        """Return the labels of its topics, in the order that gives them their colours.

        Args:
            seen: The topics that its rows have.
        """
        labels = dict.fromkeys(self._known_labels())
        labels |= dict.fromkeys(label for label in seen if label is not None)
        # the five have their colours, whichever of them a frame tells of
        ours = () if labels.keys().isdisjoint(TOPICS) else tuple(TOPICS)
        return tuple(dict.fromkeys((*ours, *labels)))

    def _known_labels(self) -> tuple[str, ...]:
        """Return the labels that the types of its columns tell of, used or not."""
        schema = self._frame.schema
        if self.of_paragraphs:
            return tuple(
                name
                for name, type_ in schema.items()
                if type_.is_float() and name not in _NO_SCORES
            )
        if schema.get("topic") not in (nw.Categorical, nw.Enum):
            return ()
        try:
            return tuple(self._frame["topic"].cat.get_categories().to_list())
        except AttributeError:  # Arrow's dictionaries within pandas: only what occurs is known
            return ()


def _cells(frame: nw.DataFrame[Any], name: str) -> list[Any]:
    """Return a column as plain objects, or None for each row where there is no such column."""
    if name not in frame.columns:
        return [None] * len(frame)
    column = frame[name]
    pairs = zip(column.to_list(), column.is_null().to_list(), strict=True)
    return [None if empty else cell for cell, empty in pairs]


def named(label: str | None) -> str:
    """Return the name of a topic for a reader: Chinese where it has one, and its label.

    >>> named("veterans"), named("ecology"), named(None)
    ('退役军人 veterans', 'ecology', 'none of the topics')
    """
    if label is None:
        return "none of the topics"
    return f"{TOPICS[label]} {label}" if label in TOPICS else plain(label, 30)

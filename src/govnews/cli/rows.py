"""What one document's result says, row by row: as objects for JSON, as cells for tables."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from govnews import frames
from govnews.frames.columns import FIGURE, Column
from govnews.frames.rows import Row
from govnews.models import CleanText, Figure, Reason

if TYPE_CHECKING:
    from govnews.bulletin import Bulletin

_FIGURE: Final = Figure.__slots__
_TOKEN: Final = ("text", "start", "end", "tag", "upos", "kind")
_KEYWORD: Final = ("rank", "word", "tag", "count", "score")

#: What makes one row of each item of a list.
RowsOfList: TypeAlias = Callable[[str, Sequence[Any]], Iterator[Row]]


def cleaned(name: str, text: CleanText) -> Iterator[Row]:
    """Yield the cleaned text with its edits."""
    yield {"id": name, "text": text.text, "edits": text.edits}


def _each(key: str, cells: Callable[[Any], Row]) -> RowsOfList:
    """Make a row of each item: the name of its document under *key*, then its own cells."""

    def rows(name: str, found: Sequence[Any]) -> Iterator[Row]:
        for item in found:
            yield {key: name} | cells(item)

    return rows


def _fields(names: Sequence[str]) -> Callable[[Any], Row]:
    values = attrgetter(*names)
    return lambda item: dict(zip(names, values(item), strict=True))


#: One object a word, a keyword or a figure, for JSON.
token_objects: Final = _each("id", _fields(_TOKEN))
keyword_objects: Final = _each("id", _fields((*_KEYWORD, "spans")))
figure_objects: Final = _each("id", _fields(_FIGURE))
#: One row a word, a keyword or a figure, for tables.
tokens: Final = _each("bulletin", _fields(_TOKEN))
keywords: Final = _each("bulletin", _fields(_KEYWORD))
figures: Final = _each("bulletin", frames.figure_fields)


def token_columns() -> Sequence[str]:
    """Name the columns of the table of words."""
    return ("bulletin", *_TOKEN)


def keyword_columns() -> Sequence[str]:
    """Name the columns of the table of keywords."""
    return ("bulletin", *_KEYWORD)


def figure_columns() -> Sequence[Column]:
    """Return the columns of the table of figures that were not told where they stand."""
    wanted = {"bulletin", *(column.name for column in FIGURE), "start", "end"}
    return [column for column in frames.columns_of("figures") if column.name in wanted]


def paragraph_objects(name: str, bulletin: "Bulletin") -> Iterator[Row]:
    """Yield one object a paragraph, without its figures."""
    for index, paragraph in enumerate(bulletin.paragraphs):
        yield {
            "id": name,
            "paragraph": index,
            "topics": paragraph.topics,
            "scores": dict(paragraph.scores),
            "text": paragraph.text,
            "start": paragraph.start,
            "end": paragraph.end,
        }


def paragraph_columns(labels: Sequence[str]) -> Callable[[], Sequence[Column]]:
    """Return what names the columns of the table of paragraphs that got *labels*."""
    return partial(frames.columns_of, "paragraphs", labels)


def paragraphs(labels: Sequence[str]) -> Callable[[str, "Bulletin"], Iterator[Row]]:
    """Return what makes one row a paragraph."""

    def rows(name: str, bulletin: "Bulletin") -> Iterator[Row]:
        return frames.paragraph_rows(bulletin, name, tuple(labels))

    return rows


def bulletin_columns(labels: Sequence[str]) -> Callable[[], Sequence[Column]]:
    """Return what names the columns of the table of figures of bulletins that got *labels*."""
    return partial(frames.columns_of, "figures", labels)


def bulletin_figures(
    name: str, judged: "tuple[Bulletin, Sequence[Reason | None]]"
) -> Iterator[Row]:
    """Yield one row a figure, with its paragraph and topic, and why it must not be added."""
    bulletin, why = judged
    return frames.figure_rows(bulletin, name, why)

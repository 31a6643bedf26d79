"""What one document's result says, row by row: as objects for JSON, as cells for tables."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from govnews import frames
from govnews.frames import Row
from govnews.models import CleanText, Figure, Token

if TYPE_CHECKING:
    from govnews.bulletin import Bulletin

_FIGURE: Final = Figure.__slots__
_TOKEN: Final = Token.__slots__


def cleaned(name: str, text: CleanText) -> Iterator[Row]:
    """Yield the cleaned text with its edits."""
    yield {"id": name, "text": text.text, "edits": text.edits}


def token_objects(name: str, found: Sequence[Token]) -> Iterator[Row]:
    """Yield one object a word."""
    for token in found:
        yield {"id": name} | {field: getattr(token, field) for field in _TOKEN}


def token_columns() -> Sequence[str]:
    """Name the columns of the table of words."""
    return ("bulletin", *_TOKEN)


def tokens(name: str, found: Sequence[Token]) -> Iterator[Row]:
    """Yield one row a word."""
    for token in found:
        yield {"bulletin": name} | {field: getattr(token, field) for field in _TOKEN}


def figure_objects(name: str, found: Sequence[Figure]) -> Iterator[Row]:
    """Yield one object a figure."""
    for figure in found:
        yield {"id": name} | {field: getattr(figure, field) for field in _FIGURE}


def figure_columns() -> Sequence[str]:
    """Name the columns of the table of figures."""
    return ("bulletin", *frames.FIGURE_FIELDS)


def figures(name: str, found: Sequence[Figure]) -> Iterator[Row]:
    """Yield one row a figure."""
    for figure in found:
        yield {"bulletin": name} | frames.figure_fields(figure)


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


def paragraph_columns() -> Sequence[str]:
    """Name the columns of the table of paragraphs."""
    return frames.paragraph_columns()


def paragraphs(_: str, bulletin: "Bulletin") -> Iterator[Row]:
    """Yield one row a paragraph."""
    return frames.paragraph_rows(bulletin)


def bulletin_columns() -> Sequence[str]:
    """Name the columns of the table of a bulletin's figures."""
    return frames.FIGURE_COLUMNS


def bulletin_figures(_: str, bulletin: "Bulletin") -> Iterator[Row]:
    """Yield one row a figure, with its paragraph and topic."""
    return frames.figure_rows(bulletin)

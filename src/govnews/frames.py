"""Bulletins as tables: one row a figure, or one row a paragraph.

`figure_rows` and `paragraph_rows` give plain dicts and need the standard
library only; what pandas or Arrow make of them needs the extra `frames`.

A date is no number: it stands in `date` (and the end of a span in
`date_end`) as ISO 8601 text, and `value`, `upper`, `low` and `high` stay
empty.  Numbers are exact: `Decimal` in a pandas frame, decimal128 in Arrow.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeAlias

from govnews.errors import MissingExtraError
from govnews.models import Figure, Kind, Paragraph
from govnews.topics.labels import RESERVED, TOPICS

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

Row: TypeAlias = dict[str, Any]

#: What a row says of a figure itself, in order.
FIGURE_FIELDS: Final = (
    *("kind", "text", "value", "upper", "low", "high", "date", "date_end", "bound", "unit"),
    *("currency", "target", "change", "resolved", "damaged", "rule", "start", "end"),
)
FIGURE_COLUMNS: Final = ("bulletin", "paragraph", "topic", *FIGURE_FIELDS)
#: The first columns of a paragraph's row; one with its score follows for every topic label.
PARAGRAPH_FIELDS: Final = RESERVED

_NUMBERS: Final = ("value", "upper", "low", "high")
_DATES: Final = ("date", "date_end")
#: The columns that hold neither text nor a topic's score, in pandas' words.
_TYPES: Final = {
    **dict.fromkeys(("paragraph", "start", "end", "n_figures"), "int64"),
    **dict.fromkeys(("damaged", "truncated"), "bool"),
    **dict.fromkeys((*_NUMBERS, "topics"), "object"),
}
#: Digits before and after the point of an Arrow number: room for any sum in yuan and any rate.
_INTEGER_DIGITS: Final = 26
_DECIMALS: Final = 12


class Analysed(Protocol):
    """What is needed of a bulletin."""

    @property
    def id(self) -> str | None:
        """The caller's name for it."""

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Its paragraphs."""


def figure_fields(figure: Figure) -> Row:
    """Return the cells that describe a figure, without its place in a bulletin.

    >>> row = figure_fields(Figure(Kind.DATE, "2015年", 0, 5, "2015"))
    >>> row["date"], row["value"]
    ('2015', None)
    """
    row: Row = {name: None if name in _DATES else getattr(figure, name) for name in FIGURE_FIELDS}
    if figure.kind is Kind.DATE:
        row.update(dict.fromkeys(_NUMBERS), date=figure.value, date_end=figure.upper)
    return row | {
        "kind": figure.kind.value,
        "bound": figure.bound.value,
        "change": figure.change.value if figure.change else None,
    }


def figure_rows(bulletin: Analysed) -> Iterator[Row]:
    """Yield one row a figure, with the columns `FIGURE_COLUMNS`.

    `paragraph` counts from 0, `topic` is the most probable one of the paragraph.
    """
    for index, paragraph in enumerate(bulletin.paragraphs):
        place = {
            "bulletin": bulletin.id,
            "paragraph": index,
            "topic": paragraph.topics[0] if paragraph.topics else None,
        }
        for figure in paragraph.figures:
            yield place | figure_fields(figure)


def paragraph_columns(labels: Iterable[str] = TOPICS) -> tuple[str, ...]:
    """Return the columns of a paragraph's row: the fields, then a score for each of *labels*."""
    return (*PARAGRAPH_FIELDS, *labels)


def paragraph_rows(bulletin: Analysed) -> Iterator[Row]:
    """Yield one row a paragraph, with the columns `paragraph_columns` of its labels."""
    unscored = dict.fromkeys(_labels(bulletin), 0.0)
    for index, paragraph in enumerate(bulletin.paragraphs):
        yield {
            "bulletin": bulletin.id,
            "paragraph": index,
            "topics": paragraph.topics,
            "text": paragraph.text,
            "start": paragraph.start,
            "end": paragraph.end,
            "truncated": paragraph.truncated,
            "n_figures": len(paragraph.figures),
            **unscored,
            **paragraph.scores,
        }


def figures_frame(bulletin: Analysed) -> "pd.DataFrame":
    """Return the figures of a bulletin as a pandas frame, one row each.

    Raises:
        MissingExtraError: If pandas is not installed.
    """
    return frame(figure_rows(bulletin), FIGURE_COLUMNS)


def paragraphs_frame(bulletin: Analysed) -> "pd.DataFrame":
    """Return the paragraphs of a bulletin as a pandas frame, one row each.

    Raises:
        MissingExtraError: If pandas is not installed.
    """
    return frame(paragraph_rows(bulletin), paragraph_columns(_labels(bulletin)))


def _labels(bulletin: Analysed) -> tuple[str, ...]:
    """Return the labels of a bulletin: the five, or those of the models that labelled it."""
    scored = dict.fromkeys(label for each in bulletin.paragraphs for label in each.scores)
    return tuple(TOPICS if scored.keys() <= TOPICS.keys() else scored)


def frame(rows: Iterable[Row], columns: Sequence[str]) -> "pd.DataFrame":
    """Return *rows* as a pandas frame whose column types do not depend on what is in it.

    Raises:
        MissingExtraError: If pandas is not installed.
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise _missing("pandas") from error
    types = {name: _type_of(name) for name in columns}
    return pd.DataFrame(list(rows), columns=list(columns), dtype=object).astype(types)


def arrow_table(rows: Iterable[Row], columns: Sequence[str]) -> "pa.Table":
    """Return *rows* as an Arrow table with the same schema for any input.

    A number of more than 26 digits or 12 decimals, which no bulletin means, is
    null; its text is there.

    Raises:
        MissingExtraError: If pyarrow is not installed.
    """
    try:
        import pyarrow as pa
    except ImportError as error:
        raise _missing("pyarrow") from error
    types = {
        "int64": pa.int64(),
        "bool": pa.bool_(),
        "object": pa.decimal128(_INTEGER_DIGITS + _DECIMALS, _DECIMALS),
        "float64": pa.float64(),
        "string": pa.string(),
    }
    schema = pa.schema(
        (name, pa.list_(pa.string()) if name == "topics" else types[_type_of(name)])
        for name in columns
    )
    return pa.Table.from_pylist([_fitting(row) for row in rows], schema=schema)


def _type_of(column: str) -> str:
    """Name the type of a column; what is no field of ours is the score of a label."""
    ours = column in FIGURE_COLUMNS or column in PARAGRAPH_FIELDS
    return _TYPES.get(column, "string" if ours else "float64")


def _fitting(row: Row) -> Row:
    """Leave out the numbers that Arrow's decimals have no room for."""
    return {
        name: None if isinstance(cell, Decimal) and not _fits(cell) else cell
        for name, cell in row.items()
    }


def _fits(number: Decimal) -> bool:
    exponent = number.as_tuple().exponent
    return (
        isinstance(exponent, int) and exponent >= -_DECIMALS and number.adjusted() < _INTEGER_DIGITS
    )


def _missing(package: str) -> MissingExtraError:
    return MissingExtraError(
        f"frames and parquet files need {package}, which is not installed: "
        "pip install 'govnews[frames]'"
    )

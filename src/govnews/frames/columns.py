"""The columns of our tables: their names, types and meanings, in order.

A table has the same columns with the same types whatever is in it, so that tables of many
runs can be put together.  `Type` says what a type is in Arrow, and so in Parquet files and in
polars; `engines.py` says what pandas makes of it.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from govnews.models import Bound, Change, Kind, Reason
from govnews.topics.labels import TOPICS


class Type(StrEnum):
    """What a column holds.

    Attributes:
        TEXT: Text (Arrow: string).
        LABEL: One of a fixed set of names (dictionary of strings).
        NUMBER: An exact number (decimal128 with 26 digits before and 12 behind the point).
        FLOAT: A number as computers count (float64).
        INTEGER: A whole number (int64).
        FLAG: True or False (bool).
        DAY: A day (date32).
        LABELS: Several names (list of strings).
    """

    TEXT = "text"
    LABEL = "label"
    NUMBER = "number"
    FLOAT = "float"
    INTEGER = "integer"
    FLAG = "flag"
    DAY = "day"
    LABELS = "labels"


class Column(NamedTuple):
    """A column.

    Attributes:
        name: Its name.
        type: What it holds.
        meaning: What that means, in a line.
        nullable: Whether a cell can be empty.
        labels: Of a LABEL, the names that can stand there, in order.
    """

    name: str
    type: Type
    meaning: str
    nullable: bool = False
    labels: tuple[str, ...] = ()


def _empty(name: str, type_: Type, meaning: str, labels: Sequence[str] = ()) -> Column:
    return Column(name, type_, meaning, nullable=True, labels=tuple(labels))


_PLACE: Final = (
    Column("bulletin", Type.TEXT, "the bulletin's id, or its number among the others, from 0"),
    _empty("issued", Type.DAY, "its day of issue, if it is known"),
    Column("paragraph", Type.INTEGER, "the number of the paragraph, from 0"),
)
_SPAN: Final = (
    Column("start", Type.INTEGER, "its first code point in the string that was analysed"),
    Column("end", Type.INTEGER, "one past its last"),
)

#: What a row says of a figure itself, wherever it stands.
FIGURE: Final = (
    Column("kind", Type.LABEL, "what sort of figure it is", labels=tuple(Kind)),
    Column("text", Type.TEXT, "its cleaned form"),
    _empty("value", Type.NUMBER, "the exact number, after scaling; empty for dates"),
    _empty("value_float", Type.FLOAT, "the same for charts and statistics, rounded to 15 digits"),
    _empty("upper", Type.NUMBER, "the high end of a range"),
    _empty("low", Type.NUMBER, "the least that value, upper and bound allow; empty if unbounded"),
    _empty("high", Type.NUMBER, "the most that they allow; empty if unbounded"),
    _empty("date", Type.TEXT, "what a date says, in ISO 8601: 2018, 2018-03, --07-24"),
    _empty("date_end", Type.TEXT, "the end of a span of dates"),
    Column("bound", Type.LABEL, "how the number is to be read", labels=tuple(Bound)),
    _empty("unit", Type.TEXT, "what it is counted in: 元, 人, %, 家"),
    _empty("currency", Type.TEXT, "ISO 4217 code of money"),
    _empty("target", Type.TEXT, "what is counted, paid for or measured"),
    _empty("change", Type.LABEL, "the direction of an amount of change", tuple(Change)),
    _empty("resolved", Type.TEXT, "the whole of a partial date; a span as start/end"),
    Column("damaged", Type.FLAG, "whether a digit may be missing"),
    Column("rule", Type.TEXT, "the rule that read it"),
)


def figures(labels: Sequence[str] = tuple(TOPICS)) -> tuple[Column, ...]:
    """Return the columns of the table of figures, one row each.

    Args:
        labels: The topics that a paragraph can have.

    >>> [column.name for column in figures()][:4]
    ['bulletin', 'issued', 'paragraph', 'topic']
    """
    topic = _empty("topic", Type.LABEL, "the most probable topic of the paragraph", labels)
    return (
        *_PLACE,
        topic,
        *FIGURE,
        _empty("left_out", Type.LABEL, "why it must not be added to others, if so", tuple(Reason)),
        Column(
            "sentence",
            Type.TEXT,
            "the cleaned sentence that it stands in; of one over 200 characters the part around it",
        ),
        *_SPAN,
    )


def paragraphs(labels: Sequence[str] = tuple(TOPICS)) -> tuple[Column, ...]:
    """Return the columns of the table of paragraphs, one row each.

    >>> paragraphs()[-1].name
    'veterans'
    """
    topics, *scores = columns_of_topics(labels)
    return (
        *_PLACE,
        topics,
        Column("text", Type.TEXT, "its cleaned text"),
        *_SPAN,
        Column("truncated", Type.FLAG, "whether the source cut it off"),
        Column("n_figures", Type.INTEGER, "how many figures it has"),
        *scores,
    )


def columns_of_topics(labels: Sequence[str]) -> tuple[Column, ...]:
    """Return the columns that say what a text is about: its topics, and a score for each label.

    >>> [column.name for column in columns_of_topics(["forest"])]
    ['topics', 'forest']
    """
    return (
        Column("topics", Type.LABELS, "its topics, most probable first"),
        *(_empty(label, Type.FLOAT, f"how probable {label} is, 0 to 1") for label in labels),
    )


#: The columns of the table of edits, one row for each place where cleaning changed something.
EDITS: Final = (
    *_PLACE[:2],
    _empty("paragraph", Type.INTEGER, "the number of the paragraph; empty between paragraphs"),
    Column("rule", Type.TEXT, "the rule that made it"),
    Column("before", Type.TEXT, "what stood there"),
    Column("after", Type.TEXT, "what stands there now"),
    Column("confidence", Type.FLOAT, "how likely the sound page had that; 0 if it was not undone"),
    Column("conversion", Type.FLAG, "whether it only converts characters to another script"),
    *_SPAN,
)

#: The columns of the table of words, one row each.
TOKENS: Final = (
    *_PLACE,
    Column("text", Type.TEXT, "the word, as cleaned"),
    Column("tag", Type.TEXT, "its part of speech in jieba's tag set"),
    Column("upos", Type.TEXT, "its part of speech in that of Universal Dependencies"),
    _empty("kind", Type.LABEL, "what kind of figure it is, if it is one", tuple(Kind)),
    *_SPAN,
)


def totals(by: Sequence[str], labels: Sequence[str] = tuple(TOPICS)) -> tuple[Column, ...]:
    """Return the columns of the table of totals, one row for each kind and unit of each group.

    Args:
        by: The columns of the table of figures that make the groups, and "month".
        labels: The topics that a paragraph can have.

    >>> [column.name for column in totals(["topic"])][:4]
    ['topic', 'kind', 'unit', 'currency']
    """
    groups = {column.name: column._replace(nullable=True) for column in figures(labels)}
    groups["month"] = _empty("month", Type.TEXT, "the month of issue: 2023-03")
    return (
        *(groups[name] for name in by),
        FIGURE[0],
        _empty("unit", Type.TEXT, "what they are counted in"),
        _empty("currency", Type.TEXT, "ISO 4217 code of money"),
        Column("figures", Type.INTEGER, "how many were added"),
        Column("value", Type.NUMBER, "the sum of what the text says; of a range its low end"),
        Column("value_float", Type.FLOAT, "the same for charts, rounded to 15 digits"),
        Column("low", Type.NUMBER, "the least that it can be"),
        _empty("high", Type.NUMBER, "the most that it can be; empty if one is open above"),
        Column("left_out", Type.INTEGER, "how many were not added"),
    )

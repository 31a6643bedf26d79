"""What the columns of annotated batches are called and hold, in types that any engine has."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from govnews.errors import UnknownChoiceError
from govnews.frames import arrow, columns
from govnews.frames.columns import Column, Type
from govnews.topics.labels import TOPICS

if TYPE_CHECKING:
    import pyarrow as pa

Nested: TypeAlias = Literal["paragraphs", "figures", "edits"]
"""The tables that can stand within a row."""

NESTED: Final[tuple[Nested, ...]] = ("paragraphs", "figures", "edits")

#: What stands in the row, and therefore not in each row of the tables in it.
_OF_THE_ROW: Final = ("bulletin", "issued")

#: What a row says of the whole text.
HEAD: Final = (
    Column("id", Type.TEXT, "what the row was called", nullable=True),
    Column("slice", Type.INTEGER, "which slice of a very long text this is, from 0"),
    Column("issued", Type.DAY, "its day of issue, if it is known", nullable=True),
    Column("source", Type.TEXT, "the dateline that opens it", nullable=True),
    Column("topic", Type.TEXT, "what the whole is about, if one topic has enough", nullable=True),
    Column("n_paragraphs", Type.INTEGER, "how many paragraphs it has"),
    Column("n_figures", Type.INTEGER, "how many figures it has"),
    Column("error", Type.TEXT, "why it could not be analysed; empty where it was", nullable=True),
)


def table_columns(labels: Sequence[str]) -> Mapping[str, tuple[Column, ...]]:
    """Return the columns of each table as `govnews.frame` has it.

    Args:
        labels: The topics that a paragraph can have.

    >>> [column.name for column in table_columns(["forest"])["edits"]][:3]
    ['bulletin', 'issued', 'paragraph']
    """
    return {
        "paragraphs": columns.paragraphs(labels),
        "figures": columns.figures(labels),
        "edits": columns.EDITS,
    }


def inner_columns(table: str, labels: Sequence[str]) -> tuple[Column, ...]:
    """Return the columns of a table that stands within a row.

    >>> [column.name for column in inner_columns("edits", [])][:2]
    ['paragraph', 'rule']
    """
    every = table_columns(labels)[table]
    return tuple(column for column in every if column.name not in _OF_THE_ROW)


def checked_what(what: Iterable[str]) -> tuple[Nested, ...]:
    """Return the tables that are asked for, in their order.

    Raises:
        UnknownChoiceError: If one is none.
    """
    asked = {what} if isinstance(what, str) else set(what)
    if unknown := sorted(asked.difference(NESTED)):
        raise UnknownChoiceError(f"no table {unknown[0]!r}: choose from {', '.join(NESTED)}")
    return tuple(table for table in NESTED if table in asked)


def schema(
    labels: Sequence[str] = tuple(TOPICS),
    *,
    what: Iterable[str] = NESTED,
    keep: Iterable["pa.Field"] = (),
) -> "pa.Schema":
    """Return the schema of what `annotate` yields (extra `frames`).

    Args:
        labels: The topics that the models know; the five of the package by default.
        what: As for `annotate`.
        keep: The fields of the columns that are passed through.

    Returns:
        The schema. Each field says in its metadata what it means. There are no dictionaries
        in it, because not every engine has them.

    Raises:
        MissingExtraError: If pyarrow is not installed.
        UnknownChoiceError: If *what* names a table that there is not.

    >>> schema(what=["figures"]).names[-2:]
    ['error', 'figures']
    """
    head = [*keep, *arrow.schema(HEAD)]
    import pyarrow as pa

    tables = [
        pa.field(
            table, pa.list_(pa.struct(plain_fields(inner_columns(table, labels)))), nullable=False
        )
        for table in checked_what(what)
    ]
    return pa.schema([*head, *tables])


def plain_fields(columns: Sequence[Column]) -> "list[pa.Field]":
    """Return the fields of columns, with strings in place of dictionaries.

    >>> str(plain_fields(columns.TOKENS)[-3].type)
    'string'
    """
    from pyarrow import types

    return [
        field.with_type(field.type.value_type) if types.is_dictionary(field.type) else field
        for field in arrow.schema(columns)
    ]


def labels_of(models: Sequence[object]) -> tuple[str, ...]:
    """Return the topics of models, as `govnews.frame` has them.

    >>> from govnews.topics.model import TopicModel
    >>> labels_of([TopicModel.shipped()]) == tuple(TOPICS)
    True
    """
    known = tuple(label for model in models for label in getattr(model, "labels", ()))
    return tuple(TOPICS) if TOPICS.keys() >= set(known) else known

"""Labelled texts: JSON lines with a text and the figures that stand in it (corpora/figures)."""

from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Annotated

import msgspec

from govnews.errors import LabelError
from govnews.models import Bound, Change, Kind

_Place = Annotated[int, msgspec.Meta(ge=0)]


class Label(msgspec.Struct, frozen=True):
    """A figure as it should be read; see `Figure` for the fields.

    `value` and `upper` are decimal numbers after scaling, or ISO 8601 for a
    date.  What is `optional` a reader may take or leave: it does not count.
    """

    kind: Kind
    text: str
    start: _Place
    end: _Place
    value: str
    upper: str | None
    bound: Bound
    unit: str | None
    currency: str | None
    target: str | None
    change: Change | None
    optional: bool = False


class Document(msgspec.Struct, frozen=True):
    """A labelled text."""

    id: str
    text: str
    figures: tuple[Label, ...]


def documents(text: str, name: str) -> list[Document]:
    """Return the labelled texts of a file of JSON lines.

    Args:
        text: What the file says.
        name: What errors shall call it.

    Raises:
        LabelError: If a line is not what it should be, or there is none.

    >>> documents('{"id": "a", "text": "走访43家企业", "figures": []}', "gold.jsonl")[0].text
    '走访43家企业'
    >>> documents('{"id": "a"}', "gold.jsonl")
    Traceback (most recent call last):
    ...
    govnews.errors.LabelError: gold.jsonl, line 1: Object missing required field `text`: ...
    """
    # U+2028 and its like end no line: JSON allows them inside
    found = [
        _document(line, f"{name}, line {number}")
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip()
    ]
    if not found:
        raise LabelError(
            f"{name} holds no labelled texts: write a JSON object with id, text and figures a line"
        )
    return found


def _document(line: str, place: str) -> Document:
    try:
        document = msgspec.json.decode(line, type=Document)
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        raise LabelError(
            f"{place}: {error}: a line is a JSON object with id, text and figures, and a figure "
            f"has {', '.join(Label.__struct_fields__[:-1])}"
        ) from error
    for number, label in enumerate(document.figures, 1):
        _check(document, label, f"{place} ({document.id}), figure {number}")
    for first, second in pairwise(document.figures):
        if second.start < first.end:
            raise LabelError(
                f"{place} ({document.id}): {first.text!r} and {second.text!r} overlap or are not "
                "in order: put the figures in order"
            )
    return document


def _check(document: Document, label: Label, place: str) -> None:
    stood = document.text[label.start : label.end]
    if label.text != stood or not stood:
        raise LabelError(
            f"{place}: its text is {label.text!r}, but {stood!r} stands at {label.start}.."
            f"{label.end}: count code points, the end exclusive"
        )
    if label.kind is Kind.DATE:
        return
    for value in (label.value, label.upper):
        try:
            Decimal(value or 0)
        except InvalidOperation as error:
            raise LabelError(
                f"{place}: {value!r} is no number: write it in digits, after scaling"
            ) from error

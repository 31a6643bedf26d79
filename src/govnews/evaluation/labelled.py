"""Labelled texts: JSON lines with a text and the figures that stand in it (corpora/figures)."""

import re
from collections import Counter
from itertools import pairwise
from typing import Annotated, Final

import msgspec

from govnews.errors import LabelError
from govnews.models import Bound, Change, Kind

_Place = Annotated[int, msgspec.Meta(ge=0)]
_Code = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{3}\Z")]
_NUMBER: Final = re.compile(r"-?[0-9]+(\.[0-9]+)?")
#: 2015, 2014-01, 2014-01-05, --07, --07-24, ---24
_DATE: Final = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}|--[0-9]{2}(-[0-9]{2})?|---[0-9]{2}")
_WRITTEN: Final = {
    "date": "write it in ISO 8601, as in 2014-01-05, 2014-01 or --07-24",
    "number": "write it in digits, after scaling, as in 50270000 or -0.5",
}
#: What can be said of a field that is not what it should be
_ADVICE: Final = {
    "kind": f"use one of {', '.join(Kind)}",
    "bound": f"use one of {', '.join(Bound)}",
    "change": f"use null or one of {', '.join(Change)}",
    "currency": "write null or the three capital letters of ISO 4217",
}


class Label(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A figure as it should be read; see `Figure` for the fields.

    `value` and `upper` are decimal numbers after scaling, or ISO 8601 for a
    date.  What is `optional` a reader may take or leave: it does not count.
    What else `extract` says of a figure may stand there; it is not compared.
    """

    kind: Kind
    text: str
    start: _Place
    end: _Place
    value: str
    upper: str | None
    bound: Bound
    unit: str | None
    currency: _Code | None
    target: str | None
    change: Change | None
    optional: bool = False
    id: str = ""
    resolved: str | None = None
    damaged: bool = False
    rule: str = ""

    def __post_init__(self) -> None:
        """Refuse values that no figure has.

        Raises:
            LabelError: If `value` or `upper` is not what it should be.
        """
        pattern, said = (_DATE, "date") if self.kind is Kind.DATE else (_NUMBER, "number")
        for value in (self.value, self.upper):
            if value is not None and not pattern.fullmatch(value):
                raise LabelError(f"{value!r} is no {said}: {_WRITTEN[said]}")
        if (self.bound is Bound.RANGE) is (self.upper is None):
            raise LabelError("a range has an upper end, and only a range: mend bound or upper")


_REQUIRED: Final = Label.__struct_fields__[: -len(Label.__struct_defaults__)]


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
    twice = [id_ for id_, count in Counter(each.id for each in found).items() if count > 1]
    if twice:
        raise LabelError(f"{name}: two texts have the id {twice[0]!r}: give each its own")
    return found


def _document(line: str, place: str) -> Document:
    try:
        document = msgspec.json.decode(line, type=Document)
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        raise LabelError(f"{place}: {error}{_advice(str(error))}") from error
    place = f"{place} ({document.id})"
    for number, label in enumerate(document.figures, 1):
        stood = document.text[label.start : label.end]
        if label.text != stood or len(stood) != label.end - label.start or not stood:
            raise LabelError(
                f"{place}, figure {number}: it is {label.text!r} at {label.start}..{label.end}, "
                f"but {stood!r} stands at {label.start}..{label.start + len(stood)}: count code "
                "points, the end exclusive"
            )
    for first, second in pairwise(document.figures):
        if second.start < first.end:
            raise LabelError(
                f"{place}: {first.text!r} and {second.text!r} overlap or are not in order: put "
                "the figures in order"
            )
    return document


def _advice(message: str) -> str:
    """Say what to do about what msgspec found; a value that is no number says it itself."""
    if "`$.figures[" not in message:
        return ": a line is a JSON object with id, text and figures"
    if " field `" in message:
        return f": a figure has {', '.join(_REQUIRED)}, and may have optional"
    field = message.rpartition(".")[2].rstrip("`")
    return f": {_ADVICE[field]}" if field in _ADVICE else ""

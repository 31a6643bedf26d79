"""What the rows of a lexicon's tables may say: the same as those of the shipped tables."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Final, Literal

import msgspec

from govnews.errors import LexiconError
from govnews.figures.exclusions import NUMERAL
from govnews.figures.regexes import check_regex
from govnews.figures.vocabulary import Row
from govnews.models import Bound

_Text = Annotated[str, msgspec.Meta(min_length=1)]
_Texts = list[_Text]
_Bounds = Literal["exact", "about", "nearly", "over", "at_least", "under", "at_most"]
_Kinds = Literal["headcount", "percentage", "multiple", "count", "measure", "duration"]
_Number = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{1,9}(\.[0-9]{1,9})?$")]
_Whole = Annotated[int, msgspec.Meta(ge=1, lt=10**9)]


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row; what it says is validated, what is kept is the row itself."""


class _Counting(_Strict, frozen=True):
    word: _Text
    example: _Text
    not_before: _Texts | None = None
    only_before: _Texts | None = None
    one_not_before: _Texts | None = None
    one: bool | None = None
    han: bool | None = None
    scale: _Number | _Whole | None = None
    most: _Number | _Whole | None = None


class _Unit(_Counting, frozen=True, kw_only=True):
    kind: _Kinds
    unit: _Text | None = None


class _Currency(_Counting, frozen=True, kw_only=True):
    unit: _Text
    code: Annotated[str, msgspec.Meta(pattern="^[A-Z]{3}$")]


class _Qualifier(_Strict, frozen=True):
    word: _Text
    place: Literal["before", "after"]
    bound: _Bounds
    example: _Text
    not_before: _Texts | None = None
    only_before: _Texts | None = None


class _Phrases(_Strict, frozen=True):
    group: _Text
    words: Annotated[_Texts, msgspec.Meta(min_length=1)]


class _Pattern(_Strict, frozen=True):
    name: _Text
    regex: _Text
    example: _Text


class _NoWord(_Strict, frozen=True):
    word: _Text
    remove: bool


class _NoQualifier(_NoWord, frozen=True):
    place: Literal["before", "after"]


class _NoPhrases(_Strict, frozen=True):
    words: Annotated[_Texts, msgspec.Meta(min_length=1)]
    remove: bool
    group: _Text | None = None


class _NoPattern(_Strict, frozen=True):
    name: _Text
    remove: bool


#: What a row of each table is, and one that removes a shipped row.
_SCHEMAS: Final[Mapping[str, tuple[type[_Strict], type[_Strict]]]] = {
    "unit": (_Unit, _NoWord),
    "currency": (_Currency, _NoWord),
    "qualifier": (_Qualifier, _NoQualifier),
    "phrases": (_Phrases, _NoPhrases),
    "pattern": (_Pattern, _NoPattern),
}
#: What can be said of how a row is to be written, by its field.
_ADVICE: Final = {
    "bound": f"use one of {', '.join(bound for bound in Bound if bound is not Bound.RANGE)}",
    "code": "write the three capital letters of ISO 4217",
    "kind": "use one of headcount, percentage, multiple, count, measure, duration; "
    "money is a row of [[currency]]",
    "place": "use before or after",
}


def place_of(name: str, table: str, number: int, row: object) -> str:
    """Name a row in a message: its file, its table, its number and what it is about.

    >>> place_of("trees.toml", "unit", 2, {"word": "树"})
    'trees.toml, [[unit]] 2 (树)'
    """
    said = row if isinstance(row, dict) else {}
    about = next((said[key] for key in ("word", "name", "group") if key in said), None)
    return f"{name}, [[{table}]] {number}" + (f" ({about})" if about else "")


def checked_rows(name: str, data: Mapping[str, Any]) -> Iterator[tuple[str, str, Row]]:
    """Yield the rows of a lexicon's file, each with its table and with its place in words.

    Args:
        name: What the file is called.
        data: What it says.

    Raises:
        LexiconError: If a table, a row or a field is not what it should be.

    >>> list(checked_rows("trees.toml", {"phrases": [{"group": "name", "words": ["三棵树"]}]}))
    [('phrases', 'trees.toml, [[phrases]] 1 (name)', {'group': 'name', 'words': ['三棵树']})]
    """
    for table, rows in data.items():
        if table not in _SCHEMAS:
            known = ", ".join(f"[[{each}]]" for each in _SCHEMAS)
            raise LexiconError(f"{name}: there is no table {table!r}: use {known}")
        if not isinstance(rows, list):
            raise LexiconError(f"{name}: {table} is no list of rows: write [[{table}]] above each")
        for number, row in enumerate(rows, 1):
            place = place_of(name, table, number, row)
            yield table, place, _checked(table, place, row)


def _checked(table: str, place: str, row: object) -> Row:
    whole, removing = _SCHEMAS[table]
    schema = removing if isinstance(row, dict) and row.get("remove") else whole
    if schema is whole and isinstance(row, dict):
        row = {key: value for key, value in row.items() if key != "remove" or value is not False}
    try:
        msgspec.convert(row, schema)
    except msgspec.ValidationError as error:
        raise LexiconError(f"{place}: {error}: {_advice(str(error), schema)}") from error
    checked: Row = row  # type: ignore[assignment] # what was converted is a dict
    if "remove" not in checked:
        _check_exclusion(place, checked)
    return checked


def _advice(message: str, schema: type[_Strict]) -> str:
    """Say what to do about what msgspec found: the fields of the row, or what one may hold."""
    named = message.partition("`$.")[2].rstrip("`")
    if named in _ADVICE:
        return _ADVICE[named]
    fields = msgspec.structs.fields(schema)
    optional = ", ".join(field.name for field in fields if not field.required)
    return (
        "a row has "
        + ", ".join(field.name for field in fields if field.required)
        + (f", and may have {optional}" if optional else "")
    )


def _check_exclusion(place: str, row: Row) -> None:
    for phrase in row.get("words", ()):
        if not NUMERAL.search(phrase):
            raise LexiconError(
                f"{place}: {phrase!r} has no Simplified numeral in it: only what has one can be "
                "mistaken for a figure, so leave it out"
            )
    if "regex" in row:
        try:
            check_regex(row["regex"])
        except ValueError as error:
            raise LexiconError(f"{place}: regex {row['regex']!r}: {error}") from error

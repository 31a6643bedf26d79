"""What the rows of a lexicon's tables may say: the same as those of the shipped tables."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Final, Literal

import msgspec

from govnews.errors import LexiconError
from govnews.figures.exclusions import CODE, NUMERAL, SLOGAN
from govnews.figures.regexes import MOST_STEPS, steps
from govnews.figures.vocabulary import Row, phrases_of
from govnews.models import Bound

_Text = Annotated[str, msgspec.Meta(min_length=1)]
_Texts = list[_Text]
#: It stands beside a number: no digit opens it, no space opens or ends it
_Word = Annotated[str, msgspec.Meta(min_length=1, pattern=r"^[^\s0-9](.*\S)?\Z")]
_Bounds = Literal["exact", "about", "nearly", "over", "at_least", "under", "at_most"]
_Kinds = Literal["headcount", "percentage", "multiple", "count", "measure", "duration"]
_Number = Annotated[str, msgspec.Meta(pattern=r"^(?=.*[1-9])[0-9]{1,9}(\.[0-9]{1,9})?\Z")]
_Whole = Annotated[int, msgspec.Meta(ge=1, lt=10**9)]


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row; what it says is validated, what is kept is the row itself."""


class _Counting(_Strict, frozen=True):
    word: _Word
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
    code: Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{3}\Z")]


class _Qualifier(_Strict, frozen=True):
    word: _Word
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
    "most": "write a number above 0, one with a point in quotes",
    "not_before": 'write a list: ["种"]',
    "one_not_before": 'write a list: ["种"]',
    "only_before": 'write a list: ["种"]',
    "place": "use before or after",
    "scale": 'write a number above 0, one with a point in quotes: "0.5"',
    "word": "write it without spaces around it and without a digit before it",
    "words": 'write a list: ["三棵树镇"]',
}
_BEFORE: Final = frozenset({"word", "place", "bound", "example"})
#: What figures of these kinds are counted in, whatever the word.
_UNITS_OF: Final = {
    "headcount": ("人", "人次"),
    "percentage": ("%", "百分点"),
    "multiple": ("倍",),
}


def place_of(name: str, table: str, number: int, row: object) -> str:
    """Name a row in a message: its file, its table, its number and what it is about.

    >>> place_of("trees.toml", "unit", 2, {"word": "树"})
    'trees.toml, [[unit]] 2 (树)'
    """
    said = row if isinstance(row, dict) else {}
    about = next((said[key] for key in ("word", "name", "group") if key in said), None)
    return f"{name}, [[{table}]] {number}" + (f" ({str(about).strip()})" if about else "")


def checked_rows(name: str, data: Mapping[str, Any]) -> Iterator[tuple[str, str, Row]]:
    """Yield the rows of a lexicon's file, each with its table and with its place in words.

    Args:
        name: What the file is called.
        data: What it says.

    Yields:
        A row; of the table phrases one for each phrase.

    Raises:
        LexiconError: If a table, a row or a field is not what it should be.

    >>> list(checked_rows("trees.toml", {"phrases": [{"group": "name", "words": ["三棵树"]}]}))
    [('phrases', 'trees.toml, [[phrases]] 1 (三棵树)', {'group': 'name', 'word': '三棵树'})]
    """
    left = MOST_STEPS
    for table, number, row in _rows(name, data):
        place = place_of(name, table, number, row)
        checked = _checked(table, place, row)
        if "regex" in checked:
            left -= _steps(place, checked["regex"], left)
        for each in phrases_of(checked) if table == "phrases" else [checked]:
            place = place_of(name, table, number, each)
            if "remove" not in each:
                _check(table, place, each)
            yield table, place, each


def _rows(name: str, data: Mapping[str, Any]) -> Iterator[tuple[str, int, object]]:
    for table, rows in data.items():
        if table not in _SCHEMAS:
            known = ", ".join(f"[[{each}]]" for each in _SCHEMAS)
            raise LexiconError(f"{name}: there is no table {table!r}: use {known}")
        if not isinstance(rows, list):
            raise LexiconError(f"{name}: {table} is no list of rows: write [[{table}]] above each")
        yield from ((table, number, row) for number, row in enumerate(rows, 1))


def _checked(table: str, place: str, row: object) -> Row:
    """Return a row whose fields are what they should be, each by itself."""
    whole, removing = _SCHEMAS[table]
    schema = removing if isinstance(row, dict) and row.get("remove") else whole
    if schema is whole and isinstance(row, dict):
        row = {key: value for key, value in row.items() if key != "remove" or value is not False}
    try:
        msgspec.convert(row, schema)
    except msgspec.ValidationError as error:
        raise LexiconError(f"{place}: {error}: {_advice(str(error), schema)}") from error
    checked: Row = row  # type: ignore[assignment] # what was converted is a dict
    return checked


def _advice(message: str, schema: type[_Strict]) -> str:
    """Say what to do about what msgspec found: the fields of the row, or what one may hold."""
    named = message.partition("`$.")[2].partition("[")[0].rstrip("`")
    if named in _ADVICE:
        return _ADVICE[named]
    fields = msgspec.structs.fields(schema)
    optional = ", ".join(field.name for field in fields if not field.required)
    return (
        "a row has "
        + ", ".join(field.name for field in fields if field.required)
        + (f", and may have {optional}" if optional else "")
    )


def _steps(place: str, regex: str, left: int) -> int:
    """Return how many steps a pattern may take, of which so many are *left*."""
    try:
        found = steps(regex)
    except ValueError as error:
        raise LexiconError(f"{place}: regex {regex!r}: {error}") from error
    if found > left:
        raise LexiconError(
            f"{place}: regex {regex!r}: with the patterns before it, it may take more than "
            f"{MOST_STEPS} steps where it fails: choose smaller bounds, and repeat less inside of "
            "what is repeated"
        )
    return found


def _check(table: str, place: str, row: Row) -> None:
    """Refuse a row whose fields do not go together, or that could never fire."""
    wrong = None
    if table == "unit":
        wrong = _wrong_unit(row)
    elif table == "qualifier" and row["place"] == "before" and not row.keys() <= _BEFORE:
        wrong = "what follows is looked at behind a number only: leave out not_before, only_before"
    elif table == "phrases":
        wrong = _wrong_phrase(row["word"])
    if row.get("group", row.get("name")) in (CODE, SLOGAN):
        wrong = f"{CODE} and {SLOGAN} are names of their own: choose another"
    if wrong:
        raise LexiconError(f"{place}: {wrong}")


def _wrong_unit(row: Row) -> str | None:
    known = _UNITS_OF.get(row["kind"])
    if known is None or row.get("unit", row["word"]) in known:
        return None
    return f'a {row["kind"]} is counted in {" or ".join(known)}: write unit = "{known[0]}"'


def _wrong_phrase(phrase: str) -> str | None:
    if len(phrase) == 1:
        return "a single character is no phrase: write what stands around it too"
    if not NUMERAL.search(phrase):
        return (
            "it has no Simplified numeral in it: only what has one can be mistaken for a figure, "
            "so leave it out"
        )
    return None

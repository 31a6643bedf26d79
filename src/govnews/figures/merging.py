"""A lexicon's rows put before those that ship with the package."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from govnews.errors import LexiconError
from govnews.figures.vocabulary import Row, Tables

#: What tells the rows of a table apart.  A word behind a number means one thing only,
#: so a currency replaces a unit; the names of currencies stay what they are.
_KEYS: Final = {
    "unit": ("word",),
    "currency": ("word",),
    "qualifier": ("word", "place"),
    "pattern": ("name",),
}
_PHRASES: Final = "phrases"


def merged(rows: Iterable[tuple[str, str, Row]], shipped: Tables) -> Tables:
    """Put rows before the shipped ones that they do not replace or remove.

    Args:
        rows: The table of each row, its place in words, and the row.
        shipped: The rows to add to.

    Raises:
        LexiconError: If a row stands twice, or removes what is not there.

    >>> shipped = {"unit": [{"word": "家"}, {"word": "户"}], "currency": [], "phrases": []}
    >>> merged([("unit", "trees.toml, [[unit]] 1", {"word": "户", "remove": True})], shipped)
    {'unit': [{'word': '家'}], 'currency': [], 'phrases': []}
    """
    own: dict[str, list[Row]] = {table: [] for table in shipped}
    replaced: dict[tuple[str, ...], str] = {}
    phrases: set[str] = set()
    for table, place, row in rows:
        if table == _PHRASES:
            phrases.update(_phrases(place, row, shipped[table]))
        else:
            _replace(replaced, _key(table, row), place)
            if table == "unit":
                _check_no_currency(place, row, shipped["currency"])
            if row.get("remove"):
                _check_there(table, place, row, shipped[table])
        if not row.get("remove"):
            own[table].append(row)
    kept = {
        table: [row for row in group if _key(table, row) not in replaced]
        for table, group in shipped.items()
        if table != _PHRASES
    }
    kept[_PHRASES] = _without(phrases, shipped[_PHRASES])
    return {table: [*own[table], *kept[table]] for table in shipped}


def _key(table: str, row: Row) -> tuple[str, ...]:
    family = "unit" if table == "currency" else table
    return (family, *(row[field] for field in _KEYS[table]))


def _replace(replaced: dict[tuple[str, ...], str], key: tuple[str, ...], place: str) -> None:
    if key in replaced:
        raise LexiconError(f"{place} says again what {replaced[key]} says: keep one of them")
    replaced[key] = place


def _check_no_currency(place: str, row: Row, currencies: Sequence[Row]) -> None:
    if any(each["word"] == row["word"] for each in currencies):
        raise LexiconError(f"{place}: it is a currency: make it a row of [[currency]]")


def _check_there(table: str, place: str, row: Row, shipped: Sequence[Row]) -> None:
    if not any(_key(table, each) == _key(table, row) for each in shipped):
        raise LexiconError(
            f"{place}: there is no such row to remove from [[{table}]]: check how it is written"
        )


def _phrases(place: str, row: Row, shipped: Sequence[Row]) -> Sequence[str]:
    """Return the phrases that the row says something of: they are no longer the shipped ones."""
    words: Sequence[str] = row["words"]
    if row.get("remove"):
        known = {word for each in shipped for word in each["words"]}
        missing = [word for word in words if word not in known]
        if missing:
            raise LexiconError(
                f"{place}: {missing[0]!r} is no excluded phrase that could be removed: "
                "check how it is written"
            )
    return words


def _without(phrases: set[str], rows: Sequence[Mapping[str, object]]) -> list[Row]:
    if not phrases:
        return list(rows)
    return [
        {**row, "words": [word for word in row["words"] if word not in phrases]}  # type: ignore[attr-defined]
        for row in rows
    ]

"""A lexicon's rows put before those that ship with the package."""

from collections.abc import Iterable
from typing import Final

from govnews.errors import LexiconError
from govnews.figures.vocabulary import Row, Tables, Vocabulary, shipped_tables

#: What tells the rows of a table apart.  A word behind a number means one thing only,
#: so a currency replaces a unit; the names of currencies stay what they are.
_KEYS: Final = {
    "unit": ("word",),
    "currency": ("word",),
    "qualifier": ("word", "place"),
    "phrases": ("word",),
    "pattern": ("name",),
}


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
    known = {(table, _key(table, row)) for table, group in shipped.items() for row in group}
    replaced: dict[tuple[str, ...], str] = {}
    for table, place, row in rows:
        key = _key(table, row)
        if key in replaced:
            raise LexiconError(f"{place} says again what {replaced[key]} says: keep one of them")
        replaced[key] = place
        if table == "unit" and ("currency", key) in known:
            raise LexiconError(f"{place}: it is a currency: make it a row of [[currency]]")
        if not row.get("remove"):
            own[table].append(row)
        elif (table, key) not in known:
            raise LexiconError(
                f"{place}: there is no such row to remove from [[{table}]]: check how it is written"
            )
    return {
        table: [*own[table], *(row for row in group if _key(table, row) not in replaced)]
        for table, group in shipped.items()
    }


def _key(table: str, row: Row) -> tuple[str, ...]:
    family = "unit" if table == "currency" else table
    return (family, *(row[field] for field in _KEYS[table]))


def with_rows(rows: Iterable[tuple[str, str, Row]]) -> Vocabulary:
    """Return the shipped vocabulary with a lexicon's rows, as `checked_rows` yields them.

    Raises:
        LexiconError: If a row stands twice, or removes what is not there.

    >>> with_rows([]).units.by_word["家"].kind.value
    'count'
    """
    return Vocabulary.of(merged(rows, shipped_tables()))

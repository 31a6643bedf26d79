"""The words that make a number a figure, out of the tables in `govnews/data`.

Units, currencies and qualifiers are rows without a condition; what follows
turns them into one alternation each, longest word first, so that 个工作日 wins
over 个 and 不超过 over 超过.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from govnews.models import Bound, Kind
from govnews.resources import table


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit, a measure word or a currency.

    Attributes:
        word: As it is written.
        kind: The kind of figure that it makes.
        unit: As the figure names it.
        scale: What the number is multiplied by.
        currency: ISO 4217, for money.
        one: Whether 一 + word counts one of them.
        one_not_before: What may not follow where the number is 一, or where a
            space stands before the word.
        most: The largest number that can stand before it, if there is one.
        han: Whether Han numerals before it count.
    """

    word: str
    kind: Kind
    unit: str
    scale: Decimal | None = None
    currency: str | None = None
    one: bool = True
    one_not_before: tuple[str, ...] = ()
    most: Decimal | None = None
    han: bool = True


@dataclass(frozen=True, slots=True)
class Units:
    """All units: one pattern that finds a word, and what each word means."""

    pattern: re.Pattern[str]
    by_word: dict[str, Unit]

    def at(self, text: str, position: int) -> tuple[Unit, int] | None:
        """Return the unit that stands at *position* and where it ends."""
        match = self.pattern.match(text, position)
        return (self.by_word[match[0]], match.end()) if match else None


@cache
def units() -> Units:
    """Return the units and currencies that ship with the package.

    >>> units().at("43家企业", 2)[0].kind.value
    'count'
    """
    rows = [*table("units")["unit"], *table("currencies")["currency"]]
    return Units(_alternation(rows), {row["word"]: _unit(row) for row in rows})


def _unit(row: dict[str, Any]) -> Unit:
    return Unit(
        word=row["word"],
        kind=Kind(row.get("kind", "money")),
        unit=row.get("unit", row["word"]),
        scale=Decimal(row["scale"]) if "scale" in row else None,
        currency=row.get("code"),
        one=row.get("one", True),
        one_not_before=tuple(row.get("one_not_before", ())),
        most=Decimal(row["most"]) if "most" in row else None,
        han=row.get("han", True),
    )


def _alternation(rows: list[dict[str, Any]]) -> re.Pattern[str]:
    """Join the rows by their first character: a word is found in two steps, not in 250."""
    by_first: dict[str, list[dict[str, Any]]] = {}
    for row in sorted(rows, key=lambda row: len(row["word"]), reverse=True):
        by_first.setdefault(row["word"][0], []).append(row)
    branches = []
    for first, group in by_first.items():
        rests = "|".join(re.escape(row["word"][1:]) + _guard(row) for row in group)
        branches.append(f"{re.escape(first)}(?:{rests})")
    return re.compile("|".join(branches))


def _guard(row: dict[str, Any]) -> str:
    """Return what the row says of the text behind its word, as look-ahead."""
    guard = ""
    if row["word"].isascii() and row["word"].isalpha():
        guard += "(?![A-Za-z0-9])"
    if "not_before" in row:
        guard += f"(?!{'|'.join(map(re.escape, row['not_before']))})"
    if "only_before" in row:
        guard += f"(?={'|'.join(map(re.escape, row['only_before']))}|$)"
    return guard


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """The words around a number that set its bound, by where they stand."""

    before: dict[str, Bound]
    after: dict[str, Bound]
    after_pattern: re.Pattern[str]
    longest_before: int


@cache
def qualifiers() -> Qualifiers:
    """Return the qualifiers that ship with the package.

    >>> qualifiers().before["不超过"].value
    'at_most'
    """
    places: dict[str, dict[str, Bound]] = {"before": {}, "after": {}}
    rows = table("qualifiers")["qualifier"]
    for row in rows:
        places[row["place"]][row["word"]] = Bound(row["bound"])
    return Qualifiers(
        before=places["before"],
        after=places["after"],
        after_pattern=_alternation([row for row in rows if row["place"] == "after"]),
        longest_before=max(map(len, places["before"])),
    )

"""The words that make a number a figure, out of the tables in `govnews/data`.

Units, currencies and qualifiers are rows without a condition; what follows
turns them into one alternation each, longest word first, so that 个工作日 wins
over 个 and 不超过 over 超过.

The readers ask `units`, `qualifiers` and `exclusions` for what applies.  That is
what ships with the package, unless `using` says otherwise for the code that it
wraps: a context variable, so that threads and tasks do not see one another's.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, Final, TypeAlias

from govnews.figures.exclusions import Exclusions
from govnews.models import Bound, Kind
from govnews.resources import table

Row: TypeAlias = Mapping[str, Any]
Tables: TypeAlias = Mapping[str, Sequence[Row]]
"""Rows by the name of their table: unit, currency, qualifier, phrases (each by itself), pattern."""

_NEVER: Final = "(?!)"


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
    """All units: one pattern that finds a word, and what each word means.

    Attributes:
        pattern: What finds a unit behind a number.
        by_word: What it is; also the currencies that ship, which are named
            before a sum (港币300万元) whatever is found behind one.
    """

    pattern: re.Pattern[str]
    by_word: Mapping[str, Unit]

    def at(self, text: str, position: int) -> tuple[Unit, int] | None:
        """Return the unit that stands at *position* and where it ends."""
        match = self.pattern.match(text, position)
        return (self.by_word[match[0]], match.end()) if match else None

    @classmethod
    def of(cls, rows: Sequence[Row]) -> "Units":
        """Arrange the rows of the tables `[[unit]]` and `[[currency]]`.

        >>> trees = Units.of([{"word": "树", "kind": "count", "example": "认养苹果300树"}])
        >>> trees.at("300树", 3)[0].kind.value
        'count'
        """
        named = (*table("currencies")["currency"], *rows)
        return cls(_alternation(rows), {row["word"]: _unit(row) for row in named})


def _unit(row: Row) -> Unit:
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


def _alternation(rows: Sequence[Row]) -> re.Pattern[str]:
    """Join the rows by their first character: a word is found in two steps, not in 250."""
    by_first: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda row: len(row["word"]), reverse=True):
        by_first.setdefault(row["word"][0], []).append(row)
    branches = []
    for first, group in by_first.items():
        rests = "|".join(re.escape(row["word"][1:]) + _guard(row) for row in group)
        branches.append(f"{re.escape(first)}(?:{rests})")
    return re.compile("|".join(branches) or _NEVER)


def _guard(row: Row) -> str:
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

    before: Mapping[str, Bound]
    words_before: tuple[str, ...]
    after: Mapping[str, Bound]
    after_pattern: re.Pattern[str]
    longest_before: int
    last_before: frozenset[str]
    first_after: frozenset[str]

    @classmethod
    def of(cls, rows: Sequence[Row]) -> "Qualifiers":
        """Arrange the rows of the table `[[qualifier]]`.

        >>> Qualifiers.of([{"word": "约", "place": "before", "bound": "about"}]).before["约"].value
        'about'
        """
        places: dict[str, dict[str, Bound]] = {"before": {}, "after": {}}
        for row in rows:
            places[row["place"]][row["word"]] = Bound(row["bound"])
        return cls(
            before=places["before"],
            words_before=tuple(places["before"]),
            after=places["after"],
            after_pattern=_alternation([row for row in rows if row["place"] == "after"]),
            longest_before=max(map(len, places["before"]), default=0),
            last_before=frozenset(word[-1] for word in places["before"]),
            first_after=frozenset(word[0] for word in places["after"]),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """All that the readers look up."""

    units: Units
    qualifiers: Qualifiers
    exclusions: Exclusions

    @classmethod
    def of(cls, tables: Tables) -> "Vocabulary":
        """Arrange *tables*, in which no word of a table stands twice."""
        return cls(
            Units.of([*tables["unit"], *tables["currency"]]),
            Qualifiers.of(tables["qualifier"]),
            Exclusions.of(tables["phrases"], tables["pattern"]),
        )


def shipped_tables() -> Tables:
    """Return the rows that ship with the package.

    >>> sorted(shipped_tables())
    ['currency', 'pattern', 'phrases', 'qualifier', 'unit']
    """
    files = ("units", "currencies", "qualifiers", "exclusions")
    tables = {name: rows for file in files for name, rows in table(file).items()}
    return tables | {"phrases": [each for row in tables["phrases"] for each in phrases_of(row)]}


def phrases_of(row: Row) -> Iterator[Row]:
    """Yield a row of the table `[[phrases]]` phrase by phrase.

    >>> list(phrases_of({"group": "name", "words": ["三亚", "四川"]}))
    [{'group': 'name', 'word': '三亚'}, {'group': 'name', 'word': '四川'}]
    """
    rest = {field: value for field, value in row.items() if field != "words"}
    return ({**rest, "word": word} for word in row["words"])


@cache
def _shipped() -> Vocabulary:
    return Vocabulary.of(shipped_tables())


_IN_USE: Final[ContextVar[Vocabulary | None]] = ContextVar("vocabulary", default=None)


@contextmanager
def using(vocabulary: Vocabulary | None) -> Iterator[None]:
    """Let the code inside read by *vocabulary*; None is what ships with the package.

    >>> with using(Vocabulary.of({**shipped_tables(), "unit": []})):
    ...     units().at("43家企业", 2)
    """
    token = _IN_USE.set(vocabulary or _shipped())
    try:
        yield
    finally:
        _IN_USE.reset(token)


def vocabulary() -> Vocabulary:
    """Return the vocabulary that applies here."""
    return _IN_USE.get() or _shipped()


def units() -> Units:
    """Return the units and currencies that apply here.

    >>> units().at("43家企业", 2)[0].kind.value
    'count'
    """
    return vocabulary().units


def qualifiers() -> Qualifiers:
    """Return the qualifiers that apply here.

    >>> qualifiers().before["不超过"].value
    'at_most'
    """
    return vocabulary().qualifiers


def exclusions() -> Exclusions:
    """Return the exclusions that apply here.

    >>> exclusions().at("进一步深化", 1).end
    3
    """
    return vocabulary().exclusions

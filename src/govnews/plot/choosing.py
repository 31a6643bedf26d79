"""Which figures of a frame one axis can hold: of one kind, in one unit, levels or changes.

元 and 美元, people and person-times, an amount and what it grew by are different things.  What
is left out is said in a note.
"""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from govnews.errors import UnknownChoiceError
from govnews.models import Change, Kind, Reason
from govnews.plot.plain import exact, plain
from govnews.plot.reading import FIGURES, Frame, Row

#: Kinds that have a number.
KINDS: Final = tuple(kind for kind in Kind if kind is not Kind.DATE)
_NO_UNIT: Final = "no unit"
_LONGEST_TARGET: Final = 20
_LONGEST_TEXT: Final = 28
#: Other units that a note names; there may be dozens of measure words.
_UNITS_NAMED: Final = 4


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure to draw.

    Attributes:
        row: The row of the frame.
        value: Where it is drawn; below 0 for a decrease.
        low: The least that it means, None where that is open.
        high: The most.
        times: How many figures of the frame say the same.
    """

    row: Row
    value: float
    low: float | None
    high: float | None
    times: int = 1

    @property
    def target(self) -> str:
        """What it is the amount of."""
        return plain(self.row["target"] or "—", _LONGEST_TARGET)

    @property
    def wording(self) -> str:
        """The figure as the text has it, with an arrow where it is a change."""
        arrow = {Change.INCREASE: "↑ ", Change.DECREASE: "↓ "}.get(self.row["change"], "")
        times = f" ×{self.times}" if self.times > 1 else ""
        return f"{arrow}{plain(self.row['text'], _LONGEST_TEXT)}{times}"

    def describe(self) -> Row:
        """Return what a tooltip says of it, by field."""
        said = ("bulletin", "issued", "sentence")
        return {
            "figure": self.wording,
            "exact": f"{exact(self.row['value'])} {plain(self.row['unit'] or '')}".strip(),
            "bound": plain(self.row["bound"]),
            "target": plain(self.row["target"] or "—"),
            **{name: plain(self.row[name]) for name in said if self.row[name] is not None},
        }


@dataclass(frozen=True, slots=True)
class Choice:
    """The figures that a chart shows, and what it says of those that it does not.

    Attributes:
        amounts: They, the largest first.
        title: What they are (Money in 元).
        unit: What they are counted in.
        notes: What was left out.
    """

    amounts: list[Amount]
    title: str
    unit: str | None
    notes: list[str]


def choose(
    frame: Frame, kind: str, unit: str | None, *, changes: bool, more: Iterable[str] = ()
) -> Choice:
    """Return the figures of a kind in a unit, or in the commonest one.

    Args:
        frame: The frame.
        kind: Any kind but dates.
        unit: A unit as the frame has it; None for the commonest.
        changes: Whether those that are amounts of change are wanted, or those that are not.
        more: Further columns that are read where the frame has them.

    Raises:
        FrameError: If a column is missing.
        UnknownChoiceError: If *kind* is no kind of number.
    """
    if kind not in KINDS:
        raise UnknownChoiceError(
            f"{frame.call}: no kind of number {kind!r}: choose from {', '.join(KINDS)}"
        )
    every = list(frame.rows(FIGURES, more, kind=kind))
    found = [row for row in every if row["left_out"] != Reason.REPEATED]
    fitting = [row for row in found if (row["change"] is not None) == changes]
    units = Counter(row["unit"] for row in fitting)
    if unit is None and units:
        unit = units.most_common(1)[0][0]
    of_unit = [row for row in fitting if row["unit"] == unit]
    drawn = [amount for row in of_unit if (amount := _amount(row)) is not None]
    notes = [
        *_of_the_unchosen(len(found) - len(fitting), changes=changes),
        *_of_repeated(len(every) - len(found)),
        *_of_units(units, unit),
        *_of_undrawn(len(of_unit) - len(drawn)),
    ]
    return Choice(_ranked(drawn), _title(kind, unit, changes=changes), unit, notes)


def count(number: int, what: str = "figure") -> str:
    """Return a number of things in words.

    >>> count(1), count(1200, "bulletin")
    ('1 figure', '1,200 bulletins')
    """
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def how_many(shown: int, there: int, what: str = "figure") -> str:
    """Say how many of the things that there are one can see.

    >>> how_many(20, 1200), how_many(1, 1)
    ('the 20 largest of 1,200 figures', '1 figure')
    """
    return (
        count(there, what) if shown == there else f"the {shown:,} largest of {count(there, what)}"
    )


def merged(amounts: Iterable[Amount], apart: Iterable[str] = ()) -> list[Amount]:
    """Put together what is said more than once, of the same target or in the same sentence.

    Args:
        amounts: They, in an order that is kept.
        apart: Columns in which they must be the same.
    """
    groups: dict[tuple[object, ...], list[Amount]] = {}
    for number, amount in enumerate(amounts):
        row = amount.row
        about = row["target"] or row["sentence"] or number
        same = (row[name] for name in ("text", "damaged", "topic", *apart))
        groups.setdefault((about, amount.value, *same), []).append(amount)
    return [replace(group[0], times=len(group)) for group in groups.values()]


def _title(kind: str, unit: str | None, *, changes: bool) -> str:
    name = f"{kind.capitalize()} (changes)" if changes else kind.capitalize()
    return f"{name} in {plain(unit, _LONGEST_TARGET)}" if unit else name


def _of_the_unchosen(number: int, *, changes: bool) -> list[str]:
    if not number:
        return []
    one, many = ("level", "levels") if changes else ("amount of change", "amounts of change")
    what = one if number == 1 else many
    return [f"left out: {number:,} {what} (changes={not changes} shows them)"]


def _of_repeated(number: int) -> list[str]:
    return [f"left out: {count(number)} told elsewhere as well"] if number else []


def _of_units(units: Counter[str | None], chosen: str | None) -> list[str]:
    others = [(name, number) for name, number in units.most_common() if name != chosen]
    if not others:
        return []
    left = len(others) - _UNITS_NAMED
    listed = ", ".join(
        f"{number:,} in {plain(name or _NO_UNIT, 12)}" for name, number in others[:_UNITS_NAMED]
    )
    rest = f" and {count(left, 'further unit')}" if left > 0 else ""
    return [f"other units (unit=... shows them): {listed}{rest}"]


def _of_undrawn(number: int) -> list[str]:
    return [f"left out: {count(number)} beyond any number that can be drawn"] if number else []


def _amount(row: Row) -> Amount | None:
    """Return what of a row is drawn, if its number can be."""
    value, low, high = (_number(row[name]) for name in ("value", "low", "high"))
    if value is None:
        return None
    if row["change"] != Change.DECREASE:
        return Amount(row, value, low, high)
    # what falls by 3 or more lies at -3 or less
    return Amount(row, -value, None if high is None else -high, None if low is None else -low)


def _number(cell: Any) -> float | None:  # noqa: ANN401 - whatever a frame holds
    try:
        number = math.nan if cell is None else float(cell)
    except (TypeError, ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def _ranked(amounts: Iterable[Amount]) -> list[Amount]:
    return sorted(amounts, key=lambda amount: -abs(amount.value))

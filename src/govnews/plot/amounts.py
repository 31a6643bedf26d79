"""The largest figures of a kind, with what their bounds leave open."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, TypeAlias

import altair as alt

from govnews.errors import UnknownChoiceError
from govnews.plot import style
from govnews.plot.choosing import Amount, Choice, choose, count, how_many, merged
from govnews.plot.offline import OfflineChart
from govnews.plot.plain import plain
from govnews.plot.reading import Frame, Row, named

#: Rows of a chart: a name, and the figures in it.
_Rows: TypeAlias = list[tuple[str, list[Amount]]]

#: From where on the smaller ones would be a heap at 0.
_LOGARITHMIC_FROM: Final = 100
#: Figures of a row; more of them would be drawn on top of one another.
_MOST_IN_ROW: Final = 100
_ARROW: Final = 15
_GAP: Final = 10
_ENDS: Final[tuple[tuple[Literal["left", "right"], int], ...]] = (("right", 1), ("left", -1))
_POWERS: Final = [10.0**power for power in range(-12, 27)]
_CALLED_AFTER_TARGET: Final = (None, "target")
TOOLTIP: Final = ("figure", "exact", "bound", "target", "sentence", "bulletin", "issued")


def draw(  # noqa: PLR0913 - the settings of `figures`
    frame: Frame, kind: str, *, by: str | None, unit: str | None, changes: bool, top: int
) -> OfflineChart:
    """Return the chart of `govnews.plot.figures`."""
    if by is not None and by not in frame.columns:
        raise UnknownChoiceError(
            f"{frame.call}: the frame has no column {by!r}: choose from {', '.join(frame.columns)}"
        )
    choice = choose(frame, kind, unit, changes=changes, more=() if by is None else (by,))
    if not choice.amounts:
        return nothing(choice)
    everything = _rows(choice.amounts, by)
    shown = everything[:top]
    amounts = [amount for _, row in shown for amount in row[:_MOST_IN_ROW]]
    labels = frame.labels(amount.row["topic"] for amount in choice.amounts)
    many = how_many(len(shown), len(everything), "figure" if by is None else "row")
    title = f"{choice.title}: {many}" + (f" by {plain(by, 20)}" if by else "")
    colours = style.topic_colours((amount.row["topic"] for amount in amounts), labels)
    values = list(_data(shown, by))
    return style.put_together(
        _layers(shown, values, _axis(amounts, choice.unit), colours),
        title,
        [*_of_shapes(amounts), *of_damage(amounts), *_of_crowds(shown), *choice.notes],
        **style.rows(len(shown)),
    )


def nothing(choice: Choice) -> OfflineChart:
    """Return a chart that says that there is nothing to draw, and what there is."""
    return style.note(choice.title, "nothing to draw: the frame has no such figure", *choice.notes)


def of_damage(amounts: Iterable[Amount]) -> list[str]:
    """Say what a hollow dot is, where there is one."""
    damaged = sum(bool(amount.row["damaged"]) for amount in amounts)
    return [f"hollow: {damaged:,} damaged, a digit may be missing"] if damaged else []


def _of_shapes(amounts: Iterable[Amount]) -> list[str]:
    """Say what is drawn beside dots."""
    shapes = {_shape(amount) for amount in amounts}
    bar = ["bar: from … to"] if "range" in shapes else []
    arrow = ["arrow: an open end"] if shapes & {"left", "right"} else []
    return ["; ".join(bar + arrow)] if bar or arrow else []


def _of_crowds(shown: _Rows) -> list[str]:
    """Say what was left out of rows that hold too much."""
    left = sum(max(0, len(row) - _MOST_IN_ROW) for _, row in shown)
    return [f"left out: {count(left, 'smaller figure')} in crowded rows"] if left else []


def _rows(amounts: list[Amount], by: str | None) -> _Rows:
    """Return the rows, each and all of them the largest first.

    What is said twice is put together within its row: of two rows each has said it.
    """
    if by is None:
        return [(amount.target, [amount]) for amount in merged(amounts)]
    groups: dict[str, list[Amount]] = {}
    for amount in amounts:
        cell = amount.row[by]
        name = named(cell) if by == "topic" else plain("—" if cell is None else cell, 40)
        groups.setdefault(name, []).append(amount)
    return [(name, merged(row)) for name, row in groups.items()]


def _shape(amount: Amount) -> str:
    """Name what is drawn beside the dot."""
    if amount.high is None:
        return "right"
    if amount.low is None:
        return "left"
    return "range" if amount.low < amount.high else "none"


def _data(rows: _Rows, by: str | None) -> Iterator[Row]:
    for number, (_, amounts) in enumerate(rows):
        for place, amount in enumerate(amounts[:_MOST_IN_ROW]):
            # where the row is not called after it, the target stands beside the dot
            target = "" if by in _CALLED_AFTER_TARGET else f"{amount.target} "
            yield {
                "row": number,
                "value": amount.value,
                "low": amount.value if amount.low is None else amount.low,
                "high": amount.value if amount.high is None else amount.high,
                "shape": _shape(amount),
                "damaged": bool(amount.row["damaged"]),
                "topic": named(amount.row["topic"]),
                "first": place == 0,
                "said": target + amount.wording,
                **amount.describe(),
            }


def _axis(amounts: list[Amount], unit: str | None) -> alt.X:
    """Return the axis of the values, logarithmic where they lie far apart."""
    ends = [end for each in amounts for end in (each.value, each.low, each.high) if end is not None]
    title = plain(unit, 20) if unit else ""
    if far_apart(ends):
        scale = alt.Scale(type="log", nice=False, padding=_ARROW)
        axis = style.number_axis(f"{title} (logarithmic)".strip(), values=_POWERS)
    else:
        scale = alt.Scale(zero=True, nice=False, padding=_ARROW if min(ends) < 0 else 0)
        axis = style.number_axis(title or None, tickCount=6)
    return alt.X("value:Q", scale=scale, axis=axis)


def far_apart(ends: Sequence[float]) -> bool:
    """Tell whether an even scale would make a heap of the smaller ones."""
    return min(ends) > 0 and max(ends) / min(ends) >= _LOGARITHMIC_FROM


def _layers(rows: _Rows, values: list[Row], x: alt.X, colours: alt.Color) -> Iterator[alt.Chart]:
    y = style.row_axis(len(rows))
    base = alt.Chart(style.data(values)).encode(x=x, y=y, color=colours)
    shapes = {value["shape"] for value in values}
    if any(value["value"] < 0 for value in values):
        yield style.zero()
    yield style.leaders(style.only(base, first=True), x)
    if "range" in shapes:
        bar = style.only(base, shape="range").mark_bar(height=7, cornerRadius=3.5, opacity=0.35)
        yield bar.encode(x="low:Q", x2="high:Q")
    for side, sign in _ENDS:
        if side in shapes:
            yield from _arrow(style.only(base, shape=side), side, sign)
    yield from style.dots(base, values, TOOLTIP, "value:Q")
    yield style.row_names([name for name, _ in rows], y)
    for shape in sorted(shapes):
        away = _ARROW + _GAP if shape == "right" else _GAP
        yield style.wording(style.only(base, shape=shape, first=True), "high:Q", away)


def _arrow(chart: alt.Chart, side: Literal["left", "right"], sign: int) -> Iterator[alt.Chart]:
    """Yield the shaft and the head of an arrow that leaves its dot."""
    yield chart.mark_rule(x2Offset=sign * _ARROW, strokeWidth=2, opacity=0.6).encode(x2="value:Q")
    head = chart.mark_point(size=40, filled=True, opacity=1, xOffset=sign * _ARROW)
    yield head.encode(shape=alt.value(f"triangle-{side}"))

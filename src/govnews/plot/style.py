"""What all charts share: letters, lines, and how they are put together.

Nothing is set by `config`: altair takes no chart with a `config` of its own into a row or a
column of charts.  The background is white, which Vega-Lite makes it by itself, so that a
chart can be read in a dark notebook.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import Any, Final

import altair as alt

from govnews.palette import NO_TOPIC, colour_of_topic
from govnews.plot.offline import OfflineChart
from govnews.plot.reading import Row, named

#: Fonts with Chinese glyphs: of Linux, macOS and Windows.
FONT: Final = "Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif"
WIDTH: Final = 480
DOT: Final = 75
_ROW_HEIGHT: Final = 24
_INK: Final = "#222222"
_SOFT_INK: Final = "#5f5f5f"
_LINE: Final = "#dddddd"
_RULER: Final = "#b0b0b0"
_NAME_LIMIT: Final = 260
#: 50000000 as 5000万: a constant, made of no word of a bulletin.
_CHINESE_NUMBER: Final = (
    "abs(datum.value) >= 1e12 ? format(datum.value / 1e12, '~g') + '万亿'"
    " : abs(datum.value) >= 1e8 ? format(datum.value / 1e8, '~g') + '亿'"
    " : abs(datum.value) >= 1e4 ? format(datum.value / 1e4, '~g') + '万'"
    " : format(datum.value, '~g')"
)


def put_together(
    layers: Iterable[alt.Chart],
    title: str,
    notes: Sequence[str],
    **settings: Any,  # noqa: ANN401 - altair's
) -> OfflineChart:
    """Return one chart of *layers*, headed by *title* and, smaller, by *notes*."""
    heading = alt.Title(
        title,
        subtitle=list(notes),
        anchor="start",
        offset=14,
        font=FONT,
        fontSize=15,
        color=_INK,
        subtitleFont=FONT,
        subtitleFontSize=11,
        subtitleColor=_SOFT_INK,
        subtitlePadding=5,
    )
    words = ". ".join((title, *notes))
    frame = alt.ViewBackground(stroke=None)
    return OfflineChart(
        layer=list(layers), title=heading, description=words, view=frame, **settings
    )


def note(title: str, *words: str) -> OfflineChart:
    """Return a chart of nothing that says why."""
    empty: alt.Chart = alt.Chart(alt.InlineData(values=[{}])).mark_text()
    return put_together([empty.encode(text=alt.value(""))], title, words, width=WIDTH, height=1)


def rows(count: int) -> dict[str, Any]:
    """Return the size of a chart of *count* rows."""
    return {"width": WIDTH, "height": count * _ROW_HEIGHT}


def row_axis(count: int) -> alt.Y:
    """Return the axis of *count* rows, numbered from 0; their names are `row_names`."""
    return alt.Y("row:O", scale=alt.Scale(domain=list(range(count))), axis=None)


def row_names(names: Sequence[str | None], y: alt.Y) -> alt.Chart:
    """Return the names of the rows of *y* as a layer; two rows may be called the same."""
    data = [{"row": row, "name": name} for row, name in enumerate(names) if name is not None]
    words: alt.Chart = alt.Chart(alt.InlineData(values=data)).mark_text(
        align="right", dx=-10, limit=_NAME_LIMIT, font=FONT, fontSize=12, color=_INK
    )
    return words.encode(x=alt.value(0), y=y, text="name:N")


def wording(chart: alt.Chart, x: str, away: int) -> alt.Chart:
    """Return a layer that writes the field `said` to the right of *x*."""
    words: alt.Chart = chart.mark_text(align="left", dx=away, font=FONT, fontSize=11)
    return words.encode(x=x, text="said:N", color=alt.value(_SOFT_INK))


def leaders(chart: alt.Chart, x: alt.X) -> alt.Chart:
    """Return a layer of thin lines from the names of the rows to *x*."""
    lines: alt.Chart = chart.mark_rule(strokeWidth=1)
    return lines.encode(x=x, x2=alt.value(0), color=alt.value(_LINE))


def zero() -> alt.Chart:
    """Return a line at 0, between what grew and what shrank."""
    line: alt.Chart = alt.Chart(alt.InlineData(values=[{"zero": 0}])).mark_rule(color=_RULER)
    return line.encode(x="zero:Q")


def dots(
    chart: alt.Chart, values: Sequence[Row], fields: Iterable[str], x: str
) -> Iterator[alt.Chart]:
    """Yield the dots of *values* at *x*, with tooltips of *fields*; the damaged are hollow."""
    tooltip = tooltips(values, fields)
    for damaged in sorted({value["damaged"] for value in values}):
        look = {"filled": False, "fill": "white"} if damaged else {"filled": True}
        these = only(chart, damaged=damaged).mark_point(size=DOT, opacity=1, **look)
        yield these.encode(x=x, tooltip=tooltip)


def only(chart: alt.Chart, **cells: str | bool) -> alt.Chart:
    """Return a chart of the rows that have these cells."""
    for field, cell in cells.items():
        chart = chart.transform_filter(alt.FieldEqualPredicate(field=field, equal=cell))
    return chart


def axis(title: str | None, **settings: Any) -> alt.Axis:  # noqa: ANN401 - altair's
    """Return the axis of a scale."""
    look: dict[str, Any] = {
        "labelFont": FONT,
        "titleFont": FONT,
        "labelColor": _SOFT_INK,
        "titleColor": _SOFT_INK,
        "titleFontWeight": "normal",
        "grid": False,
        "domainColor": _RULER,
        "tickColor": _RULER,
    }
    return alt.Axis(title=title, **(look | settings))


def number_axis(title: str | None, **settings: Any) -> alt.Axis:  # noqa: ANN401 - altair's
    """Return the axis of a scale whose numbers are written as Chinese readers do."""
    return axis(title, labelExpr=_CHINESE_NUMBER, **settings)


def time_axis(stretch: timedelta) -> alt.Axis:
    """Return an axis of so much time: its dates are as ISO 8601 has them, as far as it needs."""
    near, far = timedelta(days=120), timedelta(days=6 * 365)
    days = "%Y-%m-%d" if stretch < near else "%Y-%m" if stretch < far else "%Y"
    return axis(None, format=days, tickCount=6)


def topic_colours(
    seen: Iterable[str | None], labels: tuple[str, ...], none: str = NO_TOPIC
) -> alt.Color:
    """Return the colours of the topics *seen*, in the order of *labels*, with their legend.

    Args:
        seen: The topics.
        labels: All that there may be.
        none: The colour of what has no topic.
    """
    found = set(seen)
    shown = [label for label in (*labels, None) if label in found]
    colours = [none if label is None else colour_of_topic(label, labels) for label in shown]
    legend = alt.Legend(
        title=None,
        orient="bottom",
        columns=3,
        labelFont=FONT,
        labelFontSize=11,
        labelColor=_INK,
        labelLimit=_NAME_LIMIT,
        symbolType="circle",
        symbolOpacity=1,
        offset=12,
    )
    scale = alt.Scale(domain=[named(label) for label in shown], range=colours)
    return alt.Color("topic:N", scale=scale, legend=legend if len(shown) > 1 else None)


def tooltips(values: Sequence[Row], fields: Iterable[str]) -> list[alt.Tooltip]:
    """Return the tooltips of those of *fields* that any of *values* has."""
    there = {field for value in values for field in value}
    return [alt.Tooltip(f"{field}:N") for field in fields if field in there]


def data(values: Iterable[Row]) -> alt.InlineData:
    """Return rows as the data of a chart, which altair takes as they are."""
    return alt.InlineData(values=list(values))

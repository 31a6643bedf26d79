"""Topics over time."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

import altair as alt

from govnews.errors import UnknownChoiceError
from govnews.palette import NO_TOPIC_AREA
from govnews.plot import style
from govnews.plot.choosing import count
from govnews.plot.dates import STRETCHES, Stretch, Time, script_date, stretch_around, time_of
from govnews.plot.offline import OfflineChart
from govnews.plot.reading import PARAGRAPHS, Frame, Row, named
from govnews.plot.shares import Shares, added, divided

_HEIGHT: Final = 240
#: From so many columns on they are narrow.
_NARROW: Final = 80
_TOOLTIP: Final = ("time", "topic", "paragraphs")
UNDATED: Final = (
    "nothing has a date: say when bulletins were issued, as in analyze(text, issued='2018-03-12')"
)


def check_stretch(every: str) -> None:
    """Make sure that *every* names a stretch of time.

    Raises:
        UnknownChoiceError: If not.
    """
    if every not in STRETCHES:
        raise UnknownChoiceError(
            f"plot.timeline: every={every!r} is no stretch of time: "
            f"choose from {', '.join(STRETCHES)}"
        )


def draw(frame: Frame, every: Stretch) -> OfflineChart:
    """Return the chart of `govnews.plot.timeline` for paragraphs."""
    found: defaultdict[Time, list[Shares]] = defaultdict(list)
    dated = undated = 0
    for row in frame.rows(PARAGRAPHS):
        issued = time_of(row["issued"])
        if issued is None:
            undated += 1
            continue
        dated += 1
        found[stretch_around(issued.start, every)].append(divided(row["topics"] or (), 1.0))
    title = f"Topics by {every}"
    if not dated:
        return style.note(title, UNDATED if undated else "nothing to draw: the frame is empty")
    notes = [f"{count(dated, 'paragraph')} by the day of issue of their bulletin"]
    if undated:
        notes.append(f"left out: {count(undated, 'paragraph')} of bulletins without a day of issue")
    columns = {time: added(shares) for time, shares in sorted(found.items())}
    labels = frame.labels(label for each in columns.values() for label in each)
    bars = [_bars(list(_values(columns, labels, every)), columns, labels)]
    return style.put_together(bars, title, notes, width=style.WIDTH, height=_HEIGHT)


def _values(columns: dict[Time, Shares], labels: tuple[str, ...], every: Stretch) -> Iterator[Row]:
    """Yield the parts of the columns, each on top of the one before."""
    length = {"day": 10, "month": 7, "year": 4}[every]
    for time, shares in columns.items():
        floor = 0.0
        for label in reversed((*labels, None)):
            number = shares.get(label, 0.0)
            if not number:
                continue
            yield {
                "start": script_date(time.start),
                "end": script_date(time.end),
                "time": time.start.isoformat()[:length],
                "topic": named(label),
                "floor": floor,
                "ceiling": floor + number,
                "paragraphs": f"{number:.1f}".removesuffix(".0"),
            }
            floor += number


def _bars(values: list[Row], columns: dict[Time, Shares], labels: tuple[str, ...]) -> alt.Chart:
    seen = [label for each in columns.values() for label in each]
    stretch = max(columns).end - min(columns).start
    height = style.number_axis("paragraphs", tickCount=5, grid=True, gridColor="#e8e8e8")
    # a white line around a part would be all that is left of a narrow one
    columns_of_room = stretch / min(time.end - time.start for time in columns)
    parts: alt.Chart = alt.Chart(style.data(values)).mark_rect(
        stroke="white", strokeWidth=0.7 if columns_of_room < _NARROW else 0
    )
    return parts.encode(
        x=alt.X("start:T", axis=style.time_axis(stretch)),
        x2="end:T",
        y=alt.Y("floor:Q", axis=height),
        y2="ceiling:Q",
        color=style.topic_colours(seen, labels, NO_TOPIC_AREA),
        tooltip=style.tooltips(values, _TOOLTIP),
    )

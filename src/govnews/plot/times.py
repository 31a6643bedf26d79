"""The largest figures of a kind in the order of their time."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, NamedTuple, TypeAlias

import altair as alt

from govnews.models import Kind
from govnews.plot import style
from govnews.plot.amounts import TOOLTIP, far_apart, nothing, of_damage
from govnews.plot.choosing import Amount, choose, count, how_many, merged
from govnews.plot.dates import Time, script_date, time_of
from govnews.plot.months import UNDATED
from govnews.plot.offline import OfflineChart
from govnews.plot.plain import plain
from govnews.plot.reading import FIGURES, Frame, Row, named
from govnews.segmentation.excerpts import CUT

_Place: TypeAlias = tuple[object, ...]

#: Areas of dots.
_LEAST: Final = 25
_MOST: Final = 320


class _Dated(NamedTuple):
    """A figure with its time, the words for it, and whether its sentence states it."""

    amount: Amount
    time: Time
    words: str
    stated: bool


def draw(frame: Frame, kind: str, *, unit: str | None, changes: bool, top: int) -> OfflineChart:
    """Return the chart of `govnews.plot.timeline` for figures."""
    choice = choose(frame, kind, unit, changes=changes)
    if not choice.amounts:
        return nothing(choice)
    title = f"{choice.title} over time"
    # the same sum in another bulletin may well be of another day
    amounts = merged(choice.amounts, apart=("bulletin",))
    stated = _Stated(frame)
    dated = [found for amount in amounts if (found := stated.time_of(amount)) is not None]
    if not dated:
        return style.note(title, UNDATED)
    shown = sorted(dated[:top], key=lambda each: (each.time, -each.amount.value))
    title = f"{title}: {how_many(len(shown), len(dated))}"
    notes = [
        _of_sources(shown),
        *of_damage(each.amount for each in shown),
        *_of_undated(len(amounts) - len(dated)),
        *choice.notes,
    ]
    labels = frame.labels(amount.row["topic"] for amount in choice.amounts)
    return style.put_together(_layers(shown, labels), title, notes, **style.rows(len(shown)))


class _Stated:
    """The dates that a frame has, by the sentences in which they stand."""

    def __init__(self, frame: Frame) -> None:
        self._dates: defaultdict[_Place, list[tuple[int, Time, str]]] = defaultdict(list)
        for row in frame.rows(FIGURES, kind=Kind.DATE):
            time = time_of(row["resolved"])
            if time is not None and _is_placed(row):
                self._dates[_sentence(row)].append((row["start"], time, row["text"]))
        for dates in self._dates.values():
            dates.sort()

    def time_of(self, amount: Amount) -> _Dated | None:
        """Return the date before a figure in its sentence, or else its day of issue."""
        row = amount.row
        dates = self._dates.get(_sentence(row), []) if _is_placed(row) else []
        place = bisect_left(dates, row["start"], key=lambda each: each[0]) - 1 if dates else -1
        if place >= 0:
            _, time, text = dates[place]
            if not _is_cut(row) or text in row["sentence"]:
                return _Dated(amount, time, f"{plain(text)} (in the sentence)", stated=True)
        issued = time_of(row["issued"])
        return issued and _Dated(amount, issued, f"{issued.start} (day of issue)", stated=False)


def _is_placed(row: Row) -> bool:
    return row["sentence"] is not None and row["start"] is not None


def _is_cut(row: Row) -> bool:
    sentence = str(row["sentence"])
    return sentence.startswith(CUT) or sentence.endswith(CUT)


def _sentence(row: Row) -> _Place:
    # what is shown of a long sentence is another part of it beside each figure
    return row["bulletin"], row["paragraph"], None if _is_cut(row) else row["sentence"]


def _of_sources(shown: list[_Dated]) -> str:
    """Say where the times are from."""
    sentence, issue = "the date before them in their sentence", "the day of issue of their bulletin"
    stated = sum(each.stated for each in shown)
    if stated in (0, len(shown)):
        return f"by {sentence if stated else issue}"
    return f"{stated:,} of {len(shown):,} by {sentence}, the others by {issue}"


def _of_undated(number: int) -> list[str]:
    return [f"left out: {count(number)} without a date"] if number else []


def _values(shown: list[_Dated]) -> Iterator[Row]:
    for number, (amount, time, words, _) in enumerate(shown):
        last = time.start if time.is_day else time.end
        yield {
            "row": number,
            "start": script_date(time.start),
            "end": script_date(last),
            "middle": script_date(time.start + (last - time.start) / 2),
            "size": abs(amount.value),
            "damaged": bool(amount.row["damaged"]),
            "topic": named(amount.row["topic"]),
            "said": amount.wording,
            "when": words,
            **amount.describe(),
        }


def _ends(times: Iterable[Time]) -> tuple[date, date]:
    """Return from when to when the axis goes, with a margin."""
    days = [day.toordinal() for time in times for day in time]
    margin = max((max(days) - min(days)) // 40, 2)
    first, last = max(min(days) - margin, 1), min(max(days) + margin, date.max.toordinal())
    return date.fromordinal(first), date.fromordinal(last)


def _layers(shown: list[_Dated], labels: tuple[str, ...]) -> Iterator[alt.Chart]:
    values = list(_values(shown))
    y = style.row_axis(len(shown))
    colours = style.topic_colours((each.amount.row["topic"] for each in shown), labels)
    first, last = _ends([each.time for each in shown])
    scale = alt.Scale(domain=[script_date(first), script_date(last)])
    axis = style.time_axis(last - first)
    base = alt.Chart(style.data(values)).encode(y=y, color=colours)
    yield style.leaders(base, alt.X("start:T", scale=scale, axis=axis))
    spans = base.mark_bar(height=7, cornerRadius=3.5, opacity=0.35)
    yield spans.encode(x="start:T", x2="end:T")
    sized = base.encode(size=_size([value["size"] for value in values]))
    yield from style.dots(sized, values, (*TOOLTIP, "when"), "middle:T")
    yield style.row_names([each.amount.target for each in shown], y)
    yield style.wording(base, "end:T", 14)


def _size(sizes: list[float]) -> alt.Size:
    """Return dots that grow with the value, the least of them still to be seen."""
    if far_apart(sizes):
        scale = alt.Scale(type="log", range=[_LEAST, _MOST])
    else:
        scale = alt.Scale(domain=[0, max(sizes) or 1], range=[_LEAST, _MOST])
    return alt.Size("size:Q", scale=scale, legend=None)

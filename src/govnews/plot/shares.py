"""What each bulletin is about."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Final, TypeAlias

import altair as alt

from govnews.palette import NO_TOPIC_AREA
from govnews.plot import style
from govnews.plot.choosing import count
from govnews.plot.offline import OfflineChart
from govnews.plot.plain import plain
from govnews.plot.reading import FIGURES, PARAGRAPHS, Frame, named

#: Topic to how much of something it takes; None for what has none.
Shares: TypeAlias = dict[str | None, float]

_UNNAMED: Final = "(no name)"
_TOOLTIP: Final = ("bulletin", "topic", "percent")


def draw(frame: Frame, top: int) -> OfflineChart:
    """Return the chart of `govnews.plot.topics`."""
    bulletins = _by_bulletin(frame)
    title = f"Topics of {count(len(bulletins), 'bulletin')}"
    if not bulletins:
        return style.note(title, "nothing to draw: the frame is empty")
    shown = dict(list(bulletins.items())[:top])
    overall = added(bulletins.values())
    # all of them together, a free row, and each
    rows: list[Shares | None] = [overall, None, *shown.values()]
    names = ["all together", None, *_names(list(shown))]
    if len(bulletins) == 1:
        rows, names = rows[2:], names[2:]
    what = "characters" if frame.of_paragraphs else "figures"
    notes = [f"share of the {what}"]
    if len(shown) < len(bulletins):
        notes.append(f"below, the first {len(shown):,} of {len(bulletins):,} bulletins")
    labels = frame.labels(label for each in bulletins.values() for label in each)
    bars = _bars(rows, names, labels, overall)
    return style.put_together(bars, title, notes, **style.rows(len(rows)))


def added(shares: Iterable[Shares]) -> Shares:
    """Add up shares, topic by topic.

    >>> added([{"veterans": 1.5}, {"veterans": 0.5, None: 2.0}])
    {'veterans': 2.0, None: 2.0}
    """
    total: defaultdict[str | None, float] = defaultdict(float)
    for each in shares:
        for label, share in each.items():
            total[label] += share
    return dict(total)


def divided(topics: Sequence[str], whole: float) -> Shares:
    """Divide something among its topics.

    >>> divided(["veterans", "aid_qinghai"], 3.0), divided([], 3.0)
    ({'veterans': 1.5, 'aid_qinghai': 1.5}, {None: 3.0})
    """
    if not topics:
        return {None: whole}
    return dict.fromkeys(topics, whole / len(topics))


def _by_bulletin(frame: Frame) -> dict[str | None, Shares]:
    """Return how much each topic takes of each bulletin, in the order of the frame."""
    found: defaultdict[str | None, list[Shares]] = defaultdict(list)
    if frame.of_paragraphs:
        for row in frame.rows(PARAGRAPHS):
            found[row["bulletin"]].append(divided(row["topics"] or (), len(row["text"] or "")))
    else:
        for row in frame.rows((*FIGURES, "topic")):
            found[row["bulletin"]].append({row["topic"]: 1.0})
    return {bulletin: added(shares) for bulletin, shares in found.items()}


def _names(bulletins: Sequence[str | None]) -> Iterator[str]:
    """Yield the names of bulletins, without the folder that all of them are in."""
    texts = [_UNNAMED if each is None else plain(each) for each in bulletins]
    shared = _begun_alike(min(texts), max(texts)).rpartition("/")[0]
    return (text.removeprefix(f"{shared}/") for text in texts)


def _begun_alike(first: str, last: str) -> str:
    """Return what both begin with: of the first and the last in order, so do all between."""
    pairs = zip(first, last, strict=False)
    return "".join(one for one, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _bars(
    rows: Sequence[Shares | None],
    names: Sequence[str | None],
    labels: tuple[str, ...],
    overall: Mapping[str | None, float],
) -> Iterator[alt.Chart]:
    order = (*labels, None)
    values = [
        {
            "row": number,
            "bulletin": names[number],
            "topic": named(label),
            "share": row[label] / whole,
            "percent": f"{row[label] / whole:.1%}",
            "order": order.index(label),
        }
        for number, row in enumerate(rows)
        if row is not None and (whole := sum(row.values()))
        for label in row
    ]
    y = style.row_axis(len(rows))
    x_axis = style.axis(None, format=".0%", tickCount=5)
    yield (
        alt.Chart(style.data(values))
        .mark_bar(height=15)
        .encode(
            x=alt.X("share:Q", stack="zero", scale=alt.Scale(domain=[0, 1]), axis=x_axis),
            y=y,
            color=style.topic_colours(overall, labels, NO_TOPIC_AREA),
            order=alt.Order("order:Q"),
            tooltip=style.tooltips(values, _TOOLTIP),
        )
    )
    yield style.row_names(names, y)

"""The public call: totals as a frame."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from govnews.bulletin.bulletin import Bulletin
from govnews.errors import UnknownChoiceError
from govnews.frames import columns
from govnews.frames.arrow import arrow_table
from govnews.frames.engines import to_pandas
from govnews.frames.framing import Bulletins, labels_of, named_bulletins
from govnews.frames.rows import Row
from govnews.totalling import Judged, reasons, totals_of

if TYPE_CHECKING:
    import pandas as pd

_Group: TypeAlias = tuple[Any, ...]

#: What totals can be parted by, and what that is for a figure.
_BY: Final = ("bulletin", "month", "topic", "target")


def totals(bulletins: Bulletins, by: str | Sequence[str] = ()) -> "pd.DataFrame":
    """Add up the figures of bulletins: only what may be added (extra `frames`).

    Shares, dates, changes, rates, parts of a sum that is there, figures that may have lost a
    digit and what a teaser, headline or copy repeats are left out; the column `left_out` of
    `frame` says why of each. Nothing is converted: 人 and 人次, 元 and 美元 are apart.

    Args:
        bulletins: As for `frame`; pass all at once, so that what two of them tell is counted
            once.
        by: What to part the totals by: "bulletin", "month" (of issue), "topic", "target".

    Returns:
        A frame with the columns of *by*, then kind, unit, currency, figures (how many were
        added), value, value_float, low, high and left_out (how many were not); `low` and `high`
        are the interval that the figures' bounds mean together.

    Raises:
        TypeError: If *bulletins* are none, or *by* is neither a name nor several.
        MissingExtraError: If pandas is not installed.
        UnknownChoiceError: If they cannot be parted so, or one of *by* is named twice.

    >>> from govnews.bulletin import analyze
    >>> found = totals([analyze("慰问职工2000多人，增长8%"), analyze("慰问职工近600人")])
    >>> found[["kind", "unit", "figures", "value_float", "left_out"]].values.tolist()
    [['headcount', '人', 2, 2600.0, 0], ['percentage', '%', 0, 0.0, 1]]
    """
    parted = _parted(by)
    named = list(named_bulletins(bulletins, "totals"))
    found = columns.totals(parted, labels_of(bulletin for _, bulletin in named))
    return to_pandas(arrow_table(_rows(named, parted), found), found)


def _parted(by: str | Sequence[str]) -> tuple[str, ...]:
    """Return what is to be parted by, each once."""
    if not isinstance(by, Iterable):
        raise TypeError(
            f"by={by!r}: use one of {', '.join(_BY)}, a list of them, or () for one group"
        )
    parted = (by,) if isinstance(by, str) else tuple(by)
    for name in parted:
        if name not in _BY:
            raise UnknownChoiceError(f"no totals by {name!r}: choose from {', '.join(_BY)}")
        if parted.count(name) > 1:
            raise UnknownChoiceError(f"totals by {name!r} twice: name it once")
    return parted


def _rows(named: Sequence[tuple[str, Bulletin]], by: Sequence[str]) -> Iterator[Row]:
    groups: defaultdict[_Group, list[Judged]] = defaultdict(list)
    for place, judged in _figures(named):
        groups[tuple(place[name] for name in by)].append(judged)
    # what has no topic, target or month comes last
    ranked = sorted(groups, key=lambda group: [(cell is None, cell or "") for cell in group])
    for group in ranked:
        for total in totals_of(groups[group]):
            yield (
                dict(zip(by, group, strict=True))
                | total._asdict()
                | {
                    "unit": total.unit or None,
                    "value_float": float(total.value),
                    "left_out": sum(total.left_out.values()),
                }
            )


def _figures(named: Sequence[tuple[str, Bulletin]]) -> Iterator[tuple[Row, Judged]]:
    """Yield each figure with the groups that it belongs to."""
    every = reasons([bulletin for _, bulletin in named])
    for (name, bulletin), why in zip(named, every, strict=True):
        month = bulletin.issued.isoformat()[:7] if bulletin.issued else None
        reason = iter(why)
        for paragraph in bulletin.paragraphs:
            topic = paragraph.topics[0] if paragraph.topics else None
            place = {"bulletin": name, "month": month, "topic": topic}
            for figure in paragraph.figures:
                yield place | {"target": figure.target}, (figure, next(reason))

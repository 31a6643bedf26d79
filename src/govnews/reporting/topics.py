"""What the bulletins are about: all together, one by one, and month by month."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final, TypeAlias

from govnews.reporting.bars import Column, Part, bar, chart, legend
from govnews.reporting.collected import UNLABELLED
from govnews.reporting.escaping import as_html, as_link, isolated, shown
from govnews.topics.labels import TOPICS

if TYPE_CHECKING:
    from govnews.bulletin import Bulletin
    from govnews.reporting.collected import Collected

#: Bulletins that have a bar of their own; the list beside the passages shows all.
_SEEN: Final = 60
#: Months that fit beside each other; what is longer is shown by years.
_MONTHS: Final = 60
_NONE: Final = "no topic"
#: What a link asks for where there is no topic: no label is shown with such a character.
_NO_LABEL: Final = "\0"

Shares: TypeAlias = Mapping[str, float]


def topics(collected: "Collected") -> str:
    """Return the section's charts with the tables that say the same."""
    if not collected.labels:
        return "<p>No paragraph has a topic.</p>"
    return _together(collected) + _one_by_one(collected) + _over_time(collected)


def _together(collected: "Collected") -> str:
    """Return one bar for all, whose legend leads to the figures of each topic."""
    shares = _added(collected.bulletins)
    whole = len(collected.bulletins)
    parts = _parts(collected, {label: share / whole for label, share in shares.items()}, 1.0)
    entries = ((f"{_linked(part)} {part.amount:.0%}", part.colour) for part in parts)
    return (
        f"<p class=note>Of each bulletin's characters, the share of each topic; every bulletin "
        f"counts the same.</p><div class=whole>{bar(parts)}</div>{legend(entries)}"
    )


def _one_by_one(collected: "Collected") -> str:
    """Return a bar for each bulletin, or for those with the most figures."""
    every = list(enumerate(collected.bulletins, 1))
    seen = sorted(sorted(every, key=lambda each: -len(each[1].figures))[:_SEEN])
    rows = "".join(
        f'<tr><th scope=row><a href="#b{number}">{number}. '
        f"{isolated(collected.name(number))}</a></th>"
        f"<td>{bar(_parts(collected, bulletin.shares, 1.0))}"
        f'<span class="unseen">{_said(bulletin.shares)}</span></td></tr>'
        for number, bulletin in seen
    )
    which = "" if len(seen) == len(every) else f": the {_SEEN} with the most figures"
    return (
        f"<h3>By bulletin{which}</h3>"
        '<div class="scroll bulletins" tabindex="0" role="region" aria-label="Topics by bulletin">'
        f'<table><caption class="unseen">Topics by bulletin{which}</caption><thead class="unseen">'
        f"<tr><th scope=col>Bulletin<th scope=col>Topics</tr></thead>{rows}</table></div>"
    )


def _over_time(collected: "Collected") -> str:
    """Return a column a month, or a year where that would be too many."""
    periods, what = _periods(collected)
    if not periods:
        return "<h3>Over time</h3><p>No bulletin has a date of issue.</p>"
    columns = [
        Column(name, _parts(collected, _added(bulletins), len(bulletins)))
        for name, bulletins in periods.items()
    ]
    used = {_key(part) for column in columns for part in column.parts}
    every = [(label, collected.colours[label]) for label in collected.labels]
    named = [(_name(key[0]), key[1]) for key in (*every, (_NONE, UNLABELLED)) if key in used]
    label = f"Bulletins by {what} of issue and topic; the table below says the same"
    return (
        f"<h3>Bulletins by {what} of issue</h3>"
        "<p class=note>A bulletin of several topics is divided among them.</p>"
        f'<div class="scroll" tabindex="0" role="region" aria-label="Chart by {what}">'
        f"{chart(columns, label)}</div>"
        f"{legend(named)}"
        f"<details><summary>As a table</summary>{_table(columns, what)}</details>"
    )


def _table(columns: list[Column], what: str) -> str:
    keys = list(dict.fromkeys(_key(part) for column in columns for part in column.parts))
    head = "".join(f"<th scope=col class=number>{_name(name)}" for name, _ in keys)
    rows = []
    for column in columns:
        amounts = {_key(part): part.amount for part in column.parts}
        cells = "".join(f"<td class=number>{amounts.get(key, 0):,.1f}</td>" for key in keys)
        rows.append(
            f"<tr><th scope=row>{column.name}</th>{cells}"
            f"<td class=number>{column.amount:,.0f}</td></tr>"
        )
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="Table by {what}"><table>'
        f"<caption class=unseen>Bulletins by {what} and topic</caption><thead><tr>"
        f"<th scope=col>{what.capitalize()}{head}<th scope=col class=number>all</tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def _periods(collected: "Collected") -> tuple[dict[str, list["Bulletin"]], str]:
    """Return the bulletins of each month in order, also of months without any."""
    dated = [
        (day, bulletin)
        for day, bulletin in zip(collected.issued, collected.bulletins, strict=True)
        if day is not None
    ]
    if not dated:
        return {}, ""
    first, last = (end(day for day, _ in dated) for end in (min, max))
    if _month(last) - _month(first) < _MONTHS:
        every = range(_month(first), _month(last) + 1)
        months = {f"{month // 12:04}-{month % 12 + 1:02}": list["Bulletin"]() for month in every}
        for day, bulletin in dated:
            months[day.isoformat()[:7]].append(bulletin)
        return months, "month"
    years: dict[str, list[Bulletin]] = {
        f"{year:04}": [] for year in sorted({d.year for d, _ in dated})
    }
    for day, bulletin in dated:
        years[f"{day.year:04}"].append(bulletin)
    return years, "year"


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _added(bulletins: Iterable["Bulletin"]) -> Shares:
    added: defaultdict[str, float] = defaultdict(float)
    for bulletin in bulletins:
        for label, share in bulletin.shares.items():
            added[label] += share
    return added


def _parts(collected: "Collected", shares: Shares, whole: float) -> list[Part]:
    """Return the shares in the order of the topics, then what has none."""
    parts = [
        Part(label, collected.colours[label], shares[label])
        for label in collected.labels
        if shares.get(label)
    ]
    rest = whole - sum(part.amount for part in parts)
    # shares are rounded: what is less than they can tell is nothing
    return [*parts, Part(_NONE, UNLABELLED, rest)] if rest > whole / 1000 else parts


def _said(shares: Shares) -> str:
    return ", ".join(f"{as_html(label)} {share:.0%}" for label, share in shares.items()) or _NONE


def _name(label: str) -> str:
    """Return a topic in both languages."""
    chinese = TOPICS.get(label)
    return isolated(label, "en") + (f" {isolated(chinese)}" if chinese else "")


def _key(part: Part) -> tuple[str, str]:
    """Return what a part is known by: a topic may be called as what has none is."""
    return part.name, part.colour


def _linked(part: Part) -> str:
    """Return a topic as a link to its figures."""
    # an address holds no lone surrogate: topics are asked for as they are shown
    link = as_link(topic=_NO_LABEL if part.colour == UNLABELLED else shown(part.name))
    return f'<a href="{link}">{_name(part.name)}</a>'

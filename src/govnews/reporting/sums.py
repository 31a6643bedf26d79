"""The table of totals: one row for what may be added, by kind and unit."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from govnews.models import Reason
from govnews.reporting.amounts import exactly, readably
from govnews.reporting.escaping import as_html, as_link, isolated
from govnews.totalling import Total
from govnews.totalling.additive import has_sum

if TYPE_CHECKING:
    from govnews.models import Kind
    from govnews.reporting.collected import Collected, Found

#: Units of a kind that are seen at once; the many measure words behind them are unfolded.
_SEEN: Final = 5
#: What each reason is called in the page, and what it means.
REASONS: Final[Mapping[Reason, tuple[str, str]]] = {
    Reason.REPEATED: (
        "repeated",
        "it is told elsewhere: of a headline, a teaser or a copy the text counts",
    ),
    Reason.NOT_ADDITIVE: ("no sum", "shares, dates, ordinals, times and the like have none"),
    Reason.DAMAGED: ("damaged", "a digit may be missing"),
    Reason.CHANGE: ("change", "something grew or fell by so much, or was so much before"),
    Reason.RATE: ("rate", "it is so much for each (每人2000元), a price, a wage or a standard"),
    Reason.LIMIT: ("limit", "it is a condition, a ceiling or a fine (500万元以上的项目)"),
    Reason.PLAN: ("plan", "it is planned, expected or missing, and not there yet"),
    Reason.PART: ("part", "it is part of another figure"),
}
#: From this share on the largest figure of a sum is pointed out.
_MOST_OF_IT: Final = Decimal("0.5")
_SEVERAL: Final = 3
_HEAD: Final = (
    "<thead><tr><th scope=col>Kind<th scope=col>Unit<th scope=col class=number>Sum as stated"
    "<th scope=col class=number>At least to at most<th scope=col class=number>Figures added"
    "<th scope=col>Left out</tr></thead>"
)


def sums(collected: "Collected") -> str:
    """Return the table of what can be added, and name what has no sum."""
    seen, rest = list[str](), list[str]()
    largest = _largest(collected)
    units: Counter[Kind] = Counter()
    for total in collected.totals:
        if total.figures:
            units[total.kind] += 1
            (seen if units[total.kind] <= _SEEN else rest).append(_row(total, largest[total[:3]]))
    if not seen:
        return "<p>There is nothing to add up.</p>" + _unadded(collected.totals)
    table = _table("Totals by kind and unit", seen)
    if rest:
        more = _table("Totals of further units", rest)
        table += f"<details><summary>{len(rest):,} further units</summary>{more}</details>"
    return table + _unadded(collected.totals) + _meaning()


def _largest(collected: "Collected") -> dict[object, "Found"]:
    """Return the largest figure that was added of each kind, unit and currency."""
    largest: dict[object, Found] = {}
    for found in collected.found:
        figure = found.figure
        if found.reason is None and has_sum(figure.kind, figure.unit):
            sort = figure.kind, figure.unit or "", figure.currency
            other = largest.setdefault(sort, found)
            if Decimal(figure.value) > Decimal(other.figure.value):
                largest[sort] = found
    return largest


def _unadded(totals: Iterable[Total]) -> str:
    """Count the figures of units that nothing was added of, by kind."""
    left: Counter[Kind] = Counter()
    for total in totals:
        if not total.figures:
            left[total.kind] += sum(total.left_out.values())
    if not left:
        return ""
    said = ", ".join(
        f'<a href="{as_link(kind=kind.value)}">{kind.value}</a> {number:,}'
        for kind, number in left.items()
    )
    return f"<p class=note>Figures of kinds and units without a sum: {said}.</p>"


def _table(caption: str, rows: list[str]) -> str:
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{caption}">'
        f'<table class="totals"><caption class="unseen">{caption}</caption>'
        f"{_HEAD}<tbody>{''.join(rows)}</tbody></table></div>"
    )


def _row(total: Total, largest: "Found") -> str:
    link = as_link(kind=total.kind.value, unit=total.unit)
    unit = f'<a href="{link}">{isolated(total.unit or "no unit")}</a>'
    currency = f" <small>{as_html(total.currency)}</small>" if total.currency else ""
    cells = (
        f"<td class=number>{_amount(total.value)}{_mostly(total, largest)}</td>"
        f"<td class=number>{_interval(total)}</td>"
        f"<td class=number>{total.figures:,}</td><td>{_left_out(total.left_out)}</td>"
    )
    kind = f'<span class="kind {total.kind.value}">{total.kind.value}</span>'
    return f"<tr><td>{kind}</td><th scope=row>{unit}{currency}</th>{cells}</tr>"


def _amount(value: Decimal) -> str:
    """Say a number readably, and exactly below where that says more."""
    short, long = readably(value), exactly(value)
    exact = "" if short == long else f" <small>{long}</small>"
    return f'<data value="{value:f}">{short}</data>{exact}'


def _mostly(total: Total, largest: "Found") -> str:
    """Say so where one figure is most of a sum."""
    value = Decimal(largest.figure.value)
    if total.figures < _SEVERAL or value <= 0 or value < total.value * _MOST_OF_IT:
        return ""
    share = f"{value / total.value:.0%}"
    return f' <small>{share} of it is <a href="{largest.link}">one figure</a></small>'


def _interval(total: Total) -> str:
    if total.low == total.high:
        return "the same" if total.low == total.value else _amount(total.low)
    low = f'<data value="{total.low:f}" title="{exactly(total.low)}">{readably(total.low)}</data>'
    if total.high is None:
        return "that or more" if total.low == total.value else f"{low} or more"
    high = (
        f'<data value="{total.high:f}" title="{exactly(total.high)}">{readably(total.high)}</data>'
    )
    return f"{low} to {high}"


def _left_out(reasons: Mapping[Reason, int]) -> str:
    said = (
        f'<span title="{REASONS[reason][1]}">{number:,} {REASONS[reason][0]}</span>'
        for reason, number in reasons.items()
        if number
    )
    return ", ".join(said) or "none"


def _meaning() -> str:
    """Say what is left out of sums, and how intervals come about."""
    return (
        f"<details><summary>What is added, and what is not</summary>{''.join(_notes())}</details>"
    )


def _notes() -> Iterator[str]:
    yield (
        "<p>Only figures of the same kind and unit are added: people (人) and person-times (人次) "
        "are apart, and so are currencies. A range (3 to 5) or a bound (over 300) adds its ends: "
        "from the least to the most that the words allow.</p><dl class=reasons>"
    )
    for name, meaning in REASONS.values():
        yield f"<dt>{name}</dt><dd>{meaning}</dd>"
    yield (
        "</dl><p>No program knows that sums of the year so far, told in March and again in June, "
        "contain each other, or that two offices tell of one thing in words of their own: read the "
        "passages before you quote a sum.</p>"
    )

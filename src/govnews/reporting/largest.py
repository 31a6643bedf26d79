"""The largest sums of money, by currency, each with its sentence and a link to its passage."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from heapq import nlargest
from typing import TYPE_CHECKING, Final

from govnews.models import Bound, Figure, Kind, Reason
from govnews.reporting.amounts import exactly, readably
from govnews.reporting.escaping import as_html, isolated
from govnews.reporting.sums import REASONS
from govnews.segmentation.excerpts import Excerpts

if TYPE_CHECKING:
    from govnews.reporting.collected import Collected, Found

_SEEN: Final = 20
_HEAD: Final = (
    "<thead><tr><th scope=col class=number>Sum<th scope=col>For whom or what"
    "<th scope=col>Sentence<th scope=col>Bulletin</tr></thead>"
)
#: What stands between the two numbers of a bound and of a range.
_PLAIN: Final = frozenset({Bound.EXACT, Bound.RANGE})


def largest(collected: "Collected") -> str:
    """Return a table a currency, the currency with the most sums first."""
    money = [found for found in collected.found if found.figure.kind is Kind.MONEY]
    if not money:
        return "<p>No sum of money was found.</p>"
    by_currency: defaultdict[str, list[Found]] = defaultdict(list)
    for found in _told_once(money):
        by_currency[found.figure.currency or ""].append(found)
    if not by_currency:
        return "<p>All sums of money are damaged or repeated.</p>"
    ranked = sorted(by_currency.items(), key=lambda item: -len(item[1]))
    return "".join(_table(collected, currency, sums) for currency, sums in ranked)


def _table(collected: "Collected", currency: str, sums: list["Found"]) -> str:
    unit = sums[0].figure.unit or ""
    top = nlargest(_SEEN, sums, key=lambda found: _size(found.figure))
    name = f"{currency} {unit}".strip() or "no currency"
    rows = "".join(_row(collected, found) for found in top)
    return (
        f"<h3>{isolated(name)}</h3>"
        '<div class="scroll" tabindex="0" role="region" '
        f'aria-label="Largest sums, {as_html(name)}"><table class="largest">'
        f"<caption class=unseen>Largest sums, {as_html(name)}</caption>{_HEAD}"
        f"<tbody>{rows}</tbody></table></div>"
    )


def _told_once(sums: Iterable["Found"]) -> list["Found"]:
    """Leave out what was told before, and what may lack a digit."""
    return [found for found in sums if found.reason not in (Reason.REPEATED, Reason.DAMAGED)]


def _size(figure: Figure) -> Decimal:
    """Return what a sum is ranked by: the most that is stated."""
    most = figure.upper if figure.bound is Bound.RANGE else figure.value
    return most if isinstance(most, Decimal) else Decimal(0)


def _row(collected: "Collected", found: "Found") -> str:
    why = f" <small>not added: {REASONS[found.reason][0]}</small>" if found.reason else ""
    target = isolated(found.figure.target) if found.figure.target else "<small>not said</small>"
    return (
        f'<tr><td class=number><a href="{found.link}">{_sum(found.figure)}</a>{why}</td>'
        f"<td>{target}</td><td>{isolated(_sentence(found))}</td>"
        f'<td><a href="#b{found.bulletin}">{found.bulletin}. '
        f"{isolated(collected.name(found.bulletin))}</a></td></tr>"
    )


def _sum(figure: Figure) -> str:
    """Return the bound and the numbers of a sum; exact where one looks closer."""
    ends = [end for end in (figure.value, figure.upper) if isinstance(end, Decimal)]
    bound = "" if figure.bound in _PLAIN else figure.bound.value.replace("_", " ") + " "
    exact = " to ".join(map(exactly, ends))
    sign = {"increase": "+", "decrease": "−"}.get(figure.change or "", "")
    readable = f"{bound}{sign}{' to '.join(map(readably, ends))}"
    unit = isolated(figure.unit or "")
    space = "" if readable.endswith(("万", "亿")) else " "
    return f'<data value="{figure.value}" title="{exact}">{readable}</data>{space}{unit}'


def _sentence(found: "Found") -> str:
    """Return the sentence that a figure stands in, or of a long one what is around it."""
    return Excerpts(found.passage.paragraph.text).around(found.placed.start, found.placed.end)

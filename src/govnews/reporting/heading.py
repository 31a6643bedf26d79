"""What stands at the top: how much was read, of when, and what was not."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from govnews.reporting.escaping import isolated

if TYPE_CHECKING:
    from govnews.reporting.collected import Collected


def heading(collected: "Collected") -> str:
    """Return the facts under the title, and the names of what was left out."""
    facts = "".join(
        f"<div><dt>{name}</dt><dd>{said}</dd></div>" for name, said in _facts(collected)
    )
    return f'<dl class="facts">{facts}</dl>{_left_out(collected.left_out)}'


def _facts(collected: "Collected") -> Iterator[tuple[str, str]]:
    bulletins = collected.bulletins
    figures = [figure for bulletin in bulletins for figure in bulletin.figures]
    damaged = sum(figure.damaged for figure in figures)
    yield "Bulletins", f"{len(bulletins):,}"
    yield "Paragraphs", f"{sum(len(bulletin.paragraphs) for bulletin in bulletins):,}"
    yield "Figures", f"{len(figures):,}"
    doubt = '<a href="#figures?show=damaged">show them</a>' if damaged else ""
    yield "Damaged figures", f"{damaged:,} {doubt}"
    yield "Issued", _period(collected)
    if collected.left_out:
        yield "Not read", f"{len(collected.left_out):,}"


def _period(collected: "Collected") -> str:
    days = sorted(day for day in collected.issued if day is not None)
    if not days:
        return "no dates"
    first, last = (f'<time datetime="{day}">{day}</time>' for day in (days[0], days[-1]))
    period = first if days[0] == days[-1] else f"{first} to {last}"
    undated = len(collected.issued) - len(days)
    return period + (f" <small>{undated:,} without a date</small>" if undated else "")


def _left_out(names: Sequence[str]) -> str:
    if not names:
        return ""
    items = "".join(f"<li>{isolated(name)}</li>" for name in names)
    number = "1 bulletin" if len(names) == 1 else f"{len(names):,} bulletins"
    return (
        f'<details class="left-out" open><summary>{number} left out: '
        f"could not be read</summary><ul>{items}</ul></details>"
    )

"""What cleaning changed: `clean --explain`, as a table to read and as one row an edit.

A converted page has hundreds of edits, and nearly all are the same three
mechanical ones, without any doubt.  They would drown the few that deserve a look, so
the table counts them and lists the others; a filter lists what it names.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

import click

from govnews.cli import table
from govnews.cli.places import places, wrapped
from govnews.escaping import visible
from govnews.frames.rows import Row
from govnews.models import UNREPAIRED, CleanText, Edit
from govnews.resources import table as data

if TYPE_CHECKING:
    from govnews.cli.formats import Chunk, Results
    from govnews.cli.report import Screen

#: Repairs that are made all over a page and leave no doubt where their confidence is 1.
_ROUTINE: Final = frozenset(["script", "width", "gloss"])
#: What stands where the repair of an edit would.
LEFT: Final = "NOT REPAIRED: check"
#: Lists every edit.
ALL: Final = "all"
COLUMNS: Final = (
    "id",
    *("start", "end", "line", "column", "rule", "before", "after"),
    "confidence",
)
_LISTED: Final = ("line:col", "offset", "rule", "sure", "before", "after")
_COUNTED: Final = ("rule", "edits", "least sure", "what it means")
_INDENT: Final = "  "
#: How much of the text is shown on either side of an edit, and how much of the edit itself.
_CONTEXT: Final = 4
_LONGEST: Final = 40

Filter: TypeAlias = Callable[[Edit], bool]


def known_rules(_: click.Context, __: click.Parameter, rules: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse what is no rule and no family; they are looked up only when one is named."""
    if rules:
        meanings = data("rules")["meaning"]
        known = {ALL, *meanings, *map(_family, meanings)}
        for rule in rules:
            if rule not in known:
                raise click.BadParameter(f"{rule!r} is not one of {', '.join(sorted(known))}.")
    return rules


def named(rules: Collection[str]) -> Filter:
    """Return what tells whether an edit is by one of *rules*, or of a family of them.

    >>> keep = named(["slip"])
    >>> keep(Edit("slip.mark+script.t2s", 0, 3, "?;I", "。筹"))
    True
    >>> keep(Edit("script.t2s", 0, 1, "職", "职"))
    False
    """
    wanted = set(rules)

    def keep(edit: Edit) -> bool:
        return ALL in wanted or any(
            part in wanted or _family(part) in wanted for part in _parts(edit)
        )

    return keep


def telling(edit: Edit) -> bool:
    """Tell whether an edit deserves a look.

    >>> telling(Edit("script.t2s", 0, 1, "職", "职"))
    False
    >>> telling(Edit("unrepaired", 0, 1, "?", "?", 0.0))
    True
    """
    return edit.confidence < 1 or any(_family(part) not in _ROUTINE for part in _parts(edit))


def rows(keep: Filter) -> Callable[[str, CleanText], Iterator[Row]]:
    """Return what makes one row of each edit that *keep* keeps."""

    def made(name: str, cleaned: CleanText) -> Iterator[Row]:
        place = places(cleaned.raw)
        for edit in filter(keep, cleaned.edits):
            line, column = place(edit.start)
            cells = (name, edit.start, edit.end, line, column, edit.rule, edit.before, edit.after)
            yield dict(zip(COLUMNS, (*cells, edit.confidence), strict=True))

    return made


def draw(keep: Filter) -> "Callable[[Results, Screen], Iterator[Chunk]]":
    """Return what draws the edits that *keep* keeps, and what all of them add up to."""

    def drawn(results: "Results", screen: "Screen") -> "Iterator[Chunk]":
        for name, cleaned in results:
            yield screen.title(name)
            listed = list(filter(keep, cleaned.edits))
            if listed:
                yield from _list(cleaned, listed, screen)
                yield "\n"
            if cleaned.edits:
                yield from _count(cleaned.edits, screen)
            yield f"\n{_sum(cleaned.edits, len(listed))}\n"

    return drawn


def _family(rule: str) -> str:
    return rule.partition(".")[0]


def _parts(edit: Edit) -> list[str]:
    """Name the rules that made an edit: several, where their edits touched."""
    return edit.rule.split("+")


def _chief(edit: Edit) -> str:
    """Name the rules that made an edit, without the routine ones that only helped.

    >>> _chief(Edit("slip.mark+script.t2s", 0, 3, "?;I", "。筹"))
    'slip.mark'
    """
    chief = [part for part in _parts(edit) if _family(part) not in _ROUTINE]
    return "+".join(chief) or edit.rule


def _list(cleaned: CleanText, edits: Sequence[Edit], screen: "Screen") -> "Iterator[Chunk]":
    place = places(cleaned.raw)
    lines = [_cells(cleaned.raw, edit, place) for edit in edits]
    room = screen.room and screen.room - len(_INDENT)
    rooms = table.widths([_LISTED, *lines], room=room, elastic=(4, 5, 2))
    yield _INDENT + screen.paint(table.line(_LISTED, rooms, right=(0, 1)), dim=True) + "\n"
    for edit, cells in zip(edits, lines, strict=True):
        text = table.line(cells, rooms, right=(0, 1))
        if edit.rule == UNREPAIRED:
            text = screen.paint(text, fg="red", bold=True)
        elif edit.confidence < 1:
            text = screen.paint(text, fg="yellow")
        yield f"{_INDENT}{text}\n"


def _cells(raw: str, edit: Edit, place: Callable[[int], tuple[int, int]]) -> tuple[str, ...]:
    line, column = place(edit.start)
    left = visible(raw[max(0, edit.start - _CONTEXT) : edit.start])
    right = visible(raw[edit.end : edit.end + _CONTEXT])
    after = _short(edit.after) or "(nothing)"
    return (
        f"{line}:{column}",
        str(edit.start),
        _chief(edit),
        f"{edit.confidence:.2f}",
        f"{left}⟦{_short(edit.before)}⟧{right}",
        LEFT if edit.rule == UNREPAIRED else after,
    )


def _short(text: str) -> str:
    """Return as much of a text as tells what it is."""
    return table.fit(visible(text[:_LONGEST]), _LONGEST) + ("…" if len(text) > _LONGEST else "")


def _count(edits: Sequence[Edit], screen: "Screen") -> "Iterator[Chunk]":
    """Show for each rule how often it was used; what was not repaired comes first."""
    confidences: defaultdict[str, list[float]] = defaultdict(list)
    for edit in edits:
        for part in _parts(edit):
            confidences[part].append(edit.confidence)
    meanings = data("rules")["meaning"]
    lines = [
        (rule, str(len(sure)), f"{min(sure):.2f}", meanings.get(rule, ""))
        for rule, sure in sorted(
            confidences.items(), key=lambda counted: (counted[0] != UNREPAIRED, -len(counted[1]))
        )
    ]
    *rooms, _ = table.widths([_COUNTED, *lines])
    left = len(_INDENT) + sum(rooms) + len(table.GAP) * len(rooms)
    yield _INDENT + screen.paint(_counted(_COUNTED, rooms), dim=True) + "\n"
    for cells in lines:
        first, *rest = wrapped(cells[-1], screen.room and screen.room - left)
        text = _counted((*cells[:-1], first), rooms)
        painted = screen.paint(text, fg="red", bold=True) if cells[0] == UNREPAIRED else text
        yield f"{_INDENT}{painted}\n" + "".join(f"{' ' * left}{each}\n" for each in rest)


def _counted(cells: Sequence[str], rooms: Sequence[int]) -> str:
    """Return a line of the summary: what a rule means is as long as it is."""
    *counts, meaning = cells
    return table.line([*counts, meaning], [*rooms, table.width(meaning)], right=(1, 2))


def _sum(edits: Sequence[Edit], listed: int) -> str:
    """Say in one line how much was changed, and what needs a look."""
    if not edits:
        return "nothing was changed"
    left = sum(edit.rule == UNREPAIRED for edit in edits)
    hidden = len(edits) - listed
    notes = (
        f"{len(edits) - left} repairs",
        f"{left} NOT REPAIRED: check them" if left else "nothing left unrepaired",
        f"{hidden} not listed (--rule {ALL} lists everything)" if hidden else "",
    )
    return ", ".join(filter(None, notes))

"""Columns that stay aligned where half of the text is twice as wide as the other."""

import re
from collections.abc import Sequence
from typing import Final
from unicodedata import category, east_asian_width

#: What a terminal would obey instead of showing it.
_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_ELLIPSIS: Final = "…"
#: What parts two columns.
GAP: Final = "  "


def width(text: str) -> int:
    """Return how many columns of a terminal *text* takes.

    >>> width("5027万元")
    8
    """
    if text.isascii():
        return len(text)
    return sum(map(_width_of, text))


def _width_of(character: str) -> int:
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def safe(text: str) -> str:
    r"""Return *text* on one line and without control characters, which may come from anyone.

    >>> safe("投入\x1b[2J\n5万元")
    '投入 [2J 5万元'
    """
    return _CONTROLS.sub(" ", text)


def fit(text: str, room: int) -> str:
    """Return *text* cut to *room* columns.

    >>> fit("困难职工帮扶资金", 9)
    '困难职工…'
    """
    if len(text) * 2 <= room or width(text) <= room:
        return text
    used = 1
    for index, character in enumerate(text):
        used += _width_of(character)
        if used > room:
            return text[:index] + _ELLIPSIS
    return text


def pad(text: str, room: int, *, right: bool = False) -> str:
    """Return *text* filled up to *room* columns, flush left or right.

    >>> pad("万元", 6) + "|" + pad("7", 3, right=True)
    '万元  |  7'
    """
    blank = " " * (room - width(text))
    return blank + text if right else text + blank


def widths(
    rows: Sequence[Sequence[str]], *, room: int | None = None, elastic: Sequence[int] = ()
) -> list[int]:
    """Return the width of each column, the widest of the *elastic* ones narrowed until all fit.

    >>> widths([["money", "5027万元", "困难职工帮扶资金"]], room=25, elastic=[2])
    [5, 8, 8]
    >>> widths([["2023年3月12日至5月8日", "困难职工帮扶资金"]], room=26, elastic=[0, 1])
    [12, 12]
    """
    found = [max(map(width, column)) for column in zip(*rows, strict=True)]
    if room is None:
        return found
    excess = sum(found) + len(GAP) * (len(found) - 1) - room
    while excess > 0 and any(found[column] > _LEAST for column in elastic):
        widest = max(elastic, key=lambda column: found[column])
        narrower = (found[column] for column in elastic if column != widest)
        cut = max(1, min(excess, found[widest] - max(_LEAST, *narrower, _LEAST)))
        found[widest] -= cut
        excess -= cut
    return found


#: An elastic column is never narrower: less could not be read.
_LEAST: Final = 8


def line(cells: Sequence[str], rooms: Sequence[int], *, right: Sequence[int] = ()) -> str:
    """Return one line of a table; the columns in *right* are flush right.

    >>> line(["count", "57", "个"], [6, 4, 2], right=[1])
    'count     57  个'
    """
    padded = (
        pad(fit(cell, room), room, right=column in right)
        for column, (cell, room) in enumerate(zip(cells, rooms, strict=True))
    )
    return GAP.join(padded).rstrip()

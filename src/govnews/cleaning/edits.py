"""Edits: how one pass is applied, and how passes add up.

A pass yields ordered, disjoint edits over the text that it is given.  What
several passes did one after another is one list of edits over the raw text
again: `compose` makes it, so that offsets stay exact by construction.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from govnews.models import UNREPAIRED, Edit


def apply(edits: Iterable[Edit], text: str) -> str:
    """Return *text* with every edit made.

    >>> apply([Edit("gloss.drop", 1, 5, "(fā)", "")], "發(fā)展")
    '發展'
    """
    pieces: list[str] = []
    place = 0
    for edit in edits:
        pieces += (text[place : edit.start], edit.after)
        place = edit.end
    pieces.append(text[place:])
    return "".join(pieces)


class _Placed(NamedTuple):
    """An edit with the span that its replacement takes in the text between two passes."""

    start: int
    end: int
    edit: Edit


def compose(raw: str, first: Sequence[Edit], between: str, second: Sequence[Edit]) -> list[Edit]:
    """Return the one list of edits that does what two do in turn.

    Edits that touch the same characters become one, whose rule names both and
    which is as sure as the less sure of them.
    A mark of unrepaired damage is split where a later edit falls into it.

    Args:
        raw: The text before both.
        first: The earlier edits, over *raw*.
        between: What they make of *raw*.
        second: The later edits, over *between*.

    >>> one = [Edit("gloss.drop", 1, 5, "(fā)", "")]
    >>> both = compose("發(fā)展", one, "發展", [Edit("script.t2s", 0, 1, "發", "发")])
    >>> [(edit.rule, edit.start, edit.end, edit.after) for edit in both]
    [('script.t2s', 0, 1, '发'), ('gloss.drop', 1, 5, '')]
    """
    if not first or not second:
        return [*first, *second]
    placed = list(_split_marks(_place(first), second))
    return list(_merge(raw, placed, between, second))


def _place(edits: Iterable[Edit]) -> Iterator[_Placed]:
    grown = 0
    for edit in edits:
        start = edit.start + grown
        yield _Placed(start, start + len(edit.after), edit)
        grown += len(edit.after) - (edit.end - edit.start)


def _split_marks(placed: Iterable[_Placed], second: Sequence[Edit]) -> Iterator[_Placed]:
    """Cut the marks of unrepaired damage at the bounds of later edits."""
    index = 0
    for item in placed:
        if item.edit.rule != UNREPAIRED:
            yield item
            continue
        while index < len(second) and second[index].end <= item.start:
            index += 1
        bounds, at = {item.start, item.end}, index
        while at < len(second) and second[at].start < item.end:
            bounds |= {second[at].start, second[at].end}
            at += 1
        inside = sorted(bound for bound in bounds if item.start <= bound <= item.end)
        for start, end in pairwise(inside):
            yield _piece(item, start, end)


def _piece(item: _Placed, start: int, end: int) -> _Placed:
    begin = item.edit.start + start - item.start
    text = item.edit.before[start - item.start : end - item.start]
    return _Placed(start, end, Edit(UNREPAIRED, begin, begin + end - start, text, text, 0.0))


def _merge(
    raw: str, first: Sequence[_Placed], between: str, second: Sequence[Edit]
) -> Iterator[Edit]:
    left, right, shift = 0, 0, 0
    while left < len(first) or right < len(second):
        group: list[_Placed] = []
        later: list[Edit] = []
        start = end = _next_start(first, left, second, right)
        before = shift
        while True:
            if left < len(first) and _joins(first[left].start, end, bare=not (group or later)):
                item = first[left]
                group.append(item)
                shift += (item.edit.end - item.edit.start) - (item.end - item.start)
                end = max(end, item.end)
                left += 1
                if item.start == item.end == start and not later and len(group) == 1:
                    break
            elif right < len(second) and _joins(
                second[right].start, end, bare=not (group or later)
            ):
                later.append(second[right])
                end = max(end, second[right].end)
                right += 1
            else:
                break
        yield _join(raw, between, group, later, (start, end, before, shift))


def _next_start(first: Sequence[_Placed], left: int, second: Sequence[Edit], right: int) -> int:
    starts = []
    if left < len(first):
        starts.append(first[left].start)
    if right < len(second):
        starts.append(second[right].start)
    return min(starts)


def _joins(start: int, end: int, *, bare: bool) -> bool:
    return start <= end if bare else start < end


def _join(
    raw: str,
    between: str,
    group: list[_Placed],
    later: list[Edit],
    bounds: tuple[int, int, int, int],
) -> Edit:
    """Make one edit of a group that touches the same characters."""
    start, end, before, shift = bounds
    begin, stop = start + before, end + shift
    moved = [
        Edit(edit.rule, edit.start - start, edit.end - start, edit.before, edit.after)
        for edit in later
    ]
    after = apply(moved, between[start:end])
    joined = [*(item.edit for item in group), *later]
    rule = "+".join(dict.fromkeys(name for edit in joined for name in edit.rule.split("+")))
    confidence = min(edit.confidence for edit in joined)
    return Edit(rule, begin, stop, raw[begin:stop], after, confidence)

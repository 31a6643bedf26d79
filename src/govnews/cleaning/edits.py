"""Edits: how one pass is applied, and how passes add up.

A pass yields ordered, disjoint edits over the text that it is given.  What
several passes did one after another is one list of edits over the raw text
again: `compose` makes it, so that offsets stay exact by construction.
"""

from collections import deque
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


def places(edits: Iterable[Edit]) -> Iterator[tuple[int, int]]:
    """Yield the span that each edit's replacement takes in the text that they make.

    >>> list(places([Edit("gloss.drop", 1, 5, "(fā)", ""), Edit("script.t2s", 6, 7, "務", "务")]))
    [(1, 1), (2, 3)]
    """
    grown = 0
    for edit in edits:
        start = edit.start + grown
        yield start, start + len(edit.after)
        grown += edit.growth


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
    if any(edit.rule == UNREPAIRED for edit in first):
        first = list(_split_marks(first, second))
    return list(_merge(raw, first, between, second))


def _split_marks(first: Sequence[Edit], second: Sequence[Edit]) -> Iterator[Edit]:
    """Cut the marks of unrepaired damage at the bounds of later edits."""
    index = 0
    for edit, (start, end) in zip(first, places(first), strict=True):
        if edit.rule != UNREPAIRED:
            yield edit
            continue
        while index < len(second) and second[index].end <= start:
            index += 1
        bounds, at = {start, end}, index
        while at < len(second) and second[at].start < end:
            bounds |= {second[at].start, second[at].end}
            at += 1
        inside = sorted(bound - start for bound in bounds if start <= bound <= end)
        for begin, stop in pairwise(inside):
            text = edit.before[begin:stop]
            yield Edit(UNREPAIRED, edit.start + begin, edit.start + stop, text, text, 0.0)


class _Group(NamedTuple):
    """Edits that touch the same characters, and what they touch of the text between two passes."""

    start: int
    end: int
    earlier: list[Edit]
    later: list[Edit]


def _merge(raw: str, first: Sequence[Edit], between: str, second: Sequence[Edit]) -> Iterator[Edit]:
    """Yield the edits of both in order: the earlier as they are, the later moved, or joined."""
    earlier, later = deque(first), deque(second)
    shift = 0  # how much further on a place is in *raw* than in *between*
    while earlier and later:
        start = earlier[0].start - shift
        if start + len(earlier[0].after) <= later[0].start:
            shift -= earlier[0].growth
            yield earlier.popleft()
        elif later[0].end <= start != later[0].start:
            yield _moved(later.popleft(), shift)
        else:
            group = _touching(earlier, later, shift)
            growth = sum(edit.growth for edit in group.earlier)
            yield _join(
                group, raw[group.start + shift : group.end + shift - growth], between, shift
            )
            shift -= growth
    yield from earlier
    yield from (_moved(edit, shift) for edit in later)


def _moved(edit: Edit, shift: int) -> Edit:
    if not shift:
        return edit
    return Edit(
        edit.rule, edit.start + shift, edit.end + shift, edit.before, edit.after, edit.confidence
    )


def _touching(earlier: deque[Edit], later: deque[Edit], shift: int) -> _Group:
    """Take the edits that touch the first ones, or those that touch them, from both."""
    start = end = min(earlier[0].start - shift, later[0].start)
    group = _Group(start, end, [], [])
    while True:
        # the first one may begin where the group does, the others have to lie in it
        reach = end if group.earlier or group.later else end + 1
        if earlier and earlier[0].start - shift < reach:
            old = earlier.popleft()
            end = max(end, old.start - shift + len(old.after))
            shift -= old.growth
            group.earlier.append(old)
        elif later and later[0].start < reach:
            new = later.popleft()
            end = max(end, new.end)
            group.later.append(new)
        else:
            return group._replace(end=end)


def _join(group: _Group, before: str, between: str, shift: int) -> Edit:
    """Make one edit of a group."""
    start, end, earlier, later = group
    begin = start + shift
    after = apply((_moved(edit, -start) for edit in later), between[start:end])
    joined = [*earlier, *later]
    rule = "+".join(dict.fromkeys(name for edit in joined for name in edit.rule.split("+")))
    confidence = min(edit.confidence for edit in joined)
    return Edit(rule, begin, begin + len(before), before, after, confidence)

"""What may be added up, judged by a figure and the paragraph that it stands in.

Numbers of a bulletin are of many sorts: 筹集5027万元 can be added to others, 比上年增加320万元
and 每人2000元 cannot, and of 5027万元，其中省级3000万元 only the whole counts.  Where it is not
clear, a figure is left out with its reason rather than added wrongly.
"""

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, TypeAlias

from govnews.models import Figure, Kind, Reason
from govnews.passages import Passage, PlacedFigure
from govnews.segmentation import sentences
from govnews.totalling.additive import has_sum
from govnews.totalling.cues import is_done, spoken_against
from govnews.totalling.parts import (
    adding_up,
    announced,
    earlier,
    goes_on,
    included,
    opens_parts,
    why_part,
)

Judged: TypeAlias = tuple[Figure, Reason | None]
_Reasons: TypeAlias = dict[int, Reason | None]
"""Of the figure that starts at a place of the paragraph, why it must not be added."""

#: 新增就业8000人 is told of itself, 比上年新增8000人 of a difference.
_IS_NEW: Final = re.compile(r"^(?!.*[比较]).*新增")
_LENGTHS: Final = frozenset(("公里", "千米", "km"))
#: Lengths that are no pieces: 距省会300公里, 时速160公里
_DISTANCE: Final = re.compile(r"(?:距|相隔|时速|能见度|以[东南西北])[^，。；]{0,8}$")
_AWAY: Final = re.compile(r"之?外|以外|远")
_MARK: Final = re.compile(r"[，。；：！？,;:!?（）()\n]")
_PER: Final = "每"
_LOOK_BEHIND: Final = 24


def judged(passage: Passage) -> list[Judged]:
    """Tell of each figure of a paragraph whether it may be added, but for tables and repetitions.

    Returns:
        The figures in order, with the reason why not, or None.

    >>> from govnews.bulletin import analyze
    >>> from govnews.passages import passages
    >>> (page,) = passages(analyze("筹集资金5027万元，其中省级3000万元，每人补助2000元。"))
    >>> [(figure.text, reason) for figure, reason in judged(page)]
    [('5027万元', None), ('3000万元', <Reason.PART: 'part'>), ('2000元', <Reason.RATE: 'rate'>)]
    """
    text = passage.paragraph.text
    reasons: _Reasons = {}
    for start, figures in _by_sentence(text, passage.figures):
        reasons |= _alone(text, start, figures)
        _plan_on(text, figures, reasons)
        for like in alike(figures):
            _compare(text, like, reasons)
        money = [placed for placed in figures if placed.figure.kind is Kind.MONEY]
        for like in (money, *alike(figures)):
            for part, whole in announced(text, like):
                reasons[part.start] = reasons[part.start] or why_part(reasons[whole.start])
    for like in alike(passage.figures):
        summands = [placed for placed in like if reasons[placed.start] in (None, Reason.PART)]
        reasons |= {part.start: Reason.PART for part in adding_up(text, summands)}
    return [(placed.figure, reasons[placed.start]) for placed in passage.figures]


def _by_sentence(
    text: str, figures: Sequence[PlacedFigure]
) -> Iterator[tuple[int, list[PlacedFigure]]]:
    """Yield where a sentence starts, with its figures; what begins with 其中 belongs to it."""
    first, inside, left = 0, list[PlacedFigure](), deque(figures)
    for start, end in sentences(text):
        if not opens_parts(text, start):
            yield first, inside
            first, inside = start, []
        while left and left[0].start < end:
            inside.append(left.popleft())
    # a figure that has no place in the text stands at its end
    yield first, [*inside, *left]


def _alone(text: str, sentence: int, figures: Sequence[PlacedFigure]) -> _Reasons:
    """Judge each figure of a sentence by itself and the words beside it."""
    found: _Reasons = {}
    before: PlacedFigure | None = None
    for placed in figures:
        clause = _clause(text, sentence, placed.start)
        gap = clause if before is None else max(clause, before.end)
        found[placed.start] = _one(text, placed, clause, gap)
        if before is not None and clause <= before.start and text[before.start - 1] == _PER:
            found[placed.start] = found[placed.start] or Reason.RATE  # 每100人配1名
        before = placed
    return found


def _one(text: str, placed: PlacedFigure, clause: int, gap: int) -> Reason | None:
    figure = placed.figure
    if not has_sum(figure.kind, figure.unit):
        return Reason.NOT_ADDITIVE
    if figure.damaged:
        return Reason.DAMAGED
    if figure.change is not None and not _IS_NEW.search(text[clause : placed.start]):
        return Reason.CHANGE
    if figure.unit in _LENGTHS and (
        _DISTANCE.search(text[clause : placed.start]) or _AWAY.match(text, placed.end)
    ):
        return Reason.NOT_ADDITIVE
    return spoken_against(figure, text, clause, gap, placed.end)


def _clause(text: str, sentence: int, end: int) -> int:
    """Return where the clause before a figure starts."""
    start = max(sentence, end - _LOOK_BEHIND)
    marks = [match.end() for match in _MARK.finditer(text, start, end)]
    return marks[-1] if marks else start


def _plan_on(text: str, figures: Sequence[PlacedFigure], reasons: _Reasons) -> None:
    """Carry a plan on to what is listed behind it, until something is said to be done."""
    for one, other in pairwise(figures):
        between = text[one.end : other.start]
        ends = reasons[one.start] is not Reason.PLAN or "。" in between or is_done(between)
        if not ends and reasons[other.start] is None:
            reasons[other.start] = Reason.PLAN


def alike(figures: Sequence[PlacedFigure]) -> list[list[PlacedFigure]]:
    """Group figures that have a sum and can be parts of one another: same kind and unit.

    Returns:
        The groups of two and more.
    """
    groups: defaultdict[tuple[Kind, str | None], list[PlacedFigure]] = defaultdict(list)
    for placed in figures:
        if has_sum(placed.figure.kind, placed.figure.unit):
            groups[placed.figure.kind, placed.figure.unit].append(placed)
    return [group for group in groups.values() if len(group) > 1]


def _compare(text: str, like: Sequence[PlacedFigure], reasons: _Reasons) -> None:
    """Judge figures of a sentence by one another: levels, and lists of rates."""
    for one, other in pairwise(like):
        why = reasons[one.start]
        goes = earlier(text, one, other) or goes_on(text, one, other)
        if why in (Reason.RATE, Reason.LIMIT) and goes:
            reasons[other.start] = reasons[other.start] or why
        elif earlier(text, one, other):
            reasons[one.start] = why or Reason.CHANGE
        elif included(text, one, other):
            reasons[one.start] = why or Reason.PART

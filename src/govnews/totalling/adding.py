"""What may be added up, judged by a figure and the sentence that it stands in.

Numbers of a bulletin are of many sorts: 筹集5027万元 can be added to others, 比上年增加320万元
and 每人2000元 cannot, and of 5027万元，其中省级3000万元 only the whole counts.  Where it is not
clear, a figure is left out with its reason rather than added wrongly.
"""

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final, TypeAlias

from govnews.models import Bound, Figure, Kind, Reason
from govnews.passages import Passage, PlacedFigure
from govnews.segmentation import sentences

Judged: TypeAlias = tuple[Figure, Reason | None]

_ADDITIVE: Final = (Kind.MONEY, Kind.HEADCOUNT, Kind.COUNT, Kind.MEASURE)
#: Measures whose sum is one: areas, masses, volumes, energy, power, and lengths that are built.
_MEASURES: Final = frozenset(
    (
        *(
            "平方公里",
            "平方千米",
            "平方米",
            "平米",
            "㎡",
            "m²",
            "km²",
            "公顷",
            "亩",
            "亩次",
            "英亩",
            "ha",
        ),
        *("吨", "吨标准煤", "公斤", "千克", "kg", "斤", "担", "立方米", "立方", "m³", "升", "公升"),
        *("千瓦时", "千瓦小时", "千瓦·时", "kWh", "度电", "兆瓦时", "吉瓦时", "太瓦时"),
        *("千瓦", "kW", "兆瓦", "MW", "吉瓦", "GW", "千伏安", "公里", "千米", "km", "延米"),
    )
)
#: What is counted in these is a score or a place, not a number of things.
_SCORES: Final = frozenset(("分", "层", "步", "章", "题", "学分", "积分", "标台", "个基点", "圈"))

#: A clause that says that the figure behind it is so much for each.
_RATES: Final = re.compile(
    r"每(?!逢|当)"  # 每人2000元, 每年投入500万元
    r"|[人户村县年月日周场次亩家]均"  # 人均1200元, 户均3.2万元
    r"|平均|单价|限额(?!以)|门槛|起步价"
    r"|(?<!高)标准(?![化间件箱地厂煤])"  # 最低工资标准1880元, and not 建成高标准农田12万亩
)
#: What follows is of all again: 每人2000元、共发放120万元, 按每人1000元的标准发放56万元
_TOGETHER: Final = re.compile(r"共(?!同)|合计|总计|总共|累计|的标准(?![为是由从提达])")
_RATE_BEHIND: Final = re.compile(r"[/／]|每[人户名亩月年天日吨家个场]")  # 30元/人, 2000元每人
#: 新增就业8000人 is told of itself, 比上年新增8000人 of a difference.
_IS_NEW: Final = re.compile(r"^(?!.*[比较]).*新增")
_LENGTHS: Final = frozenset(("公里", "千米", "km"))
#: Lengths that are no pieces: 距省会300公里, 时速160公里
_DISTANCE: Final = re.compile(r"(?:距|相隔|时速|以[东南西北])[^，。；]{0,8}$")
_CLAUSE: Final = re.compile(r"[，。；：！？,;:!?（）()\n]")
_PARTS: Final = re.compile(r"其中|包括|包含|[（(，,、]含")
_WHOLE: Final = re.compile(r"(?:合计|共计|总计|共|总数|总额|累计|一共)[^，。；]{0,6}$")
_OF_WHICH: Final = "其中"
_NEW_MATTER: Final = re.compile(r"；|;|另|此外|同时|还|又")
_FEWEST_PARTS: Final = 2
_LOOK_BEHIND: Final = 24


def judged(passage: Passage) -> list[Judged]:
    """Tell of each figure of a paragraph whether it may be added, but for repetitions.

    Returns:
        The figures in order, with the reason why not, or None.

    >>> from govnews.bulletin import analyze
    >>> from govnews.passages import passages
    >>> (page,) = passages(analyze("筹集资金5027万元，其中省级3000万元，每人补助2000元。"))
    >>> [(figure.text, reason) for figure, reason in judged(page)]
    [('5027万元', None), ('3000万元', <Reason.PART: 'part'>), ('2000元', <Reason.RATE: 'rate'>)]
    """
    text = passage.paragraph.text
    found: list[Judged] = []
    for start, figures in _by_sentence(text, passage.figures):
        reasons = [_alone(text, start, placed) for placed in figures]
        summands = [each for each, why in zip(figures, reasons, strict=True) if why is None]
        parts = {each.start for each in _parts(text, summands)}
        found += [
            (placed.figure, Reason.PART if placed.start in parts else why)
            for placed, why in zip(figures, reasons, strict=True)
        ]
    return found


def _by_sentence(
    text: str, figures: Sequence[PlacedFigure]
) -> Iterator[tuple[int, list[PlacedFigure]]]:
    """Yield where a sentence starts, with its figures; what begins with 其中 belongs to it."""
    first, inside, left = 0, list[PlacedFigure](), deque(figures)
    for start, end in sentences(text):
        if not text.startswith(_OF_WHICH, start):
            yield first, inside
            first, inside = start, []
        while left and left[0].start < end:
            inside.append(left.popleft())
    yield first, inside


def _alone(text: str, sentence: int, placed: PlacedFigure) -> Reason | None:
    """Judge a figure by itself and its clause."""
    figure = placed.figure
    if not has_sum(figure.kind, figure.unit):
        return Reason.NOT_ADDITIVE
    if figure.damaged:
        return Reason.DAMAGED
    clause = _clause(text, sentence, placed.start)
    if figure.change is not None and not _IS_NEW.search(clause):
        return Reason.CHANGE
    if _RATES.search(_TOGETHER.split(clause)[-1]) or _RATE_BEHIND.match(text, placed.end):
        return Reason.RATE
    if figure.unit in _LENGTHS and _DISTANCE.search(clause):
        return Reason.NOT_ADDITIVE
    return None


def has_sum(kind: Kind, unit: str | None) -> bool:
    """Tell whether figures of a kind and unit can be added at all.

    >>> has_sum(Kind.MEASURE, "亩"), has_sum(Kind.MEASURE, "℃"), has_sum(Kind.DURATION, "天")
    (True, False, False)
    """
    if kind is Kind.MEASURE:
        return unit in _MEASURES
    return kind in _ADDITIVE and unit not in _SCORES and "/" not in (unit or "")


def _clause(text: str, sentence: int, end: int) -> str:
    """Return what stands in the clause before a figure."""
    before = text[max(sentence, end - _LOOK_BEHIND) : end]
    return _CLAUSE.split(before)[-1]


def _parts(text: str, figures: Sequence[PlacedFigure]) -> Iterator[PlacedFigure]:
    """Yield the figures of a sentence that others of it hold.

    Parts are announced (其中), or they add up exactly to a whole that stands before them, or
    behind them and is called one (共8个).
    """
    for like in _alike(figures):
        yield from _announced(text, like)
        yield from _adding_up(text, like)


def _alike(figures: Sequence[PlacedFigure]) -> list[list[PlacedFigure]]:
    """Group figures that could be parts of one another: same kind and unit."""
    groups: defaultdict[tuple[Kind, str | None], list[PlacedFigure]] = defaultdict(list)
    for placed in figures:
        groups[placed.figure.kind, placed.figure.unit].append(placed)
    return [group for group in groups.values() if len(group) > 1]


def _announced(text: str, like: Sequence[PlacedFigure]) -> Iterator[PlacedFigure]:
    """Yield what stands behind 其中 and is not more than what stands before it."""
    whole: PlacedFigure | None = None
    for previous, placed in pairwise(like):
        *turned, last = _NEW_MATTER.split(text[previous.end : placed.start])
        if _PARTS.search(last):
            whole = previous
        elif turned:
            whole = None
        if whole is not None and _number(placed) <= _number(whole):
            yield placed


def _adding_up(text: str, like: Sequence[PlacedFigure]) -> Iterator[PlacedFigure]:
    """Yield the figures that add up to the first one, or to a last one that is called the whole."""
    if len(like) <= _FEWEST_PARTS or any(each.figure.bound is not Bound.EXACT for each in like):
        return
    first, *rest = like
    if sum(map(_number, rest)) == _number(first):
        yield from rest
    *rest, last = like
    is_whole = _WHOLE.search(text[max(0, last.start - _LOOK_BEHIND) : last.start])
    if is_whole and sum(map(_number, rest)) == _number(last):
        yield from rest


def _number(placed: PlacedFigure) -> Decimal:
    """Return the number that is written first."""
    return Decimal(placed.figure.value)

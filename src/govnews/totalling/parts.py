"""Figures that another figure holds, and figures that say what another was before.

All of them are alike: of one kind and unit, in one sentence or in sentences that go on with it.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, pairwise, takewhile
from typing import Final

from govnews.models import Bound, Reason
from govnews.passages import PlacedFigure
from govnews.segmentation import segment

_ANNOUNCED: Final = re.compile(r"其中|当中|包括|包含|单是|[（(，,、]含")
#: 412人里，退役军人298人; 58个项目中已开工41个
_AMONG: Final = re.compile(
    r"[^，。；、（(]{0,8}?(?:里面?|之中|当中|(?<![集其])中(?![心央小学医国共]))[，,]?"
)
_OPENS: Final = re.compile(r"[\u4e00-\u9fff]{1,6}(?:里|之中|当中|(?<![集其])中)[，,]")
#: What came of cases, projects or sums that were told of before: 受理263件，办结251件
_OUTCOME: Final = re.compile(
    r"(?:办结|结案|已结|竣工|完工|开工|化解|兑付|批出|拨出|查实|出师|选岗)(?:了|的)?$"
)
_SHARE: Final = re.compile(r"[，,][^，。；]{0,8}占了?$")
#: The same in another currency: 1.32亿美元，折合人民币8.2亿元
_CONVERTED: Final = re.compile(r"[^。；]{0,4}?(?:折合|约合|折|合)(?:人民币)?约?")
#: What is new and what there is with it: 新建36个，累计达到215个
_ALTOGETHER: Final = re.compile(r"[，,][^，。；]{0,4}(?:累计|总数|总量|加起来)[^，。；]{0,6}")
_NEW_MATTER: Final = re.compile(r"；|;|另|此外|同时|还|又")
_WHOLE: Final = re.compile(r"(?:合计|共计|总计|共|总数|总额|累计|一共)[^，。；]{0,6}$")
#: 由36个减到33个, 从2600家扩大到6300家
_RAISED: Final = re.compile(
    r"[^，。；]{0,6}[，,]?[^，。；]{0,6}(?:增加?|提高?|扩大?|上升|[减升降]少?|降低|下降|调整?|缩短|缩减|压缩|压减|上调|下调"
    r"|变|改|调|攀升|发展|壮大|提升|增长)[^，。；]{0,2}[到至为成][^，。；]{0,4}$"
)
_JOINED: Final = re.compile(r"[^，。；、]{0,3}[、和及与至到或，；][^，。；、]{0,12}$")
_TOGETHER: Final = re.compile(r"共|合计|总计|累计")
_MARK: Final = re.compile(r"[，。；：、,;:（(]")
_OPENING: Final = re.compile(r"[（(]")
_CLOSING: Final = re.compile(r"[）)]")
#: What stands between a whole and the list of its parts: 12家：企业8家、医院4家
_LISTS: Final = re.compile(r"[：:（(]|分别|其中")
_LOOK_BEHIND: Final = 24
_MOST_PARTS: Final = 12
#: A whole that has so many digits does not come out of its neighbours by chance.
_TELLING: Final = 3
_MANY: Final = 4


def earlier(text: str, one: PlacedFigure, other: PlacedFigure) -> bool:
    """Tell whether *one* is what *other* was before: 由36个减到33个.

    Args:
        text: The paragraph.
        one: A figure.
        other: The next one that is like it.
    """
    return _RAISED.fullmatch(text, one.end, other.start) is not None


def included(text: str, one: PlacedFigure, other: PlacedFigure) -> bool:
    """Tell whether *other* says how many there are with *one*: 新建36个，累计达到215个.

    Args:
        text: The paragraph.
        one: A figure.
        other: The next one that is like it.
    """
    return number(one) <= number(other) and bool(_ALTOGETHER.fullmatch(text, one.end, other.start))


def goes_on(text: str, one: PlacedFigure, other: PlacedFigure) -> bool:
    """Tell whether *other* goes on with what *one* began: 一等奖每人5000元、二等奖3000元.

    Args:
        text: The paragraph.
        one: A figure.
        other: The next one that is like it.
    """
    between = text[one.end : other.start]
    if _TOGETHER.search(between) or not _JOINED.fullmatch(between):
        return False
    return not _verbs(between)


def _verbs(text: str) -> set[str]:
    return {token.text for token in segment(text) if token.tag[0] == "v" and len(token.text) > 1}


def opens_parts(text: str, start: int) -> bool:
    """Tell whether a sentence that starts there goes on with parts of what was told before it.

    >>> opens_parts("其中省级3000万元。", 0), opens_parts("支出中，生活救助1980万元。", 0)
    (True, True)
    """
    return text.startswith("其中", start) or _OPENS.match(text, start) is not None


def announced(
    text: str, like: Sequence[PlacedFigure]
) -> Iterator[tuple[PlacedFigure, PlacedFigure]]:
    """Yield the figures that a word calls parts of one before them, each with that one.

    Args:
        text: The paragraph.
        like: Figures of one kind, in order; of money also in several currencies.
    """
    whole: PlacedFigure | None = None
    is_bracketed = is_plain = False
    depth = 0
    for previous, placed in pairwise(like):
        between = text[previous.end : placed.start]
        *turned, last = _NEW_MATTER.split(between)
        opened = len(_OPENING.findall(between)) - len(_CLOSING.findall(between))
        depth += opened
        if is_bracketed and depth <= 0:
            whole = None
        if _calls_parts(between if not turned else last, at_once=not turned):
            whole, is_plain = previous, not _verbs(last)
            depth, is_bracketed = opened, opened > 0
        elif turned or (whole is not None and _begins_anew(text, whole, between, plain=is_plain)):
            whole = None
        if _CONVERTED.fullmatch(between) and previous.figure.unit != placed.figure.unit:
            yield placed, previous
        elif whole is not None and _can_hold(whole, placed):
            yield placed, whole
        elif _can_hold(previous, placed) and _OUTCOME.search(between):
            yield placed, previous


def _can_hold(whole: PlacedFigure, part: PlacedFigure) -> bool:
    return whole.figure.unit != part.figure.unit or number(part) <= number(whole)


def _calls_parts(between: str, *, at_once: bool) -> bool:
    if _ANNOUNCED.search(between):
        return True
    if not at_once:
        return False
    opened = _OPENING.search(between) and not _CLOSING.search(between)
    return (
        (bool(opened) and len(between) < _LOOK_BEHIND)
        or any(_OPENS.match(each) for each in re.split("[。；]", between)[1:])
        or bool(_AMONG.match(between))
        or bool(_SHARE.search(between))
    )


def _begins_anew(text: str, whole: PlacedFigure, between: str, *, plain: bool) -> bool:
    """Tell whether a clause goes on with something else than parts.

    The verb of the whole comes again (慰问职工300人，其中…80人，慰问劳模50人), or one comes at all
    where the parts before were *plain* nouns (其中省级3000万元，发放救助金800万元).
    """
    clause = _MARK.split(text[max(0, whole.start - _LOOK_BEHIND) : whole.start])[-1]
    if any(verb in between for verb in _verbs(clause)):
        return True
    _, comma, last = between.rpartition("，")
    return plain and bool(comma) and bool(_verbs(last))


def adding_up(text: str, like: Sequence[PlacedFigure]) -> Iterator[PlacedFigure]:
    """Yield the figures that add up exactly to one before them, or to one behind called the whole.

    Args:
        text: The paragraph.
        like: Figures of one kind and unit, in order.
    """
    parts: set[int] = set()
    for index, whole in enumerate(like):
        if whole.figure.bound is not Bound.EXACT or whole.start in parts:
            continue
        is_called = _WHOLE.search(text[max(0, whole.start - _LOOK_BEHIND) : whole.start])
        behind = _summing(whole, like[index + 1 : index + 1 + _MOST_PARTS])
        if behind and (is_called or _holds(text, whole, behind)):
            parts.update(part.start for part in behind)
        if is_called:
            before = like[max(0, index - _MOST_PARTS) : index]
            parts.update(part.start for part in _summing(whole, before[::-1]))
    return (placed for placed in like if placed.start in parts)


def breakdowns(like: Sequence[PlacedFigure]) -> Iterator[PlacedFigure]:
    """Yield figures that stand together and add up to one that stands before them in a bulletin.

    It may stand paragraphs before them, so that only a sum of many digits counts.

    Args:
        like: Figures of one kind and unit, in the order of the bulletin.
    """
    wholes: set[Decimal] = set()
    for index, first in enumerate(like):
        if first.figure.bound is not Bound.EXACT:
            continue
        run = like[index : index + _MOST_PARTS]
        for whole in wholes & _sums(run):
            parts = accumulate(map(number, run))
            count = next(count for count, total in enumerate(parts, 1) if total == whole)
            yield from run[:count]
        if digits(first) >= _MANY:
            wholes.add(number(first))


def _sums(run: Sequence[PlacedFigure]) -> set[Decimal]:
    """Return what two or more of the first of a run come to."""
    exact = takewhile(lambda each: each.figure.bound is Bound.EXACT, run)
    return set(list(accumulate(map(number, exact)))[1:])


def _summing(whole: PlacedFigure, others: Sequence[PlacedFigure]) -> list[PlacedFigure]:
    """Return the first of *others* that together are as much as the whole, if there are such."""
    for count, total in enumerate(accumulate(map(number, others)), 1):
        if others[count - 1].figure.bound is not Bound.EXACT:
            break
        if total == number(whole) and sum(number(each) > 0 for each in others[:count]) > 1:
            return list(others[:count])
    return []


def _holds(text: str, whole: PlacedFigure, parts: Sequence[PlacedFigure]) -> bool:
    """Tell a whole from the first of a list that happens to be as much as the rest."""
    between = text[whole.end : parts[0].start]
    if between[:1] == "、" or between[-2:] == text[whole.start - 2 : whole.start]:
        return False
    return digits(whole) >= _TELLING or _LISTS.search(between) is not None


def number(placed: PlacedFigure) -> Decimal:
    """Return the number that is written first."""
    return Decimal(placed.figure.value)


def digits(placed: PlacedFigure) -> int:
    """Return how many digits the number needs."""
    return len(number(placed).normalize().as_tuple().digits)


def why_part(reason: Reason | None) -> Reason:
    """Return why a part must not be added, whose whole has a *reason* or may be added.

    >>> why_part(None), why_part(Reason.RATE)
    (<Reason.PART: 'part'>, <Reason.RATE: 'rate'>)
    """
    return reason or Reason.PART

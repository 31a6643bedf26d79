"""Change: whether a figure is itself an amount of increase or decrease.

There must be an earlier state of the same thing: 增长3%, 新增5000人, 减少310元.
A level that was reached (增加到), a gap between groups (比全省高2.9个百分点) and a
thing newly made (新建46个) are no change.
"""

import re
from collections.abc import Sequence
from typing import Final

from govnews.figures.candidate import Candidate
from govnews.models import Change, Kind

_UP: Final = (
    "增长|上升|提高|提升|增加|新增|净增|增收|增产|增幅|涨幅|上涨|上浮|扩大|递增|升高|攀升|增至?多|多增|翻|"
    "延长|加大|拓展|回升|反弹|跃升|高出|上调|调高|增资|增员|扩容|扩面|增多|增"
)
_DOWN: Final = (
    "下降|减少|降低|回落|收窄|压减|缩减|下滑|减产|减收|降幅|跌幅|下跌|下调|缩短|压缩|削减|"
    "少收|少支|少增|减亏|萎缩|负增长|降|减|跌"
)
#: Between the verb and the number may stand an object (新增就业5000人) and how far (分别, 约)
_VERB: Final = re.compile(
    rf"^.*(?:(?<!负)(?P<up>{_UP})|(?P<down>{_DOWN}))"
    r"(?P<level>[到至为]|目标)?"
    r"(?P<between>[^，。；：、,;:！？\d一二三四五六七八九十百千万]*)$"
)
_BY: Final = re.compile(r"^[了近约超逾达]*(?:约为|了近|了约|了)?$")
#: These take an object, and every figure of it: 新增产值、利税分别为46.8亿元和7.35亿元
_OF_OBJECTS: Final = re.compile(r"(?:(?P<up>新增|净增|增收|多增|增产)|减收|少收)[^，。；：,;:！？\d]{0,20}$")
#: Things are added or lost; they are not raised, extended or doubled
_OF_THINGS: Final = frozenset(
    {"增长", "上升", "增加", "新增", "净增", "多增", "增多", "增", "下降", "减少", "压减", "缩减", "少增", "减", "回升"}
)
_THINGS: Final = frozenset({Kind.COUNT, Kind.HEADCOUNT})
#: 多85人, 少3起, 高0.3个百分点: only against an earlier state of the same thing
_COMPARED: Final = re.compile(
    r"(?:(?<![同环占对])比(?!例|重|率|较)|较)(?P<with>[^，。；,;]{1,14}?)(?P<way>多收?|高出?|增|少|低|降|快|慢)(?:出|了)?(?:近|约|超)?$"
)
_EARLIER: Final = re.compile(r"上年|去年|往年|同期|上月|上一?届|上季|前|年初|上次|原来|过去|\d{4}年|\d月|以往|上周|节前")
_GAP: Final = re.compile(
    r"高于|低于|(?<![同环占对])比(?!例|重|率|较|.*(?:上年|去年|往年|同期|上月|上一?届|上季|年初|上次|原来|过去|\d{4}年|\d月|以往))"
)
_AFTER_UP: Final = re.compile(r"的?(?:比例|速度|幅度|年均增速)?(?:递增|增长|上涨|提高|上升)(?![到至为])")
_AFTER_DOWN: Final = re.compile(r"的?(?:比例|速度|幅度)?(?:递减|下降|降低|减少)(?![到至为])")
_CLAUSE: Final = re.compile(r"[，。；：,;:！？!?\n（(]")
_SHARED_LINK: Final = re.compile(r"[、和与及]{0,2}")
_REACH: Final = 40
_KINDS: Final = frozenset(set(Kind) - {Kind.DATE, Kind.ORDINAL})


def set_changes(text: str, found: Sequence[Candidate]) -> None:
    """Set `change` on the candidates, which must be in order.

    >>> from govnews.figures.scan import candidates
    >>> text = "建制率达到90%,比上年增长3%,增加到43家"
    >>> found = list(candidates(text)); set_changes(text, found)
    >>> [candidate.change and candidate.change.value for candidate in found]
    [None, 'increase', None]
    """
    previous: Candidate | None = None
    for candidate in found:
        if candidate.kind in _KINDS:
            candidate.change = _change(text, candidate)
            shared = previous is not None and _shares(text, previous, candidate)
            if candidate.change is None and shared and previous is not None:
                candidate.change = previous.change
        previous = candidate


def _shares(text: str, previous: Candidate, candidate: Candidate) -> bool:
    """Tell whether the two are members of one list: 分别下降24%、31.5%."""
    between = text[previous.end : candidate.start]
    return len(between) <= 2 and bool(_SHARED_LINK.fullmatch(between)) and (  # noqa: PLR2004
        previous.kind is candidate.kind
    )


def _change(text: str, candidate: Candidate) -> Change | None:
    if candidate.kind is Kind.MULTIPLE and text.startswith("翻", candidate.number_start):
        return Change.INCREASE
    before = _clause_before(text, candidate.start)
    compared = _COMPARED.search(before)
    if compared:
        if not _EARLIER.search(compared["with"]):
            return None
        return Change.DECREASE if compared["way"][0] in "少低降慢" else Change.INCREASE
    verb = _VERB.match(before)
    if verb and not verb["level"] and _reaches(verb, before, candidate.kind):
        return Change.INCREASE if verb["up"] else Change.DECREASE
    objects = _OF_OBJECTS.search(before)
    if objects:
        return Change.INCREASE if objects["up"] else Change.DECREASE
    if candidate.kind in (Kind.PERCENTAGE, Kind.MULTIPLE):
        return _change_after(text, candidate.end)
    return None


def _clause_before(text: str, start: int) -> str:
    """Return what stands before *start* in its clause, back to the last mark."""
    window = text[max(0, start - _REACH) : start]
    marks = [mark.end() for mark in _CLAUSE.finditer(window)]
    return window[marks[-1] :] if marks else window


def _reaches(verb: re.Match[str], before: str, kind: Kind) -> bool:
    """Tell whether the verb governs the number directly, and is no gap between groups."""
    if kind in _THINGS and (verb["up"] or verb["down"]) not in _OF_THINGS:
        return False
    return not _GAP.search(before[: verb.start()]) and bool(_BY.match(verb["between"]))


def _change_after(text: str, end: int) -> Change | None:
    """Read 每年按8%的比例递增."""
    if _AFTER_UP.match(text, end):
        return Change.INCREASE
    return Change.DECREASE if _AFTER_DOWN.match(text, end) else None

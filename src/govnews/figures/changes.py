"""Change: whether a figure is itself an amount of increase or decrease.

There must be an earlier state of the same thing: 增长3%, 新增5000人, 减少310元.
A level that was reached (增加到), a gap between groups (比全省高2.9个百分点) and a
thing newly made (新建46个) are no change.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from govnews.figures.candidate import Candidate
from govnews.models import Change, Kind
from govnews.resources import table, word_set

#: 同比, 环比, 占比, 对比, 比例, 比重 ... compare nothing with what follows
_THAN: Final = r"(?:(?<![同环占对相])比(?!例|重|率|较)|(?<!比)较)"
_BY: Final = re.compile(r"[了近约超逾达]*(?:约为)?$")
#: These take an object, and every figure of it: 新增产值、利税分别为46.8亿元和7.35亿元
_OF_OBJECTS: Final = re.compile(
    r"(?:(?P<up>新增|净增|增收|多增)|减收|少收)[^，。；：,;:！？\d的有]{0,20}$"
)
#: 增幅为85% says how much, as 增幅达85% does
_AMOUNTS: Final = frozenset({"增幅", "涨幅", "降幅", "跌幅", "增长幅度", "下降幅度"})
#: 减少3起、66人: these share a verb even where their kinds differ
_AMOUNTS_OF_THINGS: Final = frozenset({Kind.COUNT, Kind.HEADCOUNT, Kind.MONEY})
_THINGS: Final = frozenset({Kind.COUNT, Kind.HEADCOUNT})
_AFTER: Final = re.compile(
    r"的?(?:比例|速度|幅度|年均增速)?"
    r"(?:(?P<up>递增|增长|上涨|提高|上升)|递减|下降|降低|减少)(?![到至为])"
)
_CLAUSE: Final = re.compile(r"[，。；：,;:！？!?\n（(]")
_LINK: Final = re.compile(r"[、和与及]{0,2}")
_LONGEST_LINK: Final = 2
_REACH: Final = 40
_KINDS: Final = frozenset(set(Kind) - {Kind.DATE, Kind.ORDINAL})


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What is made of the lists in `changes.toml`.

    Attributes:
        verb: The last verb of change before the number (增长|了近|5%).
        over_object: 降低|成本|30%: a verb whose object is not the number.
        compared: 比去年|多85人: against what, and which way.
        earlier: An earlier state of the same thing.
    """

    verb: re.Pattern[str]
    over_object: re.Pattern[str]
    compared: re.Pattern[str]
    earlier: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = table("changes")
    up, down, earlier = (
        "|".join(sorted(words[key], key=len, reverse=True)) for key in ("up", "down", "earlier")
    )
    return _Patterns(
        verb=re.compile(
            rf"^.*(?:(?<![负少])(?P<up>{up})|(?P<down>{down}))(?P<level>[到至为]|目标)?"
            r"(?P<between>[^，。；：、,;:！？\d一二三四五六七八九十百千万]*)$"
        ),
        over_object=re.compile(
            r"(?:(?P<up>增加|提高|提升|扩大|增)|减少|降低|压减|压缩|缩短|削减|下降|减排|精简)"
            rf"(?:了)?[^，。；、：,;\d到至为]{{0,4}}(?:{'|'.join(words['objects'])})(?:近|约|超|逾)?$"
        ),
        compared=re.compile(
            rf"{_THAN}(?P<with>[^，。；,;]{{1,14}}?)"
            r"(?P<way>[多少](?:收入?|支出?|增|缴)?|高出?|增|低|降|快|慢)(?:出|了)?(?:近|约|超)?$"
        ),
        earlier=re.compile(rf"{earlier}|\d{{4}}年|\d月"),
    )


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
    linked = len(between) <= _LONGEST_LINK and _LINK.fullmatch(between) is not None
    amounts = {previous.kind, candidate.kind} <= _AMOUNTS_OF_THINGS
    return linked and (previous.kind is candidate.kind or amounts)


def _change(text: str, candidate: Candidate) -> Change | None:
    if candidate.kind is Kind.MULTIPLE and text.startswith("翻", candidate.number_start):
        return Change.INCREASE
    before = _clause_before(text, candidate.start).rstrip(" \u00a0\u2009\u3000")
    compared = _patterns().compared.search(before)
    if compared:
        return _against(compared)
    governed = _governed(before, candidate.kind)
    if governed is None and candidate.kind in (Kind.PERCENTAGE, Kind.MULTIPLE):
        # the verb may follow, as in 每年按8%的比例递增
        after = _AFTER.match(text, candidate.end)
        return _direction(after) if after else None
    return governed


def _direction(match: re.Match[str]) -> Change:
    return Change.INCREASE if match["up"] else Change.DECREASE


def _against(compared: re.Match[str]) -> Change | None:
    """Read 比去年多85人; 比全省高2.9个百分点 is a gap between groups."""
    if not _patterns().earlier.search(compared["with"]):
        return None
    return Change.DECREASE if compared["way"][0] in "少低降慢" else Change.INCREASE


def _clause_before(text: str, start: int) -> str:
    """Return what stands before *start* in its clause, back to the last mark."""
    window = text[max(0, start - _REACH) : start]
    marks = [mark.end() for mark in _CLAUSE.finditer(window)]
    return window[marks[-1] :] if marks else window


def _governed(before: str, kind: Kind) -> Change | None:
    """Read the verb that governs the number directly, or 新增 over its object."""
    verb = _patterns().verb.match(before)
    amount = verb is not None and (verb["up"] or verb["down"]) in _AMOUNTS
    if verb and (amount or not verb["level"]) and _BY.match(verb["between"]):
        fits = kind not in _THINGS or (verb["up"] or verb["down"]) in word_set(
            "changes", "of_things"
        )
        if _is_gap(before[: verb.start("up" if verb["up"] else "down")]):
            return None
        if fits:
            return _direction(verb)
    objects = _OF_OBJECTS.search(before) or _patterns().over_object.search(before)
    return _direction(objects) if objects else None


def _is_gap(before: str) -> bool:
    """Tell whether the verb compares groups: 高于全国, 比当地品种增产."""
    if "高于" in before or "低于" in before:
        return True
    than = re.search(_THAN + r"(?P<with>.*)$", before)
    return than is not None and not _patterns().earlier.search(than["with"])

"""Bounds: the words that touch a number and say how it is to be read."""

import re
from string import ascii_letters
from typing import Final

from govnews.figures.candidate import Candidate
from govnews.figures.vocabulary import qualifiers
from govnews.models import Bound, Kind

#: A qualifier of one character that is the end of another word there: 节约, 签约, 最近
_ENDS_A_WORD: Final = {
    "约": frozenset("节签预履公条契违续特纽毁守邀赴协制集简解爽失"),
    "近": frozenset("最附靠邻走远相临亲贴迫拉"),
    "超": frozenset("反赶"),
    "过": frozenset("通经不超度渡越走受难看来去跑吃读见听好熬路错难"),
    "上": frozenset("以线网晚早马车路街身手桌席台天海山加世楼"),
}
#: and where the two characters before it decide: 合约 in 签订合约, but 折合|约; 天上, but
#: 每天|上千; B超, which is ultrasound, but GDB|超
_COMPOUNDS: Final = {
    "合约": frozenset("折共总综"),
    "天上": frozenset("每当整全几两三"),
    "B超": frozenset(ascii_letters),
}
#: Only a magnitude without a digit follows these: 上百, 过万
_BEFORE_BARE_ONLY: Final = frozenset("上过")
_SPACES_BEFORE: Final = re.compile(r"[ \u00a0\u2009\u3000]{1,3}$")
_SPACES_AFTER: Final = re.compile(r"[ \u00a0\u2009\u3000]{0,3}+")
#: 近三年 means the last three years; 近百年 is nearly a hundred
_LAST_UNITS: Final = frozenset({"年", "个月", "天", "周", "日"})
#: 多 and 余 behind a unit, where no word begins with them: 50元多, 两成多, 三年多来
_MORE: Final = re.compile(r"[多余](?=[，。；、,;）)！!\s]|的|来|时间|前|后|以|里|内|了|$)")
_WITHIN: Final = re.compile(r"之?内(?![容部外心地蒙需政阁])")
_MORE_KINDS: Final = frozenset(
    {Kind.DURATION, Kind.MEASURE, Kind.MONEY, Kind.MULTIPLE, Kind.PERCENTAGE}
)
_ROUND_SUM: Final = re.compile(r"整(?![个体改治理])")


def before_bound(text: str, found: Candidate, *, bare: bool, floor: int) -> None:
    """Take the qualifier that stands before *found* into its span.

    Args:
        text: The text.
        found: What was read; its start and its bound are set.
        bare: Whether its number is a magnitude without a digit.
        floor: Where the figure before it ends: 3条|约15公里.
    """
    start = found.start
    spaces = _SPACES_BEFORE.search(text, max(0, start - 3), start)
    edge = spaces.start() if spaces else start
    table = qualifiers()
    if text[max(edge - 1, 0) : edge] not in table.last_before:
        return
    for length in range(min(table.longest_before, edge - floor), 0, -1):
        word = text[edge - length : edge]
        bound = table.before.get(word)
        if bound is None:
            continue
        begins = edge - length == floor and floor > 0
        if not begins and not _is_qualifier(text, edge - length, word):
            continue
        if word in _BEFORE_BARE_ONLY and not (bare or text[found.number_start] == "十"):
            continue
        if word == "近" and found.unit in _LAST_UNITS and not bare:
            return
        found.start = edge - length
        if found.upper is None:
            found.bound = bound
        return


def _is_qualifier(text: str, start: int, word: str) -> bool:
    """Tell whether *word* is no end of another word."""
    before = text[max(0, start - 1) : start]
    if before + word in _COMPOUNDS:
        return text[max(0, start - 2) : start - 1] in _COMPOUNDS[before + word]
    return before not in _ENDS_A_WORD.get(word, ()) or not before


def after_bound(text: str, found: Candidate) -> None:
    """Take the qualifier that stands behind *found* into its span."""
    whole = _ROUND_SUM.match(text, found.end) if found.kind is Kind.MONEY else None
    if whole:
        found.end = whole.end()
    spaces = _SPACES_AFTER.match(text, found.end)
    table, edge = qualifiers(), spaces.end() if spaces else found.end
    match = (
        table.after_pattern.match(text, edge)
        if text[edge : edge + 1] in table.first_after
        else None
    )
    if match:
        _set(found, match.end(), table.after[match[0]])
        return
    more = _MORE.match(text, found.end) if found.kind in _MORE_KINDS else None
    if more:
        _set(found, more.end(), Bound.OVER)
        return
    within = _WITHIN.match(text, found.end) if found.kind is Kind.DURATION else None
    if within:
        _set(found, within.end(), Bound.AT_MOST)


def _set(found: Candidate, end: int, bound: Bound) -> None:
    found.end = end
    if found.upper is None:
        found.bound = bound

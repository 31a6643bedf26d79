"""Bounds: the words that touch a number and say how it is to be read."""

import re
from decimal import Decimal
from typing import Final

from govnews.figures.candidate import Candidate
from govnews.figures.numbers import SPACE
from govnews.figures.vocabulary import qualifiers, units
from govnews.models import Bound, Kind

#: A qualifier of one character that is the end of another word there: 节约, 签约, 最近
_ENDS_A_WORD: Final = {
    "约": frozenset("节签预履公条契违续特纽毁守邀赴协制集简"),
    "近": frozenset("最附靠邻走远相临将亲贴迫拉"),
    "超": frozenset("反赶"),
    "过": frozenset("通经不超度渡越走受难看来去跑吃读见听好熬路错难"),
    "上": frozenset("以线网晚早马会车路街身手桌席台天地楼年月之在世海山向环同历坐床岗党府"),
}
#: and the words that the two characters before it make with it
_COMPOUNDS: Final = frozenset({"合约"})
_NO_COMPOUND_AFTER: Final = frozenset("折共总综")
#: Only a magnitude without a digit follows these: 上百, 过万
_BEFORE_BARE_ONLY: Final = frozenset("上过")
#: 近三年 means the last three years; 近百年 is nearly a hundred
_LAST_UNITS: Final = frozenset({"年", "个月", "天", "周", "日"})
_SPACES_BEFORE: Final = re.compile(r"[ \u00a0\u2009\u3000]{1,3}$")
#: 港币300万元 is Hong Kong's currency: the name before decides what 元 are
_NAMED_BEFORE: Final = re.compile(
    rf"(?P<name>人民币|RMB|￥|¥|新台币|台币|港币|港元|美元|美金|欧元|日元|澳门元|US\$|HK\$){SPACE}$"
)
_SYMBOLS: Final = {"RMB": "元", "￥": "元", "¥": "元", "US$": "美元", "HK$": "港元"}
_MINUS: Final = frozenset("-−－")
_MINUS_MAY_FOLLOW: Final = frozenset("为是达至到由从(（，。；、,; 在") | {""}
_MORE: Final = re.compile(r"[多余](?![次种个项家名人地方点样级类亿万元年辆部])")
_WITHIN: Final = re.compile(r"之?内(?![容部外心地蒙需政阁])")
_MORE_KINDS: Final = frozenset({Kind.DURATION, Kind.MEASURE, Kind.MONEY, Kind.MULTIPLE})


def before_bound(text: str, found: Candidate, *, bare: bool) -> None:
    """Take the qualifier that stands before *found* into its span."""
    start = found.start
    spaces = _SPACES_BEFORE.search(text, max(0, start - 3), start)
    edge = spaces.start() if spaces else start
    table = qualifiers()
    for length in range(table.longest_before, 0, -1):
        word = text[max(0, edge - length) : edge]
        bound = table.before.get(word) if len(word) == length else None
        if bound is None or not _is_qualifier(text, edge - length, word, bare=bare):
            continue
        if word == "近" and found.unit in _LAST_UNITS and not bare:
            return
        found.start = edge - length
        if found.upper is None:
            found.bound = bound
        return


def _is_qualifier(text: str, start: int, word: str, *, bare: bool) -> bool:
    if word in _BEFORE_BARE_ONLY and not bare:
        return False
    before = text[max(0, start - 1) : start]
    if before + word in _COMPOUNDS:
        return text[max(0, start - 2) : start - 1] in _NO_COMPOUND_AFTER
    return before not in _ENDS_A_WORD.get(word, ()) or not before


def sign_before(text: str, found: Candidate) -> None:
    """Read 零下, 负 and the minus sign, and the name of a currency, before *found*."""
    start = found.start
    named = _NAMED_BEFORE.search(text, max(0, start - 6), start)
    if named and found.currency == "CNY":
        currency = units().by_word[_SYMBOLS.get(named["name"], named["name"])]
        found.start, found.unit, found.currency = named.start(), currency.unit, currency.currency
        return
    length = _sign_length(text, start, found.unit)
    if length and isinstance(found.value, Decimal):
        found.start = start - length
        found.value = -found.value
        if isinstance(found.upper, Decimal):
            found.value, found.upper = -found.upper, found.value


def _sign_length(text: str, start: int, unit: str | None) -> int:
    if text.endswith("零下", 0, start):
        return 2
    sign = text[max(0, start - 1) : start]
    before = text[max(0, start - 2) : start - 1] if start > 1 else ""
    if sign == "负":
        return 1
    if not sign or sign not in _MINUS:
        return 0
    # 气温-10℃: nothing but a temperature is glued to a noun by a minus
    glued = unit == "℃" and not before.isascii()
    return 1 if glued or before in _MINUS_MAY_FOLLOW else 0


def after_bound(text: str, found: Candidate, kind: Kind) -> None:
    """Take the qualifier that stands behind *found* into its span."""
    if (
        kind is Kind.MONEY
        and text.startswith("整", found.end)
        and text[found.end + 1 : found.end + 2] not in ("个", "体", "改", "治", "理")
    ):
        found.end += 1
    match = qualifiers().after_pattern.match(text, found.end)
    if match:
        _set(found, match.end(), qualifiers().after[match[0]])
        return
    more = _MORE.match(text, found.end) if kind in _MORE_KINDS else None
    if more:
        _set(found, more.end(), Bound.OVER)
        return
    within = _WITHIN.match(text, found.end) if kind is Kind.DURATION else None
    if within:
        _set(found, within.end(), Bound.AT_MOST)


def _set(found: Candidate, end: int, bound: Bound) -> None:
    found.end = end
    if found.upper is None:
        found.bound = bound

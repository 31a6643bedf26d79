"""Ordinals: 第三届, 第4次, 首批, and the bare rank at a clause's end (列全国第三)."""

import re
from decimal import Decimal
from typing import Final

from govnews.figures.candidate import Candidate
from govnews.figures.numbers import RANGE_MARK, SPACE, Number, read_number
from govnews.models import Bound, Kind

_WORDS: Final = (
    "批次|批|届|次|个|家|名|位|年度|年|天|周|月|日|期|条|款|章|节|轮|场|站|季度|季|例|组|部|支|代|"
    "座|台|套|件|项|起|户|所|艘|架|棒|集|版|人|只|课|堂|间|颗|班|类|步|阶段|份|张|本|页|道|辆|株|单|笔|篇|趟|列|班次"
)
_UNIT: Final = re.compile(rf"{SPACE}(?P<unit>{_WORDS})(?!方|者|产|故|民(?![间族营主俗歌])|级)")
_SPACES: Final = re.compile(SPACE)
_LIST: Final = re.compile(rf"(?:{SPACE}[、和与及]{SPACE}|(?P<range>{RANGE_MARK}))第?")
_FIRST: Final = re.compile(
    r"首(?P<unit>趟|年|批|届|家|个|期|条|支|例|座|部|台|套|列|艘|款|轮|只|笔|所|项|场|架|班|名|位|间|处|张)"
    r"(?!诗|歌|曲)"
)
_NO_RANK_BEFORE: Final = re.compile(r"[居列占排在于保]$")
_RANK_AFTER: Final = re.compile(r"[，。；、！,;)）”\s]|$")
_NOT_NUMBERED: Final = re.compile(rf"{SPACE}号")
_MOST_IN_A_LIST: Final = 12


def read_ordinals(text: str, position: int) -> list[Candidate]:
    """Read the ordinal, or the list of ordinals, that starts at *position*.

    >>> [(found.value, found.unit) for found in read_ordinals("第一、二、三批", 0)]
    [(Decimal('1'), '批'), (Decimal('2'), '批'), (Decimal('3'), '批')]
    >>> [(found.value, found.unit) for found in read_ordinals("首批专家", 0)]
    [(Decimal('1'), '批')]
    """
    if text[position] == "首":
        return _first(text, position)
    if text[position] != "第":
        return []
    members: list[Candidate] = []
    spaces = _SPACES.match(text, position + 1)
    ranged = False
    first = at = spaces.end() if spaces else position + 1
    while len(members) < _MOST_IN_A_LIST:
        number = read_number(text, at)
        if number is None or number.upper is not None or number.bound is not Bound.EXACT:
            return []
        start = position if at == first else at - text.startswith("第", at - 1)
        if ranged and number.value > members[-1].value:  # type: ignore[operator]
            _stretch(members[-1], number)
        else:
            members.append(_ordinal(start, number.end, number.value))
        unit = _UNIT.match(text, number.end)
        separator = _LIST.match(text, unit.end() if unit else number.end)
        follows = separator and separator["range"] and text[separator.end() - 1] == "第"
        if unit and not follows:
            return _closed(text, members, unit)
        if separator is None:
            break
        ranged = separator["range"] is not None
        at = separator.end()
    return _rank(text, members)


def _stretch(found: Candidate, number: Number) -> None:
    """Make 第3 a range up to *number*: 第3至5批."""
    found.upper, found.bound, found.end = number.value, Bound.RANGE, number.end
    found.rule = "ordinal.range"


def _ordinal(start: int, end: int, value: Decimal) -> Candidate:
    return Candidate(Kind.ORDINAL, start, end, value, "ordinal.numbered", number_start=start)


def _closed(text: str, members: list[Candidate], unit: re.Match[str]) -> list[Candidate]:
    """Give the unit of the last to all, and read 十批 of 第九批十批 too."""
    members[-1].end = unit.end()
    following = read_number(text, unit.end())
    word = unit["unit"]
    if following and following.han and text.startswith(word, following.end):
        end = following.end + len(word)
        members.append(_ordinal(following.start, end, following.value))
    for member in members:
        member.unit = word
    return members


def _rank(text: str, members: list[Candidate]) -> list[Candidate]:
    """Keep a bare 第三 only at the end of a clause that it does not open."""
    if len(members) != 1:
        return []
    start, end = members[0].start, members[0].end
    opens = start == 0 or not text[start - 1].isalnum()
    if _NOT_NUMBERED.match(text, end) or not _RANK_AFTER.match(text, end):
        return []
    if opens and text[end : end + 1] != "":
        return []
    return members


def _first(text: str, position: int) -> list[Candidate]:
    match = _FIRST.match(text, position)
    if match is None or _NO_RANK_BEFORE.search(text[max(0, position - 1) : position]):
        return []
    found = Candidate(
        Kind.ORDINAL,
        position,
        match.end(),
        Decimal(1),
        "ordinal.first",
        unit=match["unit"],
        number_start=position,
    )
    return [found]

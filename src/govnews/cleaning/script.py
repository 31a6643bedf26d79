"""Traditional to Simplified, and back, where a text is judged to need it.

OpenCC's t2s decides; its Taiwan tables are never used (they break 显著 and
replace words).  What it leaves or breaks is put right here: 著 as a particle,
乾 in names.  A line that is judged Simplified is not touched at all.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, Protocol

from govnews.cleaning.forms import Forms, forms
from govnews.models import Edit

SHARE: Final = 0.2
"""Of the characters that tell the scripts apart, how many make a text need conversion."""

TELLING: Final = 4
"""Characters that tell the scripts apart, below which a line follows its page."""

#: 著 is a particle (推动著) except in these: 显著, 著名, 编著 ...
_PARTICLE = re.compile(
    r"(?<=[㐀-鿿])(?<![显顯卓昭编編原专專名巨论論土所合译譯遗遺拙新旧舊见見主参參校学學])著"
    r"(?![名作述称稱者录錄书書有文])"
)

_SURNAMES: Final = (
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何罗羅高林郑鄭梁谢謝宋唐许許邓鄧韩韓冯馮曹彭曾"
    "肖田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付方邹鄒"
)
_DRY: Final = "饼餅晒曬烘风風吹擦晾肉果萄薯豆笋筍水口枯鱼魚抹焙菜茶烤煮炒熬榨未不"

#: 乾 is a name or a place in these, not 干.
_NAMED = re.compile(
    rf"乾(?=[隆坤陵县縣卦元清符封])"
    rf"|(?<=[{_SURNAMES}])乾(?![净淨燥旱果货貨杯])"
    rf"|(?<=(?<![㐀-鿿])[{_SURNAMES}][^{_DRY}])乾(?![净淨燥旱果货貨杯])"
)


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


@cache
def _converter(name: str) -> _Converter:
    import opencc

    found: _Converter = opencc.OpenCC(name)
    return found


def to_simplified(text: str) -> Iterator[Edit]:
    """Yield the edits that make a Traditional text Simplified.

    >>> [(edit.before, edit.after) for edit in to_simplified("推動著職工服務發展")]
    [('動著職', '动着职'), ('務發', '务发')]
    """
    tables = forms()
    if tables.traditional_only.isdisjoint(text):
        return
    for start, line in _lines(text, tables.traditional_only, tables.simplified_only):
        yield from _changes(start, line, _simplify(line), "script.t2s")


def to_traditional(text: str) -> Iterator[Edit]:
    """Yield the edits that make a Simplified text Traditional.

    >>> [(edit.before, edit.after) for edit in to_traditional("服务职工发展")]
    [('务职', '務職'), ('发', '發')]
    """
    tables = forms()
    if tables.simplified_only.isdisjoint(text):
        return
    for start, line in _lines(text, tables.simplified_only, tables.traditional_only):
        yield from _changes(start, line, _same_length(line, "s2t"), "script.s2t")


def _lines(text: str, wrong: frozenset[str], right: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines that are in the wrong script, with their offsets."""
    page = _needs(text, wrong, right)
    if page is None:
        # a headline: with nothing on the other side, one character is enough
        page = not wrong.isdisjoint(text) and right.isdisjoint(text)
    place = 0
    for line in text.splitlines(keepends=True):
        own = _needs(line, wrong, right)
        if page if own is None else own:
            yield place, line
        place += len(line)


def _needs(text: str, wrong: frozenset[str], right: frozenset[str]) -> bool | None:
    """Whether a text needs conversion; None where too little tells."""
    against = sum(map(wrong.__contains__, text))
    for_ = sum(map(right.__contains__, text))
    if against + for_ < TELLING:
        return None
    return against >= SHARE * (against + for_)


def _simplify(line: str) -> str:
    simple = _same_length(line, "t2s")
    simple = _PARTICLE.sub("着", simple)
    if "乾" not in line:
        return simple
    kept = {found.start() for found in _NAMED.finditer(line)}
    return "".join("乾" if place in kept else new for place, new in enumerate(simple))


def _same_length(line: str, name: str) -> str:
    """Convert; character by character in the (unseen) case that phrases change the length."""
    try:
        converted = _converter(name).convert(line)
    except UnicodeEncodeError:  # a lone surrogate
        converted = ""
    return converted if len(converted) == len(line) else line.translate(_table(name, forms()))


def _table(name: str, tables: Forms) -> dict[int, str]:
    return tables.simplified if name == "t2s" else {}


_EQUAL_CHUNK: Final = 256


def _changes(start: int, old: str, new: str, rule: str) -> Iterator[Edit]:
    """Yield an edit for every run of characters that differ."""
    begin = -1
    for place, (before, after) in enumerate(zip(old, new, strict=True)):
        if before != after:
            begin = place if begin < 0 else begin
        elif begin >= 0:
            yield Edit(rule, start + begin, start + place, old[begin:place], new[begin:place])
            begin = -1
    if begin >= 0:
        yield Edit(rule, start + begin, start + len(old), old[begin:], new[begin:])

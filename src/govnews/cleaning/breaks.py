"""Line ends that fall inside a number or a word: 1099.<end>80万元, 职<end>工.

A paragraph is a line, so a line end is taken away only where it cannot end
one: where it splits what is one number, or the two characters of a word that
would both be left over.  Pages that were wrapped from top to bottom are the
business of `wrapping`.
"""

import re
from collections.abc import Iterator
from typing import Final

from govnews.cleaning.forms import forms
from govnews.cleaning.language import language
from govnews.models import Edit

_END = r"[ \t\u3000]*+\r?\n"

#: Units that a number with decimals can have; 名 and 个 are none of them, so
#: that 1.<end>80名职工 stays the first item of a list.
_DECIMAL_UNIT = r"(?:[万亿千百%％‰元美港欧吨亩度米克℃]|个百分点|公[里顷斤]|平方|立方|兆瓦|倍)"

#: What no word begins with, so that a line does not: 万人, 余名
_UNIT = r"(?:[%％‰亿]|万[元多余名人户亩吨家个件平]|[余多][名人家个户万亿]|元[，。；、,;])"

_IN_NUMBER = re.compile(
    rf"""
    [0-9０-９]
    (?: [.．] (?P<point>{_END}) (?=[0-9０-９]{{1,4}}{_DECIMAL_UNIT})
      | [,，] (?P<group>{_END}) (?=0[0-9]{{2}}(?![0-9]))     # no number begins with 000
      | (?P<whole>{_END})
        (?= [.．][0-9０-９]{{1,4}}{_DECIMAL_UNIT} | [,，]0[0-9]{{2}}(?![0-9])
          | 0{{1,8}}[万萬亿億元] | {_UNIT})
    )
    """,
    re.VERBOSE,
)
#: Line ends, each with what may stand on both sides of it: the engine skips from one to the next
_BESIDE_NUMBER = re.compile(
    r"\n(?<=[0-9０-９.．,， \t\u3000\r]\n)(?=[0-9０-９.．,，%％‰亿万余多元])"
)
#: What such a number follows: words, which no number of a list and no cell of a table does
_NUMBER_BEHIND_WORDS = re.compile(
    r"[㐀-鿿](?<!第)[0-9０-９]{1,9}(?:[,，.．][0-9０-９]{1,9}){0,4}[.．,，]?$"
)
_REACH: Final = 60

_BESIDE_WORDS = re.compile(r"\n(?<=[㐀-鿿 \t\r]\n)(?=[㐀-鿿])")
_SENTENCE = re.compile(r"[^\r\n]*[。！？；!?;]")
_LINE_END = re.compile(r"(?<=[㐀-鿿，。、；：]{2}[㐀-鿿])[ \t]{0,3}\r?$")
_CLAUSE = re.compile("[，、；：。,;:]")
_GAP = re.compile(r"\t|[ \u3000]{2}|\|")
_SHORTEST: Final = 8
_LONGEST_END: Final = 8
_COMMON: Final = -13.0
"""The least weight (natural log) of a word that is taken to go across a line end."""


def join_numbers(text: str) -> Iterator[Edit]:
    r"""Yield an edit for a line end inside a number or between it and its unit.

    >>> [edit.start for edit in join_numbers("提供援助资金1099.\n80万元。\n1.\n80名职工")]
    [11]
    """
    for line_end in _BESIDE_NUMBER.finditer(text):
        found = _IN_NUMBER.match(text, _last_digit(text, line_end.start()))
        if found is None:
            continue
        start, end = found.span(found.lastgroup or "whole")
        if _NUMBER_BEHIND_WORDS.search(text, max(0, start - _REACH), start):
            yield Edit("line.number", start, end, text[start:end], "", 0.9)


def _last_digit(text: str, end: int) -> int:
    """Return where the last digit of a line should be that ends at *end*."""
    start = text.rfind("\n", 0, end) + 1
    line = text[start:end].removesuffix("\r").rstrip(" \t\u3000")
    return max(0, start + len(line) - 1 - line.endswith((".", "．", ",", "，")))


def join_words(text: str) -> Iterator[Edit]:
    r"""Yield an edit for a line end between the two characters of a word.

    Neither may belong to a word of its own line, and the first line must be a
    sentence under way: a heading and a list are left.

    >>> page = "组织干部下基层，走访职\n工1.2万人。\n召开大会\n计划明确。"
    >>> [edit.start for edit in join_words(page)]
    [11]
    """
    for found in _BESIDE_WORDS.finditer(text):
        end = found.end()
        before = _LINE_END.search(text, max(0, found.start() - _LONGEST_END), found.start())
        if before is None:
            continue
        start = before.start()
        if (
            _is_sentence(text, start)
            and _SENTENCE.match(text, end)
            # last: a page that has no such lines needs no model of language
            and _parts_a_word(text, start, end)
        ):
            yield Edit("line.word", start, end, text[start:end], "", 0.8)


def _is_sentence(text: str, end: int) -> bool:
    """Whether the line that ends at *end* is long, has clauses and no columns."""
    # a line's end is enough: only the last clause matters
    begin = max(text.rfind("\n", max(0, end - _REACH), end) + 1, end - _REACH)
    line = text[begin:end]
    return len(line) >= _SHORTEST and bool(_CLAUSE.search(line)) and not _GAP.search(line)


def _parts_a_word(text: str, end: int, begin: int) -> bool:
    simplified = forms().simplified
    before = text[end - 2 : end].translate(simplified)
    behind = text[begin : begin + 2].translate(simplified)
    known = language().vocabulary
    across = known.get(before[-1] + behind[0])
    if across is None or before in known or behind in known:
        return False
    return language().weights[across] > _COMMON

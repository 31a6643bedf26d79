"""Runs: stretches of one kind of character, the same for every engine.

The engines differ in what they do with digits, letters and rare characters, so
they see Chinese characters only; everything else is settled here.
"""

import re
from typing import Final

_HAN: Final = "[〇一-\u9fd5]"  # jieba's own range, and the round zero of 二〇二二年
_YEAR: Final = "[〇零一二三四五六七八九]{4}(?=年)"  # 二〇二二年, which jieba takes apart
_LETTER: Final = (
    "[A-Za-zÀ-ÖØ-öø-ԯḀ-ỿＡ-Ｚａ-ｚ]"  # Latin with the accents of pinyin, Greek, Cyrillic
)
_DIGIT: Final = "[0-9０-９]"

LONGEST_RUN: Final = 4096
"""No sentence is longer without a mark: a longer run is cut here, so that memory stays bounded."""

RUN: Final = re.compile(
    rf"""
      (?P<han> (?: (?!{_YEAR}) {_HAN} ){{1,{LONGEST_RUN}}} )
    | (?P<m>                                            # 二〇二二  1,234.5  １０９９．８０
          {_YEAR}
        | [0-9]+ (?: \.[0-9]+ | ,[0-9]{{3}}(?![0-9]) )*
        | [０-９]+ (?: [.．][０-９]+ | [,，][０-９]{{3}}(?![０-９]) )*
      )
    | (?P<eng>                                          # PM2.5  AT&T  e-mail  wàn
          {_LETTER} (?: {_LETTER} | {_DIGIT} | [-._&'’](?={_LETTER}|{_DIGIT}) )*
      )
    | (?P<x> \S )
    """,
    re.VERBOSE,
)
"""One run: the name of the group that matched is its tag, except for `han`."""

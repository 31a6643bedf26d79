"""Runs: what is no dictionary matter, the same for every engine.

The engines differ in what they do with digits, letters and rare characters, so
they see Chinese characters and common marks only; everything else is settled here.
"""

import re
from typing import Final

HAN: Final = "一-\u9fd5"
"""The Chinese characters that jieba's dictionary has words of."""

_MARKS: Final = "，。、；：？！“”（）《》"  # which the engines leave alone
_YEAR: Final = "[〇零一二三四五六七八九]{4}(?=年)"  # 二〇二二年, which jieba takes apart
LETTER: Final = (
    "[A-Za-zÀ-ÖØ-öø-ԯḀ-ỿＡ-Ｚａ-ｚ]"  # Latin with the accents of pinyin, Greek, Cyrillic
)
DIGIT: Final = "[0-9０-９]"
LONGEST_RUN: Final = 4096
"""No sentence is longer without a mark: a longer run is cut here, so that memory stays bounded."""

STAND_IN: Final = "\ue000"
"""What the engines see for each run that is not theirs."""

STRANGE: Final = rf"(?P<mark> [^{HAN}{STAND_IN}] ) (?P=mark)+ | [^{HAN}{_MARKS}〇]"
"""A mark again and again (……  ——  !!!), or a single one that no dictionary has (㎡)."""

RUN: Final = re.compile(
    rf"""
    (?= [^{HAN}] | [〇零一二三四五六七八九] ) (?:        # most characters are passed over at once
      (?P<held> {STAND_IN} )
    | (?P<space> \s+ )
    | (?P<m>                                            # 二〇二二  1,234.5  １０９９．８０
          {_YEAR}
        | [0-9]+ (?: \.[0-9]+ | ,[0-9]{{3}}(?![0-9]) )*
        | [０-９]+ (?: [.．][０-９]+ | [,，][０-９]{{3}}(?![０-９]) )*
      )
    | (?P<eng>                                          # PM2.5  AT&T  e-mail  wàn
          {LETTER} (?: {LETTER} | {DIGIT} | [-._&'’](?={LETTER}|{DIGIT}) )*
      )
    | (?P<x> {STRANGE} )
    )
    """,
    re.VERBOSE,
)
"""One run that no engine is shown: the name of the group that matched is its tag."""

"""Fine words: those of Peking University's convention, in which terms and names are taken apart.

The convention is that of the segmented People's Daily (Yu Shiwen et al., 2002)
and of the bakeoff of 2005 that took its data from there: 困难|职工, 马|桂兰,
１月|３１日, 一|年, 50万|元.  Fine words are the words of the same segmentation,
each cut again where it is none of `data/fine.txt.gz`: the words that jieba's
dictionary and that of ICTCLAS, which was made of this paper, have in common.
What our lexicon adds to them is whole where it is as short as words are.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from gzip import decompress
from importlib.resources import files
from typing import Final, NamedTuple

from govnews.names import names
from govnews.segmentation.cutting import most_probable
from govnews.segmentation.dictionary import Dictionary
from govnews.segmentation.lexicon import shipped_terms
from govnews.segmentation.names import TAG as NAME
from govnews.segmentation.runs import DIGIT, LETTER, STRANGE

_FILE: Final = "data/fine.txt.gz"
_NUMERALS: Final = "〇○零一二三四五六七八九十百千万亿两"

RUN: Final = re.compile(
    rf"""
      (?P<space> \s+ )
    | (?P<t>                                            # 1998年  １２月份  31日  20时
          {DIGIT}{{4}}年 (?!代) | [〇○零一二三四五六七八九]{{4}}年
        | {DIGIT}{{1,2}} (?: 年(?={DIGIT}{{1,2}}月) | 月(?!饼)份? | 日(?!元|均) | 时(?!间) )
      )
    | (?P<m>                                            # 1,234.5万  ９８．６％  ３／４
          {DIGIT}+ (?: [.．·]{DIGIT}+ | [,，]{DIGIT}{{3}}(?!{DIGIT}) | [/／]{DIGIT}+ )*
          (?: 百(?!分) | 千(?![伏克米瓦卡帕焦]) | [万亿] )* [%％‰]?
      )
    | (?P<eng> {LETTER}+ )
    | (?P<x> {STRANGE} )
    """,
    re.VERBOSE,
)
"""As `runs.RUN`, with times and magnitudes as the convention has them."""

_NUMBER: Final = re.compile(rf"第?[{_NUMERALS}]+|百分之|分之|第")
_OPENS: Final = "第百"
_NUMERAL: Final = "m"
_LONGEST_NAME: Final = 3
_SHORT: Final = 2
_PLACE: Final = "ns"
_LONGEST_PLACE: Final = 4


@cache
def _fine_words() -> Dictionary:
    packed = files("govnews").joinpath(_FILE).read_bytes()
    return Dictionary.of(decompress(packed).decode("utf-8"))


@cache
def _short_terms() -> frozenset[str]:
    """Return our terms that are no longer than words are: the paper of 1998 had no 网约车."""
    return frozenset(
        term.word
        for term in shipped_terms()
        if len(term.word) <= _SHORT or (len(term.word) == _SHORT + 1 and term.tag[0] == "n")
    )


def pieces(word: str) -> tuple[str, ...]:
    """Return the fine words that a word consists of.

    >>> pieces("困难职工"), pieces("职工"), pieces("拒不支付劳动报酬")
    (('困难', '职工'), ('职工',), ('拒', '不', '支付', '劳动', '报酬'))
    """
    fine = _fine_words()
    if len(word) == 1 or word in fine.words or word in _short_terms():
        return (word,)
    return tuple(most_probable(word, fine))


def finer(words: Iterable[tuple[str, str]], own: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Cut words into fine words.

    Args:
        words: Words with their parts of speech.
        own: Words that the user wants whole.

    Yields:
        The fine words, each with its part of speech if that is known: surnames
        stand alone, numbers that were cut are joined.

    >>> cut = finer([("马桂兰", "nr"), ("送清凉", "v"), ("第", "m"), ("二", "m")], frozenset())
    >>> [piece for piece, _ in cut]
    ['马', '桂兰', '送', '清凉', '第二']
    """
    number = ""
    for word, tag in words:
        for piece in (_Piece(word, tag, joins=False),) if word in own else _parted(word, tag):
            text, of, joins = piece
            if joins and (number or len(text) == 1 or text[0] in _OPENS):
                number += text
                continue
            if number:
                yield number, _NUMERAL
                number = ""
            yield text, of
    if number:
        yield number, _NUMERAL


class _Piece(NamedTuple):
    """A fine word, its part of speech if that is known, and whether it may belong to a number."""

    text: str
    tag: str
    joins: bool


@lru_cache(maxsize=1 << 16)
def _parted(word: str, tag: str) -> tuple[_Piece, ...]:
    return tuple(
        _Piece(part, of, _NUMBER.fullmatch(part) is not None) for part, of in _parts(word, tag)
    )


def _parts(word: str, tag: str) -> Iterable[tuple[str, str]]:
    parts = pieces(word)
    if len(parts) == 1 or (tag == _PLACE and len(word) <= _LONGEST_PLACE):
        return ((word, tag),)
    # 周总理 and 阳光 have the tag of names too; those that the paper had are in the list
    if tag.startswith(NAME) and len(word) <= _LONGEST_NAME and word[0] in names().surname:
        return (word[0], NAME), (word[1:], NAME)
    return ((part, "") for part in parts)

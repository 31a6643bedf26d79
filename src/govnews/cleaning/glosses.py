"""Pinyin glosses that a site put behind its hard characters: 網(wǎng).

A bracket is dropped only where it is sure to be one: what stands in it is a
reading of the character before, and either that character is a common one
that only Traditional text has (nobody explains 發) or the page is full of
such glosses.  六省(市), (WHO), 5000元(含) and, in a Simplified text, 亳(bó)州
stay.
"""

import re
from array import array
from enum import IntEnum
from functools import lru_cache
from itertools import accumulate, compress
from typing import Final

from govnews.cleaning.forms import IN_BOTH, forms
from govnews.cleaning.lots import Drops
from govnews.cleaning.readings import BRACKETED, SYLLABLE, is_read

ENOUGH: Final = 3
"""Glosses that make a page a glossed one: below it, no slip is looked for."""

#: It begins with the bracket, to which the engine can skip; the character before is looked at then.
_GLOSSES = re.compile(rf"({BRACKETED}(?:{BRACKETED})*+)")
_SYLLABLE = re.compile(SYLLABLE)


class _Verdict(IntEnum):
    """How sure it is that brackets hold a gloss of the character before."""

    NONE = 0
    LIKELY = 1
    SURE = 2


def is_glossed_page(text: str) -> bool:
    """Return whether the page holds enough glosses that are beyond doubt.

    >>> is_glossed_page("網(wǎng)通訊,關(guān)鍵,扎實(shí)做好"), is_glossed_page("亳(bó)州")
    (True, False)
    >>> is_glossed_page("法(fa)(fa)律(lv)(lv)的(de)(de)學(xue)(xue)")
    True
    """
    count = 0
    for found in _GLOSSES.finditer(text):
        start = found.start()
        count += _verdict(text[max(0, start - 1) : start], found[0]) >= _Verdict.SURE
        if count >= ENOUGH:
            return True
    return False


def drop(text: str, *, glossed: bool) -> Drops:
    """Return an edit for every verified gloss.

    Args:
        text: The text.
        glossed: Whether the page is known to be a glossed one.

    >>> [edit.before for edit in drop("會(huì )議,六省(市),法(fa)(fa)", glossed=False)]
    ['(huì )', '(fa)(fa)']
    """
    least = _Verdict.LIKELY if glossed else _Verdict.SURE
    parts = _GLOSSES.split(text)  # text, gloss, text, gloss ... text
    before = [part[-1:] for part in parts[:-1:2]]
    verified = [verdict >= least for verdict in map(_verdict, before, parts[1::2])]
    bounds = list(accumulate(map(len, parts)))
    starts, ends = compress(bounds[::2], verified), compress(bounds[1::2], verified)
    parts[1::2] = [
        "" if dropped else part for dropped, part in zip(verified, parts[1::2], strict=True)
    ]
    return Drops("gloss.drop", text, array("I", starts), array("I", ends), "".join(parts))


@lru_cache(maxsize=8192)
def _verdict(character: str, glosses: str) -> _Verdict:
    if not character:
        return _Verdict.NONE
    tables = forms()
    syllables = _SYLLABLE.findall(glosses)
    simple = tables.simplified.get(ord(character), character)
    if not all(is_read(character, each) or is_read(simple, each) for each in syllables):
        return _Verdict.NONE
    doubled = len(syllables) > 1 and len(set(syllables)) == 1
    everyday = _is_everyday(simple)
    if doubled or (everyday and character in tables.traditional_only and not glosses.isascii()):
        return _Verdict.SURE
    hard = character in tables.traditional_only or character in IN_BOTH
    return _Verdict.LIKELY if hard or everyday else _Verdict.NONE


def _is_everyday(simple: str) -> bool:
    """Whether GB 2312 counts the character among its 3,755 most frequent."""
    return b"" < simple.encode("gb2312", "ignore") < b"\xd8"

"""How a character is read: what a pinyin gloss is checked against."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

#: One syllable as a gloss writes it: letters with at most one tone mark, 會(huì ) has a space.
SYLLABLE: Final = "[a-zA-Zɑɡüêāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]{1,6}"

BRACKETED: Final = rf"\({SYLLABLE}[ \u00a0]?\)"
"""The pattern of a gloss in its brackets; no group is in it."""

_TONES = re.compile("[\u0300\u0301\u0304\u030c]")
_LOOKALIKES = str.maketrans("ɑɡ", "ag")


def plain(syllable: str) -> str:
    """Return a syllable without its tone mark.

    >>> plain("lǜ")
    'lü'
    """
    bare = _TONES.sub("", unicodedata.normalize("NFD", syllable.translate(_LOOKALIKES)))
    return unicodedata.normalize("NFC", bare)


@lru_cache(maxsize=8192)
def readings(character: str) -> frozenset[str]:
    """Return every reading of a character, with tone marks and without.

    >>> sorted(readings("會"))[:3]
    ['hui', 'huì', 'kuai']
    """
    from pypinyin.constants import PINYIN_DICT

    known: str = PINYIN_DICT.get(ord(character), "")
    toned = [syllable for syllable in known.split(",") if syllable]
    return frozenset(toned) | frozenset(map(plain, toned))


def usual_reading(character: str) -> str:
    """Return the reading that a dictionary gives first, or nothing.

    >>> usual_reading("發")
    'fā'
    """
    from pypinyin.constants import PINYIN_DICT

    known: str = PINYIN_DICT.get(ord(character), "")
    return known.partition(",")[0]


def is_read(character: str, syllable: str) -> bool:
    """Return whether *syllable*, toned or not, is a reading of *character*.

    >>> is_read("會", "huì"), is_read("會", "hui"), is_read("會", "guì")
    (True, True, False)
    """
    return spelling(syllable) in readings(character)


def spelling(syllable: str) -> str:
    """Return a syllable as dictionaries write it.

    >>> spelling("Fɑ ")
    'fa'
    """
    return syllable.strip().translate(_LOOKALIKES).lower()

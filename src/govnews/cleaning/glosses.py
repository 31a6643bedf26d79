"""Pinyin glosses that a site put behind its hard characters: 網(wǎng).

A bracket is dropped only where it is sure to be one: what stands in it is a
reading of the character before, and either that character is a common one
that only Traditional text has (nobody explains 發) or the page is full of
such glosses.  六省(市), (WHO), 5000元(含) and, in a Simplified text, 亳(bó)州
stay.
"""

import re
from collections.abc import Iterator
from typing import Final

from govnews.cleaning.forms import IN_BOTH, forms
from govnews.cleaning.readings import SYLLABLE, is_read
from govnews.models import Edit

ENOUGH: Final = 3
"""Glosses that make a page a glossed one: below it, no slip is looked for."""

_GLOSSED = re.compile(rf"(?P<character>[㐀-鿿])(?P<glosses>(?:\({SYLLABLE}[ \u00a0]?\))+)")
_SYLLABLE = re.compile(SYLLABLE)


def is_glossed_page(text: str) -> bool:
    """Return whether the page holds enough glosses that are beyond doubt.

    >>> is_glossed_page("網(wǎng)通訊,關(guān)鍵,扎實(shí)做好"), is_glossed_page("亳(bó)州")
    (True, False)
    """
    count = 0
    for found in _GLOSSED.finditer(text):
        count += _is_sure(found)
        if count >= ENOUGH:
            return True
    return False


def drop(text: str, *, glossed: bool) -> Iterator[Edit]:
    """Yield an edit for every verified gloss.

    Args:
        text: The text.
        glossed: Whether the page is known to be a glossed one.

    >>> [edit.before for edit in drop("會(huì )議,六省(市),法(fa)(fa)", glossed=False)]
    ['(huì )', '(fa)(fa)']
    """
    for found in _GLOSSED.finditer(text):
        if _is_sure(found) or _is_doubled(found) or (glossed and _is_likely(found)):
            yield Edit("gloss.drop", *found.span("glosses"), found["glosses"], "")


def _is_verified(found: re.Match[str]) -> bool:
    """Whether all that the brackets hold are readings of the character."""
    character = found["character"]
    simple = forms().simplified.get(ord(character), character)
    return all(
        is_read(character, syllable) or is_read(simple, syllable)
        for syllable in _SYLLABLE.findall(found["glosses"])
    )


def _is_sure(found: re.Match[str]) -> bool:
    character = found["character"]
    if character not in forms().traditional_only or found["glosses"].isascii():
        return False
    return _is_everyday(character) and _is_verified(found)


def _is_doubled(found: re.Match[str]) -> bool:
    syllables = _SYLLABLE.findall(found["glosses"])
    return len(syllables) > 1 and len(set(syllables)) == 1 and _is_verified(found)


def _is_likely(found: re.Match[str]) -> bool:
    character = found["character"]
    hard = character in forms().traditional_only or character in IN_BOTH
    return (hard or _is_everyday(character)) and _is_verified(found)


def _is_everyday(character: str) -> bool:
    """Whether GB 2312 counts the character's Simplified form among its 3,755 most frequent."""
    simple = forms().simplified.get(ord(character), character)
    try:
        return simple.encode("gb2312") < b"\xd8"
    except UnicodeEncodeError:
        return False

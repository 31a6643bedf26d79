"""What speaks for a character in a garbled page: how common it is, its script, its gloss."""

from functools import cache, lru_cache
from typing import Final

from govnews.cleaning import gbk
from govnews.cleaning.forms import forms, is_frequent
from govnews.cleaning.language import language
from govnews.cleaning.readings import readings, spelling

_FOREIGN_SCRIPT: Final = -5.0
_WIDE_LETTERS: Final = frozenset(map(chr, (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF5B))))
_RARE_FORM: Final = -5.0
_COMMON: Final = -13.0
_GLOSSED_ELSEWHERE: Final = 4.0
_NEVER_GLOSSED: Final = -3.0
_LIKELIEST: Final = 24
_HIGH: Final = 0x80


@lru_cache(maxsize=32768)
def likely_form(character: str) -> tuple[str, float]:
    """Return the Simplified form and what speaks against the script on a Traditional page.

    >>> likely_form("項")[0], likely_form("项")[1] < 0
    ('项', True)
    """
    simple = forms().simplified.get(ord(character), character)
    if character in forms().simplified_only or character in _WIDE_LETTERS:
        return simple, _FOREIGN_SCRIPT
    # converters write 真, not 眞
    return simple, _RARE_FORM if simple != character and not is_frequent(character) else 0.0


def glossed_weight(character: str, known: frozenset[str]) -> float:
    """Return what speaks for a character's being the one that a gloss stands behind.

    A page glosses every occurrence of a character or none, and hardly any
    that is the same in both scripts.

    >>> glossed_weight("務", frozenset("務")) > glossed_weight("物", frozenset("務"))
    True
    """
    if character in known:
        return _GLOSSED_ELSEWHERE
    return 0.0 if character in forms().traditional_only else _NEVER_GLOSSED


@lru_cache(maxsize=32768)
def is_common(character: str) -> bool:
    """Return whether a page of news is likely to hold the character.

    >>> is_common("經"), is_common("龘")
    (True, False)
    """
    simple, prior = likely_form(character)
    return language().single(simple) + prior > _COMMON


@cache
def common_by_lead(lead: int) -> tuple[tuple[int, str], ...]:
    """Return (second byte, character) of the likely characters that begin with *lead*.

    >>> "職" in dict(common_by_lead(0xC2)).values()
    True
    """
    return tuple(
        (trail, character)
        for trail, character in gbk.by_lead(lead)
        if trail > _HIGH and is_common(character)
    )


@cache
def common_by_trail(trail: int) -> tuple[int, ...]:
    """Return the first bytes of the likeliest characters that end with *trail*.

    >>> 0xBB in common_by_trail(ord("I"))
    True
    """
    common = [item for item in gbk.by_trail(trail) if is_common(item[1])]
    common.sort(key=lambda item: -language().single(likely_form(item[1])[0]))
    return tuple(lead for lead, _ in common[:_LIKELIEST])


def read_as(syllable: str) -> tuple[gbk.Pair, ...]:
    """Return the pairs of the likely characters that are read so.

    >>> gbk.pairs()["務"] in read_as("wù")
    True
    """
    return _by_reading().get(spelling(syllable), ())


@cache
def _by_reading() -> dict[str, tuple[gbk.Pair, ...]]:
    found: dict[str, list[gbk.Pair]] = {}
    for pair, character in gbk.characters().items():
        if is_common(character):
            for reading in readings(character):
                found.setdefault(reading, []).append(pair)
    return {reading: tuple(pairs) for reading, pairs in found.items()}


def begun_and_read(lead: int, syllable: str) -> tuple[tuple[int, str], ...]:
    """Return (second byte, character) of the characters that begin with *lead* and are read so.

    >>> (gbk.pairs()["務"][1], "務") in begun_and_read(gbk.pairs()["務"][0], "wù")
    True
    """
    return _by_lead_and_reading().get((lead, spelling(syllable)), ())


@cache
def _by_lead_and_reading() -> dict[tuple[int, str], tuple[tuple[int, str], ...]]:
    found: dict[tuple[int, str], list[tuple[int, str]]] = {}
    for (lead, trail), character in gbk.characters().items():
        if trail > _HIGH:
            for reading in readings(character):
                found.setdefault((lead, reading), []).append((trail, character))
    return {key: tuple(items) for key, items in found.items()}

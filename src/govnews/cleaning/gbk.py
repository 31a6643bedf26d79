"""The byte pairs of GBK: what the damaged pages were made of before they were text.

Only what repairing needs: from a character to its two bytes and back, and
which pairs mean nothing.
"""

from functools import cache
from typing import Final

LEADS: Final = range(0x81, 0xFF)
TRAILS: Final = (*range(0x40, 0x7F), *range(0x80, 0xFF))

SWALLOWED_BELOW: Final = 0x40
"""A lone lead byte takes the next byte with it if that is below this."""

#: ASCII marks that a page's last conversion made of full-width ones: their pair is the wide one's.
WIDE_MARKS: Final = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？", "(": "（", ")": "）"}

Pair = tuple[int, int]


@cache
def characters() -> dict[Pair, str]:
    """Return the character of every pair that GBK defines.

    >>> characters()[0xED, 0x97]
    '項'
    """
    found = {}
    for lead in LEADS:
        for trail in TRAILS:
            try:
                found[lead, trail] = bytes((lead, trail)).decode("gbk")
            except UnicodeDecodeError:
                continue
    return found


@cache
def pairs() -> dict[str, Pair]:
    """Return the pair of every character of GBK; an ASCII mark has its wide form's.

    >>> [f"{byte:02X}" for byte in pairs()["項"]]
    ['ED', '97']
    """
    found = {character: pair for pair, character in characters().items()}
    return found | {narrow: found[wide] for narrow, wide in WIDE_MARKS.items()}


@cache
def by_lead(lead: int) -> tuple[tuple[int, str], ...]:
    """Return every (trail, character) that begins with *lead*.

    >>> len(by_lead(0xB0))
    190
    """
    known = characters()
    return tuple((trail, known[lead, trail]) for trail in TRAILS if (lead, trail) in known)


@cache
def by_trail(trail: int) -> tuple[tuple[int, str], ...]:
    """Return every (lead, character) that ends with *trail*.

    >>> ("專" in dict(by_trail(0xA3)).values(), len(by_trail(0xA3)) > 80)
    (True, True)
    """
    known = characters()
    return tuple((lead, known[lead, trail]) for lead in LEADS if (lead, trail) in known)


def undefined(lead: int, trail: int) -> bool:
    """Return whether the pair means nothing, so that a decoder drops it.

    >>> undefined(0xA7, 0x81), undefined(0xB0, 0xA1)
    (True, False)
    """
    return (lead, trail) not in characters()

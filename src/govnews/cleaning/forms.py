"""Which characters belong to which script: tables derived from OpenCC's, once."""

from functools import cache
from typing import Final, NamedTuple

AMBIGUOUS: Final = frozenset("于干后并范余征里云占采")
"""Characters that stay Simplified on Traditional pages: each stands for several."""

IN_BOTH: Final = frozenset("著乾藉瞭鬱兇慾")
"""Characters that OpenCC converts but that Simplified text holds too, in names above all."""


class Forms(NamedTuple):
    """The two scripts.

    Attributes:
        simplified: Code point to Simplified form, for `str.translate`.
        traditional_only: Characters that only Traditional text has.
        simplified_only: Characters that only Simplified text has.
    """

    simplified: dict[int, str]
    traditional_only: frozenset[str]
    simplified_only: frozenset[str]


@cache
def forms() -> Forms:
    """Return the tables.

    >>> "業" in forms().traditional_only, "业" in forms().simplified_only
    (True, True)
    """
    import opencc

    every = "".join(map(chr, range(0x3400, 0xA000)))
    # Set apart by spaces, so that no phrase of OpenCC's tables applies.
    simple = opencc.OpenCC("t2s").convert(" ".join(every))[::2]
    full = opencc.OpenCC("s2t").convert(" ".join(every))[::2]
    table = {ord(old): new for old, new in zip(every, simple, strict=True) if old != new}
    kept = frozenset(old for old, new in zip(every, full, strict=True) if old != new)
    old = frozenset(map(chr, table)) - IN_BOTH
    return Forms(table, old, kept - AMBIGUOUS)

"""Which characters belong to which script: tables derived from OpenCC's, once."""

from collections.abc import Set as AbstractSet
from functools import cache
from typing import Final, NamedTuple

AMBIGUOUS: Final = frozenset("于干后并范余征里云占采")
"""Characters that stay Simplified on Traditional pages: each stands for several."""

IN_BOTH: Final = frozenset("著乾藉瞭鬱兇慾昇鍾")
"""Characters that OpenCC converts but that Simplified text holds too, in names above all."""

_FIRST: Final = "\u3400"
_LAST: Final = "\u9fff"

#: Where the 5,401 frequent characters of Big5 end.
_FREQUENT_IN_BIG5: Final = b"\xc6\x7f"


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

    A character of GB 2312, the standard of Simplified text, is no sign of
    Traditional text, whatever OpenCC makes of it: 哪吒, 拚, 捱 and the surnames
    於 and 後 stand in sound Simplified text.  The same holds for what Big5
    counts among its frequent characters: 吃, 台, 群 and 岳 are no sign of
    Simplified text.

    >>> "業" in forms().traditional_only, "业" in forms().simplified_only
    (True, True)
    >>> "吒" in forms().traditional_only, "台" in forms().simplified_only
    (False, False)
    """
    import opencc

    every = "".join(map(chr, range(ord(_FIRST), ord(_LAST) + 1)))
    # Set apart by spaces, so that no phrase of OpenCC's tables applies.
    simple = opencc.OpenCC("t2s").convert(" ".join(every))[::2]
    full = opencc.OpenCC("s2t").convert(" ".join(every))[::2]
    table = {ord(old): new for old, new in zip(every, simple, strict=True) if old != new}
    old = frozenset(each for each in map(chr, table) if not _in_gb2312(each)) - IN_BOTH
    new = frozenset(old for old, new in zip(every, full, strict=True) if old != new)
    new = frozenset(each for each in new if ord(each) not in table and not is_frequent(each))
    return Forms(table, old, new - AMBIGUOUS)


class TraditionalOnly:
    """`Forms.traditional_only`, without making the tables for a text that has none of them.

    They take a third of the time of a first call, and none of these characters
    is in GB 2312.

    >>> TraditionalOnly().isdisjoint({"职", "工"}), TraditionalOnly().isdisjoint({"職", "工"})
    (True, False)
    """

    def isdisjoint(self, shown: AbstractSet[str]) -> bool:
        """Whether none of *shown* is among them."""
        if not forms.cache_info().currsize:
            han = "".join(each for each in shown if _FIRST <= each <= _LAST)
            if len(han.encode("gb2312", "ignore")) == 2 * len(han):
                return True
        return forms().traditional_only.isdisjoint(shown)


def _in_gb2312(character: str) -> bool:
    return len(character.encode("gb2312", "ignore")) > 0


def is_frequent(character: str) -> bool:
    """Return whether Big5, the standard of Traditional text, has it among its 5,401 frequent ones.

    >>> is_frequent("真"), is_frequent("眞"), is_frequent("业")
    (True, False, False)
    """
    return b"" < character.encode("big5", "ignore") < _FREQUENT_IN_BIG5

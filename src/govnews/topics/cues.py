"""Cues: groups of names, and the pairs of groups that a paragraph brings together.

A place counts for its group, not for itself: a paragraph about 囊谦 is read like
one about 泽库 even if the labelled data never met 囊谦.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from govnews.resources import table


def cues(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each group named in *text*, and each pair of groups, with their places.

    Args:
        text: Simplified text.

    Yields:
        (cue, start, end): a pair is yielded at the names of both groups.

    >>> [(cue, start) for cue, start, _ in cues("天津帮扶泽库")]
    [('青海', 4), ('支援省市', 0), ('支援', 2), ('青海+支援省市', 4), ('青海+支援省市', 0), \
('青海+支援', 4), ('青海+支援', 2), ('支援省市+支援', 0), ('支援省市+支援', 2)]
    """
    named = {
        name: [match.span() for match in pattern.finditer(text)]
        for name, pattern in _patterns().items()
    }
    present = {name: spans for name, spans in named.items() if spans}
    for name, spans in present.items():
        yield from ((name, *span) for span in spans)
    for (one, ones), (other, others) in combinations(present.items(), 2):
        yield from ((f"{one}+{other}", *span) for span in (*ones, *others))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Compile the groups of `data/cues.toml`, in the order of the file, longest names first."""
    return {
        group["name"]: re.compile("|".join(sorted(group["names"], key=len, reverse=True)))
        for group in table("cues")["group"]
    }

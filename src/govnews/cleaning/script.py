"""Which script a page is in, and its conversion where it is not the one that is wanted.

The share of the characters that only one script has decides, first for the
page, then for each line that holds enough of them: a stray line in the other
script is seen to, and so is a page that is mixed.  A line that is judged to
be right is not touched at all.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import compress, islice
from operator import ne
from typing import Final, NamedTuple

from govnews.cleaning.conversion import FULL_FORMS, complete, simplify, traditional
from govnews.cleaning.forms import AMBIGUOUS, forms
from govnews.models import Edit

SHARE: Final = 0.2
"""Of the characters that tell the scripts apart, how many make a text need conversion."""

TELLING: Final = 4
"""Characters that tell the scripts apart, below which a line follows its page."""

UNOPPOSED: Final = 2
"""Characters of one script that are enough for a line where none of the other stands."""


class _Signs(NamedTuple):
    """Finds the characters that only one script has."""

    traditional: re.Pattern[str]
    simplified: re.Pattern[str]


@cache
def _signs() -> _Signs:
    # One character at a time: the engine skips to such a class at once, to a repeated one slowly.
    tables = forms()
    return _Signs(*(re.compile(f"[{''.join(sorted(each))}]") for each in tables[1:]))


def to_simplified(text: str) -> Iterator[Edit]:
    """Yield the edits that make a Traditional text Simplified.

    >>> [(edit.before, edit.after) for edit in to_simplified("推動著職工服務發展")]
    [('動著職', '动着职'), ('務發', '务发')]
    """
    yield from changes(text, simplified(text), "script.t2s")


def to_traditional(text: str) -> Iterator[Edit]:
    """Yield the edits that make a Simplified or mixed text Traditional.

    >>> [(edit.before, edit.after) for edit in to_traditional("服务职工发展")]
    [('务职', '務職'), ('发', '發')]
    """
    yield from changes(text, in_traditional(text), "script.s2t")


def simplified(text: str) -> str:
    r"""Return *text* with every Traditional line Simplified.

    >>> simplified("會議紀要\n王昇、张著、哪吒")
    '会议纪要\n王昇、张著、哪吒'
    """
    signs = _signs()
    return _convert_lines(text, signs.traditional, signs.simplified, simplify)


def in_traditional(text: str) -> str:
    r"""Return *text* with every Simplified line Traditional, the rest of the others too.

    >>> in_traditional("关于职工\n關于職工的发展")
    '關於職工\n關於職工的發展'
    """
    signs = _signs()
    full = _convert_lines(text, signs.simplified, signs.traditional, traditional)
    blind = FULL_FORMS.isdisjoint(text) and not AMBIGUOUS.isdisjoint(text)
    if signs.traditional.search(text) and (blind or signs.simplified.search(full)):
        return complete(full, blind=blind)
    return full


def _convert_lines(
    text: str,
    wrong: re.Pattern[str],
    right: re.Pattern[str],
    convert: Callable[[str], str],
) -> str:
    """Convert the lines that are in the wrong script, those that stand together at once."""
    if not wrong.search(text):
        return text
    page = _needs(text, wrong, right, few=1)
    # A line goes its own way only where it holds what speaks against the page.
    against = right if page else wrong
    pieces: list[str] = []
    done = place = 0
    while found := against.search(text, place):
        start = text.rfind("\n", 0, found.start()) + 1
        place = text.find("\n", found.start()) + 1 or len(text)
        own = _needs(text[start:place], wrong, right, few=UNOPPOSED)
        if own is not None and own != page:
            pieces += (convert(text[done:start]) if page else text[done:start], text[start:place])
            pieces[-1] = convert(pieces[-1]) if own else pieces[-1]
            done = place
    pieces.append(convert(text[done:]) if page else text[done:])
    return "".join(pieces)


def _needs(text: str, wrong: re.Pattern[str], right: re.Pattern[str], *, few: int) -> bool | None:
    """Whether a text needs conversion; None where too little tells.

    Counting what speaks against it stops as soon as it is enough.
    """
    for_ = sum(1 for _ in right.finditer(text))
    if not for_:
        return True if sum(1 for _ in islice(wrong.finditer(text), few)) == few else None
    enough = max(TELLING - for_, SHARE * for_ / (1 - SHARE))
    against = sum(1 for _ in islice(wrong.finditer(text), int(enough) + 1))
    if not against:
        return False
    return None if against + for_ < TELLING else against >= SHARE * (against + for_)


def changes(old: str, new: str, rule: str) -> Iterator[Edit]:
    """Yield an edit for every run of characters in which two texts of one length differ.

    >>> [edit.start for edit in changes("一二三四", "一貳叁四", "script.test")]
    [1]
    """
    if old == new:
        return
    begin = end = -1
    for place in compress(range(len(old)), map(ne, old, new)):
        if place != end:
            if end >= 0:
                yield Edit(rule, begin, end, old[begin:end], new[begin:end])
            begin = place
        end = place + 1
    yield Edit(rule, begin, end, old[begin:end], new[begin:end])

"""Which script a page is in, and its conversion where it is not the one that is wanted.

The share of the characters that only one script has decides, first for the
page, then for each line that holds enough of them: a stray line in the other
script is seen to, and so is a page that is mixed.  A line that is judged to
be right is not touched at all.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Final, TypeAlias

from govnews.cleaning.characters import tally
from govnews.cleaning.conversion import FULL_FORMS, complete, simplify, traditional
from govnews.cleaning.forms import AMBIGUOUS, forms
from govnews.cleaning.lots import Rewriting

SHARE: Final = 0.2
"""Of the characters that tell the scripts apart, how many make a text need conversion."""

TELLING: Final = 4
"""Characters that tell the scripts apart, below which a line follows its page."""

UNOPPOSED: Final = 2
"""Characters of one script that are enough for a line where none of the other stands."""


class _Signs:
    """The characters that only one script has."""

    def __init__(self, characters: frozenset[str]) -> None:
        self.characters = characters
        # one at a time: the engine skips to such a class at once, to a repeated one slowly
        pattern = re.compile(f"[{''.join(sorted(characters))}]")
        self.search = pattern.search
        self._findall = pattern.findall

    def among(self, shown: Mapping[str, int]) -> int:
        return sum(shown[character] for character in self.characters & shown.keys())

    def count(self, line: str) -> int:
        return len(self._findall(line))


@cache
def _signs() -> tuple[_Signs, _Signs]:
    """Return the signs of Traditional and of Simplified text."""
    return _Signs(forms().traditional_only), _Signs(forms().simplified_only)


Shown: TypeAlias = Mapping[str, int] | None
"""How often each character stands in a text, by those who have counted already."""


def to_simplified(text: str, shown: Shown = None) -> Rewriting:
    """Return the edits that make a Traditional text Simplified.

    >>> [(edit.before, edit.after) for edit in to_simplified("推動著職工服務發展")]
    [('動著職', '动着职'), ('務發', '务发')]
    """
    return Rewriting("script.t2s", text, simplified(text, shown))


def to_traditional(text: str, shown: Shown = None) -> Rewriting:
    """Return the edits that make a Simplified or mixed text Traditional.

    >>> [(edit.before, edit.after) for edit in to_traditional("服务职工发展")]
    [('务职', '務職'), ('发', '發')]
    """
    return Rewriting("script.s2t", text, in_traditional(text, shown))


def simplified(text: str, shown: Shown = None) -> str:
    r"""Return *text* with every Traditional line Simplified.

    >>> simplified("會議紀要\n王昇、张著、哪吒")
    '会议纪要\n王昇、张著、哪吒'
    """
    only_traditional, only_simplified = _signs()
    shown = tally(text) if shown is None else shown
    return _convert_lines(text, shown, only_traditional, only_simplified, simplify)


def in_traditional(text: str, shown: Shown = None) -> str:
    r"""Return *text* with every Simplified line Traditional, the rest of the others too.

    >>> in_traditional("关于职工\n關於職工的发展")
    '關於職工\n關於職工的發展'
    """
    only_traditional, only_simplified = _signs()
    shown = tally(text) if shown is None else shown
    full = _convert_lines(text, shown, only_simplified, only_traditional, traditional)
    blind = FULL_FORMS.isdisjoint(shown) and not AMBIGUOUS.isdisjoint(shown)
    if only_traditional.search(text) and (blind or only_simplified.search(full)):
        return complete(full, blind=blind)
    return full


def _convert_lines(
    text: str,
    shown: Mapping[str, int],
    wrong: _Signs,
    right: _Signs,
    convert: Callable[[str], str],
) -> str:
    """Convert the lines that are in the wrong script, those that stand together at once."""
    against, for_ = (each.among(shown) for each in (wrong, right))
    if not against:
        return text
    page = _needs(against, for_, few=1)
    opposing = right if page else wrong
    pieces: list[str] = []
    done = 0
    # A line goes its own way only where it holds what speaks against the page.
    for start, end in _lines_with(opposing, text) if not page or for_ else ():
        line = text[start:end]
        own = _needs(wrong.count(line), right.count(line), few=UNOPPOSED)
        if own is not None and own != page:
            before = text[done:start]
            pieces += (convert(before) if page else before, convert(line) if own else line)
            done = end
    pieces.append(convert(text[done:]) if page else text[done:])
    return "".join(pieces)


def _lines_with(signs: _Signs, text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the lines that hold a sign, line ends included."""
    end = 0
    while found := signs.search(text, end):
        start = text.rfind("\n", 0, found.start()) + 1
        end = text.find("\n", found.start()) + 1 or len(text)
        yield start, end


def _needs(against: int, for_: int, *, few: int) -> bool | None:
    """Whether a text needs conversion, by its signs against and for it; None where few tell."""
    if not for_:
        return True if against >= few else None
    if not against:
        return False
    return None if against + for_ < TELLING else against >= SHARE * (against + for_)

"""Reading a misread run again: the search for the bytes that it was made of.

Where one byte of a page was lost, a decoder pairs the rest off by one until
an ASCII byte stops it.  `search` is given where a run begins and what the
first lost byte can have been (its *openings*); it puts the bytes together
again, pairs them as they were, and weighs every outcome by how likely its
words are.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from govnews.cleaning import gbk
from govnews.cleaning.forms import forms
from govnews.cleaning.language import Walk
from govnews.cleaning.likelihood import (
    begun_and_read,
    common_by_lead,
    common_by_trail,
    glossed_weight,
    likely_form,
    read_as,
)
from govnews.cleaning.readings import BRACKETED, SYLLABLE

BEAM: Final = 24
"""Branches kept; wider ones recovered nothing more on simulated pages."""

HOPELESS: Final = 16.0
"""A branch that is so much less likely than the best one is given up."""

LONGEST_RUN: Final = 80
"""Characters after which a run is given up: it keeps the search linear."""

MOST_GAPS: Final = 4
"""Lost bytes after which a run is given up: nothing is known of it any more."""

CONTEXT: Final = 8
"""Sound characters behind a run that are weighed with it."""

_VANISHED: Final = -3.0
_SWALLOWED: Final = -3.0
_WEIGHED: Final = 12
_ENDING: Final = 6
"""Branches that are tried with every character that a lost byte can have ended."""

_LITERAL: Final = -4.0
_WITH_GLOSSES: Final = 6
_UNSEEN: Final = -5.5
_SURPRISING: Final = -7.5
"""A character less likely than this may stand for two, with a pair between them that vanished."""

_VANISHING_WIDTH: Final = 8
_WRONG_QUOTE: Final = -4.0
_AGREES: Final = (0.0, 0.4, 1.2)
"""What speaks for one, two and three characters that stand elsewhere in the page."""

_TORN_GLOSS = re.compile(rf"\?({SYLLABLE})[ \u00a0]?\)")
GLOSS = re.compile(BRACKETED)
_CUTS: Final = "。！？；!?;\n"
_HIGH: Final = 0x80
_WIDE_MARK_LEAD: Final = 0xA3


class Page(NamedTuple):
    """What the rest of a page says about a slip in it.

    Attributes:
        glossed: The characters behind which a gloss stands elsewhere.
        runs: Every two and three characters that stand together elsewhere, Simplified.
    """

    glossed: frozenset[str]
    runs: frozenset[str]

    def agreement(self, tail: str, character: str) -> float:
        """Return what speaks for a character behind *tail*."""
        if tail[-1:] + character not in self.runs:
            return _AGREES[0]
        return _AGREES[2 if tail[-2:] + character in self.runs else 1]


class Branch(NamedTuple):
    """One way to read the run, up to some place.

    Attributes:
        text: What was read.
        lead: A first byte that waits for its second; None where the run has ended.
        walk: How likely the words are, the context before included.
        weight: What speaks against it beside the words.
        place: Where in the garbled text it stands.
        quoted: Whether a quotation is open.
        swallowed: Whether an ASCII character was lost at its end.
        vanished: How many byte pairs it takes to have vanished.
    """

    text: str
    lead: int | None
    walk: Walk
    weight: float
    place: int
    quoted: bool
    swallowed: bool = False
    vanished: int = 0

    @property
    def score(self) -> float:
        """The sum of everything that speaks for or against it."""
        return self.walk.weight + self.weight

    def read(
        self, page: Page, character: str, lead: int | None, place: int, cost: float = 0.0
    ) -> "Branch":
        """Return the branch after one more character."""
        simple, prior = likely_form(character)
        quoted = self.quoted
        if character in "“”":
            opens = character == "“"
            cost += _WRONG_QUOTE * (quoted == opens)
            quoted = opens
        walk = self.walk
        weight = self.weight + prior + cost + page.agreement(walk.tail, simple)
        text = self.text + character
        return Branch(
            text, lead, walk.step(simple), weight, place, quoted, self.swallowed, self.vanished
        )


def search(text: str, openings: Sequence[Branch], page: Page, *, gaps: bool = True) -> list[Branch]:
    """Read the run that *openings* begin, to its end.

    Args:
        text: The garbled text.
        openings: Branches with a waiting lead byte, all at the same place.
        page: What the rest of the page says.
        gaps: Whether to look for pairs that vanished, too, which takes ten times as long.

    Returns:
        Every way to read it that came to an end, most likely first.
    """
    ended = [branch for branch in openings if branch.lead is None]
    live = _best([branch for branch in openings if branch.lead is not None])
    begin = live[0].place if live else 0
    limit = _limit(text, begin)
    while live and live[0].place < limit:
        kept = live[:_ENDING] if text[live[0].place] == "?" else live
        following = [branch for old in kept for branch in _continue(text, old, page)]
        if gaps:
            following += _vanish(text, live[0], page)
        ended += [branch for branch in following if branch.lead is None]
        live = _best([branch for branch in following if branch.lead is not None])
    return _weigh_ends(text, _best(ended))


def _limit(text: str, begin: int) -> int:
    """Return where a run that begins here is given up at the latest."""
    limit = min(len(text), begin + LONGEST_RUN)
    gaps = [place for place in range(begin, limit) if text[place] == "?"]
    return gaps[MOST_GAPS] if len(gaps) > MOST_GAPS else limit


def _best(branches: list[Branch]) -> list[Branch]:
    if not branches:
        return branches
    ranked = sorted(branches, key=lambda branch: -branch.score)[:BEAM]
    bar = ranked[0].score - HOPELESS
    return [branch for branch in ranked if branch.score > bar]


def _weigh_ends(text: str, ended: list[Branch]) -> list[Branch]:
    """Add what follows the run, as far for each as the one that ended last needs."""
    last = max((branch.place for branch in ended), default=0)
    weighed = []
    for branch in ended[:_WEIGHED]:
        walk, missing = walk_behind(branch.walk, text, branch.place, CONTEXT + last - branch.place)
        weighed.append(branch._replace(walk=walk, weight=branch.weight + missing))
    return _best(weighed)


def walk_behind(walk: Walk, text: str, place: int, wanted: int) -> tuple[Walk, float]:
    """Walk on over the sound characters behind a run.

    With the walk comes the weight of those of the *wanted* that are not there.
    """
    behind = sound_behind(text, place)[:wanted]
    return walk.along(behind), (wanted - len(behind)) * _UNSEEN


def sound_behind(text: str, place: int) -> str:
    r"""Return what follows without glosses and Simplified, up to the next sign of damage.

    A line's end is given as one line feed.

    >>> sound_behind("動(dòng)計劃?x", 0), sound_behind("完。", 1)
    ('动计划', '。\n')
    """
    near = text[place : place + _WITH_GLOSSES * CONTEXT]
    sound, damage, _ = GLOSS.sub("", near).partition("?")
    line, end, _ = sound.partition("\n")
    ends = end or (not damage and place + len(near) == len(text))
    return line.translate(forms().simplified) + "\n" * bool(ends)


def _continue(text: str, branch: Branch, page: Page) -> Iterator[Branch]:
    """Yield the ways to read the next character of the garbled text."""
    place, lead = branch.place, branch.lead
    if lead is None or place >= len(text):
        return
    shown = text[place]
    gloss = GLOSS.match(text, place) if shown == "(" else None
    if gloss:
        yield branch._replace(place=gloss.end())
    elif shown == "?":
        yield from _at_gap(text, branch, lead, page)
    elif shown == "€":
        yield from _close(page, branch, lead, _HIGH)
    elif "@" <= shown < "\x7f":
        yield from _close(page, branch, lead, ord(shown))
    if shown in gbk.pairs() and not gloss:
        yield from _shift(page, branch, lead, shown, _LITERAL if shown == "?" else 0.0)


def _close(page: Page, branch: Branch, lead: int, trail: int) -> Iterator[Branch]:
    """Read the byte shown as the second of a character: the run ends."""
    character = gbk.characters().get((lead, trail))
    if character is not None:
        yield branch.read(page, character, None, branch.place + 1)


def _shift(page: Page, branch: Branch, lead: int, shown: str, cost: float) -> Iterator[Branch]:
    """The usual step: a pair was misread, its first byte belongs to the character before."""
    first, second = gbk.pairs()[shown]
    character = gbk.characters().get((lead, first))
    if character is None:
        return
    if second > _HIGH:
        yield branch.read(page, character, second, branch.place + 1, cost)
    elif second < _HIGH:
        letter = chr(second)
        yield branch.read(page, character, second, branch.place, cost).read(
            page, letter, None, branch.place + 1
        )


def _at_gap(text: str, branch: Branch, lead: int, page: Page) -> Iterator[Branch]:
    """A `?` inside a run: the byte 0x80, or a byte that a bracket, digit or mark followed."""
    place = branch.place
    torn = _TORN_GLOSS.match(text, place)
    if torn:
        for _, character in begun_and_read(lead, torn[1]):
            cost = glossed_weight(character, page.glossed)
            yield branch.read(page, character, None, torn.end(), cost)
        return
    yield from _close(page, branch, lead, _HIGH)
    following = text[place + 1 : place + 2]
    cut = following in _CUTS  # the empty string too: the page ends here
    cost = 0.0 if cut else _SWALLOWED
    if lead == _WIDE_MARK_LEAD and not cut:  # ， or ； or ：, nobody can tell
        weight = branch.weight + 2 * cost
        yield branch._replace(lead=None, swallowed=True, place=place + 1, weight=weight)
        return
    for _, character in common_by_lead(lead):
        read = branch.read(page, character, None, place + 1, cost)
        yield read if cut else read._replace(swallowed=True)


def _vanish(text: str, best: Branch, page: Page) -> Iterator[Branch]:
    """Yield branches that take a meaningless pair to have been dropped before this place.

    Only the best branch is followed: others were seldom right where it was not.
    """
    leads = _leads_before(text, best.place) if best.place < len(text) else ()
    if not leads or best.lead is None or best.vanished > 1 or not _surprises(text, best):
        return
    begun = [
        best.read(page, character, trail, best.place, _VANISHED)
        for trail, character in _before_a_loss(best.lead, leads)
    ]
    for branch in _best(begun)[:_VANISHING_WIDTH]:
        for lead in leads:
            if branch.lead is not None and gbk.undefined(branch.lead, lead):
                behind = branch._replace(lead=lead, vanished=best.vanished + 1)
                yield from _continue(text, behind, page)


@lru_cache(maxsize=4096)
def _before_a_loss(lead: int, leads: tuple[int, ...]) -> tuple[tuple[int, str], ...]:
    """Return the likely characters whose second byte means nothing with one of *leads*."""
    return tuple(
        (trail, character)
        for trail, character in common_by_lead(lead)
        if any(gbk.undefined(trail, each) for each in leads)
    )


def _surprises(text: str, branch: Branch) -> bool:
    """Whether what comes next, read without a loss, is unlikely."""
    pair = gbk.pairs().get(text[branch.place])
    character = pair and gbk.characters().get((branch.lead or 0, pair[0]))
    if not character:
        return True
    simple, prior = likely_form(character)
    return prior + branch.walk.step(simple).weight - branch.walk.weight < _SURPRISING


def _leads_before(text: str, place: int) -> tuple[int, ...]:
    """Return the first bytes that would make a likely character with what is shown here."""
    shown = text[place]
    torn = _TORN_GLOSS.match(text, place)
    if torn:
        return tuple({pair[0] for pair in read_as(torn[1])})
    if shown == "?":
        return ()  # two losses in a row: too little would be left to go by
    if shown in gbk.pairs():
        return common_by_trail(gbk.pairs()[shown][0])
    return common_by_trail(ord(shown)) if "@" <= shown < "\x7f" else ()

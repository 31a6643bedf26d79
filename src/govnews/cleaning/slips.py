"""Slips: places where a byte was lost and the text behind it was misread.

Two signs give them away, and only on a page that is full of glosses, where
the signs were measured to be sure:

- `?xxx)` behind a character: a gloss was put between its two bytes, and the
  gloss names the byte that the `?` stands for (管理?xiàng)l例 is 管理條例);
- `?` and a sentence mark: the page was cut where two characters' bytes spell
  one by accident (59個?;I集 is 59個。籌集), and the words around tell the
  byte that is gone.

What cannot be read again with confidence is marked and left as it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import inf
from typing import Final

from govnews.cleaning import gbk
from govnews.cleaning.confidence import WINDOW, Signs, confidence
from govnews.cleaning.digits import mark
from govnews.cleaning.forms import forms
from govnews.cleaning.fragments import Fragment, fragments
from govnews.cleaning.inversion import (
    CONTEXT,
    GLOSS,
    Branch,
    Page,
    search,
    sound_behind,
    walk_behind,
)
from govnews.cleaning.language import Walk, language, start
from govnews.cleaning.likelihood import begun_and_read, glossed_weight, is_common, likely_form
from govnews.cleaning.readings import BRACKETED, SYLLABLE
from govnews.models import UNREPAIRED, Edit

ACCEPTED: Final = 0.84
"""How sure a repair must be: on simulated pages, 97 and more in 100 of these were exact."""

ACCEPTED_WITH_NUMERALS: Final = 0.97
"""The same where the repair holds a numeral: a wrong number is worse than none."""

PARTLY: Final = 0.97
"""How sure the words are that are taken from a run which cannot be read as a whole."""

BEYOND_DOUBT: Final = 0.985
"""How sure a reading must be for nobody to look whether something vanished within it."""

UNDECIDED: Final = 3.0
"""Readings that are less apart (natural log) leave open which of them is right."""

UNRIVALLED: Final = 6.0
"""The margin of a reading that is the only one: others may have been missed."""

GAIN: Final = 6.0
"""How much likelier (natural log) the repaired text must be than the garbled one."""

CERTAIN: Final = 8.0
"""How much likelier a swallowed comma must be than a digit: a digit is never guessed away."""

PATIENCE: Final = 60
"""What failing uses up and succeeding renews: no text full of `?!` keeps the search busy."""

SPARSE: Final = 100
"""Characters of a page for each slip that is looked into: real pages have one in 400."""

_COST_OF_FAILURE: Final = 2
_GAIN_OF_SUCCESS: Final = 5

_ONSET = re.compile(rf"\?(?:(?P<reading>{SYLLABLE})[ \u00a0]?\)|(?P<mark>[;!?。！？；]))")
_GLOSSED = re.compile(rf"([㐀-鿿])(?={BRACKETED})")
_HAN = re.compile("[㐀-鿿]")
_RUN = re.compile(r"[^\s!-~]*")
_LONGEST_MARK: Final = 80
_IMPOSSIBLE = re.compile("[。！？；，、：][、，。；：！？]")
_NAMED_IN_QUOTES = re.compile("[㐀-鿿、”]“[^”]*$")
_NUMERAL = re.compile("[0-9〇零二三四五六七八九十百千万亿两半]")
_COUNTING: Final = frozenset(
    "0123456789〇零一二三四五六七八九十百千万亿两半数几多余年月日天个人名位次元分时期倍成"
)
_QUOTE = re.compile("[“”](?=[^“”]*$)")
#: Behind a `?` all is misread up to the next ASCII character.
_UNSOUND = re.compile(r"[\s0-9]+|\?[^\s!-~]*[!-~]?")
_AROUND: Final = 100_000
_LOOK_BACK: Final = 200
_BEHIND: Final = 6
_NO_SENTENCE: Final = -8.0
_SWALLOWED: Final = ",0:;()%-/"
_COUNTED: Final = frozenset("0123456789０１２３４５６７８９.．")
#: Behind two question marks, people write no other: ??! is theirs.
_STOPS: Final = frozenset(";。；")
_ASKING: Final = frozenset("啊吧呢嗎吗嘛呀哦嗯哈了，。！？；：、”“…　")
"""What would be read into any question that ends in two marks."""

_WIDE: Final = 0xA3
_SENTENCE: Final = 0xA1
_SHORTEST: Final = 3


def repair(text: str) -> Iterator[Edit]:
    """Yield a repair or a mark for every slip of a glossed page.

    >>> [(edit.start, edit.end, edit.after) for edit in repair("民主管理?xiàng)l例》、")]
    [(4, 12, '條')]
    """
    done, fixed = 0, ""
    patience, allowance = PATIENCE, PATIENCE + len(text) // SPARSE
    for onset in _ONSET.finditer(text):
        if onset.start() < done:
            continue
        if patience > 0 and allowance > 0:
            tail = text[max(done, onset.start() - _LOOK_BACK) : onset.start()]
            left = GLOSS.sub("", fixed + tail)
            before = start().along(left[-CONTEXT:].translate(forms().simplified))
            page = _page_around(text, onset.start())
            edits = list(_Slip(text, onset, left, before, page).repair())
        else:
            edits = list(_unread(text, onset))
        patience -= _COST_OF_FAILURE
        allowance -= 1
        if edits and all(edit.rule != UNREPAIRED for edit in edits):
            patience = min(PATIENCE, patience + _GAIN_OF_SUCCESS)
        if edits:
            done, fixed = edits[-1].end, edits[-1].after
        yield from edits


def _page_around(text: str, place: int) -> Page:
    """Return what the page says near *place*: all of it, but for the longest pages."""
    begin = place // _AROUND * _AROUND
    return _page(text[begin : begin + _AROUND])


@lru_cache(maxsize=2)
def _page(text: str) -> Page:
    glossed = frozenset(found[1] for found in _GLOSSED.finditer(text))
    runs: set[str] = set()
    for part in _UNSOUND.split(GLOSS.sub("", text).translate(forms().simplified)):
        runs.update(map("".join, pairwise(part)))
        runs.update(map("".join, zip(part, part[1:], part[2:], strict=False)))
    return Page(glossed, frozenset(runs))


def _unread(text: str, onset: re.Match[str]) -> Iterator[Edit]:
    """Yield the mark of a run that could not be read at all, up to where it must have ended."""
    inside = _HAN.match(text, onset.start() - 1) and _HAN.match(text, onset.end())
    if onset["reading"] or inside:
        run = _RUN.match(text, onset.end(), onset.end() + _LONGEST_MARK)
        yield _mark(text, onset.start(), run.end() if run else onset.end())


@dataclass(frozen=True, slots=True)
class _Slip:
    """A place where a byte was lost.

    Attributes:
        text: The garbled text.
        onset: The sign that gave it away.
        left: The sound text before, without glosses.
        before: How likely its end is: every reading is weighed from there.
        page: What the rest of the page says.
    """

    text: str
    onset: re.Match[str]
    left: str
    before: Walk
    page: Page

    @property
    def rule(self) -> str:
        """The name of the rule that repairs it: after the sign that gave it away."""
        return "slip.gloss" if self.onset["reading"] else "slip.mark"

    def repair(self) -> Iterator[Edit]:
        """Yield the repair, or the mark of what cannot be read again with confidence."""
        openings = list(_openings(self))
        straight = found = search(self.text, openings, self.page, gaps=False)
        best, sure = self._judged(found)
        if sure < BEYOND_DOUBT:
            found = search(self.text, openings, self.page)
            best, sure = self._judged(found)
        if best and sure >= _required(best):
            yield from self._edits(best, sure)
        elif best is None:
            yield from _unread(self.text, self.onset)
        elif self.onset["reading"] or self._gain(best) > GAIN:
            end = max(self.onset.end(), best.place)
            yield from self._in_parts(straight) or [_mark(self.text, self.onset.start(), end)]

    def _in_parts(self, straight: list[Branch]) -> list[Edit]:
        """Return what can be repaired of a run that cannot be read as a whole, and the marks."""
        best = straight[0] if straight else None
        first = self.onset.end()
        if best is None or not self._is_one_to_one(best):
            return []
        # the first character is chosen by words alone: others must be far off
        rivals = (each.score for each in straight if each.text[0] != best.text[0])
        if best.score - max(rivals, default=-inf) < UNDECIDED:
            return []
        bounds = [self.onset.start(), *range(first, first + len(best.text) - 1), best.place]
        reading, behind = best.text, sound_behind(self.text, best.place)[:_BEHIND].rstrip("\n")
        if best.swallowed:
            reading, behind = reading[:-1], ""
        parts = [
            self._part(reading[part.start : part.end], bounds[part.start], bounds[part.end], part)
            for part in fragments(self.left[-CONTEXT:], reading, behind)
        ]
        return (
            [*parts, _mark(self.text, bounds[-2], best.place)]
            if parts and best.swallowed
            else parts
        )

    def _is_one_to_one(self, best: Branch) -> bool:
        """Whether each character read stands for one that is shown, but for the first and last."""
        first, count = self.onset.end(), len(best.text)
        shown = self.text[first : first + count - 2]
        return (
            count > _SHORTEST and best.place > first + count - 2 and all(c > "\x7f" for c in shown)
        )

    def _part(self, after: str, begin: int, end: int, part: Fragment) -> Edit:
        if not part.sure:
            return _mark(self.text, begin, end)
        return Edit(self.rule, begin, end, self.text[begin:end], after, PARTLY)

    def _judged(self, found: list[Branch]) -> tuple[Branch | None, float]:
        """Return the reading to take and how sure it is: the whole, or all but its last character.

        The character before a swallowed one has lost a byte itself.
        """
        if not found:
            return None, 0.0
        best = found[0]
        if best.swallowed and self._is_comma(best):
            best = best._replace(text=f"{best.text},", swallowed=False)
        sure = self._confidence(best, found)
        if best.swallowed and sure < _required(best):
            shorter = best._replace(text=best.text[:-1])
            return shorter, self._confidence(shorter, found, cut=True)
        return best, sure

    def _confidence(self, best: Branch, found: list[Branch], *, cut: bool = False) -> float:
        if (
            not self._is_shown(best)
            or _IMPOSSIBLE.search(best.text)
            or not all(map(is_common, best.text))
        ):
            return 0.0
        if self.onset["mark"] and self._gain(best) <= GAIN:
            return 0.0
        same = best.text.removesuffix(",")
        others = (each for each in found if not each.text.startswith(same))
        margin = found[0].score - next((each.score for each in others), found[0].score - UNRIVALLED)
        walk = self.before
        weights = [walk.weight]
        behind = sound_behind(self.text, best.place)[:WINDOW] if not best.swallowed else ""
        for character in best.text.translate(forms().simplified) + behind:
            walk = walk.step(character)
            weights.append(walk.weight)
        return confidence(Signs(margin, weights, len(best.text), best.swallowed and not cut))

    def _is_shown(self, best: Branch) -> bool:
        """Whether anything but lost bytes speaks for a reading."""
        rest = self.text[self.onset.end() : best.place]
        bare = self.onset["mark"] in ("?", "？") and rest and not rest.strip("?")
        return bool(best.text) and not bare

    def _gain(self, best: Branch) -> float:
        """How much likelier the repaired text is than the garbled one."""
        shown = GLOSS.sub("", self.text[self.onset.start() : best.place])
        walk = self.before.along(shown.translate(forms().simplified))
        walk, missing = walk_behind(walk, self.text, best.place, CONTEXT)
        return best.score - walk.weight - missing

    def _edits(self, best: Branch, sure: float) -> Iterator[Edit]:
        """Yield the repair, and a mark where an ASCII character behind it was swallowed."""
        begin, end = self.onset.start(), best.place - best.swallowed
        yield Edit(self.rule, begin, end, self.text[begin:end], best.text, round(sure, 3))
        if best.swallowed:
            yield _mark(self.text, end, best.place)

    def _is_comma(self, best: Branch) -> bool:
        """Whether what was swallowed at the end of the run was a comma, beyond doubt."""
        behind = sound_behind(self.text, best.place)[:_BEHIND]
        if not behind or behind[0] in _COUNTED:
            return False
        walk = self.before.along(best.text.translate(forms().simplified))
        comma, digit, *others = (walk.step(each).along(behind).weight for each in _SWALLOWED)
        return comma - digit > CERTAIN and comma - max(others) > UNDECIDED


def _required(reading: Branch) -> float:
    """Return how sure a reading must be: the more if it holds a number, as 九江 does not."""
    simple = reading.text.translate(forms().simplified)
    known = language().vocabulary
    for numeral in _NUMERAL.finditer(simple):
        at = numeral.start()
        words = [pair for pair in (simple[at : at + 2], simple[at - 1 : at + 1]) if pair in known]
        if all(_COUNTING.issuperset(word) for word in words):
            return ACCEPTED_WITH_NUMERALS
    return ACCEPTED


def _openings(slip: _Slip) -> Iterator[Branch]:
    """Yield what the lost byte can have been."""
    onset, left, page = slip.onset, slip.left, slip.page
    quoted = (_QUOTE.search(left) or "”")[0] == "“"
    begun = Branch("", None, slip.before, 0.0, onset.end(), quoted)
    if onset["mark"]:
        first, second = gbk.pairs()[onset["mark"]]
        named = _NAMED_IN_QUOTES.search(left)  # no sentence ends inside a name
        yield from _twice_cut(onset, begun, page)
        for _, character in gbk.by_trail(first):
            if is_common(character):
                cost = _NO_SENTENCE if named and character in "。！？" else 0.0
                yield begun.read(page, character, second, onset.end(), cost)
    elif left[-1:] in gbk.pairs():
        lead = gbk.pairs()[left[-1]][1]
        for trail, character in begun_and_read(lead, onset["reading"]):
            simple, prior = likely_form(character)
            weight = prior + language().single(simple) + glossed_weight(character, page.glossed)
            yield begun._replace(lead=trail, weight=weight)


def _twice_cut(onset: re.Match[str], begun: Branch, page: Page) -> Iterator[Branch]:
    """Yield what was lost altogether before a mark: each of its bytes, with the next, spelt one.

    模。 is C4A3 A1A3: A3A1 is ！ and A1A3 is 。, so both C4 and A3 were cut off (`??。`).
    """
    mark = onset.string[onset.end() : onset.end() + 1]
    behind = onset.string[onset.end() + 1 : onset.end() + 2]
    if onset["mark"] == "?" and mark in _STOPS and behind not in _STOPS:
        trail = _SENTENCE if gbk.pairs()[mark][0] == _WIDE else _WIDE
        for _, character in gbk.by_trail(trail):
            if is_common(character) and character not in _ASKING:
                yield begun.read(page, character, None, onset.end())


def _mark(text: str, start: int, end: int) -> Edit:
    """Mark what stays as it is; what stands before it is sound or was read, digits too."""
    return mark(text, start, end, floor=start)

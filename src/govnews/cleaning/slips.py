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
from typing import Final

from govnews.cleaning import gbk
from govnews.cleaning.forms import forms
from govnews.cleaning.language import language, start
from govnews.cleaning.inversion import CONTEXT, GLOSS, Branch, Page, search, walk_behind
from govnews.cleaning.likelihood import glossed_weight, is_common, likely_form
from govnews.cleaning.readings import SYLLABLE, is_read
from govnews.models import UNREPAIRED, Edit

MARGIN: Final = 3.0
"""How much likelier (natural log) the best reading must be than the next one."""

GAIN: Final = 6.0
"""How much likelier (natural log) it must be than the garbled text."""

PLAUSIBLE: Final = -9.5
"""The least weight of a repaired character, on average."""

_ONSET = re.compile(rf"\?(?:(?P<reading>{SYLLABLE})[ \u00a0]?\)|(?P<mark>[;!?。！？；]))")
_GLOSSED = re.compile(rf"([㐀-鿿])(?=\({SYLLABLE}[ \u00a0]?\))")
_DIGITS = re.compile(r"[0-9０-９]*")
PATIENCE: Final = 60
"""What failing uses up and succeeding renews: no text full of `?!` keeps the search busy."""

_COST_OF_FAILURE: Final = 2
_GAIN_OF_SUCCESS: Final = 5
_IMPOSSIBLE = re.compile("[。！？；，、：][、，。；：！？]")
_NAMED_IN_QUOTES = re.compile("[㐀-鿿、]“[^”]*$")
#: Behind a `?` all is misread up to the next ASCII character.
_UNSOUND = re.compile(r"[\s0-9]+|\?[^\s!-~]*[!-~]?")
_QUOTE = re.compile("[“”](?=[^“”]*$)")
_LOOK_BACK: Final = 200
_NO_SENTENCE: Final = -8.0
_HIGH: Final = 0x80


def repair(text: str) -> Iterator[Edit]:
    """Yield a repair or a mark for every slip of a glossed page.

    >>> [(edit.start, edit.end, edit.after) for edit in repair("民主管理?xiàng)l例》、")]
    [(4, 12, '條')]
    """
    done, fixed = 0, ""
    patience = PATIENCE
    page = _page(text)
    for onset in _ONSET.finditer(text):
        if onset.start() < done:
            continue
        tail = text[max(done, onset.start() - _LOOK_BACK) : onset.start()]
        left = GLOSS.sub("", fixed + tail)
        edits = _repair_one(text, onset, left, page) if patience > 0 else _give_up(text, onset, [])
        patience -= _COST_OF_FAILURE
        for edit in edits:
            done, fixed = edit.end, edit.after
            patience += _GAIN_OF_SUCCESS * (edit.rule != UNREPAIRED)
            yield edit


def _page(text: str) -> Page:
    """Gather what the page says elsewhere."""
    glossed = frozenset(found[1] for found in _GLOSSED.finditer(text))
    runs: set[str] = set()
    for part in _UNSOUND.split(GLOSS.sub("", text).translate(forms().simplified)):
        runs.update(map("".join, zip(part, part[1:])))
        runs.update(map("".join, zip(part, part[1:], part[2:])))
    return Page(glossed, frozenset(runs))


def _repair_one(
    text: str, onset: re.Match[str], left: str, page: Page
) -> Iterator[Edit]:
    openings = list(_openings(onset, left, page))
    found = _settled(search(text, openings, page))
    if found and _is_sure(text, onset, found, left):
        return _edits(text, onset, found[0])
    if onset["mark"] and not (found and _gain(text, onset, found[0], left) > GAIN):
        return iter(())
    return _give_up(text, onset, found)


def _give_up(text: str, onset: re.Match[str], found: list[Branch]) -> Iterator[Edit]:
    """Yield the mark of a run that is left as it is."""
    if onset["reading"] or found:
        end = max([onset.end(), *(branch.place for branch in found[:1])])
        yield _mark(text, onset.start(), end)


def _settled(found: list[Branch]) -> list[Branch]:
    """Leave out the character before a swallowed one, where that alone is in doubt."""
    close = [branch for branch in found if found[0].score - branch.score < MARGIN]
    agreed = {(branch.text[:-1], branch.swallowed, branch.place) for branch in close}
    if len(close) < 2 or len(agreed) > 1 or not close[0].swallowed or not close[0].text[:-1]:  # noqa: PLR2004
        return found
    return [found[0]._replace(text=found[0].text[:-1]), *found[len(close) :]]


def _openings(onset: re.Match[str], left: str, page: Page) -> Iterator[Branch]:
    """Yield what the lost byte can have been."""
    walk = start().along(left[-CONTEXT:].translate(forms().simplified))
    quoted = (_QUOTE.search(left) or "”")[0] == "“"
    begun = Branch("", None, walk, 0.0, onset.end(), quoted)
    if onset["mark"]:
        first, second = gbk.pairs()[onset["mark"]]
        named = _NAMED_IN_QUOTES.search(left)  # no sentence ends inside a name
        for _, character in gbk.by_trail(first):
            cost = _NO_SENTENCE if named and character in "。！？" else 0.0
            yield begun.read(page, character, second, onset.end(), cost)
    elif left[-1:] in gbk.pairs():
        for trail, character in gbk.by_lead(gbk.pairs()[left[-1]][1]):
            if trail > _HIGH and is_read(character, onset["reading"]):
                simple, prior = likely_form(character)
                weight = prior + language().single(simple) + glossed_weight(character, page.glossed)
                yield begun._replace(lead=trail, weight=weight)


def _is_sure(text: str, onset: re.Match[str], found: list[Branch], left: str) -> bool:
    best = found[0]
    others = (branch for branch in found if branch.text != best.text)
    rival = next(others, None)
    if rival is not None and best.score - rival.score < MARGIN:
        return False
    if _IMPOSSIBLE.search(best.text) or not all(map(is_common, best.text)):
        return False
    return _average(best, left) > PLAUSIBLE and (
        onset["mark"] is None or _gain(text, onset, best, left) > GAIN
    )


def _average(branch: Branch, left: str) -> float:
    before = start().along(left[-CONTEXT:].translate(forms().simplified)).weight
    return (branch.score - before) / (len(branch.text) + CONTEXT)


def _gain(text: str, onset: re.Match[str], best: Branch, left: str) -> float:
    """How much likelier the repaired text is than the garbled one."""
    shown = GLOSS.sub("", text[onset.start() : best.place]).translate(forms().simplified)
    walk = start().along(left[-CONTEXT:].translate(forms().simplified)).along(shown)
    walk, missing = walk_behind(walk, text, best.place, CONTEXT)
    return best.score - walk.weight - missing


def _edits(text: str, onset: re.Match[str], best: Branch) -> Iterator[Edit]:
    """Yield the repair, and a mark where an ASCII character behind it was swallowed."""
    start, end = onset.start(), best.place - best.swallowed
    rule = "slip.gloss" if onset["reading"] else "slip.mark"
    yield Edit(rule, start, end, text[start:end], best.text)
    if best.swallowed:
        yield _mark(text, end, best.place)


def _mark(text: str, start: int, end: int) -> Edit:
    """Mark what stays as it is, with the digits that touch it: one may be missing."""
    digits = _DIGITS.match(text, end)
    end = digits.end() if digits else end
    return Edit(UNREPAIRED, start, end, text[start:end], text[start:end], 0.0)

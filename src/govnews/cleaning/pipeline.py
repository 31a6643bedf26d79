"""The order of the passes, and `clean`, which runs them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple, Protocol

from govnews.cleaning import (
    breaks,
    controls,
    dots,
    entities,
    glosses,
    marks,
    mojibake,
    private,
    script,
    slips,
    spaces,
    stray,
    widths,
    wrapping,
)
from govnews.cleaning.characters import tally
from govnews.cleaning.forms import AMBIGUOUS, TraditionalOnly, forms
from govnews.cleaning.history import Step, Steps
from govnews.errors import UnknownChoiceError
from govnews.models import CleanText, Edit


class Page(NamedTuple):
    """What a pass is given.

    Attributes:
        text: The text that the passes before left.
        glossed: Whether the page was found to be a glossed one.
        shown: How often each character stands in the text, where that is known.
    """

    text: str
    glossed: bool
    shown: Mapping[str, int] | None


Repair = Callable[[Page], Iterable[Edit]]


class Signs(Protocol):
    """Characters without which a repair has nothing to do: a set, or what can tell."""

    def isdisjoint(self, shown: AbstractSet[str], /) -> bool:
        """Whether none of *shown* is among them."""


class Pass(NamedTuple):
    """One kind of repair.

    Attributes:
        repair: Makes it.
        signs: Characters without which there is nothing to repair; where there
            are none of that kind, it looks at every text.
    """

    repair: Repair
    signs: Signs = frozenset()

    def is_idle(self, shown: AbstractSet[str]) -> bool:
        """Whether it has nothing to do in a text of these characters."""
        return bool(self.signs) and self.signs.isdisjoint(shown)


def _always(repair: Callable[[str], Iterable[Edit]]) -> Repair:
    """Make the repair of one that is the same on glossed pages and on others."""
    return lambda page: repair(page.text)


def _as_glossed(repair: Callable[..., Iterable[Edit]]) -> Repair:
    """Make the repair of one that wants to know whether the page is glossed."""
    return lambda page: repair(page.text, glossed=page.glossed)


#: What is done, in this order.
#: Slips come before glosses: the glosses pin the bytes that were lost.
#: Misread UTF-8 comes before control characters: they are some of its bytes.
#: Lines are joined while widths are as the page had them.
REPAIRS: Final = (
    Pass(_always(mojibake.undo), mojibake.SIGNS),
    Pass(_always(private.settle), private.SIGNS),
    Pass(_always(controls.drop_invisible), controls.SIGNS),
    Pass(_always(entities.decode), frozenset("&")),
    Pass(lambda page: slips.repair(page.text) if page.glossed else (), frozenset("?")),
    Pass(_as_glossed(glosses.drop), frozenset("(")),
    Pass(_always(stray.drop)),
    Pass(_always(marks.drop_teaser_marks), marks.TEASER_SIGNS),
    Pass(_always(wrapping.join_wrapped), frozenset("\n")),
    Pass(_always(breaks.join_numbers), frozenset("\n")),
    Pass(_always(breaks.join_words), frozenset("\n")),
    Pass(_as_glossed(marks.drop_lone_marks), frozenset("?")),
    Pass(_as_glossed(marks.mark_unreadable), marks.LOSS_SIGNS),
    Pass(_as_glossed(marks.drop_commas), frozenset(",，")),
    Pass(_always(marks.drop_comma_pairs), frozenset("、")),
    Pass(_always(spaces.join_thousands), spaces.SIGNS),
    Pass(_always(spaces.plain_before_units), spaces.SIGNS),
    Pass(_always(dots.restore_dots), dots.SIGNS),
    Pass(_always(dots.widen_marks), dots.SIGNS),
    Pass(_always(widths.narrow), widths.SIGNS),
)

#: The last passes, by the script that is asked for; made when they are first needed.
SCRIPTS: Final[dict[str, Callable[[], tuple[Pass, ...]]]] = {
    "simplified": lambda: (
        Pass(lambda page: script.to_simplified(page.text, page.shown), TraditionalOnly()),
    ),
    "traditional": lambda: (
        Pass(
            lambda page: script.to_traditional(page.text, page.shown),
            forms().simplified_only | AMBIGUOUS,
        ),
    ),
    "keep": tuple,
}

ROUNDS: Final = 4
"""What one pass uncovers for an earlier one is seen to in the next round; two mostly suffice."""


def clean(text: str, *, script: str = "simplified") -> CleanText:
    """Undo what conversion and web sites did to a bulletin.

    Args:
        text: The text as it was found, however garbled.
        script: "simplified" and "traditional" convert a text that is in the
            other script, "keep" converts nothing.

    Returns:
        The cleaned text with every edit and the way back to *text*.

    Raises:
        TypeError: If *text* is not a str.
        UnknownChoiceError: If *script* is none of the three.

    >>> clean("省總工會(huì)服務(wù)職(zhí)工,走訪４３家企業(yè)").text
    '省总工会服务职工,走访43家企业'
    """
    if not isinstance(text, str):
        raise TypeError(f"clean needs a str, not {type(text).__name__}: decode bytes first")
    if script not in SCRIPTS:
        choices = ", ".join(map(repr, SCRIPTS))
        raise UnknownChoiceError(f"unknown script {script!r}: choose one of {choices}")
    passes = REPAIRS + SCRIPTS[script]()
    steps: list[Step] = []
    cleaned = text
    for _ in range(ROUNDS):
        before = cleaned
        for step in _round(before, passes):
            steps.append(step)
            cleaned = step.after
        if cleaned == before:
            break
    return CleanText(cleaned, text, history=Steps(text, tuple(steps)))


def _round(text: str, passes: tuple[Pass, ...]) -> Iterator[Step]:
    """Yield what each pass does that does anything."""
    shown = tally(text)
    page = Page(text, "(" in shown and glosses.is_glossed_page(text), shown)
    seen = frozenset(shown)
    for each in passes:
        if each.is_idle(seen):
            continue
        step = Step.of(page.text, each.repair(page))
        if step.made:
            yield step
            page = Page(step.after, page.glossed, None)
            seen |= step.put_in()

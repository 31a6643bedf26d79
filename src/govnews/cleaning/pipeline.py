"""The order of the passes, and `clean`, which runs them."""

from collections.abc import Callable, Iterator
from typing import Final

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
from govnews.cleaning.edits import apply, compose
from govnews.errors import UnknownChoiceError
from govnews.models import CleanText, Edit

Pass = Callable[[str, bool], Iterator[Edit]]

#: What is done, in this order.  A pass is given the text that the passes
#: before it left, and whether the page was found to be a glossed one.
#: Slips come before glosses: the glosses pin the bytes that were lost.
#: Misread UTF-8 comes before control characters: they are some of its bytes.
#: Lines are joined while widths are as the page had them.
REPAIRS: Final[tuple[Pass, ...]] = (
    lambda text, _: mojibake.undo(text),
    lambda text, _: private.settle(text),
    lambda text, _: controls.drop_invisible(text),
    lambda text, _: entities.decode(text),
    lambda text, glossed: slips.repair(text) if glossed else iter(()),
    lambda text, glossed: glosses.drop(text, glossed=glossed),
    lambda text, _: stray.drop(text),
    lambda text, _: marks.drop_teaser_marks(text),
    lambda text, _: wrapping.join_wrapped(text),
    lambda text, _: breaks.join_numbers(text),
    lambda text, _: breaks.join_words(text),
    lambda text, glossed: marks.drop_lone_marks(text, glossed=glossed),
    lambda text, glossed: marks.mark_unreadable(text, glossed=glossed),
    lambda text, glossed: marks.drop_commas(text, glossed=glossed),
    lambda text, _: marks.drop_comma_pairs(text),
    lambda text, _: spaces.join_thousands(text),
    lambda text, _: spaces.plain_before_units(text),
    lambda text, _: dots.restore_dots(text),
    lambda text, _: dots.widen_marks(text),
    lambda text, _: widths.narrow(text),
)

#: The last pass, by the script that is asked for.
SCRIPTS: Final[dict[str, tuple[Pass, ...]]] = {
    "simplified": (lambda text, _: script.to_simplified(text),),
    "traditional": (lambda text, _: script.to_traditional(text),),
    "keep": (),
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
    edits: list[Edit] = []
    cleaned = text
    for _ in range(ROUNDS):
        before = cleaned
        cleaned, edits = _round(text, cleaned, edits, REPAIRS + SCRIPTS[script])
        if cleaned == before:
            break
    return CleanText(cleaned, text, tuple(edits))


def _round(
    raw: str, text: str, edits: list[Edit], passes: tuple[Pass, ...]
) -> tuple[str, list[Edit]]:
    glossed = "(" in text and glosses.is_glossed_page(text)
    for make in passes:
        made = list(make(text, glossed))
        if made:
            edits = compose(raw, edits, text, made)
            text = apply(made, text)
    return text, edits

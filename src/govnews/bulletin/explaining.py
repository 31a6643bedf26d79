"""The public call that says why a number was read as it was, or was not."""

from dataclasses import replace

from govnews import figures, segmentation
from govnews.bulletin.calls import damage_of, placed
from govnews.bulletin.checking import checked
from govnews.bulletin.cleaned import clean
from govnews.bulletin.lexicon import Lexical, vocabulary_of
from govnews.figures import Reading
from govnews.models import CleanText, Edit


def explain(text: str, *, lexicon: Lexical = None) -> tuple[Reading, ...]:
    r"""Say of every number of a text what read it, or why nothing did.

    Args:
        text: The text as it was found.
        lexicon: As for `extract`.

    Returns:
        The readings, place by place; at each, what was read comes first, then
        what other rules would have read and what was asked before them.  The
        figures of those with outcome "read" are what `extract` returns.
        Offsets are code points of *text*.

    Raises:
        TypeError: If *text* is not a str.
        LexiconError: If the file of *lexicon* is not what it should be.
        OSError: If it cannot be read.

    >>> print(*explain("上午8时30分，进一步看望百名职工"), sep="\n")
    2..7 8时30分 as exclusion.clock_time: excluded: 8时30分 is no figure: clock_time
    8..11 进一步 as exclusion.idiom: excluded: 进一步 is no figure: idiom
    13..15 百名: bare: 百名 has no digit, and no qualifier (近, 上, 余) says that it counts
    """
    vocabulary = vocabulary_of(lexicon)
    cleaned = clean(checked(text, "explain"))
    damage = damage_of(cleaned)
    found = figures.explain(cleaned.text, segmentation.tagged, vocabulary=vocabulary)
    return tuple(_replaced(reading, cleaned, damage) for reading in found)


def _replaced(reading: Reading, cleaned: CleanText, damage: list[Edit]) -> Reading:
    start, end = cleaned.to_raw(reading.start, reading.end)
    place, _ = cleaned.to_raw(reading.place, reading.place + 1)
    figure = reading.figure and placed(reading.figure, cleaned, damage)
    return replace(reading, start=start, end=end, place=place, figure=figure)

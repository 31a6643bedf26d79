"""Where the figures of a bulletin stand in its cleaned text."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from govnews.models import CleanText, Figure


def places(cleaned: CleanText, figures: Iterable[Figure]) -> Iterator[tuple[Figure, int]]:
    """Yield each figure with its first code point in the cleaned text.

    The figures are in order and their offsets are those of the raw text.

    >>> from govnews.models import Edit, Kind
    >>> cleaned = CleanText("去年7月", "去(qù)年7月", (Edit("gloss.drop", 1, 5, "(qù)", ""),))
    >>> [at for _, at in places(cleaned, [Figure(Kind.DATE, "7月", 6, 8, "--07")])]
    [2]
    """
    at, shift = 0, 0
    for figure in figures:
        at = _place(cleaned, figure, at, figure.start - shift)
        shift = figure.start - at
        yield figure, at


def _place(cleaned: CleanText, figure: Figure, low: int, guess: int) -> int:
    """Return the place: where the last shift puts it, or else by halving."""
    length = len(figure.text)
    if (
        low <= guess
        and cleaned.text.startswith(figure.text, guess)
        and cleaned.to_raw(guess, guess + length) == (figure.start, figure.end)
    ):
        return guess
    ends = range(len(cleaned.text) + 1)
    first = bisect_left(ends, figure.start, low, key=lambda place: cleaned.to_raw(place, place)[0])
    last = bisect_left(ends, figure.end, first, key=lambda place: cleaned.to_raw(0, place)[1])
    found = cleaned.text.find(figure.text, first, max(last, first + length))
    return first if found < 0 else found

"""Marks of damage, with the digits that touch it: one of them may be missing too."""

from typing import Final

from govnews.models import UNREPAIRED, Edit

_DIGITS: Final = frozenset("0123456789０１２３４５６７８９")


def mark(text: str, start: int, end: int, floor: int = 0) -> Edit:
    r"""Return the mark of a span that stays as it is, widened by the digits on both sides of it.

    Args:
        text: The text.
        start: First code point of the damage.
        end: One past its last.
        floor: How far to the left the mark may grow: the end of the edit
            before, so that many spans of one text are widened in linear time.

    >>> mark("共1\ufffd99名", 2, 3).before
    '1\ufffd99'
    """
    while start > floor and text[start - 1] in _DIGITS:
        start -= 1
    while end < len(text) and text[end] in _DIGITS:
        end += 1
    return Edit(UNREPAIRED, start, end, text[start:end], text[start:end], 0.0)

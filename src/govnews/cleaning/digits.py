"""The digits that touch a place where something is missing: one of them may be missing too."""

from typing import Final

_DIGITS: Final = frozenset("0123456789０１２３４５６７８９")


def with_digits(text: str, start: int, end: int, floor: int = 0) -> tuple[int, int]:
    r"""Return the span widened by the digits on both sides of it.

    Args:
        text: The text.
        start: First code point of the damage.
        end: One past its last.
        floor: How far to the left the span may grow: the end of the span
            before, so that many spans of one text are widened in linear time.

    >>> with_digits("共1\ufffd99名", 2, 3)
    (1, 5)
    """
    while start > floor and text[start - 1] in _DIGITS:
        start -= 1
    while end < len(text) and text[end] in _DIGITS:
        end += 1
    return start, end

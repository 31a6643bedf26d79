"""Where something stands in a file, and how it is shown there."""

from bisect import bisect_right
from collections.abc import Callable
from typing import Final

from govnews.cli import table

#: What is wrapped gets that much room also on a narrower terminal.
_LEAST: Final = 20


def places(raw: str) -> Callable[[int], tuple[int, int]]:
    r"""Return what tells the line and column of a position, both counted from 1.

    >>> place = places("一\r\n二三\n")
    >>> place(0), place(4)
    ((1, 1), (2, 2))
    """
    starts = [0]
    for index, character in enumerate(raw):
        if character == "\n" or (character == "\r" and raw[index + 1 : index + 2] != "\n"):
            starts.append(index + 1)

    def place(position: int) -> tuple[int, int]:
        line = bisect_right(starts, position)
        return line, position - starts[line - 1] + 1

    return place


def wrapped(text: str, room: int | None) -> list[str]:
    """Break a text between words so that no line is wider than *room*, if a word is not.

    >>> wrapped("Full-width digits (５％) got their usual width.", 24)
    ['Full-width digits (５％)', 'got their usual width.']
    """
    if room is None:
        return [text]
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".lstrip()
        if lines[-1] and table.width(longer) > max(room, _LEAST):
            lines.append(word)
        else:
            lines[-1] = longer
    return lines

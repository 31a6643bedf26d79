"""Characters that nobody sees: byte order marks, zero widths, control characters."""

import re
from collections.abc import Iterator

from govnews.models import Edit

_INVISIBLE = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters, but for tab and line ends
    "\xad"  # soft hyphen
    "\u200b\u200c\u200e\u200f\u2060"  # zero widths (the joiner stays: emoji need it)
    "\u202a-\u202e"  # directions
    "\ufeff"  # byte order mark
    "]+"
)


def drop_invisible(text: str) -> Iterator[Edit]:
    r"""Yield an edit for every run of characters that have no width.

    Line ends and tabs stay.

    >>> [edit.before for edit in drop_invisible("\ufeff工会\x00\t")]
    ['\ufeff', '\x00']
    """
    for found in _INVISIBLE.finditer(text):
        yield Edit("control.drop", *found.span(), found[0], "")

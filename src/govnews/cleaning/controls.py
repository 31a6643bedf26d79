"""Characters that nobody sees: byte order marks, zero widths, control characters.

The substitute character (U+001A) is none of them but at the end of a text: a
converter writes it where it knows no better, so a digit may have stood there.
`marks` marks it like U+FFFD.
"""

import re
from collections.abc import Iterator
from typing import Final

from govnews.models import Edit

_RANGES: Final = (
    *("\x00\x08", "\x0b\x0c", "\x0e\x1f", "\x7f\x9f", "\xad\xad", "\u061c\u061c", "\u180e\u180e"),
    *("\u200b\u200f", "\u202a\u202e", "\u2060\u206f", "\ufeff\ufeff", "\ufff9\ufffb"),
)
SIGNS: Final = frozenset(
    chr(code) for first, last in _RANGES for code in range(ord(first), ord(last) + 1)
)
"""What nobody sees, where it is not wanted."""

_INVISIBLE = re.compile(
    "(?:["
    "\x00-\x08\x0b\x0c\x0e-\x19\x1b-\x1f\x7f-\x9f"  # control characters, but for tab and line ends
    "\xad"  # soft hyphen
    "\u180e\u200b\u200e\u200f\u2060-\u2064"  # zero widths, marks of direction
    "\u061c\u202a-\u202e\u2066-\u206f"  # directions
    "\ufeff\ufff9-\ufffb"  # byte order mark, interlinear notes
    "]"
    # the joiners stay in emoji and in the scripts that need them
    "|[\u200c\u200d](?=[\\s\u3000-\u303f㐀-鿿，。；：！？0-9])"
    "|(?<=[㐀-鿿，。；：！？0-9])[\u200c\u200d]"
    "|(?<!\x1a)\x1a++\\Z"
    ")+"
)


def drop_invisible(text: str) -> Iterator[Edit]:
    r"""Yield an edit for every run of characters that have no width.

    Line ends and tabs stay.

    >>> [edit.before for edit in drop_invisible("\ufeff工会\x00\t")]
    ['\ufeff', '\x00']
    """
    for found in _INVISIBLE.finditer(text):
        yield Edit("control.drop", *found.span(), found[0], "")

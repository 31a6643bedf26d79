r"""Typographic spaces inside figures: 1\u202f099.80\u202f万元.

Plain, no-break, thin and ideographic spaces inside a figure are left: the
extractor reads past them, and between two numbers (2019 2020) they may
be all that separates them.  The rarer fixed-width spaces are a typesetter's,
who puts them between thousands and before units only.
"""

import re
from collections.abc import Iterator
from typing import Final

from govnews.models import Edit

_SPACES: Final = "\u2000-\u2008\u200a\u202f\u205f"
_ANY = re.compile(f"[{_SPACES}]")
_THOUSANDS = re.compile(
    rf"(?<![0-9０-９.．,，{_SPACES}])[0-9０-９]{{1,3}}(?:[{_SPACES}][0-9０-９]{{3}})+(?![0-9０-９])"
)
_BEFORE_UNIT = re.compile(rf"(?<=[0-9０-９])[{_SPACES}]+(?=[㐀-鿿%％‰℃])")


def join_thousands(text: str) -> Iterator[Edit]:
    r"""Yield an edit for every typographic space between thousands.

    >>> [edit.start for edit in join_thousands("共1\u202f099\u202f800元")]
    [2, 6]
    """
    if not _ANY.search(text):
        return
    for number in _THOUSANDS.finditer(text):
        for space in _ANY.finditer(text, *number.span()):
            yield Edit("space.thousands", *space.span(), space[0], "")


def plain_before_units(text: str) -> Iterator[Edit]:
    r"""Yield an edit that makes the space between a number and its unit a plain one.

    >>> [edit.after for edit in plain_before_units("80\u202f万元")]
    [' ']
    """
    if not _ANY.search(text):
        return
    for space in _BEFORE_UNIT.finditer(text):
        yield Edit("space.plain", *space.span(), space[0], " ")

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

SIGNS: Final = frozenset("\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u200a\u202f\u205f")
"""The typographic spaces."""

_SPACES: Final = "".join(sorted(SIGNS))
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
    for number in _THOUSANDS.finditer(text):
        for space in _ANY.finditer(text, *number.span()):
            yield Edit("space.thousands", *space.span(), space[0], "")


def plain_before_units(text: str) -> Iterator[Edit]:
    r"""Yield an edit that makes the space between a number and its unit a plain one.

    >>> [edit.after for edit in plain_before_units("80\u202f万元")]
    [' ']
    """
    for space in _BEFORE_UNIT.finditer(text):
        yield Edit("space.plain", *space.span(), space[0], " ")

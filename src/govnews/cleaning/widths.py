"""Full-width digits and letters, and the marks inside numbers: １０９９．８０ is 1099.80.

Chinese punctuation is not touched: ，and ： between words are right as they are.
"""

import re
from collections.abc import Iterator
from typing import Final

from govnews.models import Edit

_WIDE = re.compile(
    r"""
    [０-９Ａ-Ｚａ-ｚ]+
    | (?<=[0-9０-９])．(?=[0-9０-９])
    | (?<=[0-9０-９])％
    | (?<=[０-９])，(?=[０-９]{3}(?![0-9０-９]))     # ５，１２０
    """,
    re.VERBOSE,
)
SIGNS: Final = frozenset("．％") | frozenset(
    chr(code) for code in range(ord("０"), ord("ｚ") + 1) if chr(code).isalnum()
)
"""What may have to be narrowed."""

_DIGITS_BEFORE = re.compile(r"(?<![0-9０-９])[０-９]{1,3}$")
_NARROW: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_GROUP: Final = 4


def narrow(text: str) -> Iterator[Edit]:
    """Yield an edit for every run of full-width digits or letters.

    >>> [edit.after for edit in narrow("１０９９．８０萬元，Ａ級")]
    ['1099', '.', '80', 'A']
    """
    for found in _WIDE.finditer(text):
        start, end = found.span()
        if found[0] == "，" and not _DIGITS_BEFORE.search(text[max(0, start - _GROUP) : start]):
            continue
        yield Edit("width.narrow", start, end, found[0], found[0].translate(_NARROW))

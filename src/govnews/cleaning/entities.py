"""Character references that a site left in its text: &nbsp; and &#8220;."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final
from unicodedata import category

from govnews.models import Edit

#: A reference, with any number of ampersands that were escaped again (&amp;nbsp;).
#: Its semicolon may be full-width (a converter's), or missing where Chinese
#: text or another reference follows: no word and no address goes on like that.
_REFERENCE = re.compile(
    r"""
    &(?:(?:amp|\#38|\#x26);)*
    (?: (?P<name>[A-Za-z]{2,8}[0-9]{0,2}|\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6});
      | (?P<known>nbsp|[em][nm]sp|thinsp|[lr][ds]quo|[mn]dash|hellip|middot|\#(?:160|8[0-9]{3}))
        (?: ； | (?=[㐀-鿿\u3000-\u303f\uff01-\uff5e“”‘’…—·]|&) )
    )
    """,
    re.VERBOSE,
)
_FOLLOWED = re.compile(r"[#0-9A-Za-z]{1,12};")
_OPEN = re.compile(r"&[#0-9A-Za-z]{0,12}$")
_OPEN_LENGTH: Final = 13

#: Decoding these behind an ampersand could spell another reference.
_SPELLING: Final = re.compile(r"[0-9A-Za-z]")
#: Unicode's categories of what has no width, and of what a site's font draws.
_FORMAT: Final = "Cf"
_PRIVATE: Final = "Co"


def decode(text: str) -> Iterator[Edit]:
    """Yield an edit for every well-formed reference.

    A no-break space becomes a plain one, and what has no width goes.  What is
    not well formed stays.

    >>> [edit.after for edit in decode("&#8220;三嚴三實&rdquo;&nbsp;A&B;")]
    ['“', '”', ' ']
    """
    shown = ""
    done = 0
    for found in _REFERENCE.finditer(text):
        meant = _meaning(found["name"] or found["known"])
        if meant is None or (meant == "&" and _FOLLOWED.match(text, found.end())):
            continue
        # what stands before it once all that is yielded is made
        shown = (shown + text[max(done, found.start() - _OPEN_LENGTH) : found.start()])[
            -_OPEN_LENGTH:
        ]
        done = found.start()
        if _SPELLING.match(meant) and _OPEN.search(shown):
            continue
        shown, done = shown + meant, found.end()
        yield Edit("entity.decode", *found.span(), found[0], meant)


def _meaning(name: str) -> str | None:
    """Return the character that a reference names; None where it is better left."""
    meant = unescape(f"&{name};")
    if len(meant) != 1 or meant in "#;":
        return None
    kind = category(meant)
    if kind == _FORMAT:
        return ""
    if kind == "Zs" and meant != "\u3000":
        return " "
    return meant if meant.isprintable() or meant in "\n\t\u3000" or kind == _PRIVATE else None

"""Character references that a site left in its text: &nbsp; and &#8220;."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from govnews.models import Edit

#: A reference, with any number of ampersands that were escaped again (&amp;nbsp;).
_REFERENCE = re.compile(
    r"&(?:(?:amp|\#38|\#x26);)*(?P<name>[A-Za-z]{2,8}[0-9]{0,2}|\#[0-9]{1,7}|\#x[0-9A-Fa-f]{1,6});"
)
_FOLLOWED = re.compile(r"[#0-9A-Za-z]{1,12};")

#: Decoding these could spell another reference; no site escapes them.
_NEVER: Final = re.compile(r"[0-9A-Za-z#;]")


def decode(text: str) -> Iterator[Edit]:
    """Yield an edit for every well-formed reference.

    A no-break space becomes a plain one.  What is not well formed stays.

    >>> [edit.after for edit in decode("&#8220;三嚴三實&rdquo;&nbsp;A&B;")]
    ['“', '”', ' ']
    """
    for found in _REFERENCE.finditer(text):
        meant = unescape(f"&{found['name']};").replace("\xa0", " ")
        if len(meant) != 1 or not (meant.isprintable() or meant in "\n\t") or _NEVER.match(meant):
            continue
        if meant == "&" and _FOLLOWED.match(text, found.end()):
            continue
        yield Edit("entity.decode", *found.span(), found[0], meant)

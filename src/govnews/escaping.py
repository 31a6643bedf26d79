"""Text that may come from anyone, in a page: nothing of it is obeyed.

Markup is escaped, what HTML has no place for is shown as a replacement character, and a mark
that turns the direction of writing reaches no further than itself.
"""

import re
from html import escape
from typing import Final

#: What a browser would drop or refuse: C0 controls but for tab and line ends, C1, surrogates.
_REFUSED: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
#: Marks, embeddings, overrides and isolates of the bidirectional algorithm.
_TURNING: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def writable(text: str) -> str:
    r"""Return *text* with what no page can hold replaced, a character by a character.

    >>> writable("5\x00万\ud800元")
    '5�万�元'
    """
    return _REFUSED.sub("\ufffd", text)


def content(text: str) -> str:
    r"""Return *text* as the content of an element.

    >>> content("<b>\x00\ud800")
    '&lt;b&gt;��'
    >>> content("抽\u202e查").encode("ascii", "backslashreplace")
    b'\\u62bd<bdi title="U+202E">\\u202e</bdi>\\u67e5'
    """
    return _TURNING.sub(_isolated, escape(writable(text)))


def _isolated(mark: re.Match[str]) -> str:
    """Keep a mark, in an element that ends what it begins and shows its name."""
    return f'<bdi title="U+{ord(mark[0]):04X}">{mark[0]}</bdi>'


def attribute(text: str) -> str:
    r"""Return *text* as the value of an attribute, between double quotes.

    >>> attribute('">\u202e')
    '&quot;&gt;\\u202e'
    """
    return escape("\n".join(map(visible, text.split("\n"))))


def visible(text: str) -> str:
    r"""Return *text* with everything that nobody sees, or that breaks a line, as escapes.

    >>> visible("5\u3000万\u200b元\n")
    '5\\u3000万\\u200b元\\n'
    """
    if text.isprintable():
        return text
    # what Python does not print: controls, formats, private use, lone surrogates, all
    # spaces but the plain one
    return "".join(
        character if character.isprintable() else repr(character)[1:-1] for character in text
    )

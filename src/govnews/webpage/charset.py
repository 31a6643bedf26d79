"""The encoding that a web page declares for itself.

A page in a file has no HTTP header, so what is left of the HTML standard's
rules is its declaration: the `meta` elements and the XML declaration.
Labels mean what https://encoding.spec.whatwg.org makes of them: gb2312 and gbk
are gb18030, Big5 is Big5 with Hong Kong's additions.  Two things differ,
because pages on disk are not as they were sent:

- A declared Latin encoding is no declaration: Chinese cannot be written in it,
  and templates carry it about.
- Whether a page that declares gb2312 was saved as UTF-8 is for the caller to
  check (`govnews.reading` does).
"""

import re
from typing import Final

from govnews.errors import DecodeError

#: How much of a page is searched.  Browsers look at 1024 bytes and begin again where a
#: declaration comes later; a page is in one piece here, so a generous look is the same.
_HEAD: Final = 1 << 14
_DECLARATION: Final = re.compile(
    rb"""
    <!--.*?(?:-->|\Z)                                     # what is commented out says nothing
    | <meta(?=[\s/])(?P<meta>(?:[^>"']|"[^"]*"|'[^']*')*)
    | \A\s*<\?xml\s(?P<xml>[^>]*)
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE: Final = re.compile(
    rb"""([^\s=/"'>]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.DOTALL
)
_IN_CONTENT: Final = re.compile(rb"""charset\s*=\s*["']?([^\s"';]+)""", re.IGNORECASE)

_GB: Final = (
    *("chinese", "csgb2312", "csiso58gb231280", "gb18030", "gb2312", "gb_2312", "gb_2312-80"),
    *("gbk", "iso-ir-58", "x-gbk"),
)
_BIG5: Final = ("big5", "big5-hkscs", "cn-big5", "csbig5", "x-x-big5")
#: Codec of this standard library for each label of the WHATWG that Chinese pages use.
_CODECS: Final = dict.fromkeys(_GB, "gb18030") | dict.fromkeys(_BIG5, "big5hkscs")
#: Labels that are known, but hold what `govnews` does not read.
_REFUSED: Final = re.compile(
    r"x-user-defined|replacement|hz-gb-2312|iso-2022-\S+|csiso2022\S+|utf-7|utf-32\S*"
    r"|euc-(?:jp|kr)|x-euc-jp|shift[-_]jis|x-sjis|sjis|windows-31j|ms932|ks_?c\S*|windows-949"
    r"|koi8\S*|(?:windows-|x-cp)125[013-8]"
)


def declared_codec(data: bytes, *, name: str = "<bytes>") -> str | None:
    """Return Python's name for the encoding that a page declares.

    None where the page declares none, an unknown one, a Latin one or UTF-8:
    the bytes tell better then.

    Args:
        data: The bytes of the page.
        name: What an error message calls it.

    Raises:
        DecodeError: If the page says that it is in an encoding that is not read.

    >>> declared_codec(b'<meta http-equiv=Content-Type content="text/html; charset=gb2312">')
    'gb18030'
    """
    for found in _DECLARATION.finditer(data[:_HEAD]):
        label = _label(found)
        if label is None:
            continue
        if _REFUSED.fullmatch(label):
            raise DecodeError(
                f"{name}: byte {found.start()}: the page declares itself to be in {label}, which "
                "is not read: save it again as UTF-8, with that in its declaration",
                offset=found.start(),
            )
        return _CODECS.get(label)
    return None


def _label(found: re.Match[bytes]) -> str | None:
    """Return the label in a declaration, in lower case."""
    attributes = {
        name.lower(): double or single or bare
        for name, double, single, bare in _ATTRIBUTE.findall(found["meta"] or found["xml"] or b"")
    }
    label = attributes.get(b"encoding") if found["xml"] else attributes.get(b"charset")
    if label is None and attributes.get(b"http-equiv", b"").lower() == b"content-type":
        inside = _IN_CONTENT.search(attributes.get(b"content", b""))
        label = inside[1] if inside else None
    return label.decode("ascii", "replace").strip().lower() if label else None

"""Any text at all as HTML, as JSON within HTML, and as a part of a link."""

import json
import re
from html import escape
from typing import Any, Final
from urllib.parse import quote

from govnews.escaping import writable

#: What would turn the direction of all that follows: embeddings, overrides and isolates.
_TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
#: What JSON may hold and a script element may not (</script>, <!--), or an encoder or an
#: editor of the page may stumble over.
_UNEMBEDDED: Final = re.compile(
    "[<>&\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)


def shown(text: str) -> str:
    r"""Return *text* with a replacement character for what cannot be shown, one for one.

    >>> shown("5万\x00元") == "5万\ufffd元"
    True
    """
    return _TURNING.sub("\ufffd", writable(text))


def as_html(text: str) -> str:
    """Return *text* for between tags and for attributes in quotes.

    >>> as_html('<b title="x">')
    '&lt;b title=&quot;x&quot;&gt;'
    """
    return escape(shown(text))


def isolated(text: str, language: str = "zh-Hans") -> str:
    """Return an element with *text*, which turns nothing around it from right to left.

    >>> isolated("职工")
    '<bdi lang="zh-Hans">职工</bdi>'
    """
    return f'<bdi lang="{language}">{as_html(text)}</bdi>'


def as_json(data: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    r"""Return *data* as JSON that can stand in a script element.

    >>> as_json(["</script>", "5万元"])
    '["\\u003c/script\\u003e","5万元"]'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _UNEMBEDDED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def as_link(**wanted: str) -> str:
    """Return the link to the table of figures where it shows only what is wanted.

    >>> as_link(kind="money", unit="元")
    '#figures?kind=money&amp;unit=%E5%85%83'
    """
    pairs = (f"{name}={quote(text, safe='', errors='replace')}" for name, text in wanted.items())
    return "#figures?" + "&amp;".join(pairs)

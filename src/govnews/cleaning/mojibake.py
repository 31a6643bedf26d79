"""UTF-8 that was read as Latin-1 or Windows-1252: å·¥ä¼š is 工会.

The bytes are all there, so the text comes back exactly, whatever number of
times it was misread.  Five bytes mean nothing in Windows-1252 (81 8D 8F 90
9D): some readers keep them as control characters, others drop them; and a
no-break space is often made a plain one.  A character that lost a byte is
marked where the page is known to be misread.

A run of two characters that decode to Chinese is beyond doubt: in no language
do two letters with accents each stand before two signs.  One alone (“Café”—
spells 锗) is believed only on a page that holds more.
"""

import re
from collections.abc import Iterator
from typing import Final

from govnews.cleaning.digits import mark
from govnews.models import Edit


def _bytes() -> dict[str, int]:
    """Return the byte of every character that Latin-1 or Windows-1252 reads above ASCII."""
    table = {chr(byte): byte for byte in range(0x80, 0x100)}
    for byte in range(0x80, 0xA0):
        table |= dict.fromkeys(bytes([byte]).decode("cp1252", "ignore"), byte)
    return table


_BYTES: Final = _bytes()
_TRAIL: Final = "[" + "".join(char for char, byte in _BYTES.items() if byte < 0xC0) + "]"  # noqa: PLR2004
_STRICT: Final = rf"[Â-ß]{_TRAIL}|[à-ï]{_TRAIL}{{2}}|[ð-ô]{_TRAIL}{{3}}"
#: The same with a no-break space that was made a plain one
_LOOSE: Final = rf"{_STRICT}|Â |[à-ï](?: {_TRAIL}|{_TRAIL} )"

SIGNS: Final = frozenset("Ããäåæçèéïð")
"""One of them stands in whatever is beyond doubt: as what the first byte of a Han character
or of a byte order mark is misread, once (ä) or more than once (Ã)."""

_GUARD = re.compile(rf"[Â-ô] ?{_TRAIL}")
_RUNS = re.compile(rf"(?:{_STRICT})+")
_LOOSE_RUNS = re.compile(
    rf"(?P<run>(?:{_LOOSE})+)"
    # a letter of a word (café) is none of it
    rf"|(?<![A-Za-z])(?P<rest>[Â-ô](?:{_TRAIL}|\ufffd){{0,2}})(?![A-Za-z])"
)
_CHINESE = re.compile(
    "[\u3000-\u303f㐀-鿿\uf900-\ufaff\uff01-\uffe6\U00020000-\U0003ffff"
    "\u2010-\u2027\u2030-\u203b\u2100-\u22ff\u2460-\u27bf·×÷±°§\ufeff]+"
)
_HAN = re.compile("[\u3001-\u303f㐀-鿿\U00020000-\U0003ffff，；：！？（）]")
_MISREADINGS: Final = 3
_BEYOND_DOUBT: Final = 2


def undo(text: str) -> Iterator[Edit]:
    """Yield an edit for every run of misread text, a mark for what lost a byte.

    >>> [edit.after for edit in undo("å·¥ä¼š5äºº, Café")]
    ['工会', '人']
    """
    if not _GUARD.search(text):
        return
    known = any(map(_is_sure, _RUNS.finditer(text)))
    if not known:
        yield from _byte_order_marks(text)
        return
    end = 0
    for found in _LOOSE_RUNS.finditer(text):
        if found.start() < end:
            continue
        meant = _decoded(found["run"]) if found["run"] else None
        if meant is None:
            edit = mark(text, *found.span(), floor=end)
        else:
            sure = " " not in found[0] and len(meant) >= _BEYOND_DOUBT
            edit = Edit("mojibake.undo", *found.span(), found[0], meant, 1.0 if sure else 0.9)
        end = edit.end
        yield edit


def _is_sure(found: re.Match[str]) -> bool:
    meant = _decoded(found[0])
    return (
        meant is not None
        and _CHINESE.fullmatch(meant) is not None
        and len(_HAN.findall(meant)) >= _BEYOND_DOUBT
    )


def _byte_order_marks(text: str) -> Iterator[Edit]:
    for found in re.finditer("ï»¿", text):
        yield Edit("mojibake.undo", *found.span(), found[0], "\ufeff")


def _decoded(run: str) -> str | None:
    """Return what a run says, or None where its bytes are no text."""
    meant = run
    for _ in range(_MISREADINGS):
        if not _RUNS.fullmatch(meant) and meant is not run:
            break
        try:
            meant = bytes(_BYTES.get(char, 0xA0) for char in meant).decode()
        except UnicodeDecodeError:
            return None
    readable = meant.replace("\xa0", " ").replace("\u3000", " ").replace("\ufeff", "")
    return meant.replace("\xa0", " ") if readable.isprintable() else None

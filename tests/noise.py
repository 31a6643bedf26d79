"""What else sites do to a page, beside converting and glossing it, with a seed.

Each noise takes a page and returns it noisier.  A page is a list of what is
shown, each piece with the index of the sound character that it stands for
(-1 where it stands for none).
"""

from collections.abc import Callable, Iterator
from itertools import groupby
from random import Random

Piece = tuple[str, int]
Noise = Callable[[list[Piece], Random], list[Piece]]

TEASERS = ("... [详情]", "... [詳情]", "……【详细】")
ZERO_WIDTHS = "\u200b\u200c\u2060\ufeff\xad"
ENTITIES = {"“": "&ldquo;", "”": "&#8221;", "《": "&#12298;", "》": "&#x300B;", "、": "&#12289;"}
WIDE_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")
_SOME = 0.1


def commas(page: list[Piece], random: Random) -> list[Piece]:
    """Double some commas and put some before a full stop."""
    noisy: list[Piece] = []
    for shown, origin in page:
        if shown == "。" and random.random() < _SOME:
            noisy.append((",", -1))
        noisy.append((shown, origin))
        if shown == "," and random.random() < _SOME:
            noisy.append((",", -1))
    return noisy


def lone_marks(page: list[Piece], random: Random) -> list[Piece]:
    """Begin some paragraphs with the `?` that a » or a no-break space became."""
    noisy: list[Piece] = []
    for line in _lines(page):
        if line[0][1] >= 0 and line[0][0] not in "\n?" and random.random() < _SOME * 3:
            noisy.append(("?", -1))
        noisy += line
    return noisy


def teasers(page: list[Piece], random: Random) -> list[Piece]:
    """End some paragraphs in a teaser's mark."""
    noisy: list[Piece] = []
    for line in _lines(page):
        end = [line.pop()] if line[-1][0] == "\n" else []
        if line and random.random() < _SOME * 2:
            line += [(shown, -1) for shown in random.choice(TEASERS)]
        noisy += line + end
    return noisy


def zero_widths(page: list[Piece], random: Random) -> list[Piece]:
    """Put characters in that nobody sees."""
    noisy: list[Piece] = []
    for piece in page:
        if random.random() < _SOME / 4:
            noisy.append((random.choice(ZERO_WIDTHS), -1))
        noisy.append(piece)
    return noisy


def byte_order_mark(page: list[Piece], _: Random) -> list[Piece]:
    """Begin with a byte order mark."""
    return [("\ufeff", -1), *page]


def entities(page: list[Piece], random: Random) -> list[Piece]:
    """Write some marks as character references."""
    noisy: list[Piece] = []
    for shown, origin in page:
        wanted = shown in ENTITIES and random.random() < _SOME * 5
        noisy += [(each, origin) for each in (ENTITIES[shown] if wanted else shown)]
    return noisy


def wide_digits(page: list[Piece], random: Random) -> list[Piece]:
    """Widen the digits of some numbers."""
    noisy: list[Piece] = []
    for digits, pieces in groupby(page, key=lambda piece: piece[0] in "0123456789"):
        run = list(pieces)
        if digits and random.random() < _SOME * 5:
            run = [(shown.translate(WIDE_DIGITS), origin) for shown, origin in run]
        noisy += run
    return noisy


def misread_utf8(page: list[Piece], random: Random) -> list[Piece]:
    """Show some paragraphs' UTF-8 bytes as Latin-1."""
    noisy: list[Piece] = []
    for line in _lines(page):
        if random.random() < _SOME:
            line = [(each, o) for s, o in line for each in s.encode().decode("latin-1")]  # noqa: PLW2901
        noisy += line
    return noisy


#: In the order in which they befall a page.
NOISES: dict[str, Noise] = {
    "wide digits": wide_digits,
    "commas": commas,
    "lone marks": lone_marks,
    "teasers": teasers,
    "zero widths": zero_widths,
    "entities": entities,
    "misread utf-8": misread_utf8,
    "byte order mark": byte_order_mark,
}


def _lines(page: list[Piece]) -> Iterator[list[Piece]]:
    line: list[Piece] = []
    for piece in page:
        line.append(piece)
        if piece[0] == "\n":
            yield line
            line = []
    if line:
        yield line

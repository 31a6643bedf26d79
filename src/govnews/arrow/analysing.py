"""Rows with a text each, analysed; of what cannot be analysed it is said why."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, NamedTuple

from govnews.arrow.slicing import slices
from govnews.bulletin.analysis import Given
from govnews.bulletin.bulletin import Bulletin
from govnews.bulletin.resolving import issued_on
from govnews.bulletin.work import Analysis
from govnews.errors import DecodeError
from govnews.working import Bunch, answers

#: Code points that are analysed at once. The longest work reports have 30,000.
LIMIT: Final = 100_000
NO_TEXT: Final = "the row has no text"


class Row(NamedTuple):
    """A text to be analysed.

    Attributes:
        id: What its bulletin is to be called.
        text: What it says, in chunks; None where nothing is known of it but *error*.
        issued: Its day of issue, if that is known.
        error: Why there is no text.
    """

    id: str | None
    text: Iterable[str] | None
    issued: date | str | None = None
    error: str | None = None


class Piece(NamedTuple):
    """What was made of a row, or of a slice of it where its text is very long.

    Attributes:
        row: The number of the row, from 0.
        id: What the bulletin is called.
        slice: The number of the slice, from 0.
        offset: Where the slice begins in the text of the row.
        first: The number of its first paragraph.
        bulletin: What it says, with offsets in the slice; None where that is not known.
        error: Why not.
    """

    row: int
    id: str | None
    slice: int = 0
    offset: int = 0
    first: int = 0
    bulletin: Bulletin | None = None
    error: str | None = None


def pieces(rows: Iterable[Row], analyse: Analysis) -> Iterator[Piece]:
    """Analyse rows, short ones together; one that fails costs nothing but itself.

    Yields:
        At least one piece a row, in order.

    >>> rows = [Row("a", ("走访43家企业",)), Row("b", ("无",), "soon")]
    >>> found = list(pieces(rows, Analysis(None, None)))
    >>> found[0].bulletin, found[1].error[:20]
    (Bulletin(id='a', issued=None, 1 paragraph, 1 figure), "issued='soon' is no ")
    """
    short: Bunch[_Asked] = Bunch()
    for number, row in enumerate(rows):
        if row.text is not None and not _is_short(row.text):
            yield from _together(short.taken(), analyse)
            yield from _slices(number, row, row.text, analyse)
            continue
        asked = _asked(number, row)
        short.add(asked, 0 if asked.given is None else len(asked.given.text))
        if short.is_full:
            yield from _together(short.taken(), analyse)
    yield from _together(short.taken(), analyse)


class _Asked(NamedTuple):
    """What is to be analysed of a row; None where the piece already says that nothing can be."""

    piece: Piece
    given: Given | None


def _is_short(text: Iterable[str]) -> bool:
    """Tell whether a text is there as a whole, and one slice."""
    return isinstance(text, tuple) and len(text) == 1 and len(text[0]) <= LIMIT


def _asked(number: int, row: Row) -> _Asked:
    piece = Piece(number, row.id)
    if row.text is None:
        return _Asked(piece._replace(error=row.error or NO_TEXT), None)
    try:
        (text,) = row.text
        return _Asked(piece, Given(text, issued_on(row.issued), row.id))
    except ValueError as error:
        return _Asked(piece._replace(error=str(error)), None)


def _together(every: list[_Asked], analyse: Analysis) -> Iterator[Piece]:
    """Yield the pieces of several rows."""
    found = answers(analyse, analyse.together, [each.given for each in every if each.given])
    for piece, given in every:
        if given is None:
            yield piece
            continue
        bulletin, error = next(found)
        yield piece._replace(bulletin=bulletin, error=None if error is None else _said(error))


def _slices(number: int, row: Row, text: Iterable[str], analyse: Analysis) -> Iterator[Piece]:
    """Analyse a text slice by slice: the day of issue that one states holds for those behind it."""
    piece = Piece(number, row.id)
    try:
        issued = issued_on(row.issued)
        for index, (offset, said) in enumerate(slices(text, LIMIT)):
            piece = piece._replace(slice=index, offset=offset)
            (found,) = _together([_Asked(piece, Given(said, issued, row.id))], analyse)
            yield found
            if found.bulletin is not None:
                issued = issued or found.bulletin.issued
                piece = piece._replace(first=piece.first + len(found.bulletin.paragraphs))
    except DecodeError as error:
        # of a text that is read while it is analysed: what came before is kept
        yield piece._replace(slice=piece.slice + 1, error=str(error))
    except ValueError as error:
        yield piece._replace(error=str(error))


def _said(error: BaseException) -> str:
    """Say why a text could not be analysed.

    Raises:
        MemoryError: That is no fault of the text: somewhere else, or later, it can be analysed.
    """
    if isinstance(error, MemoryError):
        raise error
    return str(error) if isinstance(error, ValueError) else f"{type(error).__name__}: {error}"

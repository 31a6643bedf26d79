"""Rows with a text each, analysed one by one; of what cannot be analysed it is said why."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from typing import Final, NamedTuple, TypeAlias

from govnews.arrow.slicing import slices
from govnews.bulletin.analysis import Bulletin, analyze
from govnews.bulletin.lexicon import Lexical, lexicon_of
from govnews.bulletin.modelling import Modelled, models_of
from govnews.errors import DecodeError

Analysis: TypeAlias = Callable[..., Bulletin]

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


def analysis(lexicon: Lexical = None, model: Modelled = None) -> Analysis:
    """Return `analyze` with a lexicon and models that are read once."""
    return partial(analyze, lexicon=lexicon_of(lexicon), model=models_of(model))


def pieces(rows: Iterable[Row], analyse: Analysis) -> Iterator[Piece]:
    """Analyse rows; one that fails costs nothing but itself.

    Yields:
        At least one piece a row, in order.

    >>> found = list(pieces([Row("a", ["走访43家企业"]), Row("b", ["无"], "soon")], analyze))
    >>> found[0].bulletin, found[1].error[:20]
    (Bulletin(id='a', issued=None, 1 paragraph, 1 figure), "issued='soon' is no ")
    """
    for number, row in enumerate(rows):
        if row.text is None:
            yield Piece(number, row.id, error=row.error or NO_TEXT)
        else:
            yield from _slices(number, row, row.text, analyse)


def _slices(number: int, row: Row, text: Iterable[str], analyse: Analysis) -> Iterator[Piece]:
    """Analyse a text slice by slice: the day of issue that one states holds for those behind it."""
    piece = Piece(number, row.id)
    issued = row.issued
    try:
        for index, (offset, said) in enumerate(slices(text, LIMIT)):
            piece = piece._replace(slice=index, offset=offset)
            bulletin = _analysed(said, row.id, issued, analyse)
            if isinstance(bulletin, str):
                yield piece._replace(error=bulletin)
                continue
            issued = issued or bulletin.issued
            yield piece._replace(bulletin=bulletin)
            piece = piece._replace(first=piece.first + len(bulletin.paragraphs))
    except DecodeError as error:
        # of a text that is read while it is analysed: what came before is kept
        yield piece._replace(slice=piece.slice + 1, error=str(error))


def _analysed(
    text: str, name: str | None, issued: date | str | None, analyse: Analysis
) -> Bulletin | str:
    """Return the bulletin, or why there is none."""
    try:
        return analyse(text, id=name, issued=issued)
    except MemoryError:
        # no fault of the text: somewhere else, or later, it can be analysed
        raise
    except ValueError as error:
        return str(error)
    except Exception as error:  # noqa: BLE001 - whatever it is, it must not cost the other rows
        return f"{type(error).__name__}: {error}"

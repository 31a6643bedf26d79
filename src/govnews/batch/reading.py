"""The rows of a task, each with its place; of what cannot be read it is said why."""

import codecs
import csv
import gzip
import io
import json
import zlib
from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

from govnews.arrow.analysing import NO_TEXT, Row
from govnews.batch.bytewise import LONGEST, Hashed, Lines, Readable, stamp_of
from govnews.batch.columnar import rows_in
from govnews.batch.cutting import csv_rows, decoded, header_of
from govnews.batch.finding import WEB_PAGES
from govnews.batch.settings import Settings
from govnews.batch.tasks import Sort, Source
from govnews.errors import DecodeError, GovnewsError
from govnews.reading import decode, text_of

_BLOCK: Final = 1 << 20
_DAMAGED: Final = (EOFError, gzip.BadGzipFile, zlib.error)


class Placed(NamedTuple):
    """A row and where it stands.

    Attributes:
        name: What the file is called.
        number: The number of the row, from 1; None where the file is the row.
        row: What it says.
    """

    name: str
    number: int | None
    row: Row


class ChangedError(GovnewsError):
    """A file that changed between the making of a task and the doing of it."""


def placed_rows(source: Source, settings: Settings) -> Iterator[Placed]:
    """Yield the rows of a source, called and dated.

    Raises:
        ChangedError: If it is another file by now.
        OSError: If it cannot be read.
    """
    issued = settings.issued_of(source.path)
    for number, row in _rows(source, settings):
        name = source.name if number is None else f"{source.name}:{number}"
        yield Placed(
            source.name,
            number,
            row._replace(id=row.id or name, issued=row.issued or issued),
        )
    is_checked = not source.packed and source.sort is not Sort.PARQUET
    if not is_checked and stamp_of(source.path) != source.stamp:
        raise _changed(source)


def _changed(source: Source) -> ChangedError:
    return ChangedError(f"{source.name} changed while it was read: run again when it is complete")


def _rows(source: Source, settings: Settings) -> Iterator[tuple[int | None, Row]]:
    if source.sort is Sort.PARQUET:
        yield from rows_in(source, settings)
    elif source.packed:
        yield from _unpacked(source, settings)
    else:
        with Hashed(source.path, source.start, source.size) as file, file.buffered() as stream:
            yield from _readers()[source.sort](stream, source, settings)
            if file.rest().hexdigest() != source.digest:
                raise _changed(source)


def _readers() -> "dict[Sort, Callable[..., Iterator[tuple[int | None, Row]]]]":
    return {Sort.TEXT: _text, Sort.CSV: _cells, Sort.JSONL: _objects}


def _too_long() -> str:
    return f"a row is longer than {LONGEST >> 20} MB: put its text into a file of its own"


def _text(stream: io.BufferedReader, source: Source, _: Settings) -> Iterator[tuple[None, Row]]:
    """Yield a text file; one that is too large for memory is read as it is analysed."""
    if source.size > LONGEST:
        yield None, Row(None, _streamed(stream, source))
        return
    try:
        yield None, Row(None, (text_of(stream.read(), name=source.name),))
    except DecodeError as error:
        yield None, Row(None, None, error=str(error))


def _streamed(stream: io.BufferedReader, source: Source) -> Iterator[str]:
    """Yield a text in UTF-8 in blocks.

    Raises:
        DecodeError: If it is in another encoding, or is a web page.
    """
    large = f"{source.name} has more than {LONGEST >> 20} MB, and"
    if source.path.lower().endswith(WEB_PAGES):
        raise DecodeError(f"{large} is a web page: save its text as a .txt file", offset=0)
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    place, block = 0, b"-"
    while block:
        block = stream.read(_BLOCK)
        try:
            yield decoder.decode(block, final=not block)
        except UnicodeDecodeError as error:
            message = f"{large} something behind byte {place} is not UTF-8: save it again as UTF-8"
            raise DecodeError(message, offset=place + error.start) from error
        place += len(block)


def _unpacked(source: Source, settings: Settings) -> Iterator[tuple[int, Row]]:
    """Yield the rows of a packed file; where it is cut off, those before are kept."""
    number = 0
    try:
        with gzip.open(source.path) as stream:
            for place, row in _readers()[source.sort](stream, source, settings):
                number = place or 0
                yield number, row
    except (*_DAMAGED, GovnewsError, csv.Error) as error:
        yield number + 1, Row(None, None, error=f"nothing from here on can be read: {error}")


def _objects(stream: Readable, source: Source, settings: Settings) -> Iterator[tuple[int, Row]]:
    """Yield the JSON objects of lines; an empty line is none."""
    number = source.first
    while line := stream.readline(LONGEST + 1):
        if len(line) > LONGEST:
            yield number, Row(None, None, error=_too_long())
            while not line.endswith(b"\n") and (line := stream.readline(_BLOCK)):
                pass
        elif line.strip():
            yield number, _object(line, settings, f"row {number} of {source.name}")
        number += 1


def _object(line: bytes, settings: Settings, place: str) -> Row:
    try:
        given = json.loads(decode(line, name=place))
    except DecodeError as error:
        return Row(None, None, error=str(error))
    except (ValueError, RecursionError) as error:
        return Row(None, None, error=f"{place} is no JSON: {error}")
    if not isinstance(given, dict):
        return Row(None, None, error=f"{place} is no JSON object")
    name = _said(given.get(settings.id or "id"))
    day = _said(given.get(settings.day)) if settings.day else None
    text = given.get(settings.text)
    if isinstance(text, str):
        return Row(name, (text,), day)
    if settings.text not in given:
        reason = f"{place} has no field {settings.text!r}: name one of {', '.join(given)}"
    else:
        reason = NO_TEXT if text is None else f"{settings.text!r} is {type(text).__name__}, no text"
    return Row(name, None, day, reason)


def _said(value: Any) -> str | None:  # noqa: ANN401 - whatever JSON has
    """Return what a field says; nothing is None."""
    return None if value is None else str(value).strip() or None


def _cells(stream: Readable, source: Source, settings: Settings) -> Iterator[tuple[int, Row]]:
    """Yield the rows of cells; an empty line is none."""
    rows = csv_rows(Lines(stream, source.start))
    header = source.header or header_of(rows, source.name, settings)
    for number, cells in enumerate(rows, source.first):
        if cells:
            yield number, _row(cells, header, settings, f"row {number} of {source.name}")


def _row(cells: list[str], header: tuple[str, ...], settings: Settings, place: str) -> Row:
    if len(cells) != len(header):
        reason = f"{place} has {len(cells)} cells, the header {len(header)}: put texts in quotes"
        return Row(None, None, error=reason)
    try:
        said = dict(zip(header, decoded(cells, place), strict=True))
    except ValueError as error:
        return Row(None, None, error=str(error))
    name = _said(said.get(settings.id or "id"))
    return Row(name, (said[settings.text],), _said(said.get(settings.day or "")))

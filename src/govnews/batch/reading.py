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
from govnews.batch.bytewise import LONGEST, Hashed, Lines, Readable, TooLongError, stamp_of
from govnews.batch.columnar import rows_in
from govnews.batch.cutting import after_mark, csv_rows, decoded, header_of
from govnews.batch.finding import WEB_PAGES
from govnews.batch.settings import Settings
from govnews.batch.tasks import Sort, Source
from govnews.errors import DecodeError, GovnewsError
from govnews.reading import codec_of, decode, text_of

_BLOCK: Final = 1 << 20
#: From how many bytes on a text is not held in memory as a whole.
_LARGE: Final = 8 << 20
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
    """Yield a text file; a large one is decoded as it is analysed."""
    is_page = source.path.lower().endswith(WEB_PAGES)
    if source.size > (LONGEST if is_page else _LARGE):
        large = f"the page has more than {LONGEST >> 20} MB: save its text as a .txt file"
        yield None, Row(None, None, error=large) if is_page else Row(None, _decoded(stream, source))
        return
    try:
        yield None, Row(None, (text_of(stream.read(), name=source.name),))
    except DecodeError as error:
        yield None, Row(None, None, error=str(error))


def _decoded(stream: io.BufferedReader, source: Source) -> Iterator[str]:
    """Yield a text in blocks.

    Raises:
        DecodeError: If something is in another encoding than the beginning.
    """
    place, block = 0, stream.read(_BLOCK)
    codec = codec_of(block)
    decoder = codecs.getincrementaldecoder(codec)()
    while block:
        following = stream.read(_BLOCK)
        try:
            yield decoder.decode(block, final=not following)
        except UnicodeDecodeError as error:
            # the decoder had kept the first bytes of a character that the last block cut in two
            spoilt = place + len(block) - len(error.object) + error.start
            yield error.object[: error.start].decode(error.encoding)
            raise DecodeError(
                f"{source.name}: byte {spoilt} is not text in {codec}, as the beginning is, and "
                "nothing from there on is read: mend the file there, or save it again as UTF-8",
                offset=spoilt,
            ) from error
        place, block = place + len(block), following


def _unpacked(source: Source, settings: Settings) -> Iterator[tuple[int, Row]]:
    """Yield the rows of a packed file; where it is cut off, those before are kept."""
    number = 0
    try:
        with gzip.open(source.path) as stream:
            after_mark(stream, source.name)
            for place, row in _readers()[source.sort](stream, source, settings):
                number = place or 0
                yield number, row
    except (*_DAMAGED, GovnewsError, csv.Error, TooLongError) as error:
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
            row = _object(line, settings, f"row {number} of {source.name}")
            # while the row is analysed its text is enough to have in memory
            del line
            yield number, row
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

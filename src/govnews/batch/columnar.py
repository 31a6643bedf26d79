"""Parquet files: cut by rows, and read a few rows at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from govnews.arrow.analysing import Row
from govnews.arrow.reading import Fields, rows_of
from govnews.batch.cutting import check_columns
from govnews.batch.settings import Settings
from govnews.batch.tasks import Source, Span
from govnews.errors import FrameError

if TYPE_CHECKING:
    import pyarrow.parquet as pq

#: Rows and bytes that are in memory at once.
_ROWS: Final = 64
_BYTES: Final = 4 << 20
_BUFFER: Final = 1 << 20
#: A row group is read from its start by each task that has rows of it: by no more than these.
_TASKS_OF_A_GROUP: Final = 16
#: Bytes that a text is taken to have at least: of texts that are repeated, a file has but one.
_LEAST: Final = 200


@contextmanager
def opened(source: Source) -> "Iterator[pq.ParquetFile]":
    """Open a file so that no more of it is in memory than is being read.

    Raises:
        FrameError: If it is no whole Parquet file.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(source.path, pre_buffer=False, buffer_size=_BUFFER)
    except pa.ArrowException as error:
        raise FrameError(
            f"{source.name} is no whole Parquet file: {error}: copy it again"
        ) from error
    with file:
        yield file


def cut(whole: Source, settings: Settings, target: int) -> Iterator[Source]:
    """Yield parts of a file with some megabytes of text each.

    Args:
        whole: The file.
        settings: Which columns are read.
        target: How many bytes of text a part has.

    Raises:
        FrameError: If it is no whole Parquet file, or has no column of texts.
    """
    with opened(whole) as file:
        check_columns(tuple(file.schema_arrow.names), settings, whole.name)
        spans = list(_spans(file.metadata, settings.text, target))
    rows = sum(span.end - span.start for span, _ in spans)
    for part, first in _parts(spans, target):
        # a share of the file's bytes, for those who watch: all parts together are the file
        number = sum(span.end - span.start for span in part)
        ends = ((first - 1) * whole.size // rows, (first - 1 + number) * whole.size // rows)
        yield replace(whole, start=ends[0], end=ends[1], first=first, spans=tuple(part))


def _spans(metadata: "pq.FileMetaData", text: str, target: int) -> Iterator[tuple[Span, int]]:
    """Yield rows of one row group each, with the bytes of their texts."""
    for group in range(metadata.num_row_groups):
        found = metadata.row_group(group)
        columns = map(found.column, range(found.num_columns))
        size = sum(each.total_uncompressed_size for each in columns if each.path_in_schema == text)
        rows = found.num_rows
        # texts that are repeated are written once, and analysed as often as they stand there
        size = max(size, rows * _LEAST)
        step = max(-(-rows * target // max(size, 1)), -(-rows // _TASKS_OF_A_GROUP), 1)
        for start in range(0, rows, step):
            end = min(start + step, rows)
            yield Span(group, start, end), size * (end - start) // rows


def _parts(spans: list[tuple[Span, int]], target: int) -> Iterator[tuple[list[Span], int]]:
    """Put small row groups together; yield them with the number of their first row."""
    part: list[Span] = []
    first, rows, weight = 1, 0, 0
    for span, size in spans:
        part.append(span)
        rows += span.end - span.start
        weight += size
        if weight >= target:
            yield part, first
            first, part, weight = rows + 1, [], 0
    if part:
        yield part, first


def rows_in(source: Source, settings: Settings) -> Iterator[tuple[int, Row]]:
    """Yield the rows of a part with their numbers; of what is damaged, why it is missing."""
    first = source.first
    with opened(source) as file:
        for span in source.spans:
            yield from _rows_of(file, span, settings, first)
            first += span.end - span.start


def _rows_of(
    file: "pq.ParquetFile", span: Span, settings: Settings, first: int
) -> Iterator[tuple[int, Row]]:
    import pyarrow as pa

    number, last = first, first + span.end - span.start - 1
    try:
        for row in _read(file, span, settings):
            yield number, row
            number += 1
    except (pa.ArrowException, OSError) as error:
        missing = f"rows {number} to {last} are missing: {error}"
        yield number, Row(None, None, error=f"row group {span.group} is damaged: {missing}")


def _read(file: "pq.ParquetFile", span: Span, settings: Settings) -> Iterator[Row]:
    """Read the rows of a span; those of its row group in front of it are passed over."""
    name = settings.id or ("id" if "id" in file.schema_arrow.names else None)
    fields = Fields(settings.text, name, settings.day)
    columns = [column for column in dict.fromkeys(fields) if column]
    place = 0
    group = file.metadata.row_group(span.group)
    rows = max(min(_ROWS, _BYTES * group.num_rows // max(group.total_byte_size, 1)), 1)
    for batch in file.iter_batches(rows, row_groups=[span.group], columns=columns):
        start, end = max(span.start - place, 0), min(span.end - place, len(batch))
        if start < end:
            yield from rows_of(batch.slice(start, end - start), fields)
        place += len(batch)
        if place >= span.end:
            return

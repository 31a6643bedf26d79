"""One task: its rows are read, analysed and written. It can be done anywhere, and again."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from govnews.arrow.analysing import Piece, Row, pieces
from govnews.arrow.annotating import grouped
from govnews.arrow.flattening import columns_of, flatten
from govnews.arrow.layout import NESTED, labels_of
from govnews.arrow.nesting import sound_batch
from govnews.batch.lease import LapsedError, check
from govnews.batch.outcomes import Counts, Done, Failed, Outcome
from govnews.batch.parts import Lines, Parts
from govnews.batch.reading import placed_rows
from govnews.batch.settings import loaded
from govnews.batch.shifting import shifted
from govnews.batch.tasks import Task
from govnews.bulletin.lexicon import lexicon_of
from govnews.bulletin.work import Analysis
from govnews.errors import GovnewsError
from govnews.frames.arrow import schema


class StoppedError(GovnewsError):
    """The first bulletin that could not be analysed, where it shall end all."""


def do(task: Task) -> Outcome:
    """Do a task: read its rows, analyse them, write its parts.

    It needs nothing but the files that the task names, and can be called in any process, on any
    machine that sees them, and more than once: the parts take their places whole, under names
    that depend on nothing but the task, and hold the same.

    Args:
        task: What to do.

    Returns:
        What was done, or why nothing was; it can be pickled. Nothing is raised but what stops a
        process (KeyboardInterrupt).
    """
    try:
        check(task.sign)
        with Parts(Path(task.out)) as parts:
            counts = _work(task, parts)
            check(task.sign)
            return Done(task.id, task.inputs, parts.finish(), counts)
    except (StoppedError, LapsedError) as error:
        return Failed(task.id, task.places, str(error), fatal=True, bytes=task.size)
    except (GovnewsError, FileNotFoundError, PermissionError) as error:
        return Failed(task.id, task.places, str(error), bytes=task.size)
    except OSError as error:
        # a full or broken disk: the next task would fare no better
        said = f"the disk refused: {error.strerror or error}: what was done stays"
        return Failed(task.id, task.places, said, fatal=True, bytes=task.size)
    except Exception as error:  # noqa: BLE001 - whatever it is, it must not cost the other tasks
        return Failed(task.id, task.places, f"{type(error).__name__}: {error}", bytes=task.size)


@dataclass(slots=True)
class _Errors:
    """The rows that could not be analysed; their file is opened for the first of them.

    Attributes:
        places: The file and the number of each row that is under way.
    """

    parts: Parts
    task: Task
    places: dict[int, tuple[str, int | None]] = field(default_factory=dict)
    lines: Lines | None = None

    def forget(self, before: int) -> None:
        """Let go of the rows *before* one."""
        for row in [row for row in self.places if row < before]:
            del self.places[row]

    def add(self, piece: Piece) -> None:
        """Write down a row, or a slice of one."""
        if self.task.settings.strict:
            raise StoppedError(f"{piece.id}: {piece.error}")
        if self.lines is None:
            self.lines = self.parts.lines(f"errors/{self.task.id}.jsonl")
        name, number = self.places[piece.row]
        said = {"input": name, "row": number, "id": piece.id, "slice": piece.slice}
        self.lines.write(json.dumps(said | {"reason": piece.error}, ensure_ascii=False))


def _work(task: Task, parts: Parts) -> Counts:
    settings = task.settings
    models = loaded(settings.models, settings.models_digest)
    errors = _Errors(parts, task)
    found = _analysed(task, Analysis(lexicon_of(settings.lexicon), models), errors)
    if settings.format == "jsonl":
        counts = _objects(found, parts.lines(f"bulletins/{task.id}.jsonl"))
    else:
        counts = _tables(found, errors, labels_of(models))
    failed = 0 if errors.lines is None else errors.lines.rows
    return counts + Counts(errors=failed, bytes=task.size)


def _analysed(task: Task, analyse: Analysis, errors: _Errors) -> Iterator[Piece]:
    """Yield what was made of the rows of a task, numbered through."""
    for piece in pieces(_rows(task, errors), analyse):
        check(task.sign)
        if piece.bulletin is None:
            errors.add(piece)
        else:
            yield piece


def _rows(task: Task, errors: _Errors) -> Iterator[Row]:
    every = (row for source in task.sources for row in placed_rows(source, task.settings))
    for number, placed in enumerate(every):
        errors.places[number] = placed.name, placed.number
        yield placed.row


class _Counter:
    """Counts what passes by."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.counts = Counts()
        self._row = -1

    def seen(self, piece: Piece) -> Piece:
        """Count what a piece holds; slices of a text are one bulletin."""
        bulletin = piece.bulletin
        if bulletin is not None:
            is_new, self._row = piece.row != self._row, piece.row
            self.counts += Counts(is_new, len(bulletin.paragraphs), len(bulletin.figures))
        return piece


def _tables(found: Iterator[Piece], errors: _Errors, labels: tuple[str, ...]) -> Counts:
    """Write the tables of Parquet files."""
    task = errors.task
    tables = task.settings.tables
    sinks = {
        table: errors.parts.columns(f"{table}/{task.id}.parquet", schema(columns_of(table, labels)))
        for table in tables
    }
    nested = [table for table in tables if table in NESTED]
    counter = _Counter()
    for group in grouped(found):
        sound, batch = sound_batch(group, nested, labels)
        for piece in map(counter.seen, sound):
            if piece.bulletin is None:
                errors.add(piece)
        for table, sink in sinks.items():
            sink.write(flatten(batch, table, labels=labels))
        # the rows of a group are done with, but for the slices of the last that may follow
        errors.forget(group[-1].row)
    return counter.counts


def _objects(found: Iterator[Piece], lines: Lines) -> Counts:
    """Write a JSON object for each bulletin."""
    counter = _Counter()
    for piece in map(counter.seen, found):
        lines.write(shifted(piece))
    return counter.counts

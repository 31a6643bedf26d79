"""The whole: what is named is found, what is missing is done, what is done is remembered."""

import json
import os
import sys
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from govnews.batch.finding import Input, found
from govnews.batch.folder import PROBLEMS, claimed, sweep
from govnews.batch.manifest import Manifest
from govnews.batch.outcomes import Counts, Done, Outcome, Summary
from govnews.batch.parts import Parts
from govnews.batch.planning import Plan
from govnews.batch.settings import settings_of
from govnews.batch.tasks import Task, fingerprint
from govnews.batch.workers import at_once
from govnews.bulletin.lexicon import Lexical
from govnews.errors import GovnewsError
from govnews.frames.arrow import schema

if TYPE_CHECKING:
    from tqdm import tqdm

Named: TypeAlias = str | os.PathLike[str]
Runner: TypeAlias = Callable[[Iterable[Task]], Iterator[Outcome]]
"""What does tasks, in any order, and yields what came of each."""


def run(  # noqa: PLR0913 - all that can be chosen
    inputs: Named | Iterable[Named],
    out: Named,
    *,
    text_field: str = "text",
    id_field: str | None = None,
    issued_field: str | None = None,
    issued: date | str | None = None,
    format: str = "parquet",  # noqa: A002 - as in the command
    what: Iterable[str] | None = None,
    lexicon: Lexical = None,
    model: Named | Iterable[Named] | None = None,
    errors: str = "skip",
    checksum: bool = False,
    fresh: bool = False,
    workers: int = 1,
    progress: bool = False,
    runner: Runner | None = None,
) -> Summary:
    """Analyse files and tables of bulletins into files in a folder (extra `frames`).

    Results are written in parts, each whole or not at all, and a manifest says what they are made
    of: a run that was stopped is taken up by the next, and what has not changed is not done
    again. The folder holds what *inputs* say, and those of earlier runs, as far as they are
    still there.

    Args:
        inputs: Files, folders or patterns (`pages/**/*.txt`). Texts and saved web pages are a
            bulletin each; of tables (.jsonl, .ndjson, .csv, .parquet; .jsonl.gz and .csv.gz)
            each row is one.
        out: The folder of results; a new or empty one, or one of an earlier run.
        text_field: The column or field with the texts.
        id_field: That with what they are called; `id` by default if there is one, else it is
            the file and the number of the row, from 1.
        issued_field: That with their days of issue.
        issued: The day of issue of all others; or "name": the one that the file's name begins
            with.
        format: "parquet" or "jsonl" (an object a bulletin).
        what: The tables to write as Parquet: "bulletins", "figures", "paragraphs", "edits"; by
            default all but the edits.
        lexicon: As for `analyze`.
        model: Folders of models, as for `analyze`.
        errors: "skip" writes down what cannot be analysed and goes on; "fail" stops there.
        checksum: Whether to read also inputs that look unchanged, and compare what they say.
        fresh: Whether to remove all that the folder has of earlier runs; other settings, and
            another version of govnews, are refused without it.
        workers: Processes to use.
        progress: Whether to show a progress bar on stderr.
        runner: What does the tasks instead, perhaps elsewhere: it calls `govnews.batch.do` on
            each, and yields what that returned.

    Returns:
        What the folder holds, and what was done.

    Raises:
        GovnewsError: If there are no inputs, the folder is not ours or in use, or *errors* is
            "fail" and there was one. What was done stays.
        UnknownChoiceError, ValueError, LexiconError: If a choice is none.
        OSError: If the folder cannot be written to.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "page.txt").write_text("走访43家企业", "utf-8")
    ...     first, second = (run(f"{folder}/page.txt", f"{folder}/out") for _ in range(2))
    ...     parts = len(list(Path(folder, "out", "figures").glob("*.parquet")))
    >>> first.new.figures, second.new.figures, second.counts.figures, second.unchanged, parts
    (1, 0, 1, 1, 1)
    """
    schema(())
    settings = settings_of(
        text_field=text_field,
        id_field=id_field,
        issued_field=issued_field,
        issued=issued,
        format=format,
        what=what,
        lexicon=lexicon,
        model=model,
        errors=errors,
    )
    begun = time.monotonic()
    named = [inputs] if isinstance(inputs, (str, os.PathLike)) else list(inputs)
    problems = _Problems(strict=settings.strict)
    files = found(named, Path(out), problems.add)
    if not files:
        reasons = "; ".join(f"{name} {reason}" for name, reason in problems.reasons.items())
        raise GovnewsError(
            f"there is nothing to read: {reasons or 'all of it lies in the results'}"
        )
    complete = not problems.reasons
    with (
        claimed(Path(out)) as folder,
        Manifest(folder, fingerprint(settings), fresh=fresh) as manifest,
    ):
        _prepare(manifest, folder, strict=settings.strict)
        plan = Plan(manifest, settings, folder, problems.add, reading=checksum)
        work = runner or at_once(workers)
        outcomes = work(plan.tasks(files, complete=complete))
        bar = _bar(_size(files), shown=progress)
        try:
            new, tasks = _remember(outcomes, manifest, problems, bar)
        finally:
            # first nobody works any more: what is left over then, nobody will finish
            if isinstance(outcomes, Generator):
                outcomes.close()
            sweep(folder, manifest.parts)
            problems.write(folder)
        counts = sum((done.counts for done in manifest.done.values()), Counts())
        return Summary(
            counts,
            new,
            tasks,
            plan.unchanged,
            manifest.removed,
            problems.reasons,
            time.monotonic() - begun,
        )


@dataclass(slots=True)
class _Problems:
    """What could not be read as a whole."""

    strict: bool
    reasons: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, reason: str) -> None:
        """Remember one, or stop there."""
        if self.strict:
            raise GovnewsError(f"{name}: {reason}")
        self.reasons[name] = reason

    def write(self, out: Path) -> None:
        """Write them down, in place of those of the last run."""
        (out / PROBLEMS).unlink(missing_ok=True)
        if not self.reasons:
            return
        with Parts(out) as parts:
            lines = parts.lines(PROBLEMS)
            for name, reason in self.reasons.items():
                lines.write(json.dumps({"input": name, "reason": reason}, ensure_ascii=False))
            parts.finish()


def _prepare(manifest: Manifest, folder: Path, *, strict: bool) -> None:
    """Remove what does not count, also of tasks with errors where there must be none."""
    sweep(folder, manifest.parts)
    if strict:
        done = manifest.done.values()
        manifest.remove([each.task for each in done if each.counts.errors])


def _remember(
    outcomes: Iterator[Outcome], manifest: Manifest, problems: _Problems, bar: "tqdm[None]"
) -> tuple[Counts, int]:
    """Write down what is done as it is done; return how much was added, by how many tasks."""
    new, tasks = Counts(), 0
    with bar:
        for outcome in outcomes:
            if isinstance(outcome, Done):
                manifest.finish(outcome)
                new += outcome.counts
                tasks += 1
                bar.update(outcome.counts.bytes)
                continue
            if outcome.fatal:
                raise GovnewsError(outcome.reason)
            for name in outcome.places:
                problems.add(name, outcome.reason)
            bar.update(outcome.bytes)
    return new, tasks


def _size(files: Iterable[Input]) -> int:
    """Return how many bytes there are to read."""
    paths = (Path(file.path) for file in files)
    return sum(path.stat().st_size for path in paths if path.exists())


def _bar(total: int, *, shown: bool) -> "tqdm[None]":
    from tqdm import tqdm

    return tqdm(total=total, unit="B", unit_scale=True, disable=not shown, file=sys.stderr)

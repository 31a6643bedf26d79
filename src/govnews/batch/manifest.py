"""What is done, line by line: a run that is killed loses nothing of it.

A line says what was found of an input, or of a task that it is done, or that its parts are
about to be removed. Each line is on the disk before anything relies on it. A last line that was
cut off is left out; when a run begins, the lines that still count are written anew.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Final, NamedTuple, Self

from govnews.batch.folder import MANIFEST
from govnews.batch.outcomes import Counts, Done, Part
from govnews.batch.parts import Parts, to_disk
from govnews.batch.tasks import Stamp
from govnews.errors import GovnewsError

_HEAD: Final = "govnews batch"


class Entry(NamedTuple):
    """What was found of an input.

    Attributes:
        path: Where it is, from the root.
        name: What the results call it.
        sort: What it is.
        stamp: What it looked like.
        digest: SHA-256 of all of it.
        tasks: The tasks that together read all of it.
    """

    path: str
    name: str
    sort: str
    stamp: Stamp
    digest: str
    tasks: tuple[str, ...]


class Manifest:
    """The entries and the tasks of a folder.

    Attributes:
        entries: What was found of each input, by its path.
        done: The tasks whose parts are there, by their ids.
        removed: How many parts were removed.
    """

    def __init__(self, out: Path, fingerprint: str, *, fresh: bool = False) -> None:
        """Read what a folder has, and begin to add to it.

        Args:
            out: The folder.
            fingerprint: What decides how results look.
            fresh: Whether what it has shall not count.

        Raises:
            GovnewsError: If what it has is of another fingerprint, and shall count.
        """
        self.entries: dict[str, Entry] = {}
        self.done: dict[str, Done] = {}
        self.removed = 0
        self._out = out
        self._head = {_HEAD: fingerprint}
        self._read(out / MANIFEST, fresh=fresh)
        self._by_input: defaultdict[str, set[str]] = defaultdict(set)
        for done in self.done.values():
            self._index(done)
        self._rewrite()
        self._file: BinaryIO = (out / MANIFEST).open("ab")

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """End: all lines are written already."""
        self._file.close()

    def _read(self, path: Path, *, fresh: bool) -> None:
        lines = list(_objects(path))
        if not lines:
            return
        if fresh:
            self.removed = sum(len(line.get("parts", ())) for line in lines)
            return
        if lines[0] != self._head:
            raise GovnewsError(
                f"{self._out} holds results of other settings, or of another version of govnews: "
                "choose another folder, or have all done again (--fresh), which removes them"
            )
        for line in lines[1:]:
            self._take(line)
        for task in list(self.done):
            if not all(map(self._is_there, self.done[task].parts)):
                del self.done[task]

    def _take(self, line: dict[str, Any]) -> None:
        match line:
            case {"task": task, "inputs": inputs, "parts": parts, "counts": counts}:
                self.done[task] = Done(
                    task, tuple(inputs), tuple(Part(*part) for part in parts), Counts(**counts)
                )
            case {"removed": tasks}:
                for task in tasks:
                    self.done.pop(task, None)
            case {"forgotten": paths}:
                for path in paths:
                    self.entries.pop(path, None)
            case {"input": path, "name": name, "sort": sort, "sha256": digest, "tasks": tasks}:
                stamp = Stamp(line["size"], line["mtime_ns"])
                self.entries[path] = Entry(path, name, sort, stamp, digest, tuple(tasks))

    def _is_there(self, part: Part) -> bool:
        """Tell whether a part is as it was written, as far as its size says."""
        try:
            return (self._out / part.name).stat().st_size == part.size
        except OSError:
            return False

    def _rewrite(self) -> None:
        with Parts(self._out) as parts:
            lines = parts.lines(MANIFEST)
            every = [_of_entry(entry) for entry in self.entries.values()]
            for line in [self._head, *every, *map(_of_task, self.done.values())]:
                lines.write(json.dumps(line))
            parts.finish()

    @property
    def parts(self) -> Iterator[str]:
        """The names of all parts that are there."""
        return (part.name for done in self.done.values() for part in done.parts)

    def plan(self, entries: Sequence[Entry]) -> None:
        """Remember what was found of inputs."""
        self.entries |= {entry.path: entry for entry in entries}
        self._append(map(_of_entry, entries))

    def reading(self, path: str) -> set[str]:
        """Return the tasks that are done and read an input."""
        return {task for task in self._by_input.get(path, ()) if task in self.done}

    def _index(self, done: Done) -> None:
        for path in done.inputs:
            self._by_input[path].add(done.task)

    def finish(self, done: Done) -> None:
        """Remember a task that was done."""
        self.done[done.task] = done
        self._index(done)
        self._append([_of_task(done)])

    def remove(self, tasks: Iterable[str]) -> None:
        """Forget tasks, and then remove their parts."""
        gone = [self.done.pop(task) for task in tasks if task in self.done]
        if not gone:
            return
        # first the line: a part that is there without one is swept away by the next run
        self._append([{"removed": [done.task for done in gone]}])
        for part in (part for done in gone for part in done.parts):
            (self._out / part.name).unlink(missing_ok=True)
            self.removed += 1

    def forget(self, paths: Iterable[str]) -> None:
        """Forget inputs."""
        gone = [path for path in paths if self.entries.pop(path, None)]
        if gone:
            self._append([{"forgotten": gone}])

    def _append(self, lines: Iterable[dict[str, Any]]) -> None:
        said = "".join(f"{json.dumps(line)}\n" for line in lines)
        self._file.write(said.encode())
        to_disk(self._file)


def _objects(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the lines of a manifest up to the first that is none: one that was cut off."""
    if not path.exists():
        return
    with path.open("rb") as file:
        for line in file:
            try:
                said = json.loads(line)
            except ValueError:
                return
            if not line.endswith(b"\n") or not isinstance(said, dict):
                return
            yield said


def _of_entry(entry: Entry) -> dict[str, Any]:
    return {
        "input": entry.path,
        "name": entry.name,
        "sort": entry.sort,
        **entry.stamp._asdict(),
        "sha256": entry.digest,
        "tasks": entry.tasks,
    }


def _of_task(done: Done) -> dict[str, Any]:
    counts = {name: getattr(done.counts, name) for name in Counts.__slots__}
    return {"task": done.task, "inputs": done.inputs, "parts": done.parts, "counts": counts}

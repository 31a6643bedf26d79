"""What is still to be done: inputs are compared to what the manifest has of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path
from typing import Final

from govnews.batch.bytewise import digest_of, stamp_of
from govnews.batch.cutting import Cut
from govnews.batch.finding import Input, Refuse
from govnews.batch.manifest import Entry, Manifest
from govnews.batch.settings import Settings
from govnews.batch.tasks import Sort, Source, Stamp, Task
from govnews.errors import GovnewsError
from govnews.grouping import grouped

#: How many bytes a task reads: seconds of work, so that little is done twice.
TARGET: Final = 4 << 20
_size: Final = attrgetter("size")


@dataclass(slots=True)
class Plan:
    """The tasks that are missing, made as they are drawn.

    Attributes:
        manifest: What is done already.
        settings: How bulletins are read.
        out: The folder of results.
        refuse: What is told of inputs that cannot be read.
        reading: Whether inputs are read although they look unchanged.
        unchanged: How many were found to be as they had been.
    """

    manifest: Manifest
    settings: Settings
    out: Path
    refuse: Refuse
    reading: bool = False
    unchanged: int = field(default=0, init=False)

    def tasks(self, inputs: Sequence[Input], *, complete: bool) -> Iterator[Task]:
        """Yield what is to be done, and remove what no longer holds.

        Args:
            inputs: All that there is to read; what earlier runs were named, and is there still,
                is read as well.
            complete: Whether they are all that was named: then what else the manifest has is
                gone.
        """
        inputs = [*inputs, *self._known({given.path for given in inputs})]
        read = {path for done in self.manifest.done.values() for path in done.inputs}
        unknown = (self.manifest.entries.keys() | read) - {given.path for given in inputs}
        if complete:
            self._forget(unknown)
            unknown = set()
        by_sort = defaultdict(list)
        for given in inputs:
            by_sort[given.sort is Sort.TEXT].append(given)
        yield from self._of_texts(by_sort[True], unknown)
        for given in by_sort[False]:
            yield from self._of_table(given)

    def _known(self, named: set[str]) -> list[Input]:
        """Return what earlier runs read, if it is there and is not *named* now."""
        every = self.manifest.entries.values()
        others = [Input(each.name, each.path, Sort(each.sort)) for each in every]
        return [each for each in others if each.path not in named and Path(each.path).is_file()]

    def _forget(self, gone: set[str]) -> None:
        """Remove what was made of inputs that are gone."""
        done = self.manifest.done.values()
        self.manifest.remove([each.task for each in done if not gone.isdisjoint(each.inputs)])
        self.manifest.forget(gone)

    def _of_texts(self, inputs: Sequence[Input], unknown: set[str]) -> Iterator[Task]:
        """Group the texts that are new or changed, and those that were in a task with one.

        Of what is *unknown* it is not said that it has changed.
        """
        same = unknown.union(given.path for given in inputs if self._is_same(given))
        done = self.manifest.done
        entries = self.manifest.entries
        members: defaultdict[str, list[str]] = defaultdict(list)
        for entry in entries.values():
            if entry.sort == Sort.TEXT:
                members[entry.tasks[0]].append(entry.path)
        kept = {task for task, paths in members.items() if task in done and same.issuperset(paths)}
        # a table has no member here: its parts stay until it is known what of it is the same
        self.manifest.remove([task for task in members if task not in kept])
        left = []
        for given in inputs:
            if given.path in same and entries[given.path].tasks[0] in kept:
                self.unchanged += 1
            else:
                left.append(given)
        for group in grouped(self._texts(left), _size, TARGET):
            task = Task.of(group, self.settings, str(self.out))
            self.manifest.plan([_entry(source, (task.id,)) for source in group])
            yield task

    def _texts(self, inputs: Iterable[Input]) -> Iterator[Source]:
        for given in inputs:
            try:
                stamp, digest = stamp_of(given.path), digest_of(given.path)
            except OSError as error:
                self.refuse(given.name, _why(error))
            else:
                yield Source(*given, stamp, digest, 0, stamp.size)

    def _of_table(self, given: Input) -> Iterator[Task]:
        """Cut a file, unless all of it is done."""
        entry = self.manifest.entries.get(given.path)
        done = self.manifest.done
        if entry is not None and self._is_same(given) and done.keys() >= set(entry.tasks):
            self.unchanged += 1
            # what a run began to make of it while it was another one, before it was that again
            self._remove_others(given, entry.tasks)
            return
        ids: list[str] = []
        try:
            cut = Cut(given, self.settings, TARGET)
            for source in cut:
                task = Task.of([source], self.settings, str(self.out))
                ids.append(task.id)
                if task.id not in done:
                    yield task
        except (OSError, GovnewsError) as error:
            self.refuse(given.name, _why(error))
            self._remove_others(given, ids)
            return
        self._remove_others(given, ids)
        self.manifest.plan(
            [Entry(given.path, given.name, given.sort, cut.stamp, cut.digest, tuple(ids))]
        )

    def _remove_others(self, given: Input, ids: Sequence[str]) -> None:
        """Remove what was made of a file when it was another one."""
        self.manifest.remove(sorted(self.manifest.reading(given.path).difference(ids)))

    def _is_same(self, given: Input) -> bool:
        """Tell whether an input is as it was when the manifest was written."""
        entry = self.manifest.entries.get(given.path)
        if entry is None or (entry.name, entry.sort) != (given.name, given.sort):
            return False
        try:
            stamp = stamp_of(given.path)
            if stamp == entry.stamp and not self.reading:
                return True
            if stamp.size != entry.stamp.size or digest_of(given.path) != entry.digest:
                return False
        except OSError:
            return False
        self._touched(entry, stamp)
        return True

    def _touched(self, entry: Entry, stamp: Stamp) -> None:
        if stamp != entry.stamp:
            self.manifest.plan([entry._replace(stamp=stamp)])


def _entry(source: Source, tasks: tuple[str, ...]) -> Entry:
    return Entry(source.path, source.name, source.sort, source.stamp, source.digest, tasks)


def _why(error: OSError | GovnewsError) -> str:
    """Say what is wrong with an input."""
    if isinstance(error, PermissionError):
        return "may not be read: ask its owner for permission"
    if isinstance(error, FileNotFoundError):
        return "is there no longer"
    if isinstance(error, OSError) and not isinstance(error, GovnewsError):
        return f"could not be read: {error.strerror or error}: try again or copy it"
    return str(error)

"""Work that kills whoever does it, for the tests of what happens then."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from govnews.batch import doing, reading
from govnews.batch.doing import do
from govnews.batch.outcomes import Outcome
from govnews.batch.reading import Placed
from govnews.batch.settings import Settings
from govnews.batch.tasks import Source, Task

#: A row that says so is the death of its worker.
POISON = "毒药"


def _rows(source: Source, settings: Settings) -> Iterator[Placed]:
    for placed in reading.placed_rows(source, settings):
        if placed.row.text is not None and POISON in "".join(placed.row.text):
            os.kill(os.getpid(), signal.SIGKILL)
        yield placed


def do_or_die(task: Task) -> Outcome:
    """Do a task, unless a row of it is poisonous."""
    vars(doing)["placed_rows"] = _rows
    return do(task)


def die_at(event: str, number: int) -> None:
    """Let this process die at the so manieth call of a function of `os`."""
    called, left = getattr(os, event), [number]

    def counted(*args: Any, **options: Any) -> Any:
        left[0] -= 1
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)
        return called(*args, **options)

    setattr(os, event, counted)


if __name__ == "__main__":
    from govnews.batch import planning, run

    _, named, results, target, stop_at, count, places = sys.argv
    vars(planning)["TARGET"] = int(target)
    if int(count):
        die_at(stop_at, int(count))
    run(Path(named), results, workers=int(places))

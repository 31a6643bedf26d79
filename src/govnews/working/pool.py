"""Which worker does which chunk, what has come of it, and who takes the place of the dead."""

from collections import deque
from collections.abc import Generator
from dataclasses import replace
from multiprocessing.connection import wait
from typing import Final, Generic, TypeVar

from govnews.working.deaths import died_at_work, died_early
from govnews.working.outcome import Outcome
from govnews.working.packing import Answer, answer
from govnews.working.source import Chunk, Source, Task
from govnews.working.worker import Worker, dismiss

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")

#: Chunks for each worker that are drawn and not given back yet, done or not
_AHEAD: Final = 4
#: Workers killed in a row before they could begin, after which no other is started
_STILLBORN: Final = 3


class Pool(Generic[ItemT, ResultT]):
    """Workers, started as there is work for them.

    A worker is given a chunk when it has none, so neither end of its pipe ever waits for the
    other; what it has said is heard, and the next chunk given, each time a result is asked for.
    """

    def __init__(self, source: Source[ItemT], work: bytes, size: int, *, in_order: bool) -> None:
        """Start none yet."""
        self._source = source
        self._work = work
        self._size = size
        self._in_order = in_order
        self._crew: list[Worker[ItemT]] = []
        self._queue: deque[Chunk[ItemT]] = deque()
        self._done: dict[int, Outcome[ItemT, ResultT]] = {}
        self._given_back = 0
        #: Where each drawn chunk ends that has not been given back
        self._ends: deque[int] = deque()
        self._stillborn = 0

    def outcomes(self) -> Generator[Outcome[ItemT, ResultT], None, None]:
        """Work on all items, and leave no worker behind, however this ends."""
        try:
            while True:
                self._hear(timeout=0)
                self._hand_out()
                outcome = self._due()
                if outcome is not None:
                    self._given_back += 1
                    yield outcome
                elif len(self._queue) < self._size and self._draw():
                    continue
                elif self._queue or any(worker.tasks for worker in self._crew):
                    self._hear(timeout=None)
                else:
                    break
        finally:
            dismiss(self._crew)
        if self._source.failure is not None:
            raise self._source.failure

    def _due(self) -> Outcome[ItemT, ResultT] | None:
        """Take the outcome whose turn it is, if it is there."""
        turn = self._given_back if self._in_order else next(iter(self._done), 0)
        return self._done.pop(turn, None)

    def _draw(self) -> bool:
        """Draw a chunk, unless too much is drawn already: one slow item must not heap up the rest.

        Outcomes out of order are counted as if they had come in order, which bounds them as well.
        """
        while self._ends and self._ends[0] <= self._given_back:
            self._ends.popleft()
        if len(self._ends) >= self._size * _AHEAD:
            return False
        chunk = self._source.draw()
        if chunk:
            self._queue.append(chunk)
            self._ends.append(chunk[-1].index + 1)
        return bool(chunk)

    def _hand_out(self) -> None:
        """Give each idle worker a chunk, and start workers for the chunks that find none."""
        for worker in self._crew:
            if worker.up and not worker.tasks and (self._queue or self._draw()):
                worker.give(self._queue.popleft())
        starting = sum(not worker.up for worker in self._crew)
        if len(self._crew) < self._size and starting < len(self._queue):
            self._crew.append(Worker(self._work))

    def _hear(self, timeout: float | None) -> None:
        """Hear what workers have to say; wait for one where there is no *timeout*."""
        heard = wait([worker.pipe for worker in self._crew], timeout)
        for worker in [worker for worker in self._crew if worker.pipe in heard]:
            said = worker.hear()
            if said is None:
                self._replace(worker)
            elif not worker.up:
                self._welcome(worker, answer(said))
            elif not said:
                worker.begun = True
            else:
                self._note(worker.tasks.popleft(), answer(said))

    def _welcome(self, worker: Worker[ItemT], said: Answer) -> None:
        if said.error is not None:
            raise said.error
        worker.up = True
        self._stillborn = 0

    def _note(self, task: Task[ItemT], said: Answer) -> None:
        if said.error is not None and not isinstance(said.error, Exception):
            raise said.error  # KeyboardInterrupt: no failure of an item
        self._done[task.index] = Outcome(task.index, task.item, said.result, said.error)

    def _replace(self, dead: Worker[ItemT]) -> None:
        """Put back what is lost; the item that it died over alone, or it has failed."""
        self._crew.remove(dead)
        code = dead.ended()
        if not dead.up:
            self._stillborn += 1
            if code >= 0 or self._stillborn == _STILLBORN:
                raise died_early(code)
        suspect = dead.tasks.popleft() if dead.begun and dead.tasks else None
        if dead.tasks:
            self._queue.appendleft(list(dead.tasks))
        if suspect is not None and suspect.again:
            self._note(suspect, Answer(error=died_at_work(code, suspect.index, suspect.item)))
        elif suspect is not None:
            self._queue.appendleft([replace(suspect, again=True)])

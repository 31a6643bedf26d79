"""Workers that die: what is done again, what has failed, and that nothing hangs."""

import os
import signal
from collections import Counter
from collections.abc import Iterator
from itertools import count, islice
from multiprocessing import active_children
from pathlib import Path
from time import sleep
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govnews.errors import WorkerDiedError
from govnews.working import outcomes, work_through
from tests.working.works import DEATHS, by_whom, cut_short, fragile, traced


def test_a_worker_that_is_killed_costs_nothing() -> None:
    """All results are there, in order, once, and another worker has taken its place."""
    results = work_through(range(80), by_whom, workers=2)
    first, victim = next(results)
    os.kill(victim, signal.SIGKILL)
    done = [(first, victim), *results]
    assert [item for item, _ in done] == list(range(80))
    assert len({process for _, process in done}) == 3


@pytest.mark.parametrize("drawn", [2, 3, 7, 20])
def test_all_workers_are_killed_at_once(drawn: int) -> None:
    """While they start, work or idle."""

    def items() -> Iterator[int]:
        yield from range(drawn)
        for process in active_children():
            process.kill()
        yield from range(drawn, 30)

    found = list(outcomes(items(), by_whom, workers=2, chunk=1))
    assert [outcome.unwrap()[0] for outcome in found] == list(range(30))


@pytest.mark.parametrize(
    ("death", "code", "message"),
    [
        ("exit", 3, "item 5 (from 0): a worker process ended with exit code 3"),
        ("quit", 4, "item 5 (from 0): a worker process ended with exit code 4"),
        ("kill", -9, "a worker process was killed by SIGKILL, as the system does when memory"),
        ("fault", -11, "a worker process was killed by SIGSEGV, after another had died over it"),
    ],
)
def test_a_poisonous_item_costs_itself(death: str, code: int, message: str) -> None:
    """The others of its chunk are there; the error says which it was, and how it ended."""
    items: list[int | str] = [*range(5), death, *range(6, 20)]
    found = list(outcomes(items, fragile, workers=2))
    assert [outcome.result for outcome in found] == [*range(5), None, *range(6, 20)]
    error = found[5].error
    assert isinstance(error, WorkerDiedError)
    assert (error.index, error.id, error.exitcode) == (5, None, code)
    assert message in str(error)


def test_poison_beside_poison() -> None:
    """Each costs itself alone, also if the whole chunk is poisonous but one."""
    items: list[int | str] = [*["exit"] * 3, 3, *["kill"] * 2]
    found = list(outcomes(items, fragile, workers=2))
    assert [outcome.result for outcome in found] == [None] * 3 + [3] + [None] * 2


def test_what_was_answered_is_not_done_again(tmp_path: Path) -> None:
    """Only what was lost with the worker is, once."""
    found = list(outcomes([(tmp_path, number) for number in range(8)], traced, workers=2))
    begun = {number: len((tmp_path / str(number)).read_text()) for number in range(8)}
    assert begun == {0: 1, 1: 1, 2: 1, 3: 1, 4: 1, 5: 2, 6: 1, 7: 1}
    assert [outcome.result for outcome in found] == [0, 1, 2, 3, 4, None, 6, 7]


class Named(NamedTuple):
    """An item with an id."""

    id: str


def end(item: Named) -> None:
    """Die of an item that has an id."""
    os._exit(len(item.id))


def test_the_error_has_the_id_of_the_item() -> None:
    """Where it has one."""
    (found,) = outcomes([Named("union.txt")], end, workers=2)
    with pytest.raises(WorkerDiedError, match=r"item 0 \(from 0\), union\.txt: ") as caught:
        found.unwrap()
    assert caught.value.id == "union.txt"


def test_work_goes_on_where_the_poison_has_no_end() -> None:
    """Every other item kills: workers are replaced as often as it takes."""
    source: Iterator[int | str] = ("exit" if number % 2 else number for number in count())
    found = outcomes(source, fragile, workers=2, in_order=False, chunk=2)
    assert Counter(outcome.error is None for outcome in islice(found, 12)).keys() == {True, False}
    found.close()
    assert active_children() == []


def test_half_a_message_is_none(tmp_path: Path) -> None:
    """A worker that dies while it writes what nobody reads yet; it is done again."""
    found = outcomes([tmp_path / name for name in "ab"], cut_short, workers=2, chunk=1)
    assert next(found).result == b""
    while not (tmp_path / "b").exists():
        sleep(0.01)
    written = int((tmp_path / "b").read_text())
    (writing,) = [process for process in active_children() if process.pid == written]
    writing.join(60)
    assert writing.exitcode == 9
    assert [len(outcome.unwrap()) for outcome in found] == [50_000_000]


@settings(max_examples=6, deadline=None)
@given(
    items=st.lists(st.integers(0, 99) | st.sampled_from(["fail", *DEATHS]), max_size=12),
    chunk=st.integers(1, 5),
    in_order=st.booleans(),
)
def test_the_outcome_is_that_of_one_process(
    items: list[int | str], chunk: int, *, in_order: bool
) -> None:
    """But for the items that it would die of."""
    found = list(outcomes(items, fragile, workers=2, chunk=chunk, in_order=in_order))
    if not in_order:
        found.sort(key=lambda outcome: outcome.index)
    assert [(outcome.index, outcome.item) for outcome in found] == list(enumerate(items))
    for outcome in found:
        if outcome.item in DEATHS:
            assert isinstance(outcome.error, WorkerDiedError)
        else:
            (alone,) = outcomes([outcome.item], fragile)
            assert (outcome.result, str(outcome.error)) == (alone.result, str(alone.error))
    assert active_children() == []

"""Work on many items: which results come, in which order, and what is drawn for them."""

from collections.abc import Iterable, Iterator
from itertools import chain, count, islice, repeat
from multiprocessing import active_children
from typing import Any, TypeVar

import pytest

from govnews.errors import GovnewsError
from govnews.working import outcomes, work_through
from tests.working.works import after, by_whom, made, stopped, twice

ItemT = TypeVar("ItemT")


def noted(items: Iterable[ItemT], drawn: list[ItemT]) -> Iterator[ItemT]:
    """Note which items are drawn."""
    for item in items:
        drawn.append(item)
        yield item


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_results_keep_the_order_of_items(workers: int) -> None:
    """Whoever made them."""
    assert list(work_through(range(50), twice, workers=workers)) == [2 * n for n in range(50)]


def test_several_processes_work() -> None:
    """And none of them is this one."""
    done = list(work_through(range(60), by_whom, workers=2))
    assert len({process for _, process in done}) == 2


def test_no_more_workers_start_than_there_are_chunks() -> None:
    """Starting one takes a third of a second and tens of megabytes."""
    results = work_through(range(3), twice, workers=8)
    assert next(results) == 0
    assert len(active_children()) == 1
    assert list(results) == [2, 4]


def test_nothing_starts_before_it_is_asked_for() -> None:
    """A call that is never looped over costs nothing."""
    results = work_through(range(3), twice, workers=2)
    assert active_children() == []
    results.close()


@pytest.mark.parametrize("workers", [1, 2])
def test_no_items_no_results(workers: int) -> None:
    """It ends at once."""
    assert list(work_through([], twice, workers=workers)) == []


def test_out_of_order_a_slow_item_holds_back_none() -> None:
    """They come as they are there, each with its place."""
    found = list(outcomes([0.5, *[0.0] * 20], after, workers=2, in_order=False, chunk=1))
    assert found[0].index != 0
    assert sorted(outcome.index for outcome in found) == list(range(21))
    assert all(outcome.result == outcome.item for outcome in found)


@pytest.mark.parametrize("in_order", [True, False])
def test_an_endless_source_is_drawn_as_needed(*, in_order: bool) -> None:
    """A few chunks ahead for each worker, and no further."""
    drawn: list[int] = []
    found = outcomes(noted(count(), drawn), twice, workers=2, in_order=in_order, chunk=3)
    for given_back in range(1, 40):
        next(found)
        assert len(drawn) <= given_back + 2 * 4 * 3
    found.close()


def test_a_slow_first_item_does_not_heap_up_the_rest() -> None:
    """What waits for its turn is bounded, however quick it was."""
    drawn: list[float] = []
    found = outcomes(noted(chain([0.5], repeat(0.0)), drawn), after, workers=2, chunk=3)
    assert next(found).result == 0.5
    assert len(drawn) <= 2 * 4 * 3
    found.close()


def test_large_items_are_sent_alone() -> None:
    """Eight of them together would be much to hold, and to do again."""
    drawn: list[bytes] = []
    found = outcomes(noted(repeat(bytes(300_000)), drawn), twice, workers=2, chunk=8)
    assert next(found).unwrap() == bytes(600_000)
    assert len(drawn) <= 2 * 4
    found.close()


def test_large_items_and_results_pass_each_other() -> None:
    """Neither end of a pipe waits for the other, however little the pipe holds."""
    found = work_through([bytes(4_000_000)] * 6, twice, workers=2)
    assert [len(result) for result in found] == [8_000_000] * 6


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("in_order", [True, False])
def test_a_failing_source_comes_behind_what_it_gave(workers: int, *, in_order: bool) -> None:
    """What was drawn before is done and given back."""

    def items() -> Iterator[int]:
        yield from range(20)
        raise OSError("the disk is gone")

    found = outcomes(items(), twice, workers=workers, in_order=in_order)
    assert sorted(outcome.unwrap() for outcome in islice(found, 20)) == list(range(0, 40, 2))
    with pytest.raises(OSError, match="disk"):
        next(found)
    assert active_children() == []


@pytest.mark.parametrize("workers", [1, 2])
def test_a_failure_ends_only_itself(workers: int) -> None:
    """Each outcome says what came of it."""
    found = list(outcomes(["5", "five", "7"], int, workers=workers))
    assert [outcome.result for outcome in found] == [5, None, 7]
    assert [type(outcome.error) for outcome in found] == [type(None), ValueError, type(None)]


def test_a_failure_tells_where_in_the_worker_it_was() -> None:
    """As a note: the traceback of another process does not come along."""
    (found,) = outcomes(["five"], int, workers=2)
    assert found.error is not None
    (note,) = found.error.__notes__
    assert note.startswith("In a worker process:\nTraceback")
    assert "serving.py" in note


@pytest.mark.parametrize("workers", [1, 2])
def test_a_failure_is_raised_when_its_turn_has_come(workers: int) -> None:
    """Behind the results before it."""
    results = work_through([*"0123456789", "ten", "11"], int, workers=workers)
    assert list(islice(results, 10)) == list(range(10))
    with pytest.raises(ValueError, match="ten"):
        next(results)
    assert active_children() == []


@pytest.mark.parametrize("workers", [1, 2])
def test_a_failure_can_be_skipped(workers: int) -> None:
    """Whoever asked for that hears of each."""
    failed: list[Any] = []
    results = work_through(["5", "five", "7"], int, workers=workers, skip=failed.append)
    assert list(results) == [5, 7]
    assert [(outcome.index, outcome.item) for outcome in failed] == [(1, "five")]


@pytest.mark.parametrize(
    ("what", "error", "message"),
    [
        ("locked", GovnewsError, "the result, a Locked, cannot be sent .* a lock is in it"),
        ("unreadable", GovnewsError, "the result cannot be read in this process: ValueError: "),
        ("halfway", GovnewsError, "HalfwayError: 1 of 2"),
        ("locked error", GovnewsError, "ValueError: no date"),
    ],
)
def test_what_cannot_be_sent_is_told_of(what: str, error: type[Exception], message: str) -> None:
    """And the results beside it are there."""
    before, found, behind = outcomes(["a", what, "b"], made, workers=2)
    assert (before.result, behind.result) == ("a", "b")
    with pytest.raises(error, match=message):
        found.unwrap()


def test_an_item_that_cannot_be_sent_is_named() -> None:
    """Behind the results before it, as where the source fails."""
    found = work_through([1, 2, lambda: 3], twice, workers=2)
    assert [next(found), next(found)] == [2, 4]
    with pytest.raises(GovnewsError, match=r"item 2 \(from 0\), a function, cannot be sent"):
        next(found)


@pytest.mark.parametrize("workers", [1, 2])
def test_being_stopped_is_no_failure_of_an_item(workers: int) -> None:
    """It ends the whole, also where failures are kept."""
    with pytest.raises(KeyboardInterrupt):
        list(outcomes([1, 2, 3], stopped, workers=workers))
    assert active_children() == []


@pytest.mark.parametrize("wrong", [{"workers": 0}, {"workers": -1}, {"chunk": 0}])
def test_wrong_numbers_are_refused_at_the_call(wrong: dict[str, int]) -> None:
    """Not at the first result."""
    with pytest.raises(ValueError, match="use at least 1"):
        outcomes([], twice, **wrong)  # type: ignore[arg-type]


def test_a_quick_result_does_not_wait_for_a_slow_item_behind_it() -> None:
    """Though a worker takes both at once."""
    results = work_through([0, 600], after, workers=2)
    assert next(results) == 0
    results.close()


@pytest.mark.parametrize("workers", [1, 2])
def test_progress_is_shown_against_the_number_of_items(
    workers: int, capfd: pytest.CaptureFixture[str]
) -> None:
    """On stderr, where that number is known."""
    list(work_through([1, 2, 3], twice, workers=workers, progress=True, unit="text"))
    out, err = capfd.readouterr()
    assert out == ""
    assert "3/3" in err
    assert "text/s" in err

"""Many bulletins of which one fails, or kills who works on it."""

import os
import warnings
from collections.abc import Sequence
from itertools import islice
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest

import govnews
from govnews.bulletin import analysis, work
from govnews.bulletin.analysis import Given
from govnews.errors import FailedWarning, UnknownChoiceError, WorkerDiedError

TEXTS = [f"走访{number + 2}家企业" for number in range(20)]


class Broken(str):
    """A text that fails where a worker reads it."""

    __slots__ = ()

    def __reduce__(self) -> tuple[Any, ...]:
        """Make it as no text can be made."""
        return int, (str(self),)


class Poison(str):
    """A text that kills the worker that reads it."""

    __slots__ = ()

    def __reduce__(self) -> tuple[Any, ...]:
        """Make it by ending the process."""
        return os._exit, (3,)


def values(bulletins: Any) -> list[int]:
    """Return the figure of each."""
    return [int(bulletin.figures[0].value) for bulletin in bulletins]


def refusing(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Let the analysis of a text fail, as where it has a fault."""
    analyze_together = analysis.analyze_together

    def failing(given: Sequence[Given], **settings: Any) -> list[govnews.Bulletin]:
        if any(each.text == text for each in given):
            raise ZeroDivisionError("a share of nothing")
        return analyze_together(given, **settings)

    monkeypatch.setattr(work, "analyze_together", failing)


def test_a_failed_text_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a warning that says which, and what it failed of."""
    refusing(monkeypatch, TEXTS[7])
    with pytest.warns(FailedWarning) as told:
        found = values(govnews.analyze_many(TEXTS, errors="skip"))
    assert found == [number + 2 for number in range(20) if number != 7]
    assert [str(each.message) for each in told] == [
        "left out: text 7 (from 0): ZeroDivisionError: a share of nothing"
    ]
    assert told[0].filename == __file__


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (Broken("走访"), r"^left out: text 7 \(from 0\): ValueError: invalid literal"),
        (Poison("走访"), r"^left out: item 7 \(from 0\): a worker process ended with exit code 3"),
    ],
)
def test_a_text_that_a_worker_fails_of_is_left_out(text: str, message: str) -> None:
    """Also one that it dies of; the others are there, in order."""
    with pytest.warns(FailedWarning, match=message) as told:
        found = values(
            govnews.analyze_many([*TEXTS[:7], text, *TEXTS[8:]], workers=2, errors="skip")
        )
    assert found == [number + 2 for number in range(20) if number != 7]
    assert len(told) == 1


def test_a_text_that_a_worker_dies_of_is_raised_in_its_turn() -> None:
    """Behind the bulletins before it; no worker stays."""
    results = govnews.analyze_many([*TEXTS[:7], Poison("走访"), *TEXTS[8:]], workers=2)
    assert values(islice(results, 7)) == list(range(2, 9))
    with pytest.raises(WorkerDiedError, match=r"item 7 \(from 0\)") as caught:
        next(results)
    assert caught.value.index == 7
    assert active_children() == []


@pytest.mark.parametrize("workers", [1, 2])
def test_what_is_no_text_is_never_skipped(workers: int) -> None:
    """It is a mistake in the program that calls."""
    texts: list[Any] = [TEXTS[0], None, TEXTS[1]]
    results = govnews.analyze_many(texts, workers=workers, errors="skip")
    assert values(islice(results, 1)) == [2]
    with pytest.raises(TypeError, match="analyze takes a str, not NoneType"):
        next(results)


@pytest.mark.parametrize("call", [govnews.analyze_many, govnews.analyze_files])
def test_another_word_for_errors_is_refused(call: Any) -> None:
    """At the call."""
    with pytest.raises(UnknownChoiceError, match="no errors='ignore': choose from raise, skip"):
        call([], errors="ignore")


def test_a_failed_file_is_left_out_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As one that cannot be read is, but that it is another warning."""
    for number in (2, 3, 4):
        (tmp_path / f"{number}.txt").write_text(TEXTS[number], "utf-8")
    refusing(monkeypatch, TEXTS[3])
    with pytest.warns(FailedWarning, match=r"^left out: 3\.txt: ZeroDivisionError: a share"):
        found = [bulletin.id for bulletin in govnews.analyze_files(tmp_path, errors="skip")]
    assert found == ["2.txt", "4.txt"]
    with pytest.raises(ZeroDivisionError):
        list(govnews.analyze_files(tmp_path))


def test_a_warning_that_is_an_error_stops_at_its_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """As everywhere, where a program asks for that."""
    refusing(monkeypatch, TEXTS[1])
    results = govnews.analyze_many(TEXTS, errors="skip")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert values(islice(results, 1)) == [2]
        with pytest.raises(FailedWarning):
            next(results)

"""Errors: one family, and they come back from a worker process as they were."""

import pickle
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from govnews.errors import (
    DecodeError,
    FrameError,
    GovnewsError,
    LabelError,
    LexiconError,
    MissingExtraError,
    UnknownChoiceError,
)
from govnews.reading import decode

ERRORS = [
    GovnewsError("what is wrong"),
    DecodeError("byte 6 is not text", offset=6),
    FrameError("the frame has no column kind"),
    LabelError("gold.jsonl, line 2"),
    LexiconError("trees.toml, [[unit]] 1"),
    MissingExtraError("pandas is not installed"),
    UnknownChoiceError("no kind of figure"),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_can_be_pickled(error: GovnewsError) -> None:
    """With all that it says, and what was noted on the way."""
    error.add_note("while reading page.txt")
    back = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes

    assert type(back) is type(error)
    assert (back.args, vars(back)) == (error.args, vars(error))


def test_an_error_crosses_a_process() -> None:
    """Unpickling happens in a thread of the pool, where a failure would break the pool."""
    with (
        ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool,
        pytest.raises(DecodeError, match="byte 6 ") as caught,
    ):
        pool.submit(decode, "职工".encode() + b"\xff").result()
    assert caught.value.offset == 6

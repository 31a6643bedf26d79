"""Errors: one family, and they come back from a worker process as they were."""

import pickle

import pytest

from govnews.errors import (
    DecodeError,
    FrameError,
    GovnewsError,
    LabelError,
    LexiconError,
    MissingExtraError,
    UnknownChoiceError,
    WorkerDiedError,
)
from govnews.reading import decode
from govnews.working import work_through

ERRORS = [
    GovnewsError("what is wrong"),
    DecodeError("byte 6 is not text", offset=6),
    FrameError("the frame has no column kind"),
    LabelError("gold.jsonl, line 2"),
    LexiconError("trees.toml, [[unit]] 1"),
    MissingExtraError("pandas is not installed"),
    UnknownChoiceError("no kind of figure"),
    WorkerDiedError("a worker was killed", index=7, id="union.txt", exitcode=-9),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_can_be_pickled(error: GovnewsError) -> None:
    """With all that it says, and what was noted on the way."""
    error.add_note("while reading page.txt")
    back = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes

    assert type(back) is type(error)
    assert (back.args, vars(back)) == (error.args, vars(error))


def test_an_error_crosses_a_process() -> None:
    """With what it knows beside its message."""
    with pytest.raises(DecodeError, match="byte 6 ") as caught:
        list(work_through(["职工".encode() + b"\xff"], decode, workers=2))
    assert caught.value.offset == 6

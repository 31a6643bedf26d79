"""Results that were pickled, or copied, are the same results."""

import copy
import pickle
from collections.abc import Callable
from typing import Any

import pytest

import govnews
from govnews import Bulletin

PAGE = "西寧網訊 7月24日，總工會(zǒng)撥付救助金5027萬元，惠及困難職工近8000名。"


def pickled(result: Any) -> Any:
    """Return what another process would get."""
    return pickle.loads(pickle.dumps(result))  # noqa: S301 - our own bytes


@pytest.mark.parametrize("again", [pickled, copy.copy, copy.deepcopy])
def test_a_bulletin_comes_back_whole(again: Callable[[Bulletin], Bulletin]) -> None:
    """With all that is in it: figures, repairs, topics, and what is made of its fields."""
    bulletin = govnews.analyze(PAGE, id="a", issued="2022-07-25")
    returned = again(bulletin)

    assert returned == bulletin
    assert repr(returned.figures) == repr(bulletin.figures)
    assert returned.shares == bulletin.shares


def test_what_came_back_cannot_be_changed() -> None:
    """It is as frozen as it was."""
    (figure, *_) = pickled(govnews.extract(PAGE))
    with pytest.raises(AttributeError):
        figure.start = 0

"""The public call: what it takes, and what it says to what it does not."""

from dataclasses import replace
from typing import Any

import pytest

import govnews
from govnews.errors import UnknownChoiceError
from govnews.frames import labels_of
from govnews.models import Paragraph
from tests.frames import EMPTY, PAGE

ONE, OTHER = govnews.analyze("走访43家企业"), govnews.analyze("慰问8000名职工", id="b.txt")


def test_one_or_many_or_by_name() -> None:
    """A name goes before an id, and a number stands in for both."""
    assert govnews.frame(ONE)["bulletin"].tolist() == ["0"]
    assert govnews.frame([ONE, OTHER])["bulletin"].tolist() == ["0", "b.txt"]
    assert govnews.frame({"x": ONE, 7: OTHER})["bulletin"].tolist() == ["x", "7"]
    assert govnews.frame(iter([OTHER]))["bulletin"].tolist() == ["b.txt"]


def test_no_two_have_one_name() -> None:
    """A number of a bulletin without a name may be the id of another, and keys may look alike."""
    named = [replace(ONE, id=name) for name in (None, "0", "a", "a", "a (2)", "a")]
    expected = ["0", "0 (2)", "a", "a (2)", "a (2) (2)", "a (3)"]
    assert govnews.frame(named)["bulletin"].tolist() == expected
    assert govnews.frame({7: ONE, "7": ONE})["bulletin"].tolist() == ["7", "7 (2)"]


def test_a_method_does_the_same() -> None:
    """For a single bulletin."""
    assert PAGE.to_frame().equals(govnews.frame(PAGE))
    table = govnews.frame(PAGE, "tokens", engine="arrow")
    assert PAGE.to_frame("tokens", engine="arrow").equals(table)


def test_no_bulletins_are_a_frame_without_rows() -> None:
    """With all columns."""
    assert govnews.frame([]).columns.tolist() == govnews.frame(PAGE).columns.tolist()


def test_a_missing_bulletin_is_left_out() -> None:
    """As a column of texts has it."""
    assert govnews.frame([None, OTHER])["bulletin"].tolist() == ["b.txt"]  # type: ignore[list-item]


def test_a_frame_is_no_bulletin() -> None:
    """The message says what it is."""
    with pytest.raises(TypeError, match="totals takes Bulletins, not DataFrame"):
        govnews.totals(govnews.frame(PAGE))


@pytest.mark.parametrize("given", ["43家", ["43家"], 5, {"a": "43家"}, None])
def test_what_is_no_bulletin(given: Any) -> None:
    """The message says what to do."""
    with pytest.raises(TypeError, match="pass what analyze returns for it"):
        govnews.frame(given)


@pytest.mark.parametrize(
    ("what", "engine", "said"),
    [
        ("figure", "pandas", "'figure': choose from figures, paragraphs, edits, tokens"),
        ("figures", "spark", "'spark': choose from pandas, polars, arrow"),
    ],
)
def test_no_such_frame(what: Any, engine: Any, said: str) -> None:
    """The message lists the choices."""
    with pytest.raises(UnknownChoiceError, match=said):
        govnews.frame(PAGE, what, engine=engine)
    with pytest.raises(UnknownChoiceError, match=said):
        PAGE.to_frame(what, engine=engine)


def test_labels_of_other_models_are_columns() -> None:
    """The five, or those that stand in the bulletins."""
    own = replace(EMPTY, paragraphs=(Paragraph("草", 0, 1, ("ecology",), {"ecology": 0.9}),))
    assert labels_of([EMPTY]) == labels_of([PAGE]) == tuple(govnews.TOPICS)
    assert labels_of([own, PAGE]) == ("ecology", "veterans", "aid_qinghai")
    assert govnews.frame(own, "paragraphs")["ecology"].tolist() == [0.9]


def test_repeated_figures_say_so() -> None:
    """What two bulletins tell is to be added once."""
    text = "省总工会启动冬季送温暖活动，筹集帮扶资金5027万元，其中省级3000万元，增长8%。"
    found = govnews.frame([govnews.analyze(text), govnews.analyze(text)])
    assert found["left_out"].fillna("not_additive").tolist()[1:] == [
        *("part", "not_additive"),
        *("repeated", "repeated", "repeated"),
    ]
    assert found["left_out"].isna().tolist() == [True, *[False] * 5]

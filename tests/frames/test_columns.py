"""The columns: said once, and said of every one."""

import pytest

from govnews.frames import What, columns, columns_of
from govnews.topics.labels import RESERVED
from tests.frames import WHATS


@pytest.mark.parametrize("what", WHATS)
def test_every_column_has_a_meaning(what: What) -> None:
    """And a name of its own."""
    found = columns_of(what)
    assert all(column.meaning for column in found)
    assert len({column.name for column in found}) == len(found)


def test_no_topic_is_called_like_a_column_of_paragraphs() -> None:
    """The names that are taken are those before the scores."""
    assert tuple(column.name for column in columns.paragraphs(())) == RESERVED


def test_figures_tell_what_analysts_ask_for() -> None:
    """Where it stands, what it says, what it is about."""
    names = {column.name for column in columns.figures()}
    asked = (
        "bulletin paragraph topic kind value upper low high bound unit currency target change "
        "resolved damaged sentence start end"
    )
    assert names >= set(asked.split())


@pytest.mark.parametrize("what", WHATS)
def test_labels_have_names_and_nothing_else_has(what: What) -> None:
    """A column of fixed names lists them."""
    for column in columns_of(what):
        assert bool(column.labels) == (column.type is columns.Type.LABEL)

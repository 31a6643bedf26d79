"""The words that apply: those that ship with the package, unless the code says otherwise."""

import pytest

from govnews.figures import with_rows
from govnews.figures.vocabulary import using, vocabulary

OWN = with_rows([])


def test_what_is_used_is_used_inside_only() -> None:
    """Behind the block what was there before applies again."""
    shipped = vocabulary()
    with using(OWN):
        assert vocabulary() is OWN
        with using(None):
            assert vocabulary() is shipped
        assert vocabulary() is OWN
    assert vocabulary() is shipped


def test_so_it_is_where_something_goes_wrong() -> None:
    """What is raised inside leaves nothing behind."""
    shipped = vocabulary()
    with pytest.raises(ZeroDivisionError), using(OWN):
        raise ZeroDivisionError
    assert vocabulary() is shipped

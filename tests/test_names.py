"""Names: what is one, and which is the likelier."""

import pytest

from govnews.names import name_weight


@pytest.mark.parametrize("name", ["何振邦", "李芳", "王的"])
def test_a_name_begins_with_a_surname(name: str) -> None:
    """What stands behind it makes it more or less likely."""
    assert name_weight(name) is not None


@pytest.mark.parametrize("other", ["的振邦", "们芳", "\ud800芳", "a芳"])
def test_without_a_surname_there_is_no_name(other: str) -> None:
    """Whatever stands behind it."""
    assert name_weight(other) is None


def test_given_names_are_likelier_than_particles() -> None:
    """By their characters, each in its place."""
    weights = [name_weight(name) for name in ("王建国", "王建的", "王了的")]

    assert weights == sorted(weights, key=lambda weight: -(weight or 0))

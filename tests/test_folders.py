"""Days in names of files: where they open the name, and are days."""

from datetime import date

import pytest

from govnews.folders import day_of


@pytest.mark.parametrize(
    "name",
    [
        "2023-03-12-union.txt",
        "2023-03-12.txt",
        "20230312.txt",
        "20230312_report.html",
        "2023_03_12 简报.txt",
        "2023.03.12.txt",
        "2023年3月12日简报.txt",
        "2023年03月12日.txt",
    ],
)
def test_a_name_that_begins_with_a_day(name: str) -> None:
    """In the forms in which people write them."""
    assert day_of(name) == date(2023, 3, 12)


@pytest.mark.parametrize(
    "name",
    [
        "union-2023-03-12.txt",
        "2023-13-12.txt",
        "2023-02-30.txt",
        "202303121.txt",
        "2023-0312.txt",
        "2023-03.txt",
        "2023.txt",
        "",
    ],
)
def test_a_name_that_does_not(name: str) -> None:
    """Or that is no day, or may be some other number."""
    assert day_of(name) is None

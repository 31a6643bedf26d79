"""Amounts: exactly, and as people read them, the same in Python and in the page."""

from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from govnews.reporting.amounts import exactly, readably
from tests.browser import needs_chromium
from tests.reporting.conftest import Opened

numbers = st.decimals(allow_nan=False, allow_infinity=False, places=4)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0"),
        ("9999.99", "9,999.99"),
        ("10000", "1万"),
        ("99999999", "10,000万"),
        ("100000000", "1亿"),
        ("-226789534086.2", "-2,267.9亿"),
        ("12345", "1.23万"),
        ("12350", "1.24万"),
        ("1E+12", "10,000亿"),
    ],
)
def test_large_numbers_are_read_in_wan_and_yi(value: str, text: str) -> None:
    """To two decimals, halves rounded up."""
    assert readably(Decimal(value)) == text


@given(numbers)
def test_exactly_rounds_nothing(value: Decimal) -> None:
    """The digits are all there."""
    assert Decimal(exactly(value).replace(",", "")) == value


@given(st.integers(-(10**40), 10**40))
@example(10_149_070_405_619_756_789_251_101_550_500_001)
def test_readably_is_near(value: int) -> None:
    """Within half of the last digit that is shown, for sums of any length."""
    text = readably(Decimal(value)).replace(",", "")
    size = {"亿": 10**8, "万": 10**4}.get(text[-1], 1)
    shown = Fraction(text.rstrip("亿万")) * size
    assert abs(shown - value) * 200 <= size


@needs_chromium
def test_the_page_writes_numbers_the_same_way(opened: Opened, page_of_all: str) -> None:
    """Both ways, for numbers of all sizes."""
    random = Random(7)
    values = [
        Decimal(random.randint(-(10 ** random.randint(1, 24)), 10 ** random.randint(1, 24))).scaleb(
            -random.randint(0, 4)
        )
        for _ in range(400)
    ]
    page = opened(page_of_all)
    written = page.evaluate(
        "texts => texts.map(text => [exactly(text), readably(text)])",
        [f"{value:f}" for value in values],
    )
    assert written == [[exactly(value), readably(value)] for value in values]

"""The reading near the day of issue: spans that run, days that do not exist, what is far off."""

import pytest

from tests.bulletin.resolving.reading import dates


@pytest.mark.parametrize(
    ("text", "issued", "expected"),
    [
        # reports of January are on the year before
        ("1—12月，全省城镇新增就业6万人", "2023-01-15", ["2022-01/2022-12"]),
        ("1至12月，全省办案300件", "2023-02-10", ["2022-01/2022-12"]),
        ("1—11月，全省办案300件", "2023-01-05", ["2022-01/2022-11"]),
        ("总结了2022年工作。1月至12月，办案", "2023-01-10", ["2022", "2022-01/2022-12"]),
        ("1—12月新增6万人，12月新增5000人", "2023-01-15", ["2022-01/2022-12", "2022-12"]),
        ("新华社西宁2023年1月15日电 1—12月，", None, ["2023-01-15", "2022-01/2022-12"]),
        ("2023年1月10日通报1—12月办案", "2023-01-15", ["2023-01-10", "2022-01/2022-12"]),
        # what has just ended
        ("1至11月完成投资", "2022-12-20", ["2022-01/2022-11"]),
        ("1—6月，全省办班", "2023-07-05", ["2023-01/2023-06"]),
        # what runs now
        ("9月1日至30日开展", "2023-09-05", ["2023-09-01/2023-09-30"]),
        ("9月1日至12月31日开展", "2023-09-10", ["2023-09-01/2023-12-31"]),
        ("7月18日至28日办班", "2022-07-20", ["2022-07-18/2022-07-28"]),
        ("1—6月，全省办班", "2023-06-20", ["2023-01/2023-06"]),
        ("计划1—12月开展", "2023-01-15", ["2023-01/2023-12"]),
        # it may be either
        ("1—12月，全省办班", "2023-06-15", [None]),
        ("10月1日至次年5月31日供暖", "2022-11-01", [None]),
        ("2023年，全省普法。1—11月，办案", "2023-02-15", ["2023", None]),
    ],
)
def test_a_span_that_runs_is_measured_to_its_end(
    text: str, issued: str | None, expected: list[str | None]
) -> None:
    """That of the year before is meant where it has ended lately and this one has not."""
    assert dates(text, issued) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年1月10日，会议通报1—12月办案情况", None),
        ("2022年1月10日，启动行动。1—12月，办案300件", None),
        ("2022年6月10日，启动培训，6月至9月办班", "2022-06/2022-09"),
        ("2022年7月24日启动服务月，7月1日至31日开展", "2022-07-01/2022-07-31"),
        ("2022年，全省办案。1—12月，调解3万件", "2022-01/2022-12"),
    ],
)
def test_a_span_around_the_day_told_of_may_be_of_the_year_before(
    text: str, expected: str | None
) -> None:
    """Of the text alone it is left open, unless it runs but a short while."""
    assert dates(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "issued", "expected"),
    [
        ("29日，慰问", "2023-03-01", None),
        ("31日，慰问", "2023-03-01", None),
        ("31日，慰问", "2023-05-01", None),
        ("31日，慰问", "2023-12-02", None),
        ("2月29日，慰问", "2023-03-05", None),
        # where it exists
        ("29日，慰问", "2024-03-01", "2024-02-29"),
        ("29日，慰问", "2023-04-01", "2023-03-29"),
        ("29日，慰问", "2023-03-25", "2023-03-29"),
        ("31日，慰问", "2023-04-01", "2023-03-31"),
        ("2月29日，慰问", "2024-03-05", "2024-02-29"),
        ("2月29日，慰问", "2024-02-20", "2024-02-29"),
        # what is due is not of the month before
        ("29日前报送", "2023-03-01", "2023-03-29"),
    ],
)
def test_no_far_day_stands_in_for_one_that_does_not_exist(
    text: str, issued: str, expected: str | None
) -> None:
    """A reader on March 1 takes 29日 for a slip."""
    assert dates(text, issued) == [expected]


@pytest.mark.parametrize(
    ("text", "issued", "expected"),
    [
        ("12月28日，慰问", "2023-01-05", "2022-12-28"),
        ("3月，启动", "2023-11-20", "2023-03"),
        ("8月10日举行", "2022-07-25", "2022-08-10"),
        ("28日举行", "2022-07-25", "2022-07-28"),
        ("28日举行", "2022-07-05", "2022-06-28"),
        # far on both sides, or near on both
        ("12月，慰问", "2023-04-10", None),
        ("10月31日，慰问", "2023-03-15", None),
        ("1月，启动", "2023-12-20", None),
        ("1日，慰问", "2022-07-31", None),
        ("12月28日，慰问", "2022-07-25", None),
    ],
)
def test_what_is_near_is_meant(text: str, issued: str, expected: str | None) -> None:
    """What is far off on both sides stays None."""
    assert dates(text, issued) == [expected]


@pytest.mark.parametrize(
    ("text", "issued", "expected"),
    [
        # July of no known year is not February
        ("7月9日8时开闸，10日8时关闸", "2023-02-10", [None, None]),
        ("7月9日开闸。10日，关闸", "2023-02-10", [None, None]),
        ("7月9日开闸。\n10日，关闸", "2023-02-10", [None, None]),
        # the year is known, or no month was told
        ("7月9日8时开闸，10日8时关闸", "2023-07-12", ["2023-07-09", "2023-07-10"]),
        ("去年7月9日8时开闸，10日8时关闸", "2023-02-10", ["2022-07-09", "2022-07-10"]),
        ("8时开闸，10日8时关闸", "2023-02-10", ["2023-02-10"]),
    ],
)
def test_a_bare_day_is_of_the_month_before_it(
    text: str, issued: str, expected: list[str | None]
) -> None:
    """Where its year is open, so is the day."""
    assert dates(text, issued) == expected

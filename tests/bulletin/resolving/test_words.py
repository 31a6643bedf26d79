"""Words beside a date: 去年10月, 同年11月, 次年3月, 本月12日, 当月12日 ..."""

import pytest

from tests.bulletin.resolving.reading import dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今年1至6月，全省完成投资80亿元。", "2022-01/2022-06"),
        ("去年10月，站点建成。", "2021-10"),
        ("前年10月，站点建成。", "2020-10"),
        ("大前年10月，站点建成。", "2019-10"),
        ("明年5月复工。", "2023-05"),
        ("后年3月完工。", "2024-03"),
        ("去年同期的8月，下降3%。", "2021-08"),
        ("比上年同期1—5月增加300人。", "2021-01/2021-05"),
        ("上一年度10月拨付。", "2021-10"),
        ("本年3月拨付。", "2022-03"),
        ("去年3月至今年5月，走访企业43家。", "2021-03/2022-05"),
        ("本月12日报到。", "2022-07-12"),
        ("上月28日报到。", "2022-06-28"),
        ("下个月5日结业。", "2022-08-05"),
        ("10月1日至次年5月31日供暖。", "2021-10-01/2022-05-31"),
        ("25日至次月5日公示。", "2022-07-25/2022-08-05"),
        ("7月1日至次月5日公示。", "2022-07-01/2022-08-05"),
        ("2021年12月28日至次月5日公示。", "2021-12-28/2022-01-05"),
    ],
)
def test_words_of_the_issue(text: str, expected: str) -> None:
    """They count from the day of issue."""
    assert dates(text, "2022-07-25") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "去年10月，站点建成。",
        "今年1至6月，全省完成投资80亿元。",
        "上年10月拨付。",
        "本月12日报到。",
        "2019年5月至今年6月，累计走访。",
        "2021年，工程开工，去年10月验收。",
    ],
)
def test_without_a_day_to_count_from_they_say_nothing(text: str) -> None:
    """A year in the text is not the year in which it was written."""
    assert dates(text)[-1] is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021年3月立项，同年11月开工。", ["2021-03", "2021-11"]),
        ("2021年3月立项，当年12月完工。", ["2021-03", "2021-12"]),
        ("2021年立项，次年5月完工，8月启用。", ["2021", "2022-05", "2022-08"]),
        ("1951年3月参军，翌年10月入朝。", ["1951-03", "1952-10"]),
        ("2009年成立的合作社，同年11月投产。", ["2009", "2009-11"]),
        ("2021年10月启动，当月12日报到，次月5日结业。", ["2021-10", "2021-10-12", "2021-11-05"]),
        ("2021年10月，就业增长1%，上年10月增长2%。", ["2021-10", "2020-10"]),
        ("2008年成立。2021年，扩建厂房。同年8月，投产。", ["2008", "2021", "2021-08"]),
    ],
)
def test_words_of_the_tale(text: str, expected: list[str | None]) -> None:
    """They count from what was stated last, with or without a day of issue."""
    assert dates(text) == expected
    assert dates(text, "2023-02-01") == expected


@pytest.mark.parametrize(
    "text",
    [
        "当年10月，红军经过这里。",
        "次年3月验收。",
        "当月12日报到。",
        # which year is 同年 of?
        "2016年至2020年，投入3亿元，同年8月验收。",
        "2021年，产量比2004年增加，同年8月投产。",
        "2021年开工。\n同年8月验收。",
        # 第二年 of what?
        "服务期第二年3月考核。",
        # not two words at once, and not another word that looks like one
        "去年同月12日报到。",
        "去年12日报到。",
        # the month behind July, or behind that of the issue?
        "7月1日至下月5日公示。",
    ],
)
def test_what_they_count_from_must_be_told(text: str) -> None:
    """The day of issue is no substitute."""
    assert dates(text, "2022-07-25")[-1] is None


@pytest.mark.parametrize(
    "text",
    [
        "每年5月1日举办展演。",
        "每年的5月举办展演。",
        "历年7月都有洪水。",
        "每月25日发放。",
        "逢10日接访。",
        "每年4月启动，7月结束。",
    ],
)
def test_what_happens_every_year_is_of_none(text: str) -> None:
    """A day of issue changes nothing."""
    assert set(dates(text, "2022-07-25")) == {None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("去年3月启动，10月完成。", ["2021-03", "2021-10"]),
        ("去年7月、8月，今年5月和6月。", ["2021-07", "2021-08", "2022-05", "2022-06"]),
        ("去年，全省培训职工。其中6月培训2万人。", ["2021-06"]),
        ("今年，全省计划培训职工，12月底前完成。", ["2022-12"]),
        ("比去年10月增加3%，6月又降。", ["2021-10", "2022-06"]),
        ("李某1951年3月参军。今年7月24日，他获得表彰。", ["1951-03", "2022-07-24"]),
    ],
)
def test_a_word_carries_on(text: str, expected: list[str | None]) -> None:
    """去年 is stated like a year: for the dates behind it, but not where it is compared with."""
    assert dates(text, "2022-07-25") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("當年12月完工", [None]),
        ("２０２１年３月立項，當年１２月完工，次年５月啟用。", ["2021-03", "2021-12", "2022-05"]),
        ("後年3月完工。", ["2024-03"]),
        ("2021年10月啟動，當月12日報到。", ["2021-10", "2021-10-12"]),
        ("去(qù)年(nián)10月，站点建成。", [None]),
        (
            "職(zhí)工(gōng)服務(wù)站2019年3月立項，當(dāng)年10月建成。",
            ["2019-03", "2019-10"],
        ),
    ],
)
def test_garbled_and_traditional_text(text: str, expected: list[str | None]) -> None:
    """The words are read in the cleaned text; a gloss that it kept hides them."""
    assert dates(text, "2022-07-25") == expected

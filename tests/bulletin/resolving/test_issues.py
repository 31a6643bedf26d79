"""The day of issue: given, or stated by the bulletin; and where the text differs from it."""

import pytest

from tests.bulletin.resolving.reading import dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新华社西宁2022年7月25日电 记者24日获悉", ["2022-07-25", "2022-07-24"]),
        ("新華社西寧２０２２年７月２５日電 去年10月啟動", ["2022-07-25", "2021-10"]),
        ("本报2022年7月25日讯 今年1至6月，", ["2022-07-25", "2022-01/2022-06"]),
        ("【三江工会网2022年7月25日讯】去年10月", ["2022-07-25", "2021-10"]),
        ("慰问职工\n发布时间：2022-07-25 10:30\n24日，", ["2022-07-25", "2022-07-24"]),
        ("慰问职工\n2022-07-25 来源：三江日报\n明年1月", ["2022-07-25", "2023-01"]),
        ("慰问职工\n（2022年7月25日）\n12月28日", ["2022-07-25", "2021-12-28"]),
        # the whole date that a bulletin opens with
        ("2023年11月8日，省总工会开会，力争明年5月复工。", ["2023-11-08", "2024-05"]),
        (
            "2023年11月8日，省总工会开会。去年10月，本月12日",
            ["2023-11-08", "2022-10", "2023-11-12"],
        ),
        # each dateline is that of its own text
        (
            "新华社2021年3月2日电 去年10月\n新华社2022年7月25日电 去年10月",
            ["2021-03-02", "2020-10", "2022-07-25", "2021-10"],
        ),
    ],
)
def test_a_bulletin_may_state_its_day(text: str, expected: list[str | None]) -> None:
    """Then it counts like one that is given."""
    assert dates(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "活动时间：2022年7月25日\n去年10月",
        "2009年3月5日，张某来到海西。1953年，回乡。今年3月",
        "2009年3月5日，张某来到海西。如今，他去年3月退休",
        "走访职工。\n2022年7月25日\n去年10月",
        "新华社西宁7月25日电 去年10月",
        "2022年7月，省总工会开会。去年10月",
        "2022年7月25日召开的会议要求，去年10月",
    ],
)
def test_other_dates_are_not_its_day(text: str) -> None:
    """A date of an event says nothing about 去年."""
    assert dates(text)[-1] is None


def test_a_dateline_outweighs_the_day_given() -> None:
    """A reprint of 2023 leaves 今年 what it was."""
    assert dates("新华社西宁2022年7月25日电 今年3月", "2023-05-01")[-1] == "2022-03"


@pytest.mark.parametrize(
    ("text", "issued", "expected"),
    [
        # the text says it: it wins
        ("2021年，全省培训8万人，9月培训2万人。", "2022-10-08", "2021-09"),
        ("2021年，全省培训8万人。其中，9月培训2万人。", "2022-10-08", "2021-09"),
        ("2021年3月立项。11月，验收。", "2022-06-08", "2021-11"),
        ("2021年\n3月，组织培训。", "2022-04-01", "2021-03"),
        ("去年7月24日开班，26日结业。", "2022-07-27", "2021-07-26"),
        ("7月24日开班，26日结业。", "2022-09-25", "2022-07-26"),
        # both say the same
        ("2022年，全市新增会员3万人。10月，服务月启动。", "2023-01-08", "2022-10"),
        ("2023年以来，慰问职工5万人，8月送清凉物资。", "2023-12-01", "2023-08"),
        ("2022年12月28日启动，1月5日完成。", "2023-01-10", "2023-01-05"),
        ("2022年12月28日启动，1月5日完成。", "2023-08-10", "2023-01-05"),
        # the year is only mentioned: the issue counts
        ("人数比2004年增加3倍，7月24日举办庆典。", "2022-07-25", "2022-07-24"),
        ("2021年度先进集体7月24日受到表彰。", "2022-07-25", "2022-07-24"),
        ("部署2023年工作，12月28日开会。", "2022-12-30", "2022-12-28"),
        ("2025年底前建成，9月开工。", "2022-10-01", "2022-09"),
        ("今年1至6月，全省办班12期，24日，通报情况。", "2022-07-25", "2022-07-24"),
        # 以来 does not reach ahead of the issue
        ("2023年以来，全省走访，12月28日开会。", "2023-01-10", "2022-12-28"),
        # they differ, and nothing tells which is meant
        ("2021年，全省培训8万人。9月，培训2万人。", "2022-10-08", None),
        ("2009年3月，合作社成立，7月24日获奖。", "2022-07-25", None),
        ("6月20日，工程完工。24日，记者获悉情况。", "2022-07-25", None),
        ("全市2021年新增会员3万人，9月1万人。", "2022-10-20", None),
        ("2016年至2020年，投入3亿元，9月评估。", "2022-10-08", None),
        # no such day
        ("2月29日开班。", "2022-03-01", None),
    ],
)
def test_text_and_issue_are_weighed(text: str, issued: str, expected: str | None) -> None:
    """What is told wins, unless the nearest reading is news: then neither does."""
    assert dates(text, issued)[-1] == expected

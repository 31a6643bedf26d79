"""Tales that may have gone on into another year, or gone back: in doubt, nothing is taken over."""

import pytest

from tests.bulletin.resolving.reading import dates


@pytest.mark.parametrize(
    ("text", "issued", "expected"),
    [
        ("2018年3月，项目启动。2019年完成一期工程建设。5月，二期开工", None, None),
        ("2018年3月，项目启动。2019年完成一期工程建设。5月，二期开工", "2021-01-01", None),
        ("2018年3月，项目启动。\n2019年完成一期工程建设。\n5月，二期开工", None, None),
        ("2022年，省总开展活动。2023年计划投入3亿元。5月，开工", None, None),
        ("2021年，甲公司欠薪。2022年判决生效后仍未支付。3月，执行", None, None),
        ("2022年3月，立项。传达2021年会议精神。8月，完工", None, None),
        # the issue chooses
        ("2022年，省总开展活动。2023年计划投入3亿元。5月，开工", "2023-06-10", "2023-05"),
        ("2022年3月，立项。传达2021年会议精神。8月，完工", "2022-10-01", "2022-08"),
        # told of since, long before, aimed at, or in another paragraph
        ("2018年，启动。2019年完成一期。2020年，扩建。5月，开工", None, "2020-05"),
        ("2022年，省总走访。慰问2009年成立的合作社。5月，开工", None, "2022-05"),
        ("2022年，省总走访。2025年底前全部覆盖。5月，开工", None, "2022-05"),
        ("2023年3月5日，工会召开会议。\n成立于2009年的公司参加。\n5月，开工", None, "2023-05"),
    ],
)
def test_another_year_in_doubt_voids_the_one_told_of(
    text: str, issued: str | None, expected: str | None
) -> None:
    """It is not jumped over at the end of its sentence."""
    assert dates(text, issued)[-1] == expected


@pytest.mark.parametrize(
    ("text", "issued", "expected"),
    [
        ("2022年8月启动，3月完成", None, None),
        ("2022年8月启动，7月完成", None, None),
        ("2022年8月启动，3月完成", "2022-10-01", None),
        ("2023年9月20日，工程开工，计划5月完工", None, None),
        ("2023年3月5日，第一次；5月6日，第二次；1月7日，第三次", None, None),
        ("2022年3月5日，会议召开。会议要求，2月底前完成", None, None),
        # the issue chooses
        ("2022年8月启动，3月完成", "2023-06-01", "2023-03"),
        ("2022年8月20日通报，7月24日走访", "2022-08-25", "2022-07-24"),
        # forward, or in another sentence
        ("2022年8月启动，9月完成", None, "2022-09"),
        ("2022年8月启动，8月5日完成", None, "2022-08-05"),
        ("2022年8月，启动。7月，招标", None, "2022-07"),
        ("2023年3月5日，第一次；5月6日，第二次；7月7日，第三次", None, "2023-07-07"),
    ],
)
def test_a_step_back_in_a_sentence_is_in_doubt(
    text: str, issued: str | None, expected: str | None
) -> None:
    """A sentence goes forward: into the next year, if it must."""
    assert dates(text, issued)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021年1—6月办案20件，2022年同期30件。7月办案5件", None),
        ("据统计，2020年1—10月10万人；2021年同期11万人。11月，1万人", None),
        ("2021年1—6月办案20件，2022年同比增加。7月办案5件", None),
        ("2022年1—6月办案20件，2021年同期30件。7月办案5件", "2022-07"),
        ("2022年1—6月办案20件，比2021年同期增加。7月办案5件", "2022-07"),
        ("2021年1—6月办案20件，低于2022年同期。7月办案5件", "2021-07"),
        ("2022年1—6月办案20件。较2020年同期8月增加", "2020-08"),
    ],
)
def test_a_later_year_set_beside_the_tale_may_go_on(text: str, expected: str | None) -> None:
    """An earlier one is only compared with."""
    assert dates(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "issued", "expected"),
    [
        # a time of the year stands by itself
        ("2022年国庆节，10月1日至7日慰问", None, "2022-10-01/2022-10-07"),
        ("2022年中秋节期间，9月10日慰问", None, "2022-09-10"),
        ("2022年国庆节慰问活动10月1日启动", None, None),
        ("2023年元旦期间，12月28日慰问", None, None),
        # the end of a year leads on to the next
        ("去年底，启动改造。3月，完成一期", "2023-04-10", "2023-03"),
        ("去年底，启动改造。12月28日，完成一期", "2023-04-10", "2022-12-28"),
        ("2022年末，启动改造。3月，完成一期", None, None),
        ("去年，启动改造。3月，完成一期", "2023-04-10", None),
        # so does a month in doubt
        ("总结去年12月工作，部署2月任务", "2024-01-04", "2024-02"),
        ("总结去年工作，部署2月任务", "2024-01-04", None),
        # the turn of the year
        ("2022年12月31日24时，关闭。1月1日0时，开放", None, "2023-01-01"),
        ("2022年12月31日关闭，1月1日开放", "2023-09-01", "2023-01-01"),
        ("2022年12月30日，关闭。1月1日，开放", None, None),
        ("2022年12月31日，关闭。1月2日，开放", None, None),
    ],
)
def test_what_the_text_settles_is_read(text: str, issued: str | None, expected: str | None) -> None:
    """And its neighbours stay open."""
    assert dates(text, issued)[-1] == expected

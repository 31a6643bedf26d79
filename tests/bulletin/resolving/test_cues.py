"""Words that look ahead or back: 定于10月, 10月底前, 10月，站点已建成."""

import pytest

from govnews.bulletin.resolving.cues import Cue, cue_at
from tests.bulletin.resolving.reading import dates


@pytest.mark.parametrize(
    ("text", "issued", "expected"),
    [
        ("各地要在10月底前完成整改", "2023-02-10", ["2023-10"]),
        ("会议要求，12月底前完成", "2023-03-02", ["2023-12"]),
        ("部署全年工作，要求11月底之前完成", "2022-02-03", ["2022-11"]),
        ("会议将于12月召开", "2023-04-10", ["2023-12"]),
        ("确保10月1日前通车", "2024-03-10", ["2024-10-01"]),
        ("预计10月完工，12月投产", "2023-03-15", ["2023-10", "2023-12"]),
        ("预计11月完工，3月投产", "2023-03-15", ["2023-11", None]),
        ("计划10月开展，2月28日，开会", "2023-03-10", ["2023-10", None]),
        ("计划10月开展；2月28日，开会", "2023-03-10", ["2023-10", "2023-02-28"]),
        ("力争11月建成", "2023-02-20", ["2023-11"]),
        ("自12月1日起施行", "2023-04-10", ["2023-12-01"]),
        ("面试定于11月20日举行", "2023-04-30", ["2023-11-20"]),
        ("招募时间：10月1日—10月20日", "2023-03-15", ["2023-10-01/2023-10-20"]),
        ("服务期为9月1日至12月31日", "2023-03-15", ["2023-09-01/2023-12-31"]),
        ("征求意见截止时间为11月10日", "2023-03-15", ["2023-11-10"]),
        ("12月，省总将举办展演", "2023-04-10", ["2023-12"]),
        ("1月15日前报送", "2023-12-20", ["2024-01-15"]),
        ("定于5日召开", "2022-07-30", ["2022-08-05"]),
        ("發佈時間：2022-03-04\n各地12月底前見效", None, ["2022-03-04", "2022-12"]),
        # it counts from what the sentence told before
        ("3月5日部署，要求6月底前完成", "2023-11-20", ["2023-03-05", "2023-06"]),
        ("去年11月开工，预计2月完工", "2023-02-01", ["2022-11", "2023-02"]),
        # the text tells of the year
        ("2022年3月启动，力争12月底前完成", "2023-10-08", ["2022-03", "2022-12"]),
    ],
)
def test_plans_lie_ahead(text: str, issued: str | None, expected: list[str | None]) -> None:
    """The first reading behind the issue is meant."""
    assert dates(text, issued) == expected


@pytest.mark.parametrize(
    ("text", "issued", "expected"),
    [
        # a deadline that has just passed, or that passed this year
        ("要求7月24日前完成报名", "2022-07-28", "2022-07-24"),
        ("预计6月底前完工", "2023-10-15", None),
        ("确保12月31日前完成", "2023-01-05", None),
        # a plan told in another sentence than its year
        ("2021年，全省培训。要求12月底前完成", "2022-10-08", None),
        # words that only look like it
        ("省总工会将慰问品7月24日送到", "2022-07-25", "2022-07-24"),
        ("省总工会7月24日前往海西慰问", "2022-09-10", "2022-07-24"),
        ("7月24日，会议召开，将开展培训", "2022-09-10", "2022-07-24"),
        ("按计划7月24日开班", "2022-09-10", "2022-07-24"),
        ("截止12月底，建成站点430个", "2023-03-01", "2022-12"),
        ("7月1日前后走访", "2022-09-10", "2022-07-01"),
        # ahead and back at once
        ("12月底前，全省已建成站点", "2023-01-15", "2022-12"),
        # the heading names a year that speaks against it
        ("2023年工作要点。10月，召开代表大会。12月，考核", "2023-01-15", None),
        ("2023年工作要点\n12月，考核", "2023-01-15", None),
    ],
)
def test_no_plan_makes_a_date_wrong(text: str, issued: str, expected: str | None) -> None:
    """Between a deadline just passed and one far ahead stands nothing, or what has passed."""
    assert dates(text, issued)[-1] == expected


@pytest.mark.parametrize(
    ("text", "issued", "expected"),
    [
        ("10月，站点已建成", "2023-03-15", "2022-10"),
        ("10月，全省举办了招聘会", "2023-03-15", "2022-10"),
        ("1月，省总召开了全委会", "2023-12-20", "2023-01"),
        ("《办法》已于1月1日起施行", "2023-03-10", "2023-01-01"),
        # no such words, or not of the date
        ("10月，站点建成", "2023-03-15", None),
        ("12月的换届已通知", "2023-04-10", None),
        ("10月，了解情况", "2023-03-15", None),
    ],
)
def test_what_is_done_lies_back(text: str, issued: str, expected: str | None) -> None:
    """Then the past counts farther than two months."""
    assert dates(text, issued) == [expected]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("拟于⟦10月⟧召开", Cue.AHEAD),
        ("报名⟦10月10日⟧截止", Cue.AHEAD),
        ("⟦12月⟧拟开工", Cue.AHEAD),
        ("⟦10月⟧上旬前完成", Cue.AHEAD),
        ("⟦10月⟧，曾走访", Cue.BACK),
        ("⟦10月⟧前三周", None),
        ("⟦10月⟧底前已完成", None),
        ("⟦10月⟧，走访。将召开会议", None),
        ("按照计划⟦10月⟧启动", None),
        ("截至⟦10月⟧底", None),
    ],
)
def test_cues(text: str, cue: Cue | None) -> None:
    """They stand beside the date, in its clause."""
    before, date, after = text.replace("⟧", "⟦").split("⟦")

    assert cue_at(before + date + after, len(before), len(before + date)) is cue

"""What may be added: each rule with phrases in which it speaks, and some in which it must not."""

from dataclasses import replace

import pytest

import govnews
from govnews.totalling import reasons
from tests.totalling import left_out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每人补助2000元，共发放", {"2000元": "rate"}),
        ("户均收入3.2万元", {"3.2万元": "rate"}),
        ("最低工资标准为1880元", {"1880元": "rate"}),
        ("每年投入500万元", {"500万元": "rate"}),
        ("按2000元/人发放", {"2000元": "rate"}),
        ("新建高标准农田12万亩", {}),
        ("为每名职工发放2000元、共发放120万元", {"2000元": "rate"}),
        ("按照每人1000元的标准发放补助56万元", {"1000元": "rate"}),
        ("救助的标准为每月800元", {"800元": "rate"}),
        ("一等奖每人5000元、二等奖3000元", {"5000元": "rate", "3000元": "rate"}),
        ("43户均已脱贫，12家企业复工", {}),
        ("每逢春节走访43户", {}),
        ("建成标准化厂房12座", {}),
    ],
)
def test_rates(text: str, expected: dict[str, str]) -> None:
    """So much for each is no sum."""
    assert left_out(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("筹集资金5027万元，其中省级3000万元。", {"3000万元": "part"}),
        (
            "筹集资金5027万元。其中，省级3000万元，市县2027万元。",
            {"3000万元": "part", "2027万元": "part"},
        ),
        ("慰问职工8000人，包括女职工2000人", {"2000人": "part"}),
        ("共12家，企业8家、医院4家", {"8家": "part", "4家": "part"}),
        ("甲县5家、乙县3家，共8家", {"5家": "part", "3家": "part"}),
        ("筹集资金5027万元，其中女职工2000人", {}),
        ("甲县5家、乙县3家，丙县8家", {}),
        ("走访43家企业，其中规模以上12家；另走访医院5家", {"12家": "part"}),
        ("其中省级资金3000万元", {}),
        ("412人里，退役军人占了298个", {"298个": "part"}),
        ("58个项目中已开工41个", {"41个": "part"}),
        ("慰问职工8000人（女职工2000人）", {"2000人": "part"}),
        ("受理案件263件，办结251件", {"251件": "part"}),
        ("捐款2780万元，其中港澳同胞捐款320万港元", {"320万港元": "part"}),
        ("每人补助2486元，其中生活补助873元", {"2486元": "rate", "873元": "rate"}),
        ("慰问困难职工300人，其中重病80人，慰问劳模50人", {"80人": "part"}),
        ("甲县走访80户，乙县走访50户，丙县走访30户", {}),
        ("职工5人、农民工3人、环卫工2人", {}),
        ("大米10吨、面粉6吨、食用油4吨", {}),
        (
            "追回3641.7万元。\n其中房屋2205万元，交通1180.4万元，其余256.3万元。",
            {"2205万元": "part", "1180.4万元": "part", "256.3万元": "part"},
        ),
        ("共8家。甲县5家，乙县2家。", {}),
        ("慰问职工8000人（其中女职工2000人），救助儿童300人", {"2000人": "part"}),
        ("筹集资金5027万元(省级3000万元)，发放800万元", {"3000万元": "part"}),
        (
            "筹集5027万元，其中省级3000万元、市级1000万元，发放救助金800万元",
            {"3000万元": "part", "1000万元": "part"},
        ),
        ("办理5件，乙县3件，丙县2件", {}),
        ("举办讲座150场，观看演出100场，放映电影50场", {}),
        ("甲县走访12家，乙县0家，共12家", {}),
        ("生产钢材800万吨，其中出口增多；电解铝123万吨", {}),
        ("慰问300人，其中困难职工120人。培训干部80人。", {"120人": "part"}),
    ],
)
def test_parts(text: str, expected: dict[str, str]) -> None:
    """Parts are announced, or add up to the whole exactly."""
    assert left_out(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("比上年增加320万元", {"320万元": "change"}),
        ("比上年新增320个", {"320个": "change"}),
        ("新增就业8000人", {}),
        ("增长8.1%", {"8.1%": "not_additive"}),
        ("海拔4500米，气温20℃", {"4500米": "not_additive", "20℃": "not_additive"}),
        ("新修公路300公里", {}),
        ("驻地距省会300公里", {"300公里": "not_additive"}),
        (
            "2023年举办第三届运动会，为期3天",
            {"2023年": "not_additive", "第三届": "not_additive", "3天": "not_additive"},
        ),
        ("种草320万亩，慰问8000人次", {}),
    ],
)
def test_what_has_no_sum(text: str, expected: dict[str, str]) -> None:
    """Changes, shares, dates, heights."""
    assert left_out(text) == expected


def test_a_damaged_figure_is_not_added() -> None:
    """A digit may be missing."""
    bulletin = govnews.analyze("走访43家企业")
    (paragraph,) = bulletin.paragraphs
    (figure,) = paragraph.figures
    hurt = replace(paragraph, figures=(replace(figure, damaged=True),))
    assert reasons([replace(bulletin, paragraphs=(hurt,))]) == [["damaged"]]

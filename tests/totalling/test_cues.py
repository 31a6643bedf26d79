"""Cues: each row takes out the figure of its example, and no row speaks where it must not."""

import pytest

from govnews.totalling.cues import BEFORE, BEHIND, PLANS, Cue
from tests.totalling import left_out


@pytest.mark.parametrize("cue", [*BEFORE, *BEHIND, *PLANS], ids=lambda cue: cue.example)
def test_each_row_speaks_in_its_example(cue: Cue) -> None:
    """Of the figure in the brackets, with its reason."""
    before, figure, behind = cue.example.replace("⟧", "⟦").split("⟦")
    assert left_out(f"{before}{figure}{behind}") == {figure: str(cue.reason)}


@pytest.mark.parametrize(
    "text",
    [
        "制定地方标准15项",
        "符合标准的企业43家",
        "为平均年龄较大的286名老劳模体检",
        "按照每人的需要发放物资，共发放120万元",
        "比赛期间举办讲座12场",
        "占比较大的企业43家",
        "按计划培训300人",
        "实施“春风”行动计划，培训300人",
        "将3000万元拨付到位",
        "查处案件12件",
        "追回工资4000多万元",
        "罚款312.4万元",
        "由43家企业捐赠",
        "慰问2000多名的困难职工",
        "已完成目标任务，培训300人",
        "新中国成立以来建成12座",
        "走访超过300家企业，发放慰问金",
        "惠及超过5000人的困难群体",
        "拨付超过500万元的资金",
        "服务300家以上企业",
    ],
)
def test_what_may_be_added(text: str) -> None:
    """Words that look like cues and are none."""
    assert left_out(text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会员由2000人增加到3000人", {"2000人": "change"}),
        ("项目由36个减到33个", {"36个": "change"}),
        ("从最初的2600家扩大到6300家", {"2600家": "change"}),
        ("救助标准由每月600元提高到800元", {"600元": "rate", "800元": "rate"}),
        ("一等奖奖金1万元、二等奖5000元", {"1万元": "rate", "5000元": "rate"}),
        ("每户补助3000元，712户共213.6万元", {"3000元": "rate"}),
        ("每100人配1名社工", {"100人": "rate", "1名": "rate"}),
        ("计划义诊1500人次，举办培训班18期。已培训300人。", {"1500人次": "plan", "18期": "plan"}),
        ("计划投入5亿元，已到位3亿元", {"5亿元": "plan"}),
        ("今年计划投入500万元", {"500万元": "plan"}),
        ("新建站点36个，累计达到215个", {"36个": "part"}),
        ("水产品出口1.32亿美元，折合人民币8.2亿元", {"人民币8.2亿元": "part"}),
        ("捐赠药品折合68万元", {}),
        ("由43家企业捐赠，送到12家医院", {}),
    ],
)
def test_what_goes_on(text: str, expected: dict[str, str]) -> None:
    """Levels, lists of rates, and plans until something is done."""
    assert left_out(text) == expected

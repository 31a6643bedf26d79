"""Targets: what each construction says that a figure is of, and what it does not."""

import tomllib
from collections import Counter
from importlib.resources import files
from typing import Any

import pytest

import govnews
from govnews.figures.targets.categories import Category, category_of
from govnews.figures.targets.classes import class_of
from govnews.models import Kind

COUNTED = (Kind.MONEY, Kind.HEADCOUNT, Kind.PERCENTAGE, Kind.COUNT, Kind.MULTIPLE)

#: Construction -> texts of it, each with the targets of its figures in order
CONSTRUCTIONS: dict[str, list[tuple[str, list[str | None]]]] = {
    "behind a measure word": [
        ("组建9支巡回医疗队", ["巡回医疗队"]),
        ("为612名骑手购买意外险", ["骑手"]),
        ("选派30位畜牧、林草专家", ["畜牧、林草专家"]),
        ("看望8户困难家庭", ["困难家庭"]),
        ("配齐26辆流动服务车", ["流动服务车"]),
        ("新增15处充电桩", ["充电桩"]),
        ("举办12场法律讲座", ["法律讲座"]),
        ("17个市（州）参加", ["市（州）"]),
        ("遴选25位来自医院、学校的优秀教师", ["优秀教师"]),
        ("对16起拒不支付劳动报酬的违法案件立案", ["违法案件"]),
        ("组成8个入企服务工作组", ["入企服务工作组"]),
        ("救起一位落水老人", ["落水老人"]),
        ("5个县的农技人员", ["县"]),
        ("12名优秀的班组长", ["班组长"]),
        ("新建120套保障性住房", ["保障性住房"]),
        ("设立35个户外劳动者驿站", ["户外劳动者驿站"]),
        ("3家5A级景区", ["5A级景区"]),
        ("发放20万元助学金", ["助学金"]),
        ("提供价值3万元的图书", ["图书"]),
        ("给予每人500元交通补贴", ["交通补贴"]),
    ],
    "before the number": [
        ("惠及职工群众2000多人", ["职工群众"]),
        ("建制率达到90%", ["建制率"]),
        ("检查用人单位3.42万户", ["用人单位"]),
        ("慰问一线职工共8000人", ["一线职工"]),
        ("发放慰问金186.5万元", ["慰问金"]),
        ("人均可支配收入21036元", ["人均可支配收入"]),
        ("完成投资186亿元", ["投资"]),
        ("出口61.2亿美元", ["出口"]),
        ("每天补贴50元", ["补贴"]),
        ("高速公路货车通行量508万辆", ["高速公路货车通行量"]),
        ("死亡3人", ["死亡"]),
        ("问题整改率98%", ["问题整改率"]),
    ],
    "across a verb": [
        ("援建项目已开工55个", ["援建项目"]),
        ("建制率比上年提高3个百分点", ["建制率"]),
        ("野生种群首次突破3000只", ["野生种群"]),
        ("签约数比上届增加31个", ["签约数"]),
        ("规上企业由11家发展到29家", ["规上企业", "规上企业"]),
        ("安置率连续6年保持100%", ["安置率"]),
        ("与上一年相比，投诉下降12%", ["投诉"]),
        ("费用上限由600元调到1000元", ["费用上限", "费用上限"]),
        ("41个行业中有23个增长", ["行业", "行业"]),
        ("在建工程专户覆盖率达97%", ["在建工程专户覆盖率"]),
    ],
    "rates": [
        ("完成年度目标任务的122%", ["年度目标任务"]),
        ("女性占31.5%", ["女性"]),
        ("税收占收入的70%", ["税收"]),
        ("98%以上的问题得到解决", ["问题"]),
        ("八成以上案件当月审结", ["案件"]),
        ("产量是上年的1.8倍", ["产量"]),
        ("贴息50%", ["贴息"]),
        ("发电量86亿千瓦时，增长4%，增幅回落1.2个百分点", ["发电量", "增幅"]),
    ],
    "respectively": [
        ("职代会、厂务公开建制率分别达到93%和92%", ["职代会建制率", "厂务公开建制率"]),
        ("理论和实操成绩分别占30%和70%", ["理论成绩", "实操成绩"]),
        ("原油、天然气产量分别增长2%和5%", ["原油产量", "天然气产量"]),
        ("一、二、三等奖奖金分别为3万元、2万元和1万元", ["一等奖奖金", "二等奖奖金", "三等奖奖金"]),
        ("信访件、人次分别下降7%和2%", ["信访件", "人次"]),
    ],
    "a shared noun": [
        ("542户、2163名牧民搬进新居", ["牧民", "牧民"]),
        ("组建扑火队21支、630人", ["扑火队", "扑火队"]),
    ],
    "left out": [
        ("资助学生217名，其中考入本科的132名", ["学生", "学生"]),
        ("粮食产量371万吨，同比增长2.8%", ["粮食产量"]),
        ("选派专家52名，其中正高级职称31名", ["专家", "正高级职称"]),
        ("可领取交通补贴，每人不超过400元", ["交通补贴"]),
        ("税收完成9亿元，完成预算的47%，增长4%", ["税收", "预算", "税收"]),
        ("人均地区生产总值52318元，折合约8110美元", ["人均地区生产总值", "人均地区生产总值"]),
    ],
    "none": [
        ("县财政累计投入5600万元", [None]),
        ("今年就去了三趟", [None]),
        ("我每天走三趟", [None]),
        ("共花了三万元", [None]),
    ],
}


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        pytest.param(text, targets, id=f"{name}-{text}")
        for name, cases in CONSTRUCTIONS.items()
        for text, targets in cases
    ],
)
def test_construction(text: str, targets: list[str | None]) -> None:
    """Each figure is of what its construction says."""
    found = govnews.extract(text, kinds=COUNTED)

    assert [figure.target for figure in found] == targets


@pytest.mark.parametrize(
    "text",
    [text for cases in CONSTRUCTIONS.values() for text, _ in cases],
)
def test_a_sentence_in_front_changes_nothing(text: str) -> None:
    """What was said in another paragraph is no target here."""
    alone = [figure.target for figure in govnews.extract(text, kinds=COUNTED)]
    behind = govnews.extract("会议听取汇报5份。\n" + text, kinds=COUNTED)[1:]

    assert [figure.target for figure in behind] == alone


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("govnews").joinpath(f"data/{name}.toml").read_text("utf-8"))


def test_a_word_has_one_category() -> None:
    """No word stands in two of the lists that give categories, or twice in one."""
    lists = _table("categories")
    names = ("nouns", "events", "verbs", "adverbs", "attributes")
    counted = Counter(word for name in names for word in lists[name])

    assert [word for word, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("row", _table("classes")["class"], ids=lambda row: row["name"])
def test_class_of_nouns(row: dict[str, Any]) -> None:
    """The example of a class is counted in its measure word, and its nouns are told apart."""
    figure, *_ = govnews.extract(row["example"])

    assert figure.target is not None
    assert figure.unit in row["measure_words"]
    assert figure.target.endswith(tuple(row["endings"]))


@pytest.mark.parametrize(
    ("word", "tag", "category"),
    [
        ("收入", "v", Category.NOUN),
        ("巡护员", "x", Category.NOUN),
        ("同比增加", "nr", Category.VERB),
        ("每人", "r", Category.PER),
        ("送戏下乡", "v", Category.EVENT),
        ("全省", "n", Category.OUTSIDE),
        ("“", "x", Category.QUOTE),
    ],
)
def test_category(word: str, tag: str, category: Category) -> None:
    """Our lists come before endings, and endings before the dictionary's tag."""
    assert category_of(word, tag) is category


def test_any_noun_can_be_counted_in_a_general_measure_word() -> None:
    """项 names no class."""
    figure, *_ = govnews.extract("实施15项工程")

    assert figure.rule == "count.unit"
    assert figure.target == "工程"


def test_a_headcount_counts_people() -> None:
    """A headcount has the class of persons whatever its measure word."""
    from govnews.figures.scan import candidates

    nouns = class_of(next(iter(candidates("30名职工"))))

    assert nouns is not None
    assert nouns.holds("职工")
    assert not nouns.holds("企业")

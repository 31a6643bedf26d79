"""Names of persons: what is one in a bulletin, and what only looks like one."""

import random
from collections.abc import Iterable
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews.names import names
from govnews.segmentation import Segmenter
from govnews.segmentation.engines import engine_named
from govnews.segmentation.names import TAG, persons_at

POSITIVES = """
困难职工杨占福领到慰问金 | 杨占福
通讯员李占梅报道 | 李占梅
省总工会副主席马海瑛出席 | 马海瑛
援青医生刘志刚说 | 刘志刚
劳动模范祁有福代表发言 | 祁有福
烈属金桂花家住大通 | 金桂花
记者张鹏摄影 | 张鹏
工会主席韩晓燕主持会议 | 韩晓燕
退役军人赵立春返乡创业 | 赵立春
律师邵静解答咨询 | 邵静
副县长于成海陪同调研 | 于成海
骨科专家高磊坐诊 | 高磊
调解员陈广生的办法 | 陈广生
女焊工潘秀琴获奖 | 潘秀琴
环卫工人鲍秀琴收到毛毯 | 鲍秀琴
“我很满意。”王秀梅说 | 王秀梅
走访李占奎、马占福等困难职工 | 李占奎
走访李占奎、马占福等困难职工 | 马占福
董事长温克明表示 | 温克明
老兵冯德厚敬礼 | 冯德厚
县委书记郑启华带队 | 郑启华
护士罗春燕入户 | 罗春燕
（记者宋玉芳）日前 | 宋玉芳
烈士后人马福荣说 | 马福荣
学生何绍坤受助 | 何绍坤
司机丁学军停下车 | 丁学军
挂职干部沈玉凯来青三年 | 沈玉凯
慰问全国劳模陈有发 | 陈有发
青工孟凡宇提出建议 | 孟凡宇
主任医师莫志恒提醒 | 莫志恒
"""
NEGATIVES = """
向雷锋同志学习
和燕麦一起播种
提供姓名和籍贯
军龄和立功情况
宋工来了
小潘翻了翻书
小贺记了笔记
甘德县召开会议
彭堡镇开展活动
金滩乡卫生院
走进石寨乡
康乐路街道办
马场村的牧民
高庄村村民
温泉镇政府
成安厂职工
向职工发放慰问金
和职工代表座谈
关于做好工作的通知
常年坚持走访
方便群众办事
全年共走访
文化和旅游部门
安全生产工作
万名职工参加
时间为三天
包括困难职工在内
连续三年开展
高原上的工人
水电气暖全通
车辆和人员分开
钱到账后发放
单位和个人捐款
牛羊出栏增加
从今年起实施
边走边看
田里的庄稼
"""
KNOWN_FAILURES = """
白石镇改良了雷竹
茶园的夏茶收了
高庄村党支部
张表说明
切除高危息肉
展陈室维修
专家包田指导
沿兰渝铁路
"""
MISSED = """
下岗前孙桂兰在针织厂 | 孙桂兰
副市长姚建国主持会议 | 姚建国
水利局局长易国兴汇报 | 易国兴
研究员周明远分析 | 周明远
"""
WORDS = sorted(names().surname)[:60] + sorted(names().alone)[:200] + ["职工", "县", "\ue000", "。"]


def lines(table: str) -> list[str]:
    """Return the lines of a table."""
    return table.strip().splitlines()


def found(text: str) -> list[str]:
    """Return the names that are put together in *text*."""
    engine = engine_named("jieba")
    words = engine.cut(text)
    tags = [engine.tags[word] for word in words]
    return ["".join(words[first:end]) for first, end in persons_at(words, tags)]


def tagged(text: str) -> list[str]:
    """Return the tokens of *text* that are tagged as names."""
    return [token.text for token in Segmenter().cut(text) if token.tag == TAG]


@pytest.mark.parametrize("line", lines(POSITIVES))
def test_a_name_is_one_token(line: str) -> None:
    """Put together, or in the dictionary as it is."""
    text, name = line.split(" | ")

    assert name in tagged(text)


@pytest.mark.parametrize("line", lines(MISSED))
def test_a_name_whose_given_name_is_a_word_is_one_token(line: str) -> None:
    """As 建国 (a county) and 明远 (an adjective) are in jieba's dictionary."""
    text, name = line.split(" | ")

    assert name in tagged(text)


@pytest.mark.parametrize("text", lines(NEGATIVES))
def test_what_is_no_name_is_not_put_together(text: str) -> None:
    """Places, offices, and surnames that are words of their own."""
    assert found(text) == []


@pytest.mark.xfail(strict=True, reason="a surname that is a word, and behind it a rare one")
@pytest.mark.parametrize("text", lines(KNOWN_FAILURES))
def test_what_only_looks_like_a_name_is_not_put_together(text: str) -> None:
    """Conjunctions, crops, forms of address with what follows them."""
    assert found(text) == []


@pytest.mark.parametrize("place", ["甘德", "彭堡", "石寨", "高庄", "温泉", "金滩"])
@pytest.mark.parametrize("ending", ["县", "镇", "乡", "村"])
def test_a_place_is_no_name(place: str, ending: str) -> None:
    """Whatever surname it begins with."""
    assert found(f"干部到{place}{ending}调研") == []


def test_a_surname_alone_is_no_name() -> None:
    """Nor is one with a word behind it that is no given name."""
    assert persons_at(["王", "职工"], [TAG, "n"]) == []
    assert persons_at(["王"], [TAG]) == []
    assert persons_at([], []) == []


def test_a_surname_and_a_given_name_of_the_dictionary_are_a_name() -> None:
    """As 郑|卫东, which has the tag of a name."""
    assert persons_at(["医生", "郑", "卫东"], ["n", TAG, TAG]) == [(1, 3)]


def test_a_mark_between_parts_a_name() -> None:
    """Words on both sides of it do not belong together."""
    assert persons_at(["李", "、", "占", "梅"], [TAG, "x", "v", "n"]) == []


def disjoint(spans: Iterable[tuple[int, int]]) -> bool:
    """Tell whether *spans* are in order and do not overlap."""
    last = 0
    for first, end in spans:
        if first < last or end - first not in (2, 3):
            return False
        last = end
    return True


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(["n", TAG, "v"])), max_size=30))
def test_names_are_in_order_disjoint_and_begin_with_a_surname(pairs: list[tuple[str, str]]) -> None:
    """Of two or three words each."""
    words, tags = [word for word, _ in pairs], [tag for _, tag in pairs]
    spans = persons_at(words, tags)

    assert disjoint(spans)
    assert all(words[first] in names().surname for first, _ in spans)
    assert all(first < end <= len(words) for first, end in spans)


def test_time_is_linear() -> None:
    """Surnames all the way, each of which could begin a name."""
    words = random.Random(1).choices(sorted(names().surname), k=200_000)
    begun = process_time()
    spans = persons_at(words, ["n"] * len(words))

    assert disjoint(spans)
    assert process_time() - begun < 5

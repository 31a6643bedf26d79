"""Damage beside slips and glosses: what is undone, what is marked, what stays."""

import time
from itertools import pairwise

import pytest

from govnews.bulletin import analyze, extract
from govnews.cleaning import clean
from govnews.models import UNREPAIRED

WRAPPED = (
    "省总工会组成8个入企服务职工工作组，走访\n43家企业，根据企业和职工的需求，研究制定\n"
    "服务企业服务职工长效工作机制，搭建互联互\n动网络平台，协调解决困难和问题59个。\n"
    "筹集困难职工帮扶资金5027万元，为5万多名\n困难职工送温暖、送岗位、送清凉。\n"
)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        # mojibake
        ("å·¥ä¼š", "工会"),
        ("职工书屋Café：å·¥ä¼š5äºº", "职工书屋Café：工会5人"),
        ("æ\xa0\x87å‡†，æ ‡å‡†åŒ\x96", "标准，标准化"),
        ("Ã¥Â·Â¥Ã¤Â¼Â\x9a", "工会"),
        ("ï»¿工会", "工会"),
        # references
        ("&emsp;工会&#12288;", " 工会\u3000"),
        ("&nbsp工会&ldquo五一&rdquo。", " 工会“五一”。"),
        ("&#53;027&#19975;元", "5027万元"),
        ("&#8203;工", "工"),
        # private use, invisible characters
        ("刘\ue863同志", "刘䶮同志"),
        ("\uf0b7 走访企业", " 走访企业"),
        ("工\u2068会\u200c职\x1a", "工会职"),
        # marks and spaces
        ("买买提･吐尔逊", "买买提·吐尔逊"),
        ("职工､企业｡", "职工、企业。"),
        ("劳模、，职工", "劳模，职工"),
        ("共1\u202f099.80\u202f万元", "共1099.80 万元"),
        # line ends
        ("援助资金1099.\n80万元", "援助资金1099.80万元"),
        ("惠及职工1.2\n万人", "惠及职工1.2万人"),
        ("干部下基层，走访职\r\n工1.2万人。", "干部下基层，走访职工1.2万人。"),
        # teasers and lines of the page
        ("治理事务……【查看详情】", "治理事务"),
        ("治理事务 >>详细\r\n", "治理事务\r\n"),
        (
            "当前位置：首页 > 新闻\n工会走访，慰问。\n【字体：大 中 小】 打印本页",
            "工会走访，慰问。",
        ),
        ("工会走访，慰问。\n（責任編輯：張三）\n上一篇：甲 下一篇：乙\n", "工会走访，慰问。\n"),
    ],
)
def test_it_is_undone(raw: str, said: str) -> None:
    """What the page said comes back, and stays when it is cleaned again."""
    cleaned = clean(raw)

    assert said == cleaned.text
    assert said == clean(said).text


@pytest.mark.parametrize(
    "text",
    [
        *("“Café”——", "naïve", "Müller", "é”—", "À la carte", "&copy版权", "&nbsp;"[:4]),
        *("1.\n80名职工", "第1.\n80元", "合计 25\n万元", "走基层，送温暖\n昨日。"),
        *("•走访•慰问", "アイ・ウエ、日本・大分", "打印本页 关闭窗口", "好的，，收到"),
        *("详情见附件", "2019 2020", "首页 > 新闻", "责任编辑：张三"),
    ],
)
def test_it_stays(text: str) -> None:
    """What only looks like damage is not touched."""
    assert text == clean(text).text


@pytest.mark.parametrize(
    ("raw", "damaged"),
    [
        ("共5\ufffd27名", "5\ufffd27"),
        ("共5\x1a27名", "5\x1a27"),
        ("共5\ue60327名", "5\ue60327"),
        ("共5\U000f000027名", "5\U000f000027"),
        ("å·¥ä¼š，8000å", "8000å"),
    ],
)
def test_what_cannot_be_undone_is_marked_with_its_digits(raw: str, damaged: str) -> None:
    """A number beside it is reported as damaged."""
    marks = [edit for edit in clean(raw).edits if UNREPAIRED in edit.rule.split("+")]

    assert [damaged] == [edit.before for edit in marks]
    assert all(edit.confidence == 0 for edit in marks)
    assert all(figure.damaged for figure in extract(raw))


def test_a_wrapped_page_has_its_paragraphs_back() -> None:
    """Lines are joined, paragraphs are not, and offsets quote the raw page."""
    bulletin = analyze(WRAPPED)

    assert len(bulletin.paragraphs) == 2
    assert {"43家", "59个", "5027万元"} <= {figure.text for figure in bulletin.figures}
    assert all(
        WRAPPED[figure.start : figure.end].replace("\n", "") == figure.text
        for figure in bulletin.figures
    )


def test_the_dateline_is_read_behind_stray_lines() -> None:
    """Cleaning leaves datelines in the text."""
    text = "首页 > 新闻\n西宁网讯 7月24日，总工会拨付救助金5027万元。\n责任编辑：张三"

    assert analyze(text).source == "西宁网讯"
    assert len(analyze(text).paragraphs) == 1


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "\n",
            "\r\n",
            "é",
            "å·¥",
            "å·¥å",
            "\ufffd",
            "9\ue123",
            "\uf0b7 ",
            "人・",
            "人､",
            "&amp;",
            "[",
        ),
        *(
            "9.\n",
            "，访职\n工",
            "1\u202f",
            "人\u200d",
            "、，",
            "[详情]",
            "[详情]\n",
            "打印本页 关闭窗口\n",
        ),
        *(
            "省总工会组成入企服务职工工作组，走访企业\n",
            "首页 > ",
            "上一篇：",
            "\x1a",
            "9" + " " * 99,
        ),
    ],
)
def test_hostile_repetition_takes_linear_time(unit: str) -> None:
    """Four times the text takes about four times as long, not sixteen."""
    clean(unit * 100)
    taken = []
    for size in (50_000, 200_000):
        start = time.process_time()
        cleaned = clean(unit * (size // len(unit)))
        taken.append(time.process_time() - start)
        assert all(one.end <= two.start for one, two in pairwise(cleaned.edits))

    assert taken[1] < 10 * taken[0] + 0.2

"""One example and its opposite for each rule of cleaning."""

import pytest

from govnews.cleaning import clean
from govnews.models import UNREPAIRED

#: A page's beginning that is full of glosses: the slips' rules need one.
PAGE = "中國藏族網(wǎng)通訊 關(guān)鍵要扎實(shí)做好維權(quán)工作。"
SAID = "中国藏族网通讯 关键要扎实做好维权工作。"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("企業(yè)民主管理?xiàng)l例", "企业民主管理条例"),
        ("面對面宣講,實打?qū)嵉胤?wù)職工群眾", "面对面宣讲,实打实地服务职工群众"),
        (
            "反映的困難和問題59個(gè)?;I集困難職工幫扶資金",
            "反映的困难和问题59个。筹集困难职工帮扶资金",
        ),
        ("每?zǒng)?站點", "每个站点"),
        ("中心在龍?zhí)段锪鲌@揭牌", "中心在龙潭物流园揭牌"),
        ("以?xún)?nèi)", "以内"),
        ("會(huì )議,。法(fa)(fa)律", "会议。法律"),
        ("\n?7月24日,啟動", "\n7月24日,启动"),
        ("推動著,隨著,著名,顯著,乾隆,王乾,餅乾", "推动着,随着,著名,显著,乾隆,王乾,饼干"),
        ("１０９９．８０萬元,９０％", "1099.80万元,90%"),
        ("經費&nbsp;&#8220;", "经费 “"),
        ("治理。... [詳情]\n", "治理。\n"),
        ("治理……【详细】", "治理"),
    ],
)
def test_damage_of_a_glossed_page_is_undone(raw: str, said: str) -> None:
    """What the page said comes back."""
    assert SAID + said == clean(PAGE + raw).text


@pytest.mark.parametrize("raw", ["考入??啤⒏呗氃盒５?8名", "當(dāng)?shù)?9名技術", "有5\ufffd8名"])
def test_a_swallowed_digit_is_marked_and_never_guessed(raw: str) -> None:
    """The mark reaches the number that lost a digit."""
    text = PAGE + raw
    cleaned = clean(text)
    end = text.index("名", len(PAGE))

    assert any(UNREPAIRED in edit.rule and edit.start < end <= edit.end for edit in cleaned.edits)


def test_a_text_without_glosses_has_no_slips() -> None:
    """On a page that is not glossed, `?` and what follows is just that."""
    text = "怎么回事?xiàng)l，問題59個?;I集"

    assert "?xiàng)l" in clean(text).text


def test_scripts() -> None:
    """Traditional and Simplified on request; "keep" converts nothing."""
    assert clean("服务职工发展", script="traditional").text == "服務職工發展"
    assert clean("服務職工發展", script="keep").text == "服務職工發展"
    assert clean("服務職工發展").text == "服务职工发展"


def test_a_run_with_a_vanished_pair_in_its_middle() -> None:
    """A pair that means nothing was dropped: 來的 is weighed against its rivals."""
    assert "专家带来的不只是解决方案" in clean(PAGE + "專家?guī)淼牟恢皇墙鉀Q方案").text

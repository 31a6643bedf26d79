"""Numbers that a loss touches are marked, and nothing is read into questions."""

import pytest

from govnews import clean, extract

GLOSSED = "網(wǎng)通訊,關(guān)鍵,扎實(shí)做好。\n"


@pytest.mark.parametrize(
    "text",
    [
        "走訪?50名職工",
        "走訪??50名職工",
        "走訪???50名職工",
        "問題??；5名",
        "“金秋助學”工程?chù)椭216名職工。",
        "打?qū)嵉胤张疲012年8月19日,",
        "規?!520家企業職工",
        "資助?!5名",
        "工作?。5名職工",
        "“金秋助學”工程chù)椭70家企業。",
        "投入資金3?.5萬元",
        "投入資金1?,200元",
        "培訓十?五名職工",
        "資助五?十名",
        "表彰１？０名職工",
        "資助5锟斤拷0名",
        "資助5ï¿½0名",
        "資助5□0名",
        "資助5\ufffd0名",
    ],
)
def test_a_number_beside_a_loss_is_damaged(text: str) -> None:
    """A digit may be gone, whatever is left beside it."""
    found = extract(GLOSSED + text)

    assert found
    assert all(figure.damaged for figure in found)


@pytest.mark.parametrize("text", ["发放补助资金96?0余万元。", "共5\ufffd0名", "资助5锟斤拷0名"])
def test_a_loss_within_a_number_is_seen_on_any_page(text: str) -> None:
    """No page need be glossed for that."""
    assert [figure.damaged for figure in extract(text)] == [True]


def test_a_gloss_torn_from_its_character_is_marked() -> None:
    """萬 lost its first byte: no sum is read, and the place is marked."""
    cleaned = clean(GLOSSED + "籌集幫扶資金4?I(wàn)元,")

    assert any("unrepaired" in edit.rule and "?I" in edit.before for edit in cleaned.edits)


@pytest.mark.parametrize("text", ["为什么??!我去。", "真的??!", "你去吗???我去。", "你去吗?我去。"])
def test_questions_are_left_alone(text: str) -> None:
    """On a glossed page too: nothing is read into question marks."""
    assert clean(GLOSSED + text).text.endswith(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [("共50,\n000元", "50,000元"), ("共50\n,000元", "50,000元"), ("共5\n0萬元", "50万元")],
)
def test_no_number_begins_with_zeros(text: str, number: str) -> None:
    """What looks so is the rest of one that a line's end broke."""
    assert [figure.text for figure in extract(text)] == [number]


@pytest.mark.parametrize("text", ["1.\n80名职工", "2019\n2020", "总数50,\n120人参加"])
def test_a_list_is_not_joined(text: str) -> None:
    """A line's end that may be meant stays."""
    assert "\n" in clean(text).text

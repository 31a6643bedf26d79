"""Repetitions: teasers, copies and headlines count once, coincidences twice."""

from dataclasses import replace
from itertools import permutations

import pytest

import govnews
from govnews.totalling import reasons

ARTICLE = (
    "三江工会网讯 省总工会启动冬季送温暖活动，筹集帮扶资金5027万元，走访困难职工8000名。"
    "各级工会全力配合。"
)


def repeated(*texts: str) -> list[list[str]]:
    """Return of each bulletin what it repeats."""
    bulletins = [govnews.analyze(text) for text in texts]
    return [
        [
            figure.text
            for figure, reason in zip(bulletin.figures, why, strict=True)
            if reason == "repeated"
        ]
        for bulletin, why in zip(bulletins, reasons(bulletins), strict=True)
    ]


TEASER = "三江工会网讯 省总工会启动冬季送温暖活动，筹集帮扶资金5027万元，走访... [详情]\n甲\n乙"


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_teaser_repeats_its_article(order: tuple[int, int]) -> None:
    """Whichever comes first; the article is what counts."""
    texts = ARTICLE, TEASER
    found = repeated(*(texts[index] for index in order))
    assert found[order.index(0)] == []
    assert found[order.index(1)] == ["5027万元"]


def test_a_teaser_that_is_worded_differently() -> None:
    """The words right before the figure are the same."""
    teaser = "送温暖：筹集帮扶资金5027万元... [详情]\n甲"
    assert repeated(ARTICLE, teaser)[1] == ["5027万元"]


def test_two_teasers_of_no_article_count_once() -> None:
    """The first of them."""
    assert repeated(TEASER, TEASER.replace("甲", "丙")) == [[], ["5027万元"]]


def test_a_page_that_was_posted_twice_counts_once() -> None:
    """But for what only the second says."""
    other = "转载\n" + ARTICLE + "\n另有43家企业参加。"
    assert repeated(ARTICLE, other) == [[], ["5027万元", "8000名"]]


def test_the_same_words_a_month_later_are_no_copy() -> None:
    """本月 is another month then; within some days, and where no day is known, it is one."""
    text = "本月，县人社局举办招聘会12场，发放创业补贴30万元，惠及创业者56人。"
    january, copy, february = (
        govnews.analyze(text, issued=day) for day in ("2023-01-28", "2023-01-31", "2023-02-28")
    )
    assert reasons([january, february]) == [[None] * 3] * 2
    assert reasons([january, copy]) == [[None] * 3, ["repeated"] * 3]
    assert reasons([govnews.analyze(text), february]) == [["repeated"] * 3, [None] * 3]


def test_the_order_of_the_files_decides_nothing() -> None:
    """As many are added, however they come."""
    days = (None, "2023-01-01", "2023-06-01", "2023-06-05")
    bulletins = [govnews.analyze(ARTICLE, issued=day) for day in days]
    added = {sum(each.count(None) for each in reasons(order)) for order in permutations(bulletins)}
    assert added == {4}


def test_a_headline_repeats_the_text_below_it() -> None:
    """It is short and has no full stop."""
    assert repeated("筹集帮扶资金5027万元\n省总工会筹集帮扶资金5027万元，走访8000名职工。") == [
        ["5027万元"]
    ]


def test_a_page_with_another_dateline_counts_once() -> None:
    """Figures are known again by the words around them."""
    other = ARTICLE.replace("三江工会网讯 ", "青海新闻网讯 （记者 张三）")
    assert repeated(ARTICLE, other) == [[], ["5027万元", "8000名"]]


@pytest.mark.parametrize(
    ("headline", "text", "expected"),
    [
        ("近2300人家门口上岗", "招聘会上，2284人签了意向书。", ["近2300人"]),
        ("帮扶支出突破六千万元", "前八个月支出6108万元。", ["突破六千万元"]),
        ("帮扶支出突破六千万元", "前八个月支出5108万元。", []),
        ("近2300人家门口上岗", "招聘会上，1284人签了意向书。", []),
        ("走访43家企业送温暖", "省总工会走访43家企业，送去慰问金。", ["43家"]),
    ],
)
def test_a_headline_may_round(headline: str, text: str, expected: list[str]) -> None:
    """What the text says in full is no second figure."""
    assert repeated(f"{headline}\n{text}") == [expected]


def test_a_short_line_is_no_headline() -> None:
    """But for the one that opens the bulletin."""
    assert repeated("三件事\n走访企业12家\n下一步为3人联系岗位，为12家企业服务。") == [[]]


def test_a_sum_that_a_bulletin_tells_again() -> None:
    """Of many digits; small numbers come twice by chance."""
    assert repeated("今年筹集5027万元，走访12户。\n一是筹集帮扶资金5027万元，慰问12户。") == [
        ["5027万元"]
    ]


def test_a_sound_figure_counts_before_a_damaged_one() -> None:
    """Whichever comes first."""
    sound = govnews.analyze(ARTICLE)
    (paragraph,) = sound.paragraphs
    hurt = tuple(replace(figure, damaged=True) for figure in paragraph.figures)
    damaged = replace(sound, paragraphs=(replace(paragraph, figures=hurt),))
    assert reasons([damaged, sound]) == [["repeated", "repeated"], [None, None]]


@pytest.mark.parametrize(
    "text",
    [
        "年初计划投入5027万元。\n目前已到位5027万元。",
        "比上年增加5027万元。\n今年共筹集5027万元。",
        "每人补助1234元。\n共发放1234元。",
        "向甲县拨付125万元，向乙县拨付125万元。",
    ],
)
def test_what_is_not_added_stands_for_nothing(text: str) -> None:
    """Nor do two sums of one paragraph."""
    assert repeated(text) == [[]]


def test_equal_numbers_of_different_matters_are_two() -> None:
    """What stands before them differs, or is not cut off."""
    assert repeated("州总工会走访43家企业，送去慰问金。", "县工会走访43家企业。") == [[], []]
    assert repeated("走访43家企业，帮扶43家企业。") == [[]]

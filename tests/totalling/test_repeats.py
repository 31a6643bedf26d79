"""Repetitions: teasers, copies and headlines count once, coincidences twice."""

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


def test_a_headline_repeats_the_text_below_it() -> None:
    """It is short and has no full stop."""
    assert repeated("筹集帮扶资金5027万元\n省总工会筹集帮扶资金5027万元，走访8000名职工。") == [
        ["5027万元"]
    ]


def test_equal_numbers_of_different_matters_are_two() -> None:
    """What stands before them differs, or is not cut off."""
    assert repeated("州总工会走访43家企业，送去慰问金。", "县工会走访43家企业。") == [[], []]
    assert repeated("走访43家企业，帮扶43家企业。") == [[]]

"""Fine words: nested in the coarse ones, and cut as Peking University's convention has it."""

from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given, settings

from govnews.segmentation import Segmenter
from govnews.segmentation.fine import finer, pieces
from govnews.segmentation.names import TAG
from tests.segmentation.texts import MIXED, paragraphs

COARSE, FINE = Segmenter(), Segmenter(granularity="fine")
GOLD = [
    line.split("|")
    for line in Path(__file__).with_name("fine.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
FLOOR = 0.97


def cut(text: str) -> list[str]:
    """Return the fine words of *text*."""
    return [token.text for token in FINE.cut(text)]


def spans(words: list[str]) -> set[tuple[int, int]]:
    """Return where words lie that follow each other."""
    ends = list(accumulate(map(len, words)))
    return set(zip([0, *ends], ends, strict=False))


def crossings(text: str) -> list[str]:
    """Return the coarse words of which a fine one has a part and something else beside it.

    Numbers and times are written as one by the convention, whatever the words: 百分之五十, 3月.
    """
    edges = {token.start for token in FINE.cut(text)} | {token.end for token in FINE.cut(text)}
    return [
        token.text
        for token in COARSE.cut(text)
        if not {token.start, token.end} <= edges
        and not any(
            fine.tag in ("m", "t", "x", "eng")
            for fine in FINE.cut(text)
            if fine.start < token.end and token.start < fine.end
        )
    ]


@pytest.mark.parametrize("part", range(8))
def test_fine_words_lie_within_coarse_ones(part: int) -> None:
    """In the paragraphs of the topic corpus; numbers and times apart."""
    texts = paragraphs()[part::32]

    assert [word for text in texts for word in crossings(text)] == []


@given(MIXED)
@settings(max_examples=200, deadline=None)
def test_fine_words_lie_within_coarse_ones_of_any_text(text: str) -> None:
    """Whatever characters it has; numbers and times apart."""
    assert crossings(text) == []


@pytest.mark.parametrize(
    "expected",
    [
        "2018年|12月|31日",
        "１９９８年|１月|３１日",
        "二〇二二年|三月",
        "上午|10时|30|分",
        "98年|3月",
        "上|世纪|90|年代",
        "15|年|来",
        "3|个|月",
        "98.6%",
        "９８．６％",
        "50万|元",
        "1,234.5万|元",
        "1.2亿|元",
        "百分之五十",
        "第二十一|条",
        "三百二十万|元",
        "二十九|天",
        "十几|名",
        "李|占梅",
        "困难|职工",
        "一|年",
        "送|温暖",
        "A|级",
        "5|G|网络",
        "35|千伏|变电站",
        "500|千克",
        "30|千米",
        "10|日元",
        "5|月饼",
        "提高|2|百分点",
        "马|桂兰",
    ],
)
def test_convention(expected: str) -> None:
    """Dates, shares, numbers and names as the convention writes them."""
    assert cut(expected.replace("|", "")) == expected.split("|")


@pytest.mark.parametrize(
    "expected",
    [
        "习|近平|总书记",
        "三分之一",
        "十九|天",
        "十一|个|月",
        "几十万|人",
        "1000|年|历史",
    ],
)
@pytest.mark.xfail(strict=True, reason="numerals are cut by words that have them: 九天, 几十, 历史")
def test_convention_that_is_not_kept(expected: str) -> None:
    """Numerals of two words, and the name of a head of state."""
    assert cut(expected.replace("|", "")) == expected.split("|")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("困难职工", ("困难", "职工")),
        ("职工", ("职工",)),
        ("的", ("的",)),
        ("龘龘", ("龘", "龘")),
        ("拒不支付劳动报酬", ("拒", "不", "支付", "劳动", "报酬")),
    ],
)
def test_pieces_joined_are_the_word(word: str, expected: tuple[str, ...]) -> None:
    """A fine word is its own only piece."""
    assert pieces(word) == expected
    assert "".join(pieces(word)) == word


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([("第", "m"), ("二", "m"), ("十", "m")], ["第二十"]),
        ([("一", "m"), ("、", "x"), ("二", "m")], ["一", "、", "二"]),
        ([("马桂兰", TAG)], ["马", "桂兰"]),
        ([("欧阳修", TAG)], ["欧", "阳修"]),
        ([("马桂兰", "n")], list(pieces("马桂兰"))),
        ([("困难职工", "n")], ["困难", "职工"]),
        ([], []),
    ],
)
def test_finer(words: list[tuple[str, str]], expected: list[str]) -> None:
    """Numerals are joined, names parted behind the surname."""
    assert [word for word, _ in finer(words, frozenset())] == expected


def test_words_of_the_users_stay_whole() -> None:
    """Fine words too are theirs to choose."""
    own = Segmenter(["困难职工", "5G基站"], granularity="fine")

    assert [token.text for token in own.cut("困难职工看5G基站")] == ["困难职工", "看", "5G基站"]


def test_fine_words_are_those_of_the_gold() -> None:
    """F1 of the spans of forty sentences, so that no change makes it worse unnoticed."""
    right = labelled = found = 0
    for words in GOLD:
        ours, theirs = spans(cut("".join(words))), spans(words)
        right += len(ours & theirs)
        labelled += len(theirs)
        found += len(ours)

    assert len(GOLD) == 40
    assert 2 * right / (labelled + found) >= FLOOR

"""Quotations: which are names, and what holds for those of any text."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews.segmentation import quotations
from govnews.segmentation.quotations import LONGEST_SLOGAN, LONGEST_TITLE

ANY = st.text(st.sampled_from("“”‘’「」『』《》〈〉。！，\n 职工a1"), max_size=60)


def quoted(text: str) -> list[str]:
    """Return the quotations of *text*."""
    return [text[start:end] for start, end in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("开展“中国梦·劳动美”活动", ["中国梦·劳动美"]),
        ("“娘家人·暖心事——工会在身边”和“送清凉”", ["娘家人·暖心事——工会在身边", "送清凉"]),
        ("《青海省企业民主管理条例》实施", ["青海省企业民主管理条例"]),
        ("落实「放管服」与『双随机』", ["放管服", "双随机"]),
        ("‘两弹一星’精神", ["两弹一星"]),
        ("〈通知〉与《〈条例〉释义》", ["通知", "〈条例〉释义"]),
        ("“面对面、心贴心、实打实”", ["面对面、心贴心、实打实"]),
        ("《中国工会章程（修正案），草案》", ["中国工会章程（修正案），草案"]),
    ],
)
def test_a_slogan_or_a_title_is_a_name(text: str, expected: list[str]) -> None:
    """Without its marks."""
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "他说：“我来。”",
        "“怎么办？”他问。",
        "“”和《》",
        "“未闭合",
        "未打开”",
        "“一行\n两行”",
        "“职工的需求在哪里；工会的服务就跟到哪里”",
        f"“{'很' * (LONGEST_SLOGAN + 1)}”",
        f"《{'很' * (LONGEST_TITLE + 1)}》",
        '5\'10" 和 "职工"',
    ],
)
def test_speech_is_no_name(text: str) -> None:
    """Nor is what is empty, too long or not closed."""
    assert quoted(text) == []


def test_the_longest_are_still_names() -> None:
    """Of each sort."""
    slogan, title = "很" * LONGEST_SLOGAN, "很" * LONGEST_TITLE

    assert quoted(f"“{slogan}”《{title}》") == [slogan, title]


def test_behind_an_open_mark_the_next_one_counts() -> None:
    """A mark that is never closed swallows nothing."""
    assert quoted("“未闭合的“送清凉”活动") == ["送清凉"]


@given(ANY)
def test_quotations_are_in_order_disjoint_and_stand_between_marks(text: str) -> None:
    """And have no line's end in them."""
    last = 0
    for start, end in quotations(text):
        assert last < start < end
        marks = text[:start].rstrip()[-1] + text[end:].lstrip()[0]
        assert marks in ("“”", "‘’", "「」", "『』", "《》", "〈〉")
        assert "\n" not in text[start:end]
        last = end


@pytest.mark.parametrize("text", ["“ 送清凉 ”", "“　”"])
def test_a_name_neither_begins_nor_ends_with_white_space(text: str) -> None:
    """Nor is white space one."""
    assert all(name == name.strip() != "" for name in quoted(text))


@pytest.mark.parametrize("piece", ["“", "”", "《", "“职工", "“《", "《职", "〈《「『‘“"])
def test_time_is_linear(piece: str) -> None:
    """Whatever is opened and never closed."""
    text = piece * (200_000 // len(piece))
    begun = process_time()

    assert not list(quotations(text))
    assert process_time() - begun < 3

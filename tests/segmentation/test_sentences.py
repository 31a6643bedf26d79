"""Sentences: where they end, and what holds for those of any text."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews.segmentation import sentences

ANY = st.text(
    st.one_of(
        st.sampled_from("。！？!?….｡，：:“”‘’「」『』《》（）()【】[]［］\n\r \u3000职工3a"),
        st.characters(exclude_categories=()),
    ),
    max_size=60,
)


def cut(text: str) -> list[str]:
    """Return the sentences of *text*."""
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "会议召开。|各地落实！|怎么办？",
        "走访职工……|发放慰问金。",
        "真的？！|是的！！！",
        "标题没有句号|正文有。",
        "增长3.5%。|其中0.5个百分点。",
        "见www.acftu.org网站。|完。",
        "他说：“我来。”|大家鼓掌。",
        "他说，“我来。”|大家鼓掌。",
        "“能踏实过年了！”他说。|大家鼓掌。",
        "他问：“好吗？”，大家答：“好！”|散会。",
        "把“快来！快来！”写在墙上。|完。",
        "“走。”|“好。”两人走了。",
        "（见表1。）|会议召开。",
        "会议召开（见表1。）以后。|完。",
        "会议召开。|（见表1。）|完。",
        "他说：「我来。」|大家鼓掌。",
        "他著有《为什么？》一书。|完。",
        "“未闭合。|下一句。|再一句。",
        "（未闭合。|下一句。",
        "未打开”。|下一句。",
        "工会.|职工",
        "第1.2条和A.B.C. 职工",
        "【本报讯】会议召开。|［详情］",
        "。|。",
        "会议召开｡|完。",
    ],
)
def test_sentence(text: str) -> None:
    """Each with its mark, and with what closes behind it."""
    expected = text.split("|")
    joint = "\n" if text.startswith("标题") else " " if text == "。|。" else ""

    assert cut(joint.join(expected)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\u3000\t\r\n", []),
        ("一\r\n二", ["一", "二"]),
        ("一\n\n\n二", ["一", "二"]),
        ("\u3000\u3000会议召开。 \n 完 ", ["会议召开。", "完"]),
        ("“一行\n两行。”完。", ["“一行", "两行。”", "完。"]),
        ("“" + "很" * 500 + "。”他说。", ["“" + "很" * 500 + "。”", "他说。"]),
    ],
)
def test_white_space_and_lines(text: str, expected: list[str]) -> None:
    """A line's end ends a sentence, and nothing but a line is kept together."""
    assert cut(text) == expected


def test_an_address_is_kept_together() -> None:
    """A mark of ASCII with letters on both sides ends nothing."""
    assert cut("访问http://a.cn/?id=1查询。") == ["访问http://a.cn/?id=1查询。"]


def test_a_title_at_the_beginning_does_not_end_the_sentence() -> None:
    """Even if it is a question itself."""
    assert cut("《为什么？》一书出版。") == ["《为什么？》一书出版。"]


@given(ANY)
def test_sentences_cover_all_but_white_space(text: str) -> None:
    """In order and disjoint."""
    end = 0
    for start, next_end in sentences(text):
        assert not text[end:start].strip()
        assert end <= start < next_end
        end = next_end

    assert not text[end:].strip()


@given(ANY)
def test_no_sentence_begins_or_ends_with_white_space(text: str) -> None:
    """Nor is one empty."""
    assert all(sentence and sentence == sentence.strip() for sentence in cut(text))


@given(ANY)
def test_no_sentence_is_longer_than_a_line(text: str) -> None:
    """Whatever is opened and not closed on it."""
    assert not any("\n" in sentence for sentence in cut(text))


@given(ANY, ANY)
def test_lines_do_not_know_of_each_other(first: str, second: str) -> None:
    """What a text is cut into is what its lines are cut into."""
    assert cut(f"{first}\n{second}") == cut(first) + cut(second)


@pytest.mark.parametrize(
    "piece",
    ["“", "。”", "（", "）", "。", "a.", "工.", "“好", "“好。", "\n", " ", "“好。”", "“（", "…"],
)
def test_time_is_linear(piece: str) -> None:
    """Of 100,000 times the same, some of it never closed."""
    text = piece * 100_000
    begun = process_time()
    found = sum(end - start for start, end in sentences(text))

    assert process_time() - begun < 3
    assert found <= len(text)


def test_time_is_linear_where_a_sentence_does_not_end() -> None:
    """Quotations that end in a mark, in the middle of one long sentence."""
    piece = "啊（好！）"

    # a machine may falter, but not thrice
    assert any(seconds_for(piece * 60_000) < 30 * seconds_for(piece * 5_000) for _ in range(3))


def seconds_for(text: str) -> float:
    """Return how long *text* takes, at best."""
    times = []
    for _ in range(2):
        begun = process_time()
        list(sentences(text))
        times.append(process_time() - begun)
    return min(times)

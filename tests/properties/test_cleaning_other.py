"""Damage that is injected into sound sentences comes out again, or is marked."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govnews.cleaning import clean
from govnews.cleaning.edits import apply
from govnews.models import UNREPAIRED

SENTENCES = st.lists(
    st.sampled_from(
        [
            "全省各级工会走访慰问困难职工5027户，发放慰问金1099.80万元。",
            "“送清凉”活动惠及一线职工8000名，同比增长3%。",
            "六省（市）总工会签订《援青协议》，落实项目43个。",
            "买买提·吐尔逊等216名老兵组成志愿服务队。",
            "受理案件1396起，为21371名农民工追讨工资。",
            "怎么办？专家说：一要早，二要准……",
        ]
    ),
    min_size=1,
    max_size=4,
).map("".join)


def _windows(text: str) -> str:
    """Read as Windows-1252, the five undefined bytes as control characters."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())


#: What can be undone in one way: injected text comes back exactly.
EXACT: dict[str, Callable[[str], str]] = {
    "latin-1": lambda text: text.encode().decode("latin-1"),
    "windows-1252": _windows,
    "latin-1 twice": lambda text: text.encode().decode("latin-1").encode().decode("latin-1"),
    "decimal references": lambda text: "".join(f"&#{ord(char)};" for char in text),
    "hexadecimal references": lambda text: "".join(f"&#x{ord(char):X};" for char in text),
    "escaped again": lambda text: text.replace("“", "&amp;ldquo;").replace("”", "&amp;rdquo;"),
    "zero widths": "\u200b".join,
    "directions": "\u2068".join,
    "byte order mark": lambda text: "\ufeff" + text,
    "katakana dots": lambda text: text.replace("·", "・"),
    "half-width dots": lambda text: text.replace("·", "･").replace("。", "｡"),
    "full-width digits": lambda text: text.translate(
        {code: code + 0xFEE0 for code in range(48, 58)}
    ),
    "teaser": lambda text: text + "【查看详情】",
    "stray lines": lambda text: f"首页 > 新闻\n{text}\n（责任编辑：张三）",
}
#: What leaves a gap.
LOST = ("\ufffd", "\x1a", "\ue603", "\U000f1234")


@pytest.mark.parametrize("name", EXACT)
@given(text=SENTENCES)
@settings(deadline=None, max_examples=30)
def test_what_can_be_undone_is_undone(name: str, text: str) -> None:
    """The sound text comes back, the edits lead there, and cleaning again changes nothing."""
    said = clean(text).text
    raw = EXACT[name](text)
    cleaned = clean(raw)

    assert said.rstrip("….") == cleaned.text.rstrip("….")
    assert cleaned.text == apply(cleaned.edits, raw)
    assert cleaned.text == clean(cleaned.text).text


@given(SENTENCES, st.data(), st.sampled_from(LOST))
@settings(deadline=None, max_examples=200)
def test_a_lost_character_is_marked_where_it_stood(
    text: str, data: st.DataObject, sign: str
) -> None:
    """Nothing else changes, and the mark covers the sign and the digits beside it."""
    place = data.draw(st.integers(1, len(text) - 1))
    raw = text[:place] + sign + text[place + 1 :]
    cleaned = clean(raw)

    if raw.endswith(sign) and sign == "\x1a":  # the end of a file
        return
    assert raw == cleaned.text
    assert any(UNREPAIRED in edit.rule and edit.start <= place < edit.end for edit in cleaned.edits)


@given(SENTENCES, st.data(), st.sampled_from(["\u200b", "\x00", "\u2066", "\xad"]))
@settings(deadline=None, max_examples=200)
def test_every_kept_character_knows_its_place(text: str, data: st.DataObject, sign: str) -> None:
    """`to_raw` of one character is that character, also between what was dropped."""
    places = data.draw(st.sets(st.integers(0, len(text)), max_size=8))
    raw = "".join(sign * (at in places) + char for at, char in enumerate(text))
    cleaned = clean(raw)

    assert text == cleaned.text
    for at, char in enumerate(cleaned.text):
        start, end = cleaned.to_raw(at, at + 1)
        assert raw[start:end] == char


@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "å·¥",
                    "ä¼š",
                    "Ã",
                    "Â·",
                    "å",
                    " ",
                    "&",
                    "amp;",
                    "nbsp",
                    "&#53;",
                    "&#38;",
                    "#",
                    "5",
                    ";",
                ),
                *(
                    "\ue863",
                    "\uf0b7",
                    "\ue603",
                    "\ufffd",
                    "\x1a",
                    "工",
                    "职",
                    "·",
                    "･",
                    "•",
                    "､",
                    "アイ",
                ),
                *(
                    "\n",
                    "\r\n",
                    "1099.",
                    "80万元",
                    "、",
                    "，",
                    "。",
                    "\u202f",
                    "首页 > 新闻",
                    "打印本页",
                ),
                *(
                    "[详情]",
                    ">>",
                    "详细",
                    "…",
                    "責任編輯：張三",
                    "走访，",
                    "１",
                    "\u200d",
                    "?",
                    "(fā)",
                    "發",
                ),
            ]
        ),
        max_size=40,
    ).map("".join)
)
@settings(deadline=None, max_examples=600)
def test_any_mixture_is_clean_once_cleaned(text: str) -> None:
    """Edits lead from raw to clean, and cleaning twice is cleaning once."""
    cleaned = clean(text, script="keep")

    assert cleaned.text == apply(cleaned.edits, text)
    assert cleaned.text == clean(cleaned.text, script="keep").text

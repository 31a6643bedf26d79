"""Reading: what was encoded comes back, and what is no text is named by its byte."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews.errors import DecodeError, GovnewsError
from govnews.reading import decode, read

BULLETINS = Path(__file__).parent.parent / "corpora" / "bulletins"
SIMPLIFIED = (BULLETINS / "simplified.txt").read_text("utf-8")
TRADITIONAL = (BULLETINS / "traditional.txt").read_text("utf-8")
#: What a headline, a cell of a table or a caption says: little to judge an encoding by.
SHORT = ["困难职工帮扶资金", "五一劳动奖章", "联通公司", "西宁市总工会", "第三届", "退役军人"]
SHORT_TRADITIONAL = ["困難職工", "退役軍人", "勞動爭議調解", "５８名", "總工會", "專家服務團"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL], ids=["simplified", "traditional"])
def test_a_bulletin_comes_back(text: str, encoding: str) -> None:
    """Simplified and Traditional alike: pages in Traditional on GBK bytes are common."""
    assert decode(text.encode(encoding)) == text


def test_big5_comes_back() -> None:
    """Big5 holds Traditional text only."""
    assert decode(TRADITIONAL.encode("big5")) == TRADITIONAL


@pytest.mark.parametrize("text", [*SIMPLIFIED.splitlines(), *TRADITIONAL.splitlines(), *SHORT])
def test_gb18030_is_not_taken_for_big5(text: str) -> None:
    """A paragraph is enough, and so is a headline."""
    assert decode(text.encode("gb18030")) == text


@pytest.mark.parametrize("text", [*TRADITIONAL.splitlines(), *SHORT_TRADITIONAL])
def test_big5_is_not_taken_for_gb18030(text: str) -> None:
    """A paragraph is enough, and so is a headline."""
    assert decode(text.encode("big5")) == text


def test_windows_big5_keeps_its_signs() -> None:
    """The ranges and yuan signs of cp950 are the full-width ones."""
    assert decode("氣溫６～８度，￥２０００元".encode("cp950")) == "氣溫６～８度，￥２０００元"


def test_hong_kong_big5_is_read() -> None:
    """Characters that Hong Kong added to Big5 are not errors."""
    text = "職工服務中心設於鰂魚涌，嘅"
    assert decode(text.encode("big5hkscs")) == text


@pytest.mark.parametrize("ends", ["a\r\nb\r\n", "a\rb", "a\nb\n\n", " \t"])
def test_line_ends_are_kept(ends: str) -> None:
    """Offsets count in what the file holds."""
    assert decode(ends.encode()) == ends


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_in_both_byte_orders(encoding: str) -> None:
    """The mark tells the order, and is dropped."""
    assert decode(("\ufeff" + SIMPLIFIED).encode(encoding)) == SIMPLIFIED


def test_nothing_and_nuls_are_text() -> None:
    """They say nothing, but they are no error."""
    assert (decode(b""), decode(b"\0" * 9)) == ("", "\0" * 9)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5"])
@pytest.mark.parametrize("bad", [b"\xff", b"\xff\xff"])
def test_a_bad_byte_is_named_not_read_as_something_else(encoding: str, bad: bytes) -> None:
    """One bad byte in a page must not turn it into mojibake of another encoding."""
    page = TRADITIONAL.encode(encoding)
    offset = len(TRADITIONAL[:300].encode(encoding))
    with pytest.raises(DecodeError, match=f"byte {offset} ") as caught:
        decode(page[:offset] + bad + page[offset:], name="page.txt")
    assert caught.value.offset == offset
    assert "page.txt" in str(caught.value)
    assert encoding in str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5", "utf-16", "utf-8-sig"])
def test_a_file_that_breaks_off_is_named(encoding: str) -> None:
    """A download that ended inside a character."""
    whole = TRADITIONAL[:400]
    cut = whole.encode(encoding)[:-1]
    with pytest.raises(DecodeError) as caught:
        decode(cut)
    assert caught.value.offset == len(whole[:-1].encode(encoding))


def test_a_picture_is_no_text() -> None:
    """Binary files are refused, as a ValueError and as a GovnewsError."""
    picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\xff\xfe\xfd\0\0"
    with pytest.raises(GovnewsError):
        decode(picture)
    with pytest.raises(ValueError, match=r"byte \d+ .* save it again as UTF-8"):
        decode(picture)


def test_files_are_read(tmp_path: Path) -> None:
    """By path or by name; a missing file and a directory are the usual errors."""
    page = tmp_path / "page.txt"
    page.write_bytes(SIMPLIFIED.encode("gb18030"))
    assert read(page) == read(str(page)) == SIMPLIFIED
    with pytest.raises(FileNotFoundError):
        read(tmp_path / "none.txt")
    with pytest.raises(IsADirectoryError):
        read(tmp_path)


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_an_error_that_lies_within(data: bytes) -> None:
    """Nothing else is raised, and the offset can be looked up."""
    offset = None
    try:
        text = decode(data)
    except DecodeError as error:
        text, offset = "", error.offset
    assert isinstance(text, str)
    assert offset is None or 0 <= offset < len(data)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_utf_8_always_comes_back(text: str) -> None:
    """Whatever it says: but for a leading mark, which is dropped."""
    assert decode(text.encode()) == text.removeprefix("\ufeff")

"""The encoding of a page: what it declares, unless the bytes say that it is wrong."""

from pathlib import Path

import pytest

from govnews.errors import DecodeError
from govnews.reading import read, text_of
from govnews.webpage import declared_codec

SAID = "慰问困难职工58名，发放慰问金2.9万元。"
#: Readable in gb18030 and in Big5, so that only a declaration can tell.
SHORT = "職工"


def page(declaration: str, said: str = SAID) -> str:
    """Write a page."""
    return f"<html><head>{declaration}</head><body><p>{said}</p></body></html>"


@pytest.mark.parametrize(
    ("declaration", "codec"),
    [
        ("<meta charset=gb2312>", "gb18030"),
        ("<META CHARSET='GBK' />", "gb18030"),
        ('<meta\ncharset = "x-gbk">', "gb18030"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', "gb18030"),
        ("<meta content='text/html;charset=Big5' http-equiv=content-type>", "big5hkscs"),
        ('<?xml version="1.0" encoding="GBK"?>', "gb18030"),
        ("<meta name=x content='a>b'><meta charset=big5-hkscs>", "big5hkscs"),
        ("<!-- <meta charset=big5> --><meta charset=gbk>", "gb18030"),
        ("<meta name=viewport><meta charset=gbk><meta charset=big5>", "gb18030"),
        ("<meta charset=utf-8>", None),
        ("<meta charset=UTF-16>", None),
        ("<meta charset=iso-8859-1>", None),
        ("<meta charset=gibberish>", None),
        ("<meta charset=''>", None),
        ("<meta charset=>", None),
        ("<meta name=description content='charset=big5'>", None),
        ("<metadata charset=big5>", None),
        ("<!-- <meta charset=big5>", None),
        ("", None),
    ],
)
def test_declaration(declaration: str, codec: str | None) -> None:
    """By the labels of the WHATWG."""
    assert declared_codec(declaration.encode()) == codec


@pytest.mark.parametrize("label", ["gb2312", "gbk", "gb18030"])
def test_gb2312_is_gb18030(label: str) -> None:
    """Characters that gb2312 lacks are common in pages that declare it."""
    data = page(f"<meta charset={label}>", f"{SAID}镕喆㐂").encode("gb18030")
    assert text_of(data, name="a.html") == f"{SAID}镕喆㐂\n"


def test_big5_has_the_characters_of_hong_kong() -> None:
    """As browsers read it."""
    data = page("<meta charset=big5>", "設於鰂魚涌，嘅").encode("big5hkscs")
    assert text_of(data, name="a.htm") == "設於鰂魚涌，嘅\n"


@pytest.mark.parametrize("encoding", ["gbk", "big5"])
def test_a_declaration_settles_what_the_bytes_leave_open(encoding: str) -> None:
    """Two characters are too few to tell."""
    data = page(f"<meta charset={encoding}>", SHORT).encode(encoding)
    assert text_of(data, name="a.html") == f"{SHORT}\n"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_mark_goes_before_the_declaration(encoding: str) -> None:
    """As in the HTML standard."""
    assert text_of(page("<meta charset=big5>").encode(encoding), name="a.html") == f"{SAID}\n"


@pytest.mark.parametrize("label", ["gb2312", "big5", "iso-8859-1"])
def test_a_page_saved_as_utf_8_is_utf_8(label: str) -> None:
    """What fetched it often leaves the old declaration in."""
    assert text_of(page(f"<meta charset={label}>").encode(), name="a.html") == f"{SAID}\n"


@pytest.mark.parametrize("label", ["utf-8", "iso-8859-1", "windows-1252", "gibberish"])
def test_a_wrong_declaration_is_no_obstacle(label: str) -> None:
    """The bytes tell, as in a text."""
    assert text_of(page(f"<meta charset={label}>").encode("gbk"), name="a.html") == f"{SAID}\n"


@pytest.mark.parametrize(
    "label", ["x-user-defined", "hz-gb-2312", "iso-2022-cn", "shift_jis", "euc-kr", "windows-1251"]
)
def test_an_encoding_that_is_not_read_is_named(label: str) -> None:
    """With the place of the declaration."""
    data = page(f"<meta charset={label}>").encode("gbk")
    with pytest.raises(DecodeError, match=f"^a.html: byte 12: .* in {label}, which is not read"):
        text_of(data, name="a.html")


def test_a_bad_byte_is_named() -> None:
    """Its place counts in the file."""
    data = page("<meta charset=gbk>").encode("gbk").replace(b"58", b"\xff")
    with pytest.raises(DecodeError, match=f"^a.html: byte {data.index(0xFF)} ") as caught:
        text_of(data, name="a.html")
    assert caught.value.offset == data.index(0xFF)


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.b.xhtml"])
def test_the_ending_tells_a_page(name: str, tmp_path: Path) -> None:
    """In any case of letters."""
    (tmp_path / name).write_bytes(page("<meta charset=gbk>").encode("gbk"))
    assert read(tmp_path / name) == f"{SAID}\n"


@pytest.mark.parametrize("name", ["a.txt", "html", "a.html.txt", "standard input"])
def test_other_files_are_text(name: str) -> None:
    """Also where they look like markup."""
    assert text_of(b"<p>5</p>\r\n", name=name) == "<p>5</p>\r\n"

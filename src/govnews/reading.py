r"""Files to text: utf-8, utf-16, gb18030 and Big5, told apart by what they say.

Bytes that are UTF-8, or that open with a byte-order mark, say so themselves.
gb18030 and Big5 do not, and each decodes most of what was written in the
other, so both are tried and the text that reads more like Chinese prose
wins: frequent characters and Chinese punctuation speak for a reading,
private-use characters and stray symbols against it.

The text is kept as it is, with its line ends (`\r\n` stays `\r\n`), so that
offsets count in what the file holds; only a byte-order mark is dropped.

Of a web page (`.html`, `.htm`, `.xhtml`) the main text is read, in the encoding
that the page declares.
"""

import os
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder
from pathlib import Path
from typing import Final, NamedTuple

from govnews.errors import DecodeError

#: The 400 characters most frequent in corpora/topics, and their Traditional forms:
#: three of four characters of such prose, but few of what misread bytes give.
_FREQUENT: Final = frozenset(
    "的一工人年了上个家三会在名不业到来十是元有月和里学市天万中专县大两出位动成员下老务开部用每全次分行职作资"
    "地建子为日小公后生区院项前时发同单费过着四金要场由高安合医期企退今民军海件就对保援以二把五助说报省他点第水"
    "办教多补服新劳通进入电六组师当车士能最百户班州给去队口机们间头本长这起手方门没自还支总理议站查问目兵得法体"
    "回看从提定线技于政役先接实农条经计八调社请加收面带排等事表案心走半科内岗青书其产干台检结设七乡道我村主选话"
    "代记关改级度周比占批山委平者证已送路解南签率与校算管厂现交帮考派可外国局按投明打九清数江贴题增放西团都才份"
    "室亿协复园讲集制也镇均各所转程住立只病领女账约共术少完东活参再处首至难免联千果司低举城求向那律化钱北优养超"
    "包受诊护落网修申满做信展岁任困留量训连休届试张商原基指标额织应烈监种施培整被属京育研疗列重意扶季装并底挂推"
    "坐续文别样审品录么须示余夜卫备格达付直写牧听欠流款决课座身志並佔來個們備億優內兩別動務勞區協參員問單國園團"
    "場報壓學寫實審專對屆屬崗師帶幫幹廠張後從復應戶掛數於時書會東條業標樣機檢歲決沒滿為現產當療發監種籤約級組結"
    "給經網線縣總織續聯職聽臺與舉萬處術衛裡裏補裝計訓記設診試話說課調請講證議護費貼資賬車軍轉辦農這連進過達選還"
    "鄉醫錄錢鎮長門開間關隊難電項須領頭題額養餘體麼點"
)
_MARKS: Final = frozenset(
    "，。、；：！？“”‘’（）《》〈〉「」『』【】〔〕—…·～％　０１２３４５６７８９"
)
#: Files whose main text is read.
_WEB_PAGES: Final = (".html", ".htm", ".xhtml")
#: How much text is enough to judge by.
_SAMPLE: Final = 1 << 16


class _Reading(NamedTuple):
    """An encoding, and how well its reading of a sample looks."""

    plausibility: float
    encoding: str


def read(path: str | os.PathLike[str]) -> str:
    r"""Return the text of a file in utf-8, utf-16 (with a BOM), gb18030 or Big5.

    Line ends stay as they are; a byte-order mark is dropped.  An empty file
    is the empty string.  Of a web page (`.html`, `.htm` or `.xhtml`) it is the
    main text: a paragraph, or a row of a table, a line.

    Args:
        path: The file.

    Raises:
        DecodeError: If the bytes are text in none of these encodings;
            `DecodeError.offset` is the byte where the likeliest one failed.
        MissingExtraError: If it is a web page and lxml is not installed (extra `html`).
        OSError: If there is no such file, or it is a directory.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     page = Path(folder, "page.txt")
    ...     _ = page.write_bytes("困難職工５８名\r\n".encode("big5"))
    ...     read(page)
    '困難職工５８名\r\n'
    """
    return text_of(Path(path).read_bytes(), name=os.fspath(path))


def text_of(data: bytes, *, name: str) -> str:
    r"""Return the text of a file with these bytes and this name, as `read` does.

    Args:
        data: The bytes of the whole file.
        name: Its name: the ending tells a web page from a text.

    Raises:
        DecodeError: If the bytes are text in none of the encodings.
        MissingExtraError: If it is a web page and lxml is not installed.

    >>> text_of("<p>救助金<b>2000</b>元</p>".encode(), name="page.html")
    '救助金2000元\n'
    """
    if not name.lower().endswith(_WEB_PAGES):
        return decode(data, name=name)
    from govnews.webpage import main_text

    return main_text(_markup(data, name))


def doubt(text: str) -> str | None:
    """Return what to warn of where a text can be read but is hardly what was meant.

    >>> doubt(" "), doubt("职工")
    ('is empty: check that it was saved whole', None)
    """
    if not text.strip():
        return "is empty: check that it was saved whole"
    return "holds NUL bytes: check that it is a text file" if "\0" in text else None


def _markup(data: bytes, name: str) -> str:
    """Decode a web page: by its byte-order mark, its declaration, or what it says."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF8)):
        return decode(data, name=name)
    from govnews.webpage import declared_codec

    codec = declared_codec(data, name=name)
    if codec is None or (not data.isascii() and _is_utf8(data) and _likeliest(data) == "utf-8"):
        # who saves a page as UTF-8 often leaves its old declaration in it
        return decode(data, name=name)
    return _strictly(data, _codecs(codec), name)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def decode(data: bytes, *, name: str = "<bytes>") -> str:
    """Return the text of *data*, as `read` does for a file.

    Args:
        data: The bytes of a whole text.
        name: What an error message calls them.

    Raises:
        DecodeError: If the bytes are text in none of the encodings.

    >>> decode("救助金2000元".encode("gb18030"))
    '救助金2000元'
    """
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return _strictly(data, ("utf-16",), name)
    if data.startswith(BOM_UTF8):
        return _strictly(data, ("utf-8",), name).removeprefix("\ufeff")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _strictly(data, _codecs(_likeliest(data)), name)


def codec_of(head: bytes) -> str:
    """Name the codec of a text that is too long to be decoded at once.

    Args:
        head: Its first bytes.

    >>> codec_of("救助金2000元".encode()[:-1]), codec_of("救助金2000元".encode("gb18030"))
    ('utf-8', 'gb18030')
    """
    if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    if head.startswith(BOM_UTF8):
        return "utf-8-sig"
    try:
        getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return _likeliest(head)
    return "utf-8"


def _likeliest(data: bytes) -> str:
    """Name the encoding in which *data* reads best.

    UTF-8 takes part although it failed: where a UTF-8 file has one bad byte,
    the error must name that byte, and not hand over mojibake.
    """
    match = re.search(rb"[\x80-\xff]", data)
    start = match.start() if match else 0
    sample = data[start : start + _SAMPLE]
    readings = [
        _Reading(_plausibility(sample.decode(encoding, errors="replace")), encoding)
        for encoding in ("utf-8", "gb18030", "big5hkscs")
    ]
    return max(readings, key=lambda reading: reading.plausibility).encoding


def _plausibility(text: str) -> float:
    """Say how much the non-ASCII part of *text* looks like Chinese prose: at most 1."""
    telling = [character for character in text if character > "\x7f"]
    return sum(map(_weight, telling)) / max(len(telling), 1)


def _weight(character: str) -> float:
    if character in _FREQUENT or character in _MARKS:
        return 1.0
    if "\u4e00" <= character <= "\u9fff":
        return 0.0
    return -3.0 if character == "\ufffd" else -1.0


def _codecs(encoding: str) -> tuple[str, ...]:
    """Name the codecs to try: Big5 as Windows writes it, then with Hong Kong's additions."""
    return ("cp950", "big5hkscs") if encoding == "big5hkscs" else (encoding,)


def _strictly(data: bytes, encodings: tuple[str, ...], name: str) -> str:
    """Decode *data* in the first of *encodings* that fits."""
    offset = 0
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            offset = max(offset, error.start)
    likeliest = "big5" if "cp950" in encodings else encodings[0]
    raise DecodeError(
        f"{name}: byte {offset} (0x{data[offset]:02x}) is not text in {likeliest}, the likeliest "
        "of utf-8, utf-16, gb18030 and big5: mend the file there, or save it again as UTF-8",
        offset=offset,
    )

"""Markup to lines of text, as a browser would break them.

A line is what stands in one block element, between two `<br>`, or in the row
of a table, whose cells are parted by tabs.  Inside of a line only what HTML
itself says is no text is lost: runs of ASCII white space are one space, and a
line end between two wide characters is none (CSS Text 3, 4.1.3).  No-break and
ideographic spaces inside of a line stay.

The parser hands over one tag at a time and no tree is built, so time and
memory are linear, however deep the markup is nested: trees are searched
upwards for each tag by every parser that follows the HTML standard.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from unicodedata import east_asian_width

from govnews.errors import MissingExtraError


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Elements whose content is not shown, is filled in by the reader, or is a reading (ruby).
_SILENT: Final = _words(
    "script style noscript template head title svg math select datalist textarea button iframe "
    "object audio video canvas map noframes rt rp"
)
#: Elements that stand around the main text wherever they are, or unless they are in it.
_AROUND: Final = frozenset(["nav", "navigation", "search"])
_AROUND_OUTSIDE: Final = _words("header footer aside banner contentinfo complementary menubar")
_MAIN: Final = frozenset(["main", "article"])
_HEADINGS: Final = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_BREAKING: Final = _HEADINGS | _words(
    "address article aside blockquote body br caption center dd details dir div dl dt fieldset "
    "figcaption figure footer form header hr html legend li main menu nav ol p pre section "
    "summary table tbody td tfoot th thead tr ul"
)
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
#: Words of `class` and `id` that are given to what stands around an article.
_NAMES: Final = _words(
    "nav navbar navigation menu crumb crumbs breadcrumb breadcrumbs position location foot footer "
    "bottom copyright side sidebar related relate share ewm qrcode pager pagination search login "
    "toolbar"
)
_WORD: Final = re.compile(r"[a-z]+|[A-Z][a-z]*")
_SPACES: Final = re.compile(r"[ \t\n\r\f]+")
_ENDS: Final = " \t\n\r\f\u00a0\u3000"


@dataclass(slots=True)
class Block:
    """A line of a page.

    Attributes:
        text: What it says.
        free: The part of it that is no link.
        heading: Whether it is a heading.
        around: Whether it stands in an element named like navigation or a footer.
    """

    text: str
    free: str
    heading: bool = False
    around: bool = False


@dataclass(slots=True)
class _Element:
    """An element that is open."""

    tag: str
    silent: bool = False
    linked: bool = False
    pre: bool = False
    main: bool = False
    heading: bool = False
    around: bool = False


@dataclass(slots=True)
class _Row:
    """A row of a table that is open: where each cell begins among the blocks."""

    cells: list[int] = field(default_factory=list)
    nested: bool = False


def blocks(html: str) -> list[Block]:
    r"""Return the lines of a page in order, none of them empty.

    Raises:
        MissingExtraError: If lxml is not installed (extra `html`).

    >>> [block.text for block in blocks("<table><tr><td>金额<td>5<tr><td>a<br>b</table>")]
    ['金额\t5', 'a', 'b']
    """
    try:
        from lxml import etree
    except ImportError as error:
        raise MissingExtraError(
            "reading web pages needs lxml, which is not installed: pip install 'govnews[html]', "
            "or save the text of the page as .txt"
        ) from error
    # bytes, for a declaration in the page must not make the parser decode it once more;
    # huge_tree lifts the limit of depth, which is for trees
    parser = etree.HTMLParser(target=_Reader(), encoding="utf-8", huge_tree=True, no_network=True)
    # the tag opens a document also where the page is empty, which would be an error
    parser.feed(b"<html>" + _BROKEN.sub("\ufffd", html).encode())
    found: list[Block] = parser.close()
    return found


#: NUL ends a text for the parser; lone surrogates cannot be encoded.
_BROKEN: Final = re.compile("[\x00\ud800-\udfff]")


class _Reader:
    """What the parser calls: collects lines."""

    def __init__(self) -> None:
        self._done: list[Block] = []
        self._open: list[_Element] = [_Element("")]
        self._rows: list[_Row] = []
        self._parts: list[str] = []
        self._free: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Open an element."""
        if tag in _BREAKING:
            self._end_line()
        self._open.append(_element(tag, attributes, self._open[-1]))
        if tag == "tr":
            self._rows.append(_Row())
        elif self._rows and tag in ("td", "th"):
            self._rows[-1].cells.append(len(self._done))
        elif self._rows and tag == "table":
            self._rows[-1].nested = True

    def end(self, tag: str) -> None:
        """Close an element."""
        if tag in _BREAKING:
            self._end_line()
        if tag == "tr" and self._rows:
            self._end_row(self._rows.pop())
        if len(self._open) > 1:
            self._open.pop()

    def data(self, text: str) -> None:
        """Take a piece of text."""
        element = self._open[-1]
        if element.silent:
            return
        first, *rest = text.split("\n") if element.pre else [text]
        self._add(first, element)
        for line in rest:
            self._end_line()
            self._add(line, element)

    def comment(self, text: str) -> None:
        """Leave out a comment."""

    def close(self) -> list[Block]:
        """Return the lines."""
        self._end_line()
        return self._done

    def _add(self, text: str, element: _Element) -> None:
        self._parts.append(text)
        if not element.linked:
            self._free.append(text)

    def _end_line(self) -> None:
        element = self._open[-1]
        flowed = _kept if element.pre else _flowed
        text = flowed("".join(self._parts))
        if text:
            free = flowed("".join(self._free))
            self._done.append(Block(text, free, element.heading, element.around))
        self._parts.clear()
        self._free.clear()

    def _end_row(self, row: _Row) -> None:
        """Make one line of a row, unless it lays out the page: a cell holds several lines."""
        if row.nested or len(row.cells) < _COLUMNS:
            return
        ends = [*row.cells[1:], len(self._done)]
        sizes = [end - start for start, end in zip(row.cells, ends, strict=True)]
        if max(sizes) > 1 or not any(sizes):
            return
        cells = [
            self._done[start] if size else Block("", "")
            for start, size in zip(row.cells, sizes, strict=True)
        ]
        del self._done[row.cells[0] :]
        joined = ("\t".join(cell.text for cell in cells), "\t".join(cell.free for cell in cells))
        text, free = (each.rstrip("\t") for each in joined)
        self._done.append(Block(text, free, around=any(cell.around for cell in cells)))


_COLUMNS: Final = 2


def _element(tag: str, attributes: Mapping[str, str], outer: _Element) -> _Element:
    """Return what is known of an element from its tag and from what it stands in."""
    role = attributes.get("role", "").strip().lower() or tag
    main = outer.main or tag in _MAIN or role in _MAIN
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    return _Element(
        tag,
        silent=outer.silent
        or tag in _SILENT
        or bool(_AROUND & {tag, role})
        or (not main and bool(_AROUND_OUTSIDE & {tag, role}))
        or "hidden" in attributes
        or bool(_HIDDEN.search(attributes.get("style", ""))),
        linked=outer.linked or tag == "a",
        pre=outer.pre or tag == "pre",
        main=main,
        heading=outer.heading or tag in _HEADINGS,
        around=outer.around or any(word.lower() in _NAMES for word in _WORD.findall(names)),
    )


def _flowed(text: str) -> str:
    """Return a line with its white space as it is shown, and without an indent."""
    return _SPACES.sub(_shown_space, text).strip(_ENDS)


def _kept(text: str) -> str:
    """Return a line of preformatted text, without an indent."""
    return text.strip(_ENDS)


def _shown_space(found: re.Match[str]) -> str:
    text, (start, end) = found.string, found.span()
    if "\n" not in found[0] or start == 0 or end == len(text):
        return " "
    return "" if _wide(text[start - 1]) and _wide(text[end]) else " "


def _wide(character: str) -> bool:
    return east_asian_width(character) in "WF"

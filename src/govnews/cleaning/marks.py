"""Punctuation that conversion left behind, and the teasers' [详情]."""

import re
from collections.abc import Iterator
from typing import Final

from govnews.cleaning.digits import mark
from govnews.models import Edit

_STOP_BEHIND_COMMA = re.compile(r"。(?<=[,，]。)")
_COMMA_BEFORE_STOP = re.compile(r"(?<![,，])[,，]+(?=。)")
_COMMAS = re.compile(r"[,，](?=[,，])[,，]+")
#: No Chinese mark stands so: an enumeration's comma beside another one
_COMMAS_MEET = re.compile("、(?:(?=[,，])|(?<=[,，]、))")
_COMMA_PAIR = re.compile("(?<=[㐀-鿿0-9”》）])(?:、[,，]|[,，]、)(?=[㐀-鿿0-9“《（])")
_LONE = re.compile(r"\?(?<!\?\?)\?*+(?=[^\s?!;,.:。！？；，、)）”])")
_INDENT: Final = " \t\u3000"
_PLAIN: Final = "[a-zɑɡü]"
_TONE: Final = "[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]"
_NUMERAL: Final = "[0-9０-９〇零一二两兩三四五六七八九十百千万萬亿億]"
#: What stands where a character is gone, on any page.  锟斤拷 is two U+FFFD in UTF-8 read as
#: GBK, ï¿½ is one read as Latin-1.  First what it can begin with, to which the engine skips.
_UNREADABLE = re.compile(
    r"""
    [\ufffd\x1a锟ï□■?]
    (?: (?<=[\ufffd\x1a]) [\ufffd\x1a]*
      | (?: (?<=锟)斤拷 | (?<=ï)¿½ ) (?:锟斤拷|ï¿½)*
      | (?: (?<=[0-9０-９][□■]) | (?<=[0-9０-９]\?) \?*+ [.,]? ) (?=[0-9０-９])
    )
    """,
    re.VERBOSE,
)
#: The same on a glossed page: `?` before a number, between numerals, and what is left of a
#: gloss that was torn from its character.
_LOST = re.compile(
    rf"""
    [?？{_PLAIN[1:-1]}{_TONE[1:-1]}]
    (?: (?<=[^\s?]\?) \?*+ [!;。！？；.,，]? (?=[0-9０-９])
      | (?<={_NUMERAL}[?？]) [?？]*+ (?={_NUMERAL})
      | (?: (?<=[㐀-鿿]{_PLAIN}) {_PLAIN}{{0,4}}{_TONE} | (?<=[㐀-鿿]{_TONE}) )
        {_PLAIN}{{0,4}} \) [^\s!-~]{{0,80}}
      | (?<=\?) [A-Za-z]? \( {_PLAIN}{{0,5}}{_TONE}{_PLAIN}{{0,4}} \)
    )
    """,
    re.VERBOSE,
)
LOSS_SIGNS: Final = frozenset("?？)\ufffd\x1a锟ï□■")
"""One of them stands where a character is gone."""

#: What a teaser ends in, behind its dots: [详情], 【查看详情】, >>详细, 阅读全文>>
_TEASER: Final = re.compile(
    r"""
    [ \t\u3000\xa0.…]*+
    (?: [\[［【] \s? (?:点击|點擊|查看|阅读|閱讀)? (?:更多)? (?:详情|詳情|详细|詳細|全文|更多)
        [>»＞]{0,2} \s? [\]］】]
      | (?:[>＞]{2}|[»＞]) \s? (?:点击|查看|阅读|閱讀)? (?:详情|詳情|详细|詳細|全文|更多)
      | (?:点击|查看|阅读|閱讀) (?:详情|詳情|详细|詳細|全文|更多) \s? (?:[>＞]{2}|[»＞])
    )\Z
    """,
    re.VERBOSE,
)
_TEASER_SIGN: Final = re.compile(
    r"[\]］】>＞»情细細文多](?=[ \t\u3000\xa0]*(?:[\r\n\u2028\u2029\x0b\x0c\x85]|\Z))"
)
_SIGN_AND_LINE_FEED: Final = re.compile(r"\n(?<=[\]］】>＞»情细細文多 \t\u3000\xa0]\n)")
_OTHER_LINE_ENDS: Final = "\r\u2028\u2029\x0b\x0c\x85"
TEASER_SIGNS: Final = frozenset("]］】>＞»")
"""One of them stands in whatever ends a teaser."""

_TEASER_SPACES: Final = " \t\u3000\xa0"
_TEASER_DOTS: Final = " \t\u3000\xa0.…"
_TEASER_LENGTH: Final = 16


def drop_commas(text: str, *, glossed: bool) -> Iterator[Edit]:
    """Yield an edit for commas that stand before a full stop or, on a glossed page, double.

    Elsewhere doubled commas may be the writer's own (a chat's "，，").

    >>> [edit.before for edit in drop_commas("做好工作,。五個,,六個", glossed=True)]
    [',', ',,']
    """
    stops = _STOP_BEHIND_COMMA.search(text)
    found = [(match, "") for match in _COMMA_BEFORE_STOP.finditer(text)] if stops else []
    ends = {match.start() for match, _ in found}
    if glossed:
        pairs = (match for match in _COMMAS.finditer(text) if match.start() not in ends)
        found += [(match, match[0][0]) for match in pairs]
        found.sort(key=lambda item: item[0].start())
    for match, kept in found:
        yield Edit("comma.drop", *match.span(), match[0], kept)


def drop_comma_pairs(text: str) -> Iterator[Edit]:
    """Yield an edit for 、and a comma side by side: the comma, which parts more, stays.

    >>> [edit.after for edit in drop_comma_pairs("劳模、，职工，、企业")]
    ['，', '，']
    """
    if not _COMMAS_MEET.search(text):
        return
    for found in _COMMA_PAIR.finditer(text):
        yield Edit("comma.pair", *found.span(), found[0], found[0].strip("、"))


def drop_lone_marks(text: str, *, glossed: bool) -> Iterator[Edit]:
    """Yield an edit for a `?` that begins a paragraph: a » or a space that was lost.

    >>> [edit.start for edit in drop_lone_marks("?7月24日", glossed=True)]
    [0]
    """
    for found in _LONE.finditer(text) if glossed else ():
        if _begins_line(text, found.start()):
            yield Edit("mark.lone", *found.span(), found[0], "")


def _begins_line(text: str, place: int) -> bool:
    """Whether nothing but its indent stands before a place in its line."""
    while place and text[place - 1] in _INDENT:
        place -= 1
    return place == 0 or text[place - 1] == "\n"


def mark_unreadable(text: str, *, glossed: bool) -> Iterator[Edit]:
    """Yield a mark where a character, perhaps a digit, is known to be gone.

    >>> [edit.before for edit in mark_unreadable("當地?9名,5\ufffd7名", glossed=True)]
    ['?9', '5\ufffd7']
    """
    found = [match.span() for match in _UNREADABLE.finditer(text)]
    if glossed:
        found += [match.span() for match in _LOST.finditer(text)]
    done = 0
    for span in sorted(found):
        if span[0] >= done:
            unread = mark(text, *span, floor=done)
            done = unread.end
            yield unread


def drop_teaser_marks(text: str) -> Iterator[Edit]:
    """Yield an edit for `... [详情]` at the end of a paragraph.

    >>> [edit.before for edit in drop_teaser_marks("治理事务。... [详情]")]
    ['... [详情]']
    """
    for end in _line_ends(text):
        start = _without_teasers(text, end)
        if start < end:
            yield Edit("teaser.mark", start, end, text[start:end], "")


def _line_ends(text: str) -> Iterator[int]:
    """Yield where lines end, without their spaces, if it may be in a teaser's mark."""
    if any(each in text for each in _OTHER_LINE_ENDS):
        yield from (found.end() for found in _TEASER_SIGN.finditer(text))
        return
    # the engine skips from one line feed to the next
    for found in _SIGN_AND_LINE_FEED.finditer(text):
        yield _without_spaces(text, found.start())
    yield _without_spaces(text, len(text))


def _without_spaces(text: str, end: int) -> int:
    while end and text[end - 1] in _TEASER_SPACES:
        end -= 1
    return end


def _without_teasers(text: str, end: int) -> int:
    """Return where the teaser marks begin that end at *end*."""
    while found := _TEASER.search(text, max(0, end - _TEASER_LENGTH), end):
        end = found.start()
        while end and text[end - 1] in _TEASER_DOTS:
            end -= 1
    return end

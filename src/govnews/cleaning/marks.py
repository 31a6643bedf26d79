"""Punctuation that conversion left behind, and the teasers' [详情]."""

import re
from collections.abc import Iterator
from typing import Final

from govnews.cleaning.digits import with_digits
from govnews.models import UNREPAIRED, Edit

_STOP_BEHIND_COMMA = re.compile(r"。(?<=[,，]。)")
_COMMA_BEFORE_STOP = re.compile(r"(?<![,，])[,，]+(?=。)")
_COMMAS = re.compile(r"[,，](?=[,，])[,，]+")
#: No Chinese mark stands so: an enumeration's comma beside another one
_COMMAS_MEET = re.compile("、(?:(?=[,，])|(?<=[,，]、))")
_COMMA_PAIR = re.compile("(?<=[㐀-鿿0-9”》）])(?:、[,，]|[,，]、)(?=[㐀-鿿0-9“《（])")
_LONE = re.compile(
    r"^(?P<space>[ \t\u3000]*)(?P<marks>\?+)(?=[^\s?!;,.:。！？；，、)）”])", re.MULTILINE
)
_TONED: Final = "[a-zɑɡü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ][a-zɑɡü]{0,4}"
_NUMERAL: Final = "[0-9０-９〇零一二两兩三四五六七八九十百千万萬亿億]"
#: What stands where a character is gone, on any page.  锟斤拷 is two U+FFFD in UTF-8 read as
#: GBK, ï¿½ is one read as Latin-1.
_UNREADABLE = re.compile(
    r"[\ufffd\x1a]+|(?:锟斤拷|ï¿½)+|(?<=[0-9０-９])(?:[□■]|\?+[.,]?)(?=[0-9０-９])"
)
#: The same on a glossed page: `?` before a number, between numerals, and what is left of a
#: gloss that was torn from its character.
_LOST = re.compile(
    rf"""
    (?<=[^\s?]) \?++ [!;。！？；.,，]? (?=[0-9０-９])
    | (?<={_NUMERAL}) [?？]++ (?={_NUMERAL})
    | (?<=[㐀-鿿]) {_TONED} \) [^\s!-~]{{0,80}}
    | \? [A-Za-z]? \( {_TONED} \)
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
TEASER_SIGNS: Final = frozenset("]］】>＞»")
"""One of them stands in whatever ends a teaser."""

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
    if glossed:
        for found in _LONE.finditer(text):
            yield Edit("mark.lone", *found.span("marks"), found["marks"], "")


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
            start, done = with_digits(text, *span, floor=done)
            yield Edit(UNREPAIRED, start, done, text[start:done], text[start:done], 0.0)


def drop_teaser_marks(text: str) -> Iterator[Edit]:
    """Yield an edit for `... [详情]` at the end of a paragraph.

    >>> [edit.before for edit in drop_teaser_marks("治理事务。... [详情]")]
    ['... [详情]']
    """
    for sign in _TEASER_SIGN.finditer(text):
        start = _without_teasers(text, sign.start() + 1)
        if start <= sign.start():
            yield Edit("teaser.mark", start, sign.end(), text[start : sign.end()], "")


def _without_teasers(text: str, end: int) -> int:
    """Return where the teaser marks begin that end at *end*."""
    while found := _TEASER.search(text, max(0, end - _TEASER_LENGTH), end):
        end = found.start()
        while end and text[end - 1] in _TEASER_DOTS:
            end -= 1
    return end

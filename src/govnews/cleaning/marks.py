"""Punctuation that conversion left behind, and the teasers' [详情]."""

import re
from collections.abc import Iterator
from typing import Final

from govnews.models import UNREPAIRED, Edit

_COMMA_BEFORE_STOP = re.compile(r"(?<![,，])[,，]+(?=。)")
_COMMAS = re.compile(r"[,，]{2,}")
_LONE = re.compile(
    r"^(?P<space>[ \t\u3000]*)(?P<marks>\?+)(?=[^\s?!;,.:。！？；，、)）”])", re.MULTILINE
)
_LOST_DIGIT = re.compile(r"(?<=[^\s?])\?[0-9０-９]+")
_UNREADABLE = re.compile("\ufffd+[0-9０-９]*")

_SPACE: Final = " \t\u3000"
_TEASER: Final = re.compile(r"[\[［【](?:详情|詳情|详细|詳細)[\]］】]")
_TEASER_LENGTH: Final = 4


def drop_commas(text: str, *, glossed: bool) -> Iterator[Edit]:
    """Yield an edit for commas that stand before a full stop or, on a glossed page, double.

    >>> [edit.before for edit in drop_commas("做好工作,。五個,,六個", glossed=True)]
    [',', ',,']
    """
    ends = set()
    found = [(match, "") for match in _COMMA_BEFORE_STOP.finditer(text)]
    ends = {match.start() for match, _ in found}
    if glossed:
        pairs = (match for match in _COMMAS.finditer(text) if match.start() not in ends)
        found += [(match, match[0][0]) for match in pairs]
    for match, kept in sorted(found, key=lambda item: item[0].start()):
        yield Edit("comma.drop", *match.span(), match[0], kept)


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

    >>> [edit.before for edit in mark_unreadable("當地?9名,\ufffd5名", glossed=True)]
    ['?9', '\ufffd5']
    """
    found = list(_UNREADABLE.finditer(text))
    if glossed:
        found += _LOST_DIGIT.finditer(text)
    end = 0
    for match in sorted(found, key=lambda item: item.start()):
        if match.start() >= end:
            end = match.end()
            yield Edit(UNREPAIRED, *match.span(), match[0], match[0], 0.0)


def drop_teaser_marks(text: str) -> Iterator[Edit]:
    """Yield an edit for `... [详情]` at the end of a paragraph.

    >>> [edit.before for edit in drop_teaser_marks("治理事务。... [详情]")]
    ['... [详情]']
    """
    place = 0
    for line in text.splitlines(keepends=True):
        body = line.rstrip()
        kept = _without_teaser(body)
        if len(kept) < len(body):
            start, end = place + len(kept), place + len(body)
            yield Edit("teaser.mark", start, end, text[start:end], "")
        place += len(line)


def _without_teaser(line: str) -> str:
    end = len(line)
    while end >= _TEASER_LENGTH and _TEASER.fullmatch(line, end - _TEASER_LENGTH, end):
        end -= _TEASER_LENGTH
        while end and line[end - 1] in f"{_SPACE}.…":
            end -= 1
    return line[:end]

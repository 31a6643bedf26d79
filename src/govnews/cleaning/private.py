"""Private-use characters: those that a standard has given a place, those that icon fonts draw.

GBK had characters that Unicode lacked, and gave them places of the private-use
area (GB 18030, appendix E); all of them have been encoded since.  Icon fonts
use the same area for bullets and pictures, and some sites for digits that
nobody shall copy: what is neither known nor beyond doubt a picture is marked.
"""

import re
from collections.abc import Iterator
from typing import Final

from govnews.cleaning.characters import SURROGATES
from govnews.cleaning.digits import mark
from govnews.models import Edit

#: First private-use code point -> what it and those behind it became.
_BLOCKS: Final = {
    0xE78D: "︐︒︑︓︔︕︖︗︘︙",
    0xE7C7: "ḿǹ",
    0xE7E7: "〾⿰⿱⿲⿳⿴⿵⿶⿷⿸⿹⿺⿻",
    0xE815: (
        "⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱"
        "䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻"
    ),
}
STANDARD: Final = {
    chr(first + place): meant
    for first, block in _BLOCKS.items()
    for place, meant in enumerate(block)
}
"""Private-use character -> the character that took its place."""

SIGNS: Final = SURROGATES | frozenset(map(chr, range(0xE000, 0xF900)))
"""Private-use characters; those of the two planes at the end count as surrogates."""

_RUN: Final = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]+")
_KNOWN: Final = re.compile("[" + "".join(STANDARD) + "]+")
_CHINESE: Final = re.compile(r"[\u3000-\u303f㐀-鿿，。；：！？（）“”]")

#: A picture stands at the beginning of a line or between spaces.  Symbol fonts
#: and Font Awesome (U+F000 on) number nothing; iconfont.cn (U+E600 on) and
#: IcoMoon (U+E900 on) also make digits, so no unit may follow theirs.
_ICON: Final = re.compile(
    r"""
    (?: ^[ \t\u3000\xa0]* [\uf000-\uf2ff]+ (?=[ \t\u3000\xa0㐀-鿿“《【])
      | (?:^|(?<=[ \t\u3000\xa0])) (?<![0-9０-９][ \t\u3000\xa0])
        [\ue000-\ue0ff\ue600-\ue7ff\ue900-\ueaff\uf000-\uf2ff]+
        (?=[ \t\u3000\xa0]*$ | [ \t\u3000\xa0]+
           [^\s0-9０-９.．,%％‰万亿千百多余名人位个家户元年月日次项场起件岁倍吨亩公平])
    )
    """,
    re.VERBOSE | re.MULTILINE,
)


def settle(text: str) -> Iterator[Edit]:
    r"""Yield an edit or a mark for every run of private-use characters.

    What GBK had to keep there is turned back where it stands beside Chinese
    text; elsewhere it is an icon font's.  Bullets and pictures that stand alone
    are dropped.  The others are marked, with the digits that touch them: one
    more may have stood there.

    >>> [edit.after for edit in settle("刘\ue863同志\n\uf0b7 走访企业\n共1\ue6039名")]
    ['䶮', '', '1\ue6039']
    """
    icons = {found.end(): found.start() for found in _ICON.finditer(text)}
    done = 0
    for run in _RUN.finditer(text):
        start, end = run.span()
        if start < done:
            continue
        if _KNOWN.fullmatch(run[0]) and _is_in_chinese(text, start, end):
            after = "".join(map(STANDARD.__getitem__, run[0]))
            edit = Edit("private.standard", start, end, run[0], after)
        elif end in icons:
            start = icons[end]
            edit = Edit("private.icon", start, end, text[start:end], "", 0.9)
        else:
            edit = mark(text, start, end, floor=done)
        yield edit
        done = edit.end


def _is_in_chinese(text: str, start: int, end: int) -> bool:
    return _CHINESE.search(text[max(0, start - 1) : start] + text[end : end + 1]) is not None

"""Pages of one repeated piece, at which ambiguous patterns look again and again."""

from types import MappingProxyType
from typing import Final

#: What says nothing
NOISE: Final = MappingProxyType(
    {
        "digits": "1",
        "Han ones": "一",
        "ten thousands": "万",
        "magnitudes": "万亿",
        "magnitudes, small first": "亿万",
        "commas": "1,",
        "points": "1.",
        "slashes": "1/",
        "colons": "1:",
        "hyphens": "1-",
        "minus signs": "-1",
        "plus signs": "1+",
        "brackets": "(",
        "numbers in brackets": "（1）",
        "percent signs": "%",
        "quotation marks": "“",
        "quotation marks around numbers": "“1”",
        "brackets in quotation marks": "“（《",
        "readings without brackets": "guān",
        "readings": "(guān)",
        "glosses": "關(guān)",
        "glosses without an end": "關(guān",
        "glosses and lost bytes": "網(wǎng)關(guān)實(shí)?",
        "question marks behind glosses": "?",
        "lone surrogates": "\ud800",
        "digits between lone surrogates": "1\ud800",
        "Traditional": "網絡發展",
        "NULs": "\0",
        "digits between NULs": "1\0",
        "zero widths": "1\u200b",
        "lines of one digit": "1\n",
        "lines of one character": "工\n",
        "empty lines": "\n",
        "spaces": " ",
        "broken entities": "&#",
        "tags": "<p>",
        "Latin-1": "Èý½",
        "numerals and noughts": "〇\ue000",
        "sentence marks": "。",
        "names": "王小明、",
        "ordinals": "第1",
    }
)
#: What says one figure after the other, many times as many as a page of news
DENSE: Final = MappingProxyType(
    {
        "months": "2021年1月",
        "years": "2021年",
        "months without a year": "1月",
        "percentages": "1%",
        "percentages in a list": "1%、",
        "amounts": "1万元",
        "nearly": "近1万元",
        "dollars": "$1",
        "people": "1人",
        "people in a list": "1人、",
        "among them": "其中1人",
        "growth": "增长1%",
        "each": "每1人",
        "degrees": "1°",
        "shares": "三分之一",
    }
)
#: What some of them open with: three glosses, without which no page is taken for a garbled one
OPENINGS: Final = MappingProxyType({"question marks behind glosses": "網(wǎng)關(guān)實(shí)"})


def page(name: str, length: int) -> str:
    """Return a page of about *length* characters."""
    piece = {**NOISE, **DENSE}[name]
    return OPENINGS.get(name, "") + piece * (length // len(piece))

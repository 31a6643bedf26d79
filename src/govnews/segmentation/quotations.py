"""Quotations that are names: slogans, campaigns, titles of papers.

“中国梦·劳动美”, “娘家人·暖心事——工会在身边” and 《青海省企业民主管理条例》 are one thing each;
“职工的需求在哪里，工会的服务就跟到哪里。” is speech.  What has the end of a
sentence in it, or is longer than slogans are, is speech.
"""

import re
from collections.abc import Iterator
from typing import Final

LONGEST_SLOGAN: Final = 24
"""Of the quotations of our corpora without the end of a sentence, 99% are no longer."""

LONGEST_NAME: Final = 48
"""What 活动 or 主题 stands behind is the name of one, and may be longer."""

LONGEST_TITLE: Final = 60
_NAMED: Final = "系列|主题|专题|专项|活动|行动|工程|计划|项目|讲座|大赛|竞赛|论坛|为主题"

_QUOTATION: Final = re.compile(
    rf"""
      “ (?P<a> [^“”。！？；!?;\n]{{1,{LONGEST_SLOGAN}}} ) ”
    | “ (?P<name> [^“”。！？；!?;\n]{{1,{LONGEST_NAME}}} ) ” (?=[的等]? (?:{_NAMED}) )
    | ‘ (?P<b> [^‘’“”。！？；!?;\n]{{1,{LONGEST_SLOGAN}}} ) ’
    | 「 (?P<c> [^「」。！？；!?;\n]{{1,{LONGEST_SLOGAN}}} ) 」
    | 『 (?P<d> [^『』。！？；!?;\n]{{1,{LONGEST_SLOGAN}}} ) 』
    | 《 (?P<e> [^《》。！？；\n]{{1,{LONGEST_TITLE}}} ) 》
    | 〈 (?P<f> [^〈〉。！？；\n]{{1,{LONGEST_TITLE}}} ) 〉
    """,
    re.VERBOSE,
)


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """Yield what stands between quotation marks or title marks and is one name.

    Args:
        text: The text.

    Yields:
        Start and end of each in *text*, without the marks, in order, disjoint.

    >>> text = "“道德讲堂”里，他说：“我来。”"
    >>> [text[start:end] for start, end in quotations(text)]
    ['道德讲堂']
    """
    for match in _QUOTATION.finditer(text):
        start, end = match.span(match.lastgroup or 0)
        quoted = text[start:end]
        if quoted.strip():
            start += len(quoted) - len(quoted.lstrip())
            yield start, start + len(quoted.strip())

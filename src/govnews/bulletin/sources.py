"""The dateline of a bulletin: 中国藏族网通讯, 本报讯, 新华社西宁7月24日电."""

import re
from typing import Final

_DATELINE: Final = re.compile(
    r"""
    \s*[【\[（(]?
    (?P<source>
        本[报网刊台]讯
      | [\u4e00-\u9fff·]{2,14}? (?:网|社|报|日报|晚报|电视台|电台|客户端|融媒|频道|周刊)
        (?:[\u4e00-\u9fff]{0,6}\d{0,2}月?\d{0,2}日?)
        (?:通讯|专讯|快讯|消息|报道|讯|电)
    )
    (?=[】\]）)\s:：(（,，]|$)
    """,
    re.VERBOSE,
)


def source_of(text: str) -> str | None:
    """Return the dateline that opens *text*, or None.

    >>> source_of("中国藏族网通讯 工会参与社会治理")
    '中国藏族网通讯'
    >>> source_of("新华社西宁7月24日电（记者王某）启动仪式")
    '新华社西宁7月24日电'
    >>> source_of("省总工会组成8个工作组")
    """
    match = _DATELINE.match(text)
    return match["source"] if match else None

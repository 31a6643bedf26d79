"""俩 and 仨: two and three of something, with the measure word in them: 仨大学生, 姐妹俩."""

import re
from decimal import Decimal
from typing import Final

from govnews.figures.candidate import Candidate
from govnews.models import Kind

_WORTH: Final = {"俩": Decimal(2), "仨": Decimal(3)}
#: 俩月: two of a unit, which this does not read
_MEASURED: Final = ("月", "年", "天", "小时", "星期", "礼拜", "钱")
#: 姐妹俩, 咱俩: those before are people; of what follows its noun tells (`persons`)
_PEOPLE_BEFORE: Final = re.compile("[们咱他她你我俺妹弟姐兄哥妻子女口爷娘母父儿孙婆媳友]")


def read_pair(text: str, position: int) -> Candidate | None:
    """Read 俩 or 仨 at *position*.

    >>> found = read_pair("姐妹俩守着果园", 2)
    >>> found.kind.value, str(found.value), found.unit
    ('headcount', '2', '人')
    >>> read_pair("供出仨大学生", 2).unit
    '个'
    """
    value = _WORTH.get(text[position])
    if value is None or text.startswith(_MEASURED, position + 1):
        return None
    people = position > 0 and _PEOPLE_BEFORE.match(text, position - 1) is not None
    kind, unit = (Kind.HEADCOUNT, "人") if people else (Kind.COUNT, "个")
    return Candidate(
        kind=kind,
        start=position,
        end=position + 1,
        value=value,
        rule=f"{kind.value}.pair",
        unit=unit,
        number_start=position,
    )

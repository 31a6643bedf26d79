"""Cells: what the number of a table is of, by the head of its column and the label of its row."""

import re
from typing import Final

_UNIT: Final = re.compile(r"\s*[（(][^（）()]{1,10}[）)]$")
#: Heads that name no more than a number: the label of the row does
_GENERAL: Final = re.compile(
    r"金额|数额|数值|数量|合计|年初预算|预算数|决算数|本年|上年|本月|累计|实绩|绝对值|总量|人数|户数"
)
#: Rows that are of a place, a year, a person or of all: the head of the column or the title does
_OF_WHOM: Final = re.compile(
    r"(?:[省市县区州旗乡镇村]|街道|社区|[某])$|合计$|总计$|^(?:19|20)\d\d年?|^\d|^[全其本]"
)
_TOTAL: Final = re.compile(r"(?:合计|总计|小计)$")
_MARKS: Final = "：: \t\u00a0\u3000"
_TITLE: Final = re.compile(
    r"[^\s\d，。；、年月省市县区州镇乡村各全]{0,4}(?:资金|经费|收入|支出|投资|补助|补贴|产值|销售额|人数|户数|产量|面积)"
)
_REACH: Final = 1200


def named_by(text: str, start: int) -> str | None:
    r"""Return what the table says that the cell at *start* is of, or None in running text.

    >>> table = "学校 在校生（人）\n县一中 1820"
    >>> named_by(table, len(table) - 4)
    '在校生'
    """
    line = text.rfind("\n", max(0, start - _REACH), start) + 1
    if not line:
        return None
    row = text[line:start].split()
    end = text.find("\n", start, start + _REACH)
    cells = text[line : end if end >= 0 else start + _REACH].split()
    lines = text[max(0, line - _REACH) : line].splitlines()
    head = column_head(lines, cells, len(row))
    if head and not _GENERAL.match(head):
        return _UNIT.sub("", head) or None
    label = row[0].strip(_MARKS) if row else text[line:start].strip(_MARKS)
    if label and not _OF_WHOM.search(label):
        return _UNIT.sub("", label) or None
    part = _TOTAL.sub("", label)
    return part if part and part != label else _title(lines)


def column_head(lines: list[str], row: list[str], before: int) -> str | None:
    """Return the head of the column in which a cell of *row* with *before* others in front stands.

    >>> column_head(["学校 在校生（人）"], ["县一中", "1820"], 1)
    '在校生（人）'
    """
    for line in lines:
        heads = line.split() if "单位" not in line else []
        if 1 < len(heads) == len(row) and not any(head[0].isdigit() for head in heads[1:2]):
            return heads[before] if before < len(heads) else None
    return None


def _title(lines: list[str]) -> str | None:
    """Return the noun of the title that can be counted: 各镇帮扶资金到位情况."""
    for line in lines:
        named = _TITLE.search(line)
        if named:
            return named[0]
    return None

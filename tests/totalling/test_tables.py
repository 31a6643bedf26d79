"""Tables: a row of totals counts, and of several years the first."""

import pytest

import govnews
from govnews.totalling import reasons


def added(text: str) -> list[str]:
    """Return what of a text is added."""
    bulletin = govnews.analyze(text)
    (why,) = reasons([bulletin])
    return [
        figure.text for figure, reason in zip(bulletin.figures, why, strict=True) if reason is None
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("西宁市 43家\n海东市 20家\n合计 63家", ["63家"]),
        ("西宁市 43家 12人\n海东市 20家 8人\n合计 63家 20人", ["63家", "20人"]),
        ("西宁市 43家 12人\n海东市 20家 8人\n合计 63家", ["12人", "8人", "63家"]),
        ("西宁市 43家\n海东市 20家", ["43家", "20家"]),
        ("会议召开。\n西宁市走访43家企业。\n合计 63家", ["43家", "63家"]),
        ("地区 2023年 2022年\n西宁市 43家 41家\n海东市 20家 18家", ["43家", "20家"]),
        ("地区 新建 改建\n西宁市 43家 41家", ["43家", "41家"]),
        ("西宁市 1985户 2046户\n海东市 43户 20户", ["1985户", "2046户", "43户", "20户"]),
        ("西宁市 43家\n小计 43家\n海东市 20家\n小计 20家\n合计 63家", ["63家"]),
        ("地区 数量\n合计 63家\n西宁市 43家\n海东市 20家", ["63家"]),
        ("西宁市 43家\n海东市 20家\n合计 每县63家", ["43家", "20家"]),
    ],
)
def test_tables(text: str, expected: list[str]) -> None:
    """Rows are told from sentences by their cells."""
    assert added(text) == expected


def test_a_table_that_repeats_the_text() -> None:
    """The same sum of many digits is one."""
    rows = "医疗  8420\n教育  6340\n产业  5960\n其他  3880\n合计  24600"
    text = f"全年到账资金2.46亿元。\n资金去向（单位：万元）\n{rows}"
    assert added(text) == ["2.46亿元"]

"""The plain quantity: it is what the general rules read, and it is most of what there is."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govnews.figures import scan
from govnews.figures.candidate import Candidate
from govnews.figures.plain import read_plain
from govnews.figures.vocabulary import using

ROOT = Path(__file__).parents[2]
PIECES = (
    *(
        "43",
        "5",
        "1,200",
        "98.6",
        "2015",
        "12",
        "三",
        "一",
        "十二",
        "二十五",
        "两",
        "百",
        "几",
        "半",
    ),
    *(
        "万",
        "亿",
        "千",
        "多",
        "余",
        "来",
        "家",
        "个",
        "名",
        "人",
        "人次",
        "元",
        "万元",
        "%",
        "年",
        "月",
    ),
    *(
        "日",
        "天",
        "级",
        "届",
        "期",
        "个月",
        "个百分点",
        "块",
        "分",
        "号",
        "吨",
        "公里",
        "度",
        "倍",
        "成",
        "批",
    ),
    *(
        "近",
        "约",
        "超过",
        "不少于",
        "达",
        "第",
        "零下",
        "负",
        "-",
        "至",
        "到",
        "—",
        "、",
        "和",
        "，",
        "。",
    ),
    *(
        " ",
        "\n",
        "：",
        "人民币",
        "￥",
        "以上",
        "左右",
        "以内",
        "整",
        "企业",
        "职工",
        "前",
        "在",
        "于",
        "A",
        "/",
    ),
)


def read(text: str) -> list[Candidate]:
    """Return what is read of *text*."""
    with using(None):
        return list(scan.candidates(text))


def without_plain(text: str) -> list[Candidate]:
    """Return what the general rules read."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scan, "read_plain", lambda *_: None)
        return read(text)


@pytest.mark.parametrize("path", sorted((ROOT / "corpora").rglob("*.jsonl")), ids=lambda p: p.stem)
def test_it_reads_what_the_general_rules_read(path: Path) -> None:
    """In every text that we have."""
    for line in path.read_text(encoding="utf-8").splitlines():
        text = json.loads(line).get("text", "")
        assert read(text) == without_plain(text)


@settings(max_examples=600)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_it_reads_what_the_general_rules_read_of_any_pieces(text: str) -> None:
    """However they are put together."""
    assert read(text) == without_plain(text)


@pytest.mark.parametrize(
    "text", ["43家企业", "5027万元，", "1.5亿元。", "十二名职工", "三场讲座", "98.6%的"]
)
def test_a_number_and_its_unit_are_plain(text: str) -> None:
    """Arabic, Han and mixed."""
    with using(None):
        assert read_plain(text, 0) is not None


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("近43家", 1),
        ("43家以上", 0),
        ("43多家", 0),
        ("3—5家", 0),
        ("3家至5家", 0),
        ("1,200家", 0),
        ("-43%", 1),
        ("2015年", 0),
        ("3米5", 0),
        ("一个企业", 0),
        ("三四家", 0),
        ("￥43元", 1),
        ("第43家", 1),
        ("100块", 0),
    ],
)
def test_what_has_to_be_weighed_is_not(text: str, position: int) -> None:
    """It is left to the general rules."""
    with using(None):
        assert read_plain(text, position) is None


def test_the_value_is_exact() -> None:
    """Scaled as the unit says."""
    with using(None):
        found = read_plain("1099.80万元", 0)

    assert found is not None
    assert found.value == Decimal(10998000)
    assert str(found.value) == "10998000"

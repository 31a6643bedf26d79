"""Cleaning as a whole: its laws, and texts that it must leave alone."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govnews.cleaning import clean
from govnews.cleaning.edits import apply
from govnews.errors import UnknownChoiceError
from govnews.models import UNREPAIRED
from tests.damage import damage

SHARED = Path(__file__).parents[2].parent / "shared"
WIDE = str.maketrans(",:;!?()", "，：；！？（）")

SOUND = (
    *(
        "六省(市)总工会",
        "世界卫生组织(WHO)",
        "(一)加强领导",
        "补助5000元(含)以上",
        "亳(bó)州市总工会",
    ),
    *("粮食1200公顷(ha)", "甪(lù)直镇", "邛崃(qióng lái)市", "这是为什么?他说。", "怎么办?怎么办?"),
    *("真的吗?!我们不信", "工资发了没有?发了。", "谁来管？怎么管？", "什么?;", "A;B;C", "a,,b"),
    *("PM2.5浓度", "5G基站", "G6高速公路", "4A级景区", "1+6+N", "T恤", "e-mail: a@b.cn"),
    *("https://www.gov.cn/?a=1&b=2", "AT&T公司", "R&D投入", "Q&A;", "&notanentity", "& nbsp;"),
    *("王丙乾", "乾县", "乾陵", "著名专家", "显著提升", "土著居民", "编著", "执著追求", "瞭望塔"),
    *("“三严三实”专题教育，", "‘两学一做’", "《条例》（试行）", "【专题】", "……", "——青海省"),
    *("1,099.80万元", "3:2", "8时30分", "50%", "3‰", "(2015)3号", "[2015]3号", "〔2015〕3号"),
    *("（市、区）", "x(y)", "f(x)", "图(tu)", "汉(hàn)字(zì)", "法(fa)", "他(她)们", "Li(锂)"),
    *("你好 世界", "　　记者16日", "第1,2,3条", "会(huì)计", "等…", "详情见附件", "[附件]", "?"),
    *("零下10℃", "30㎡", "①②③", "𠮷野家", "👨‍👩‍👧", "\t表\n格\r\n", "￥100", "ＡＢ？"[2:]),
)


@pytest.mark.parametrize("text", SOUND)
def test_sound_text_is_left_alone(text: str) -> None:
    """Legitimate brackets, question marks, pinyin and Latin words stay."""
    assert text == clean(text).text


@given(
    st.text(
        alphabet=st.sampled_from(
            "發業动務(fāwù) ?!;，。、,８９．％&nbsp;…[詳情]\n\ufeff\ud800\0乾著"
        ),
        max_size=60,
    )
)
@settings(deadline=None, max_examples=300)
def test_any_text_has_exact_edits_and_is_clean_once_cleaned(text: str) -> None:
    """Edits lead from raw to clean; cleaning twice is cleaning once; nothing raises."""
    cleaned = clean(text)

    assert cleaned.text == apply(cleaned.edits, text)
    assert cleaned.text == clean(cleaned.text).text


@given(st.text(), st.sampled_from(["simplified", "traditional", "keep"]))
@settings(deadline=None)
def test_every_string_has_a_result(text: str, script: str) -> None:
    """No string raises, in whatever script."""
    cleaned = clean(text, script=script)

    assert cleaned.text == apply(cleaned.edits, text)


CLEAN = (
    "贯彻落实《企业民主管理条例》，协调解决困难和问题59个。筹集困难职工帮扶资金5027万元，"
    "为5万多名困难职工送温暖。实打实地服务职工群众，组织8000名农民工参加培训。"
)


@pytest.mark.parametrize("seed", range(12))
def test_simulated_pages_are_undone_or_marked(seed: int) -> None:
    """Whatever is not as it was, is marked; cleaning twice changes nothing."""
    page = damage(CLEAN, seed, share=1.0, cuts=0.5)
    cleaned = clean(page.raw)
    marked = any(UNREPAIRED in edit.rule for edit in cleaned.edits)

    assert marked or page.clean.translate(WIDE) == cleaned.text.translate(WIDE)
    assert cleaned.text == clean(cleaned.text).text


@pytest.mark.parametrize("sign", ["?", "(", "?x)", "?!", ",", "[详情]", "&amp;", "."])
def test_hostile_repetition_is_survived(sign: str) -> None:
    """A glossed page that is full of one sign still ends, and keeps its law."""
    text = "網(wǎng)關(guān)實(shí)" + sign * 3000
    cleaned = clean(text)

    assert cleaned.text == apply(cleaned.edits, text)


def test_only_text_is_taken() -> None:
    """Bytes and unknown scripts are refused with a message that helps."""
    with pytest.raises(TypeError, match="bytes"):
        clean(b"x")  # type: ignore[arg-type]
    with pytest.raises(UnknownChoiceError, match="'keep'"):
        clean("x", script="latin")


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text).translate(WIDE)


def _gold() -> Iterator[str]:
    path = SHARED / "dev" / "gold.jsonl"
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"]


@pytest.mark.skipif(not SHARED.exists(), reason="the labelled bulletins are not beside the project")
def test_the_sample_bulletin_is_what_it_said() -> None:
    """All five slips are undone, all glosses and teaser marks gone."""
    raw = (SHARED / "seed" / "bulletin.txt").read_text(encoding="utf-8")
    want = (SHARED / "seed" / "clean.txt").read_text(encoding="utf-8")

    assert _plain(want) == _plain(clean(raw).text)


@pytest.mark.skipif(not SHARED.exists(), reason="the labelled bulletins are not beside the project")
def test_labelled_bulletins_change_in_width_only() -> None:
    """Sound Simplified bulletins come back as they are."""
    rules = {edit.rule for text in _gold() for edit in clean(text).edits}

    assert rules <= {"width.narrow"}

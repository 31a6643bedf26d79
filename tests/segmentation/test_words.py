"""Words: coverage, positions, tags, and the same answer from both engines."""

import json
import random
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews.errors import UnknownChoiceError
from govnews.models import Token
from govnews.segmentation import segment

ROOT = Path(__file__).parents[2]
FILES = [
    *sorted((ROOT / "corpora").rglob("*.jsonl")),
    *sorted((ROOT.parent / "shared" / "dev").glob("*.jsonl")),
]
ENGINES = ("jieba", "rjieba")
HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)
MIXED = st.text(
    alphabet=st.one_of(
        HAN,
        st.sampled_from("职工会省总州委员专家援青退役军人零〇二年的在为"),
        st.sampled_from("0123456789０９.,．，%+-_&'’aZàＡ１ \t\n　。“”"),
        st.characters(exclude_categories=()),
    ),
    max_size=80,
)


@pytest.fixture(autouse=True, scope="module")
def _loaded() -> None:
    """Load the dictionaries before any property is timed."""
    both("")


def pairs(text: str) -> list[tuple[str, str]]:
    """Segment *text* into (word, tag) pairs."""
    return [(token.text, token.tag) for token in segment(text)]


def both(text: str) -> tuple[list[Token], list[Token]]:
    """Segment *text* with each engine."""
    pytest.importorskip("rjieba")
    return segment(text, engine="jieba"), segment(text, engine="rjieba")


@given(MIXED)
def test_tokens_cover_the_text_but_for_white_space(text: str) -> None:
    """Nothing is lost, doubled or moved."""
    covered = [" "] * len(text)
    end = 0
    for token in segment(text):
        assert end <= token.start < token.end
        assert token.text == text[token.start : token.end]
        covered[token.start : token.end] = token.text
        end = token.end

    assert "".join(text.split()) == "".join("".join(covered).split())


@given(MIXED)
def test_no_token_holds_white_space_or_lacks_a_tag(text: str) -> None:
    """White space is between tokens, never in them."""
    assert all(len(token.text.split()) == 1 and token.tag for token in segment(text))


@given(MIXED)
def test_engines_agree_on_any_text(text: str) -> None:
    """Hostile strings included."""
    jieba, rjieba = both(text)

    assert jieba == rjieba


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_engines_agree_on_the_corpora(path: Path) -> None:
    """Every string of every labelled file, Traditional ones too."""
    for line in path.read_text(encoding="utf-8").splitlines():
        for text in strings(json.loads(line)):
            jieba, rjieba = both(text)
            assert jieba == rjieba


def strings(record: dict[str, Any]) -> list[str]:
    """Return the strings of a labelled line."""
    return [value for value in record.values() if isinstance(value, str)]


def test_engines_agree_on_words_run_together() -> None:
    """Halves of real words, where ties and ambiguities are thickest."""
    chosen = random.Random(7)
    text = "".join(token.text for path in FILES[:1] for token in segment(path.read_text("utf-8")))
    for _ in range(300):
        start = chosen.randrange(len(text) - 40)
        jumble = text[start : start + 40 : chosen.choice((1, 2, 3))]
        jieba, rjieba = both(jumble)
        assert jieba == rjieba


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \u3000\n", []),
        ("1,234,567.8元", [("1,234,567.8", "m"), ("元", "m")]),
        ("５，０２７．５万元", [("５，０２７．５", "m"), ("万元", "m")]),
        ("60,40", [("60", "m"), (",", "x"), ("40", "m")]),
        ("98.6%", [("98.6", "m"), ("%", "x")]),
        ("1,2345", [("1", "m"), (",", "x"), ("2345", "m")]),
        ("PM2.5", [("PM2.5", "eng")]),
        ("AT&T e-mail", [("AT&T", "eng"), ("e-mail", "eng")]),
        ("5G", [("5", "m"), ("G", "eng")]),
        ("(wàn)", [("(", "x"), ("wàn", "eng"), (")", "x")]),
        ("二〇二二年", [("二〇二二", "m"), ("年", "m")]),
        ("二零一五年底", [("二零一五", "m"), ("年底", "t")]),
        ("〇", [("〇", "m")]),
        ("……", [("…", "x"), ("…", "x")]),
        ("\ud800\0𠮷㐀", [("\ud800", "x"), ("\0", "x"), ("𠮷", "x"), ("㐀", "x")]),
    ],
)
def test_runs(text: str, expected: list[tuple[str, str]]) -> None:
    """What is settled before any engine sees the text."""
    assert expected == pairs(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6个入企服务职工工作组", "6 个 入企 服务职工 工作组"),
        ("对16起拒不支付劳动报酬的案件", "对 16 起 拒不支付劳动报酬 的 案件"),
        ("省总直接派人", "省总 直接 派 人"),
        ("全省总产值", "全省 总产值"),
        ("我省总人口", "我省 总人口"),
        ("全国总工会主席", "全国总工会 主席"),
        ("加入企业", "加入 企业"),
        ("线上线下同步", "线上线下 同步"),
        ("第三属于", "第三 属于"),
        ("2022年京青专家服务活动", "2022 年 京青专家服务活动"),
    ],
)
def test_words(text: str, expected: str) -> None:
    """Readings that plain jieba, or jieba with its Markov model, gets wrong."""
    assert expected == " ".join(token.text for token in segment(text))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    "piece", ["的", "职", "龘", "1,", "1", "a-", "二", "〇", "\0", "\ud800", "。 "]
)
def test_time_is_linear_and_nothing_crashes(engine: str, piece: str) -> None:
    """No repeated piece costs more than its length."""
    pytest.importorskip(engine)
    segment("职工", engine=engine)
    text = piece * (60_000 // len(piece))
    begun = perf_counter()
    tokens = segment(text, engine=engine)

    assert sum(len(token.text) for token in tokens) == len("".join(text.split()))
    assert perf_counter() - begun < 5


def test_threads_share_an_engine() -> None:
    """Eight threads, one answer."""
    text = "筹集困难职工帮扶资金5027万元，为5万多名困难职工送温暖。" * 20
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(segment, [text] * 16))

    assert all(answer == answers[0] for answer in answers)


def test_an_unknown_engine_is_refused() -> None:
    """The message names the choices."""
    with pytest.raises(UnknownChoiceError, match="'hanlp': choose one of auto, jieba, rjieba"):
        segment("职工", engine="hanlp")


@pytest.mark.parametrize("wrong", [None, b"\xd6\xb0", 5, ["职工"]])
def test_only_strings_are_cut(wrong: Any) -> None:
    """Bytes and None are mistakes, not texts."""
    with pytest.raises(TypeError, match="segment needs a str"):
        segment(wrong)

"""Scripts: which one a page is in, phrases that a table gets wrong, and the way there and back."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews.cleaning import clean
from govnews.cleaning.conversion import simplify, traditional
from govnews.cleaning.script import in_traditional, simplified
from govnews.resources import table
from tests.damage import damage

CORPORA = Path(__file__).parents[2] / "corpora"
PHRASES = [
    tuple(line.split("\t"))
    for line in (CORPORA / "script" / "phrases.tsv").read_text("utf-8").splitlines()
]
TRADITIONAL_PAGE = "工會為職工服務,開展幫扶活動,發放慰問金。\n"
SIMPLIFIED_PAGE = "工会为职工服务,开展帮扶活动,发放慰问金。\n"


@pytest.mark.parametrize(("phrase", "said"), PHRASES)
def test_phrase(phrase: str, said: str) -> None:
    """On a Traditional page every phrase comes out as a Simplified one has it."""
    assert said == simplified(TRADITIONAL_PAGE * 2 + phrase).rpartition("\n")[2]


@pytest.mark.parametrize("phrase", [said for _, said in PHRASES])
def test_a_simplified_phrase_is_left_alone(phrase: str) -> None:
    """On a Simplified page it stays, and alone too."""
    text = SIMPLIFIED_PAGE + phrase

    assert text == simplified(text)
    assert phrase == simplified(phrase)


@pytest.mark.parametrize("row", table("script")["phrase"], ids=lambda row: row["found"])
def test_each_row_of_words_fires_on_its_example(row: dict[str, str]) -> None:
    """A row without an example that needs it has no place in the table."""
    assert row["meant"] in simplify(row["example"])


@pytest.mark.parametrize(
    "text",
    [
        *("王昇、哪吒、著名", "朱镕基、王丙乾、乾县", "钱锺书", "於女士", "蒜薹", "拚命", "酒麴"),
    ],
)
def test_sound_simplified_text_with_names_is_left_alone(text: str) -> None:
    """Characters that Simplified text holds too are no sign of Traditional."""
    assert text == clean(text).text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SIMPLIFIED_PAGE * 3 + "會議紀要", SIMPLIFIED_PAGE * 3 + "会议纪要"),
        (TRADITIONAL_PAGE + "张著、刘吒", SIMPLIFIED_PAGE + "张著、刘吒"),
        (TRADITIONAL_PAGE + SIMPLIFIED_PAGE, SIMPLIFIED_PAGE * 2),
        ("關于職工", "关于职工"),
        ("會", "会"),
    ],
)
def test_stray_lines_are_judged_for_themselves(text: str, said: str) -> None:
    """A line that holds enough is converted, or left, whatever its page is."""
    assert said == simplified(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("關于職工的發展,以后", "關於職工的發展,以後"),
        ("關於職工,于先生", "關於職工,于先生"),
        ("工会發展", "工會發展"),
        ("皇后,公里,干涉,于先生在工会", "皇后,公里,干涉,于先生在工會"),
        ("群眾在這裡吃飯,為人民", "群眾在這裡吃飯,為人民"),
    ],
)
def test_a_mixed_text_becomes_all_traditional(text: str, said: str) -> None:
    """What is Simplified in it is converted; sound Traditional characters stay."""
    assert said == in_traditional(text)


def _sound() -> Iterator[str]:
    for path in (*sorted((CORPORA / "topics").glob("*.jsonl")), CORPORA / "figures" / "gold.jsonl"):
        for line in path.read_text("utf-8").splitlines():
            yield json.loads(line)["text"]
    for path in sorted((CORPORA / "figures").glob("*.toml")):
        for case in tomllib.loads(path.read_text("utf-8")).get("case", []):
            yield from [case["text"]] if isinstance(case["text"], str) else case["text"]
    for name in ("simplified", "garbled-clean"):
        yield from (CORPORA / "bulletins" / f"{name}.txt").read_text("utf-8").splitlines()


def test_every_sound_text_comes_back_from_traditional() -> None:
    """`traditional` and `simplify` undo one another on all of our corpora."""
    texts = [text for text in _sound() if simplified(text) == text]
    lost = [text for text in texts if simplify(traditional(text)) != text]

    assert len(texts) > 1200
    assert lost == []


@pytest.mark.xfail(strict=True, reason="both spellings are in use and one form stands for both")
@pytest.mark.parametrize("name", ["钟馗", "毕升", "魏征", "亲暱", "锺情", "馀论"])
def test_a_name_with_two_spellings_comes_back(name: str) -> None:
    """Known failures of the way there and back."""
    assert name == simplify(traditional(name))


@pytest.mark.parametrize("seed", range(4))
def test_a_garbled_page_becomes_all_traditional(seed: int) -> None:
    """Glosses and slips are undone first, and nothing Simplified is left."""
    page = damage("关于后勤工作的意见：干部应为职工服务，里程碑。\n" * 3, seed, share=1.0, cuts=0.0)
    found = clean(page.raw, script="traditional").text

    assert "(" not in found
    assert found == in_traditional(found)
    assert not set("关后务应为职") & set(found)


@given(st.text(alphabet="著乾藉張张發发后後\ud800\n，a", max_size=30))
def test_any_text_keeps_its_length(text: str) -> None:
    """Lone surrogates stay, whatever stands around them."""
    for convert in (simplified, in_traditional, simplify, traditional):
        assert len(text) == len(convert(text))
        assert [c for c in text if c == "\ud800"] == [c for c in convert(text) if c == "\ud800"]

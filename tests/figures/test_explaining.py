"""Why a number was read as it was, or was not: each outcome, and what it says."""

import json
import re
from decimal import localcontext
from pathlib import Path

import pytest

import govnews
from govnews.figures import explaining, find, meanings
from govnews.figures.candidate import Candidate
from govnews.figures.outcomes import Outcome
from govnews.figures.scan import steps
from govnews.resources import table
from govnews.segmentation import tagged
from tests.examples import cases

CORPORA = Path(__file__).parents[2] / "corpora"


@pytest.mark.parametrize(
    ("text", "outcome", "said", "reason"),
    [
        ("走访43家企业", "read", "43家", "extract returns 43 家"),
        ("为期3—5天", "read", "3—5天", "extract returns 3 to 5 天"),
        ("2019年3月启动", "read", "2019年3月", "extract returns 2019-03"),
        ("上午8时30分", "excluded", "8时30分", "8时30分 is no figure: clock_time"),
        ("进一步深化", "excluded", "进一步", "进一步 is no figure: idiom"),
        ("型号PM3.5", "code", "PM3.5", "PM3.5 is a code: letters touch its digits"),
        ("开展“三亮”工作", "slogan", "“三亮”", "“三亮” is a short quotation: "),
        ("2023年2月29日", "impossible_date", "2023年2月29日", "no calendar has 2023年2月29日"),
        ("在第三人民医院", "unranked", "第三", "no measure word behind 第三, and a rank stands"),
        (
            "第一，提高认识",
            "unranked",
            "第一",
            "no measure word behind 第一, and a rank stands alone",
        ),
        (
            "位居全国第3、第5。",
            "unranked",
            "第3",
            "no measure word behind 第3, and a rank stands al",
        ),
        ("几个人来了", "vague", "几个", "几个 says no number: 几 and 数 count only with a magn"),
        ("走访数个村", "vague", "数个", "数个 says no number"),
        ("首次举办", "other_word", "首次", "首次 is a word that counts no 次"),
        ("下半场开始", "other_word", "半场", "半场 is a word that counts no 场"),
        ("2022版目录", "year", "2022版", "2022版 is named by its year: it counts no 版"),
        ("执行3级响应", "grade", "3级", "3级 is a grade: 级 measures wind and quakes only"),
        ("三三亿元", "no_number", "三三亿", "the numerals 三三亿 form no number"),
        ("指数为34.1。", "no_unit", "34.1", "no unit behind 34.1, and no noun beside it"),
        ("由12.9、43.1和44.0组成", "no_unit", "12.9、43.1和44.0", "no unit behind 12.9、43.1和4"),
        ("2015元旦", "blocked", "2015元", "元 is no unit before 旦"),
        ("共300 人员经费", "blocked", "300 人", "人 is no unit before 员经"),
        ("提三点\n再议", "blocked", "三点", "点 is no unit before the end of the line"),
        ("一个职工", "article", "一个", "一个 is an article here, no count"),
        ("上一堂课", "other_word", "一堂", "一堂 is a word that counts no 堂"),
        ("满意率40成", "too_many", "40成", "no more than 10 can stand before 成"),
        ("两州干部", "name", "两州", "两州 names a thing: Han numerals before 州 do not count"),
        ("看望百名职工", "bare", "百名", "百名 has no digit, and no qualifier"),
    ],
)
def test_outcomes(text: str, outcome: str, said: str, reason: str) -> None:
    """The first reading of the text says what became of its number, and why."""
    first = govnews.explain(text)[0]

    assert (first.outcome, first.text) == (outcome, said)
    assert text[first.start : first.end] == said
    assert first.reason.startswith(reason)
    assert (first.figure is None) == (outcome != "read")


def test_what_was_asked_before() -> None:
    """A later rule's reading stands behind the one that won its place, with its own figure."""
    idiom, duration = govnews.explain("要干三五年")
    assert (idiom.rule, idiom.outcome) == ("exclusion.idiom", Outcome.EXCLUDED)
    assert (duration.outcome, duration.place) == (Outcome.SHADOWED, idiom.place)
    assert duration.reason == "exclusion.idiom is asked before"
    assert duration.figure is not None
    assert (duration.figure.rule, duration.figure.text) == (duration.rule, duration.text)


def test_what_would_have_been_read_begins_behind_the_figure_before() -> None:
    """So that it takes no qualifier from it, and has the one behind it: 3条|约百年, no 条约."""
    *_, shadowed = govnews.explain("修路3条约百年大计")
    assert (shadowed.outcome, shadowed.text) == (Outcome.SHADOWED, "约百年")


def test_one_numeral_is_explained_once() -> None:
    """However many characters of it the scan tries."""
    (one,) = govnews.explain("“一二三四五六七八九十一二三”")
    assert (one.outcome, one.text) == (Outcome.NO_NUMBER, "一二三四五六七八九十一二三")


def test_the_decimal_context_of_the_caller_rounds_nothing() -> None:
    """As of every call."""
    with localcontext(prec=3):
        (money,) = govnews.explain("下拨123.456万元")
        assert (money.figure,) == tuple(govnews.extract("下拨123.456万元"))
    assert money.reason == "extract returns 1234560 元"


def test_little_is_looked_at_around_an_excluded_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a text of excluded phrases would take time that is quadratic in its length."""
    lengths = []

    def spy(text: str, position: int, _: int) -> tuple[list[Candidate], int]:
        lengths.append(len(text))
        return [], position

    text = "两会" * 1000
    taken = list(steps(text))
    monkeypatch.setattr(explaining, "READERS", [("", spy)])
    assert len(list(explaining.readings(text, taken))) == len(lengths) == 1000
    assert max(lengths) < 200


def test_a_place_with_several_figures() -> None:
    """A list is read at the place of its first number."""
    read = govnews.explain("分别为60、40和25万元")
    assert [(one.text, one.place, one.outcome) for one in read] == [
        ("60", 3, Outcome.READ),
        ("40", 3, Outcome.READ),
        ("25万元", 3, Outcome.READ),
    ]


@pytest.mark.parametrize("text", ["", "通过数据首先翻新", "无", "第", "“", "人数个别", "数字"])
def test_no_number(text: str) -> None:
    """Characters that could begin one do not make one."""
    assert govnews.explain(text) == ()


def test_places_are_those_of_the_callers_string() -> None:
    """However garbled it is."""
    raw = "救助金５０００萬(wàn)元，進(jìn)一步"
    money, idiom = govnews.explain(raw)
    assert raw[money.start : money.end] == "５０００萬(wàn)元"
    assert (money.text, raw[money.place]) == ("5000万元", "５")
    assert raw[idiom.start : idiom.end] == "進(jìn)一步"
    assert (idiom.text, raw[idiom.place]) == ("进一步", "一")


def test_a_line_a_reading() -> None:
    """As `print` shows it."""
    assert [str(one) for one in govnews.explain("走访43家，34.1")] == [
        "2..5 43家 as count.unit: read: extract returns 43 家",
        "6..10 34.1: no_unit: no unit behind 34.1, and no noun beside it that implies one",
    ]


def test_what_is_no_text() -> None:
    """A type error, as of every call."""
    with pytest.raises(TypeError, match="explain takes a str, not bytes"):
        govnews.explain(b"5")  # type: ignore[arg-type]


# -- the words of explanations ------------------------------------------------


def texts() -> list[str]:
    """Return every text of the corpora that figures are read in."""
    paths = [*sorted((CORPORA / "topics").glob("*.jsonl")), CORPORA / "figures" / "gold.jsonl"]
    lines = (line for path in paths for line in path.read_text("utf-8").split("\n"))
    labelled = [json.loads(line)["text"] for line in lines if line]
    return labelled + [case.values[0].text for case in cases()]


def test_every_rule_that_reads_has_a_meaning() -> None:
    """What fires in the corpora is explained; only 个 needs its noun to be told."""
    fired = {figure.rule for text in texts() for figure in find(text, tagged)}
    assert fired - set(meanings()) == set()


@pytest.mark.parametrize(("rule", "said"), meanings().items())
def test_a_rule_reads_its_example(rule: str, said: dict[str, str]) -> None:
    """So that no rule is explained that is not there."""
    assert rule in [figure.rule for figure in govnews.extract(said["example"])]


def test_every_outcome_has_its_words() -> None:
    """No more and no fewer, in the order of the outcomes."""
    assert list(table("readings")["outcome"]) == [each.value for each in Outcome]


def test_meanings_are_sorted_sentences() -> None:
    """So that one is found, and read on its own."""
    assert list(meanings()) == sorted(meanings())
    said = [each["meaning"] for each in meanings().values()] + [each.meaning for each in Outcome]
    assert [text for text in said if not re.fullmatch(r"\S.*[.)]", text)] == []

"""Whole bulletins."""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

import govnews

PAGE = (
    "西宁网讯 7月24日，省总工会拨付救助金5027万元。\r\n"
    "\r\n"
    "　　为21371名农民工追讨被拖欠的工资25634万元。\n"
    "走访慰问退役军人43名，送去慰问金8.6万元。... [详情]\n"
)


def test_paragraphs_quote_the_page() -> None:
    """A line with words is a paragraph; its offsets leave out the white space around it."""
    bulletin = govnews.analyze(PAGE, id="page")

    assert [PAGE[p.start : p.end][:6] for p in bulletin.paragraphs] == [
        "西宁网讯 7",
        "为21371",
        "走访慰问退役",
    ]
    assert (bulletin.id, bulletin.raw, bulletin.source) == ("page", PAGE, "西宁网讯")


def test_figures_belong_to_their_paragraphs() -> None:
    """Every figure lies in its paragraph, and `figures` has them all in order."""
    bulletin = govnews.analyze(PAGE)

    for paragraph in bulletin.paragraphs:
        for figure in paragraph.figures:
            assert paragraph.start <= figure.start < figure.end <= paragraph.end
    assert [f.text for f in bulletin.figures] == [f.text for f in govnews.extract(PAGE)]


def test_a_teaser_is_truncated_and_others_are_not() -> None:
    """The mark ... [详情] is taken off and remembered."""
    bulletin = govnews.analyze(PAGE)

    assert [p.truncated for p in bulletin.paragraphs] == [False, False, True]
    assert bulletin.paragraphs[-1].text.endswith("8.6万元。")


def test_topics_and_scores() -> None:
    """Each paragraph is labelled; every label has its probability."""
    bulletin = govnews.analyze(PAGE)

    assert bulletin.paragraphs[1].topics[0] == "rights_protection"
    assert all(set(p.scores) == set(govnews.TOPICS) for p in bulletin.paragraphs)


def test_dict_and_json_say_the_same() -> None:
    """Numbers are strings in both, so that nothing is rounded."""
    bulletin = govnews.analyze(PAGE)
    plain = bulletin.to_dict()

    assert json.loads(bulletin.to_json()) == plain
    assert plain["paragraphs"][1]["figures"][1]["value"] == "256340000"


@pytest.mark.parametrize(
    ("text", "issued", "resolved"),
    [
        ("7月24日开幕", "2022-07-25", "2022-07-24"),
        ("24日开幕", "2022-07-25", "2022-07-24"),
        ("24日开幕", "2022-07-20", "2022-07-24"),
        ("28日开幕", "2022-07-03", "2022-06-28"),
        ("24日至26日", "2022-07-25", "2022-07-24/2022-07-26"),
        ("28日至3日", "2022-07-29", "2022-07-28/2022-08-03"),
        ("1至11月完成投资", "2022-12-20", "2022-01/2022-11"),
        ("1月1日至12月31日", "2022-12-31", "2022-01-01/2022-12-31"),
        ("3月启动", "2022-11-20", "2022-03"),
        ("上月24日", "2022-07-25", "2022-06-24"),
        ("本月28日", "2022-07-25", "2022-07-28"),
        ("今年 3月", "2022-12-01", "2022-03"),
        ("今年的1月", "2022-12-01", "2022-01"),
        ("去年3月至今年10月", "2022-11-01", "2021-03/2022-10"),
        ("2019年3月至今年6月", "2022-11-01", "2019-03/2022-06"),
        ("2019年3月至今年6月", None, None),
        ("2021年12月28日至1月3日", None, "2021-12-28/2022-01-03"),
        ("去年2月29日", "2022-03-01", None),
        ("去年2月29日", "2021-03-01", "2020-02-29"),
        ("12月28日闭幕", "2023-01-05", "2022-12-28"),
        ("去年10月启动", "2022-07-25", "2021-10"),
        ("2019年5月20日", None, "2019-05-20"),
        ("7月24日开幕", None, None),
        ("7月1日至20日", "2022-07-25", "2022-07-01/2022-07-20"),
        ("10月1日至次年5月31日", "2022-09-25", "2022-10-01/2023-05-31"),
        ("31日闭幕", "2022-07-05", None),
    ],
)
def test_the_day_of_issue_resolves_partial_dates(
    text: str, issued: str | None, resolved: str | None
) -> None:
    """What the issue cannot settle stays None."""
    (figure,) = govnews.analyze(text, issued=issued).figures

    assert figure.resolved == resolved


@pytest.mark.parametrize("issued", ["25 July 2022", "2022-13-01", ""])
def test_a_wrong_day_of_issue_is_refused(issued: str) -> None:
    """The message shows how to write it."""
    with pytest.raises(ValueError, match="2022-07-25"):
        govnews.analyze("", issued=issued)


def test_many_keep_their_order_and_are_drawn_as_needed() -> None:
    """A generator is not drawn further than what was asked for."""
    drawn = []

    def texts() -> Iterator[str]:
        for number in range(10):
            drawn.append(number)
            yield f"走访{number + 2}家企业"

    results = govnews.analyze_many(texts())
    first = next(results)

    assert first.figures[0].value == Decimal(2)
    assert drawn == [0]


def test_many_in_processes_give_the_same() -> None:
    """Two workers and one agree, in order."""
    texts = [f"走访{number + 2}家企业，发放慰问金{number + 1}万元" for number in range(40)]

    alone = list(govnews.analyze_many(texts))
    shared = list(govnews.analyze_many(texts, workers=2))

    assert alone == shared


@pytest.mark.parametrize("workers", [0, -1])
def test_many_need_a_worker(workers: int) -> None:
    """No worker is an error at the call, not at the first result."""
    with pytest.raises(ValueError, match="at least 1"):
        govnews.analyze_many([], workers=workers)


def test_many_refuse_one_str() -> None:
    """A str is an iterable of characters, and never meant so."""
    with pytest.raises(TypeError, match="analyze"):
        govnews.analyze_many("走访43家企业")


def test_warm_up_is_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    """It loads and prints nothing."""
    govnews.warm_up()

    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("workers", [1, 2])
def test_what_was_done_before_a_failure_is_not_lost(workers: int) -> None:
    """Where the source fails, the bulletins before it come first."""

    def texts() -> Iterator[str]:
        for number in range(20):
            yield f"走访{number + 2}家企业"
        raise OSError("the disk is gone")

    results = govnews.analyze_many(texts(), workers=workers)
    done = [next(results) for _ in range(20)]

    assert [bulletin.figures[0].value for bulletin in done] == list(range(2, 22))
    with pytest.raises(OSError, match="disk"):
        next(results)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_text_that_is_none_stops_at_its_place(workers: int) -> None:
    """The wrong text raises in its turn, after those before it."""
    results = govnews.analyze_many(["走访2家企业"] * 20 + [None], workers=workers)  # type: ignore[list-item]

    assert len([next(results) for _ in range(20)]) == 20
    with pytest.raises(TypeError, match="analyze"):
        next(results)


def test_json_rebuilds_the_figures() -> None:
    """Every field of every figure can be read back from JSON."""
    bulletin = govnews.analyze(PAGE, issued="2022-07-25")
    plain = [
        figure
        for paragraph in json.loads(bulletin.to_json())["paragraphs"]
        for figure in paragraph["figures"]
    ]

    assert plain
    for figure, fields in zip(bulletin.figures, plain, strict=True):
        for name, value in fields.items():
            kept = getattr(figure, name)
            assert value == (str(kept) if isinstance(kept, Decimal) else kept), name


def test_json_writes_small_numbers_out() -> None:
    """No reader has to know about exponents."""
    assert '"0.0000001"' in govnews.analyze("每度0.0000001元").to_json()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("关于开展活动的通知\n发布时间：2018-03-12　　来源：三江工会网\n会议召开。", "2018-03-12"),
        ("新华社西宁2022年7月25日电 7月24日，困难职工到账。", "2022-07-25"),
        ("2023年11月8日，省总工会召开会议。", None),
        ("无", None),
    ],
)
def test_a_bulletin_may_state_its_day_of_issue(text: str, day: str | None) -> None:
    """In a label or a dateline; a day that it only tells of is none."""
    issued = govnews.analyze(text).issued
    assert (issued and issued.isoformat()) == day


def test_the_day_of_issue_that_is_given_wins() -> None:
    """Whoever passes it knows better."""
    text = "发布时间：2018-03-12\n会议召开。"
    assert govnews.analyze(text, issued="2018-03-13").issued == date(2018, 3, 13)


def test_it_is_short_where_it_is_printed() -> None:
    """In a notebook, a debugger, a failing test; whatever its name is."""
    bulletin = govnews.analyze("走访43家企业，慰问58名。\n" * 500)
    assert repr(bulletin) == "Bulletin(id=None, issued=None, 500 paragraphs, 1000 figures)"
    assert repr(govnews.analyze("", id="a\n'")).startswith('Bulletin(id="a\\n\'", ')

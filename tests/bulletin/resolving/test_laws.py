"""What holds for any text: resolving adds what is left open and changes nothing else."""

import time
from datetime import date
from itertools import zip_longest

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govnews
from govnews.bulletin.calls import figures_of
from govnews.bulletin.cleaned import clean
from govnews.bulletin.resolving import resolve
from govnews.models import Figure, Kind

PIECES = (
    *("2021年", "2022年3月", "2023年7月24日", "7月24日", "12月28日", "1月5日", "24日", "2月29日"),
    *("1至6月", "7月24日至26日", "2019年3月至今年6月", "10月1日至次年5月31日", "25日至次月5日"),
    *("2016年至2020年", "今年", "去年", "上年", "同期", "当年", "同年", "次年", "本月", "当月"),
    *("将于", "预计", "底前", "起施行", "已", "了", "1—12月", "31日", "国庆节", "底，"),
    *("每年", "當年", "以来", "近日", "其中", "比", "到", "的", "底前", "慰问职工", "43家"),
    *("新华社西宁", "电", "发布时间：", "5027万元", "，", "。", "、", "（", "）", "《", "》", "\n"),
)
pieces = st.sampled_from(PIECES)
texts = st.lists(pieces, max_size=14).map("".join)
days = st.none() | st.dates(date(2015, 1, 1), date(2030, 12, 31))


def resolved(text: str, issued: date | None) -> list[Figure]:
    """Return the dates of a text, resolved."""
    cleaned = clean(text)
    found = resolve(figures_of(cleaned), cleaned, issued).figures
    return [figure for figure in found if figure.kind is Kind.DATE]


def parts(value: str) -> list[str]:
    """Return year, month and day, empty where the value leaves them open."""
    year = "" if value.startswith("-") else value[:4]
    rest = value[4:] if year else value[1:]
    return [year, *(part for part in rest[1:].split("-") if rest)]


@given(texts, days)
@settings(max_examples=300, deadline=None)
def test_what_a_date_says_never_changes(text: str, issued: date | None) -> None:
    """Year, month and day are kept where they are stated, and all above them is filled in."""
    for figure in resolved(text, issued):
        if figure.resolved is None:
            continue
        stated = [str(value) for value in (figure.value, figure.upper) if value is not None]
        for said, whole in zip(stated, figure.resolved.split("/"), strict=True):
            pairs = zip_longest(parts(said), parts(whole), fillvalue="")
            assert all(part in ("", full) for part, full in pairs), (said, whole)
            assert len(parts(said)) == len(parts(whole))
            assert all(parts(whole))


@given(texts, days)
@settings(max_examples=300, deadline=None)
def test_days_exist_and_spans_go_forward(text: str, issued: date | None) -> None:
    """No 30th of February, and no end before its start."""
    for figure in resolved(text, issued):
        if figure.resolved is None:
            continue
        ends = figure.resolved.split("/")
        points = [date.fromisoformat((end + "-01-01")[:10]) for end in ends]

        assert len(points) == (1 if figure.upper is None else 2)
        if len(ends[0]) == len(ends[-1]):
            assert points == sorted(points)


@given(texts, days, st.text(alphabet="为职工服务", min_size=1, max_size=9))
@settings(deadline=None)
def test_a_line_in_front_only_shifts(text: str, issued: date | None, line: str) -> None:
    """A heading without dates changes no reading."""
    alone = resolved(text, issued)
    behind = resolved(f"{line}\n{text}", issued)

    assert [(f.text, f.resolved) for f in alone] == [(f.text, f.resolved) for f in behind]
    assert [f.start + len(line) + 1 for f in alone] == [f.start for f in behind]


@given(texts, days)
@settings(deadline=None)
def test_what_stands_behind_changes_nothing(text: str, issued: date | None) -> None:
    """Only what a bulletin states before counts.

    In Simplified text: whether 當 is Traditional is for the whole page to say.
    """
    text = text.replace("當", "当")
    alone = resolved(text, issued)
    longer = resolved(text + "\n慰问职工。\n2019年8月，走访。", issued)

    assert [f.resolved for f in alone] == [f.resolved for f in longer[: len(alone)]]


@given(st.text(max_size=60), days)
@settings(deadline=None)
def test_any_text_is_resolved(text: str, issued: date | None) -> None:
    """Nothing raises, and only dates are touched."""
    figures = govnews.analyze(text, issued=issued).figures

    assert all(f.resolved is None for f in figures if f.kind is not Kind.DATE)


@pytest.mark.parametrize(
    "unit",
    [
        "2021年，（去年3月7日",
        "7月24日、",
        "2021年的",
        "（2021年3月",
        "2022-07-25    ",
        "2021年\n",
        "每年近日去年，3月",
    ],
)
def test_time_is_linear(unit: str) -> None:
    """Four times the text takes about four times as long."""

    def seconds(times: int) -> float:
        cleaned = clean(unit * times)
        figures = figures_of(cleaned)
        best = []
        for _ in range(3):
            start = time.process_time()
            resolve(figures, cleaned, date(2022, 7, 25))
            best.append(time.process_time() - start)
        return min(best)

    assert seconds(4000) < 10 * seconds(1000) + 0.05

"""`plot.timeline`: topics by month, and who gave how much when."""

from datetime import date, datetime

import altair as alt
import pandas as pd
import pytest

import govnews
from govnews import plot
from govnews.errors import UnknownChoiceError
from govnews.plot.dates import Stretch
from tests.plot.made import (
    data,
    figure,
    figures_frame,
    names,
    notes,
    paragraphs_frame,
    spec,
    title,
)


def _columns(chart: alt.LayerChart) -> list[tuple[str, str, float, float]]:
    return [
        (row["time"], row["topic"].split()[-1], row["floor"], row["ceiling"])
        for row in data(chart, "floor")
    ]


def test_paragraphs_by_month() -> None:
    """Each month a column, its parts on top of one another, what has no topic lowest."""
    chart = plot.timeline(
        paragraphs_frame(
            {"issued": "2018-03-12", "topics": ("veterans",)},
            {"issued": "2018-03-30"},
            {"issued": "2018-05-01", "topics": ("veterans", "aid_qinghai")},
        )
    )
    assert _columns(chart) == [
        ("2018-03", "topics", 0, 1),
        ("2018-03", "veterans", 1, 2),
        ("2018-05", "veterans", 0, 0.5),
        ("2018-05", "aid_qinghai", 0.5, 1),
    ]
    assert title(chart) == "Topics by month"


@pytest.mark.parametrize(
    ("every", "time", "end"),
    [
        ("day", "2018-12-31", "2019-01-01"),
        ("month", "2018-12", "2019-01-01"),
        ("year", "2018", "2019-01-01"),
    ],
)
def test_stretches_of_time(every: Stretch, time: str, end: str) -> None:
    """A column is as wide as its day, month or year."""
    row = data(plot.timeline(paragraphs_frame({"issued": "2018-12-31"}), every=every), "time")[0]
    assert (row["time"], row["end"]) == (time, f"{end}T00:00:00")


@pytest.mark.parametrize(
    "issued",
    [date(2018, 3, 12), datetime(2018, 3, 12, 8), pd.Timestamp("2018-03-12"), "2018-03-12"],  # noqa: DTZ001
)
def test_a_day_of_issue_in_any_form(issued: object) -> None:
    """As pandas, Arrow or a user has it."""
    chart = plot.timeline(paragraphs_frame({"issued": issued}), every="day")
    assert [row["time"] for row in data(chart, "time")] == ["2018-03-12"]


def test_undated_paragraphs_are_counted() -> None:
    """They are left out, and the chart says so."""
    chart = plot.timeline(paragraphs_frame({}, {"issued": None}))
    assert notes(chart)[1] == "left out: 1 paragraph of bulletins without a day of issue"


@pytest.mark.parametrize("issued", [None, pd.NaT])
def test_nothing_has_a_date(issued: object) -> None:
    """The note says how bulletins get one."""
    for chart in (
        plot.timeline(paragraphs_frame({"issued": issued})),
        plot.timeline(figures_frame(figure(1, issued=issued))),
    ):
        assert notes(chart)[0].startswith("nothing has a date: say when bulletins were issued")


def test_an_unknown_stretch() -> None:
    """The message names those that there are."""
    with pytest.raises(UnknownChoiceError, match=r"'week' is no stretch.*day, month, year"):
        plot.timeline(paragraphs_frame({}), every="week")  # type: ignore[arg-type]


def _said(**cells: object) -> dict[str, object]:
    return figure(None, kind="date", text="2017年", resolved="2017", start=0) | cells


def test_the_date_in_the_sentence_comes_before_the_day_of_issue() -> None:
    """The nearest before the figure; a year is drawn over the year."""
    chart = plot.timeline(figures_frame(_said(), figure(5, start=8), _said(start=12)))
    row = data(chart, "when")[0]
    assert (row["start"], row["end"]) == ("2017-01-01T00:00:00", "2018-01-01T00:00:00")
    assert row["when"] == "2017年 (in the sentence)"
    assert notes(chart) == ["by the date before them in their sentence"]


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"start": 9},
        {"sentence": "2017年。"},
        {"paragraph": 1},
        {"bulletin": "b"},
        {"resolved": None},
    ],
)
def test_a_date_elsewhere_says_nothing(elsewhere: dict[str, object]) -> None:
    """Behind the figure, in another sentence, or unresolved: the day of issue counts."""
    chart = plot.timeline(figures_frame(_said(**elsewhere), figure(5, start=8)))
    row = data(chart, "when")[0]
    assert row["when"] == "2018-03-12 (day of issue)"
    assert row["start"] == row["end"] == "2018-03-12T00:00:00"


@pytest.mark.parametrize(
    ("before", "when"), [(8, "2017年3月 (in the sentence)"), (30, "2018-03-12")]
)
def test_in_a_long_sentence_a_date_nearby_counts(before: int, when: str) -> None:
    """It stands in what is shown beside the figure; what is shown beside the date is other text."""
    text = "走访困难企业，" * 30 + "2017年3月，" + "走访困难企业，" * before + "发放救助金30万元。"
    page = govnews.analyze(text, issued="2018-03-12")
    (row,) = data(plot.timeline(page.to_frame()), "when")
    assert row["when"].startswith(when)


def test_figures_stand_in_the_order_of_their_time() -> None:
    """Of the largest."""
    frame = figures_frame(
        figure(3, target="三月", issued="2018-03-01"),
        figure(2, target="一月", issued="2018-01-01"),
        figure(1, target="二月", issued="2018-02-01"),
    )
    chart = plot.timeline(frame, top=2)
    assert names(chart) == ["一月", "三月"]
    assert title(chart) == "Money in 元 over time: the 2 largest of 3 figures"


def test_the_same_sum_of_another_bulletin_is_another() -> None:
    """It may be of another day."""
    frame = figures_frame(figure(5), figure(5), figure(5, bulletin="b", issued="2018-04-01"))
    assert [row["said"] for row in data(plot.timeline(frame), "said")] == ["5元 ×2", "5元"]


def test_undated_figures_are_counted() -> None:
    """Beside the others."""
    chart = plot.timeline(figures_frame(figure(1), figure(2, issued=None)))
    assert "left out: 1 figure without a date" in notes(chart)


def test_dates_at_the_ends_of_time() -> None:
    """A text may say year 1 or 9999; the axis must have room all the same."""
    frame = figures_frame(figure(1, issued="0001-01-01"), figure(2, issued="9998-12-31"))
    axis = spec(plot.timeline(frame))["layer"][0]["encoding"]["x"]
    assert axis["scale"]["domain"] == ["0001-01-01T00:00:00", "9999-12-31T00:00:00"]


def test_without_a_figure_of_the_kind() -> None:
    """A note."""
    chart = plot.timeline(figures_frame(figure(1)), kind="headcount")
    assert notes(chart) == ["nothing to draw: the frame has no such figure"]

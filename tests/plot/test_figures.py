"""`plot.figures`: one kind, one unit, every bound, and what was left out."""

from decimal import Decimal
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import govnews
from govnews import plot
from govnews.errors import FrameError, UnknownChoiceError
from tests.plot.made import (
    FIGURE,
    colours,
    data,
    figure,
    figures_frame,
    marks,
    names,
    notes,
    spec,
    title,
)


def test_the_largest_come_first() -> None:
    """And the smallest are left out, as the title says."""
    chart = plot.figures(figures_frame(figure(1), figure(3), figure(2)), top=2)
    assert [row["value"] for row in data(chart, "value")] == [3, 2]
    assert title(chart) == "Money in 元: the 2 largest of 3 figures"


def test_units_are_not_mixed() -> None:
    """The commonest is drawn, the others are named."""
    frame = figures_frame(figure(1), figure(2), figure(9, unit="美元"))
    chart = plot.figures(frame)
    assert [row["value"] for row in data(chart, "value")] == [2, 1]
    assert notes(chart) == ["other units (unit=... shows them): 1 in 美元"]
    assert title(plot.figures(frame, unit="美元")) == "Money in 美元: 1 figure"


def test_many_other_units_are_counted() -> None:
    """A frame of counts has dozens."""
    rows = [figure(1, kind="count", unit=unit) for unit in "家家户件个支批"]
    chart = plot.figures(figures_frame(*rows), "count")
    assert notes(chart) == [
        "other units (unit=... shows them): 1 in 户, 1 in 件, 1 in 个, 1 in 支 and 1 further unit"
    ]


def test_changes_are_left_out_and_said() -> None:
    """What grew by 5 is no 5."""
    frame = figures_frame(figure(1), figure(5, change="increase"), figure(7, change="decrease"))
    chart = plot.figures(frame)
    assert [row["value"] for row in data(chart, "value")] == [1]
    assert notes(chart) == ["left out: 2 amounts of change (changes=True shows them)"]


def test_what_is_told_elsewhere_as_well_is_left_out_and_said() -> None:
    """A teaser repeats the bulletin that it leads to."""
    frame = figures_frame(figure(1), figure(5)).assign(left_out=[None, "repeated"])
    chart = plot.figures(frame)
    assert [row["value"] for row in data(chart, "value")] == [1]
    assert notes(chart) == ["left out: 1 figure told elsewhere as well"]


def test_a_frame_of_ours() -> None:
    """As govnews.frame makes it."""
    text = "省总工会启动冬季送温暖活动，筹集帮扶资金5027万元，其中省级3000万元。"
    chart = plot.figures(govnews.frame([govnews.analyze(text)] * 2))
    assert [row["value"] for row in data(chart, "value")] == [50270000, 30000000]
    assert "left out: 2 figures told elsewhere as well" in notes(chart)


def test_changes_alone_go_both_ways() -> None:
    """A decrease lies below 0, with a line between."""
    frame = figures_frame(figure(1), figure(5, change="increase"), figure(7, change="decrease"))
    chart = plot.figures(frame, changes=True)
    assert [(row["value"], row["said"]) for row in data(chart, "said")] == [
        (-7, "↓ 7元"),
        (5, "↑ 5元"),
    ]
    assert notes(chart) == ["left out: 1 level (changes=False shows them)"]
    assert data(chart, "zero")


def test_an_open_decrease_points_away_from_zero() -> None:
    """To fall by 50 or more is to end at -50 or below."""
    frame = figures_frame(figure(50, change="decrease", high=None, bound="at_least"))
    assert [row["shape"] for row in data(plot.figures(frame, changes=True), "shape")] == ["left"]


@pytest.mark.parametrize(
    ("cells", "shape", "sorts"),
    [
        ({}, "none", ["rule", "point", "text", "text"]),
        (
            {"high": None, "bound": "over"},
            "right",
            ["rule", "rule", "point", "point", "text", "text"],
        ),
        (
            {"low": None, "bound": "nearly"},
            "left",
            ["rule", "rule", "point", "point", "text", "text"],
        ),
        (
            {"high": Decimal(80000), "bound": "range"},
            "range",
            ["rule", "bar", "point", "text", "text"],
        ),
    ],
)
def test_a_bound_is_drawn(cells: dict[str, Any], shape: str, sorts: list[str]) -> None:
    """A range as a bar, an open end as an arrow, and nothing beside an exact figure."""
    chart = plot.figures(figures_frame(figure(50000, **cells)))
    assert [row["shape"] for row in data(chart, "shape")] == [shape]
    assert marks(chart) == sorts


def test_a_range_reaches_from_its_low_to_its_high_end() -> None:
    """The bar is drawn between these fields."""
    frame = figures_frame(figure(30000, high=Decimal(50000), bound="range"))
    chart = plot.figures(frame)
    assert [(row["low"], row["high"]) for row in data(chart, "low")] == [(30000, 50000)]
    bar = next(layer for layer in spec(chart)["layer"] if layer["mark"]["type"] == "bar")
    assert (bar["encoding"]["x"]["field"], bar["encoding"]["x2"]["field"]) == ("low", "high")


def test_damaged_figures_are_hollow() -> None:
    """And counted in a note."""
    chart = plot.figures(figures_frame(figure(1, damaged=True), figure(2)))
    points = [each["mark"] for each in spec(chart)["layer"] if each["mark"]["type"] == "point"]
    assert [point["filled"] for point in points] == [True, False]
    assert notes(chart) == ["hollow: 1 damaged, a digit may be missing"]


def test_what_is_said_twice_is_drawn_once() -> None:
    """A teaser repeats a sum; of another target it is another sum."""
    chart = plot.figures(figures_frame(figure(5), figure(5), figure(5, target="工资")))
    assert [row["said"] for row in data(chart, "said")] == ["5元 ×2", "5元"]
    assert names(chart) == ["资金", "工资"]


def test_without_a_target_the_sentence_decides() -> None:
    """Two sums of which nobody knows what they are for may be two sums."""
    frame = figures_frame(
        figure(5, target=None), figure(5, target=None), figure(5, target=None, sentence="又5元。")
    )
    assert [row["said"] for row in data(plot.figures(frame), "said")] == ["5元 ×2", "5元"]


@pytest.mark.parametrize(
    ("values", "scale"), [((1, 100), "log"), ((1, 99), None), ((0, 100), None)]
)
def test_a_logarithmic_axis_where_values_lie_far_apart(
    values: tuple[int, int], scale: str | None
) -> None:
    """A hundredfold, and all of them above 0."""
    axis = spec(plot.figures(figures_frame(*map(figure, values))))["layer"][0]["encoding"]["x"]
    assert axis["scale"].get("type") == scale
    assert axis["axis"]["title"] == ("元 (logarithmic)" if scale else "元")


def test_a_row_can_be_a_column_of_ones_own() -> None:
    """With all of its figures in it; the largest has its words beside it."""
    frame = figures_frame(figure(1), figure(3), figure(2))
    frame["province"] = ["青海", "江苏", "青海"]
    chart = plot.figures(frame, by="province")
    assert names(chart) == ["江苏", "青海"]
    assert [(row["row"], row["value"], row["first"]) for row in data(chart, "first")] == [
        (0, 3, True),
        (1, 2, True),
        (1, 1, False),
    ]
    assert data(chart, "said")[0]["said"] == "资金 3元"
    assert title(chart) == "Money in 元: 2 rows by province"


def test_rows_keep_what_others_say_as_well() -> None:
    """Two unions gave the same sum for the same: each has it, and once."""
    rows = [figure(5, bulletin=name) for name in ("a.txt", "a.txt", "b.txt")]
    chart = plot.figures(figures_frame(*rows), by="bulletin")
    assert names(chart) == ["a.txt", "b.txt"]
    assert [row["said"] for row in data(chart, "said")] == ["资金 5元 ×2", "资金 5元"]


def test_rows_by_topic_have_chinese_names() -> None:
    """Beside their labels."""
    chart = plot.figures(figures_frame(figure(2, topic="veterans"), figure(1)), by="topic")
    assert names(chart) == ["退役军人 veterans", "none of the topics"]


def test_topics_have_the_colours_that_they_have_everywhere() -> None:
    """Whichever of them a frame has."""
    frame = figures_frame(figure(2, topic="veterans"), figure(1))
    assert colours(plot.figures(frame)) == {
        "退役军人 veterans": "#e69f00",
        "none of the topics": "#999999",
    }


def test_topics_of_ones_own_keep_the_order_of_their_categories() -> None:
    """Also those that the frame does not have."""
    frame = figures_frame(figure(2, topic="forest"), figure(1))
    frame["topic"] = frame["topic"].cat.set_categories(["water", "forest"])
    assert colours(plot.figures(frame))["forest"] == "#d55e00"


def test_crowded_rows_are_thinned() -> None:
    """And say so: a hundred thousand figures make no page of that size."""
    frame = figures_frame(*(figure(number, sentence=None) for number in range(1, 151)))
    chart = plot.figures(frame, by="target")
    assert len(data(chart, "value")) == 100
    assert notes(chart) == ["left out: 50 smaller figures in crowded rows"]


def test_a_hundred_thousand_figures_make_a_small_chart() -> None:
    """It holds what is shown, no more."""
    frame = pd.concat([figures_frame(figure(7, target=str(number))) for number in range(10)])
    frame = pd.concat([frame] * 10_000, ignore_index=True)
    chart = plot.figures(frame, top=5)
    assert data(chart, "said")[0]["said"] == "7元 ×10000"
    assert len(chart.to_json()) < 20_000


@pytest.mark.parametrize("value", ["1e400", "NaN", None])
def test_what_is_no_number_to_draw_is_counted(value: str | None) -> None:
    """It is left out, and the chart says so."""
    rows = [figure(1), FIGURE | {"value": value and Decimal(value)}]
    chart = plot.figures(pd.DataFrame(rows))
    assert len(data(chart, "value")) == 1
    assert notes(chart) == ["left out: 1 figure beyond any number that can be drawn"]


def test_tooltips_are_exact() -> None:
    """All digits, the bound, and the sentence."""
    chart = plot.figures(
        figures_frame(figure("1234567.891", bound="about", text="约123.4567891万"))
    )
    row = data(chart, "exact")[0]
    assert row["exact"] == "1,234,567.891 元"
    assert (row["bound"], row["sentence"]) == ("about", "拨付资金5万元。")


@pytest.mark.parametrize("engine", ["polars", "arrow"])
def test_frames_of_other_libraries(engine: str) -> None:
    """The same chart."""
    frame = figures_frame(figure(2, topic="veterans"), figure(1, high=None))
    table = pa.Table.from_pandas(frame)
    other = pl.from_arrow(table) if engine == "polars" else table
    assert plot.figures(other).to_dict() == plot.figures(frame).to_dict()


def test_an_empty_frame_gives_a_note() -> None:
    """Not an error: a folder may be empty."""
    chart = plot.figures(figures_frame())
    assert title(chart) == "Money"
    assert notes(chart) == ["nothing to draw: the frame has no such figure"]


def test_no_figure_of_the_kind_gives_a_note() -> None:
    """It says which other units there are."""
    chart = plot.figures(figures_frame(figure(1)), unit="港元")
    assert notes(chart) == [
        "nothing to draw: the frame has no such figure",
        "other units (unit=... shows them): 1 in 元",
    ]


def test_missing_columns_are_named() -> None:
    """With what to do."""
    with pytest.raises(
        FrameError, match=r"plot\.figures: the frame has no column bound, damaged: "
    ):
        plot.figures(figures_frame(figure(1)).drop(columns=["damaged", "bound"]))


@pytest.mark.parametrize("kind", ["date", "monney"])
def test_what_is_no_kind_of_number(kind: str) -> None:
    """A date has no value, either."""
    with pytest.raises(UnknownChoiceError, match=f"'{kind}': choose from money, headcount"):
        plot.figures(figures_frame(figure(1)), kind)


def test_an_unknown_column_to_group_by() -> None:
    """The message names those that there are."""
    with pytest.raises(UnknownChoiceError, match="no column 'provinz': choose from bulletin"):
        plot.figures(figures_frame(figure(1)), by="provinz")


def test_no_frame() -> None:
    """A list of figures is none."""
    with pytest.raises(TypeError, match=r"plot\.figures takes a frame of pandas, polars or Arrow"):
        plot.figures([figure(1)])


def test_less_than_one_row() -> None:
    """Is a mistake, not an empty chart."""
    with pytest.raises(ValueError, match="top=0: use at least 1"):
        plot.figures(figures_frame(figure(1)), top=0)


@pytest.mark.parametrize("top", ["3", 2.5, None])
def test_what_is_no_number_of_rows(top: Any) -> None:
    """The message says what to give."""
    with pytest.raises(TypeError, match=rf"top={top!r}: use a whole number, at least 1"):
        plot.figures(figures_frame(figure(1)), top=top)


def test_changes_that_are_told_elsewhere_as_well_are_left_out() -> None:
    """As other figures are."""
    frame = figures_frame(figure(1, change="increase"), figure(5, change="increase"))
    chart = plot.figures(frame.assign(left_out=["change", "repeated"]), changes=True)
    assert [row["value"] for row in data(chart, "value")] == [1]
    assert notes(chart) == ["left out: 1 figure told elsewhere as well"]


def test_a_real_bulletin() -> None:
    """Its largest sum stands on top, with its own words."""
    page = govnews.read("corpora/bulletins/garbled.txt")
    chart = plot.figures(govnews.analyze(page).to_frame())
    row = data(chart, "said")[0]
    assert (names(chart)[0], row["said"], row["value"]) == ("投资", "58.7亿元", 5_870_000_000)

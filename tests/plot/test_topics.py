"""`plot.topics`: shares that are those of `Bulletin.shares`."""

import altair as alt
import pytest

import govnews
from govnews import plot
from govnews.errors import FrameError
from tests.plot.made import (
    colours,
    data,
    figure,
    figures_frame,
    names,
    notes,
    paragraphs_frame,
    title,
)


def _shares(chart: alt.LayerChart, row: int) -> dict[str, float]:
    return {each["topic"]: each["share"] for each in data(chart, "share") if each["row"] == row}


def test_shares_are_those_of_the_bulletin() -> None:
    """To the four digits that it has."""
    page = govnews.analyze(govnews.read("corpora/bulletins/simplified.txt"), id="a")
    shares = _shares(plot.topics(page.to_frame("paragraphs")), 0)
    none = shares.pop("none of the topics")
    found = {name.split()[-1]: round(share, 4) for name, share in shares.items()}
    assert found == dict(page.shares)
    assert none == pytest.approx(1 - sum(shares.values()))


def test_all_together_stand_above_each() -> None:
    """By their characters, so that a long bulletin weighs more."""
    chart = plot.topics(
        paragraphs_frame(
            {"bulletin": "x/a.txt", "text": "字" * 30, "topics": ("veterans",)},
            {"bulletin": "x/b.txt", "text": "字" * 10},
        )
    )
    assert names(chart) == ["all together", "a.txt", "b.txt"]
    assert _shares(chart, 0) == {"退役军人 veterans": 0.75, "none of the topics": 0.25}
    assert _shares(chart, 2) == {"退役军人 veterans": 1}
    assert _shares(chart, 3) == {"none of the topics": 1}
    assert title(chart) == "Topics of 2 bulletins"


def test_a_paragraph_is_divided_among_its_topics() -> None:
    """Nothing is counted twice."""
    chart = plot.topics(paragraphs_frame({"topics": ("veterans", "aid_qinghai")}))
    assert _shares(chart, 0) == {"退役军人 veterans": 0.5, "对口援青 aid_qinghai": 0.5}


def test_the_legend_is_in_the_order_of_the_guide() -> None:
    """None of them comes last, in a grey that does not shout."""
    chart = plot.topics(
        paragraphs_frame({}, {"topics": ("veterans",)}, {"topics": ("worker_services",)})
    )
    assert list(colours(chart).items()) == [
        ("服务职工 worker_services", "#0072b2"),
        ("退役军人 veterans", "#e69f00"),
        ("none of the topics", "#d8d8d8"),
    ]


def test_topics_of_ones_own() -> None:
    """They go by their labels, in the order of their columns of scores."""
    frame = paragraphs_frame({"topics": ("forest",), "text": "林"}, {"topics": ("water",)})
    frame = frame.drop(columns=list(govnews.TOPICS)).assign(water=0.5, forest=0.5)
    assert colours(plot.topics(frame)) == {"water": "#0072b2", "forest": "#d55e00"}


def test_a_ninth_topic_has_a_colour_of_its_own() -> None:
    """The palette has eight."""
    labels = [f"topic{number}" for number in range(9)]
    frame = paragraphs_frame(*({"topics": (label,)} for label in labels))
    frame = frame.drop(columns=list(govnews.TOPICS)).assign(**dict.fromkeys(labels, 0.5))
    assert len(set(colours(plot.topics(frame)).values())) == 9


def test_more_bulletins_than_rows() -> None:
    """The first are shown, all are in the first bar, and the note says so."""
    chart = plot.topics(
        paragraphs_frame(
            *({"bulletin": str(n), "topics": ("veterans",) if n else ()} for n in range(4))
        ),
        top=1,
    )
    assert names(chart) == ["all together", "0"]
    assert _shares(chart, 0)["退役军人 veterans"] == 0.75
    assert notes(chart) == ["share of the characters", "below, the first 1 of 4 bulletins"]


def test_a_frame_of_figures() -> None:
    """Shares of the figures."""
    chart = plot.topics(figures_frame(figure(1, topic="veterans"), figure(2), figure(3), figure(4)))
    assert _shares(chart, 0) == {"退役军人 veterans": 0.25, "none of the topics": 0.75}
    assert notes(chart) == ["share of the figures"]


def test_bulletins_without_a_name() -> None:
    """They count as one."""
    assert names(plot.topics(paragraphs_frame({"bulletin": None}))) == ["(no name)"]


def test_an_empty_frame_gives_a_note() -> None:
    """Not an error."""
    assert notes(plot.topics(paragraphs_frame())) == ["nothing to draw: the frame is empty"]


def test_paragraphs_without_characters() -> None:
    """There is nothing to divide by: no bar."""
    assert data(plot.topics(paragraphs_frame({"text": ""})), "share") == []


def test_another_frame() -> None:
    """The message names what is missing."""
    with pytest.raises(FrameError, match=r"plot\.topics: the frame has no column kind, text"):
        plot.topics(paragraphs_frame({}).drop(columns=["topics", "text"]))

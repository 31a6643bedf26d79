"""A paragraph on a terminal: no line too wide, nothing lost, everything marked."""

import re
from decimal import Decimal

import click
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govnews import analyze
from govnews.cli.marked import folded, marked
from govnews.cli.table import safe, width
from govnews.models import Edit, Figure, Kind, Paragraph
from govnews.passages import Passage, PlacedEdit, PlacedFigure, passages


def passage(text: str, *figures: PlacedFigure, edits: tuple[PlacedEdit, ...] = ()) -> Passage:
    """Make a passage."""
    return Passage(0, Paragraph(text, 0, len(text)), figures, edits, ())


def people(start: int, end: int, *, damaged: bool = False) -> PlacedFigure:
    """Place a figure of people."""
    figure = Figure(Kind.HEADCOUNT, "", start, end, Decimal(58), damaged=damaged)
    return PlacedFigure(figure, start, end)


def edit(start: int, end: int, rule: str, confidence: float) -> PlacedEdit:
    """Place an edit."""
    return PlacedEdit(Edit(rule, start, end, "?", "x" * (end - start), confidence), start, end)


def test_a_figure_has_the_colour_of_its_kind() -> None:
    """As in the table below."""
    assert list(marked(passage("慰问58名。", people(2, 5)), 40, colours=True)) == [
        "慰问\x1b[36m58名\x1b[0m。"
    ]


def test_damage_is_red_and_more_than_red() -> None:
    """Underlined and bold, for those who see no red."""
    (line,) = marked(passage("慰问58名", people(2, 5, damaged=True)), 40, colours=True)
    assert line == "慰问\x1b[31m\x1b[1m\x1b[4m58名\x1b[0m"


def test_a_doubtful_repair_is_underlined() -> None:
    """One that is sure is not: a page has hundreds of them."""
    edits = (edit(0, 1, "slip.mark", 0.9), edit(1, 2, "gloss.drop", 1.0))
    (line,) = marked(passage("筹集资金", edits=edits), 40, colours=True)
    assert line == "\x1b[4m筹\x1b[0m集资金"


def test_what_was_dropped_within_a_figure_does_not_part_it() -> None:
    """It has one colour from end to end."""
    drop = PlacedEdit(Edit("gloss.drop", 2, 7, "(wàn)", ""), 2, 2)
    (line,) = marked(passage("5万元", people(0, 3), edits=(drop,)), 40, colours=True)
    assert line == "\x1b[36m5万元\x1b[0m"


def test_brackets_stand_for_colours() -> None:
    """Those of what is damaged have an exclamation mark."""
    shown = passage(
        "58名，？？，3名", people(0, 3), people(7, 9, damaged=True), edits=(
            edit(4, 6, "unrepaired", 0.0),
        )
    )  # fmt: skip
    assert list(marked(shown, 40, colours=False)) == ["⟦58名⟧，⟨!？？⟩，⟦!3名⟧"]


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("筹集资金2738.6万元", 12, ["筹集资金", "2738.6万元"]),
        ("慰问职工，增长", 8, ["慰问职", "工，增长"]),
        ("慰问《职工》", 6, ["慰问", "《职", "工》"]),
        ("a" * 7, 3, ["aaa", "aaa", "a"]),
        ("", 10, [""]),
        ("万", 1, ["万"]),
    ],
)
def test_lines_break_where_a_reader_would(text: str, room: int, lines: list[str]) -> None:
    """Not within a number, nor before a comma or behind a quotation mark that opens."""
    assert [text[start:end] for start, end in folded(text, room)] == lines


@given(st.text(alphabet="万元5.a，“”⟦!\u0301 ", max_size=60), st.integers(2, 20))
def test_no_line_is_too_wide(text: str, room: int) -> None:
    """And put together they are the text."""
    lines = [text[start:end] for start, end in folded(text, room)]
    assert "".join(lines) == text
    assert all(width(line) <= room for line in lines)


def unbracketed(text: str) -> str:
    """Leave out what stands for colours."""
    return re.sub("⟦!?|⟧|⟨!?|⟩", "", text)


@settings(deadline=None)
@given(st.text(max_size=60), st.integers(1, 30), st.booleans())
def test_any_text_is_shown_whole(text: str, room: int, colours: bool) -> None:  # noqa: FBT001
    """Whatever is in it, and nothing in it commands the terminal."""
    for each in passages(analyze(f"慰问58名{text}")):
        lines = list(marked(each, room, colours=colours))
        assert colours or "\x1b" not in "".join(lines)
        said = click.unstyle("".join(lines))
        assert unbracketed(said) == unbracketed(safe(each.paragraph.text))

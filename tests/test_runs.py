"""Runs: every character once, whatever overlaps."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from govnews.models import Edit, Figure, Kind, Paragraph
from govnews.passages import Passage, PlacedEdit, PlacedFigure
from govnews.runs import runs

places = st.lists(st.integers(-2, 30), max_size=12).map(sorted)


def figure(start: int, end: int) -> PlacedFigure:
    """Place a figure."""
    return PlacedFigure(Figure(Kind.COUNT, "", start, end, Decimal(1)), start, end)


def edit(start: int, end: int, rule: str = "slip.mark") -> PlacedEdit:
    """Place an edit."""
    return PlacedEdit(Edit(rule, start, end, "", ""), start, end)


def seen(text: str, figures: list[PlacedFigure], edits: list[PlacedEdit]) -> list[tuple[str, str]]:
    """Say of each run what it is: f for a figure, e for an edit."""
    passage = Passage(0, Paragraph(text, 0, len(text)), tuple(figures), tuple(edits), ())
    return [
        (run.text, ("f" if run.figure else "") + ("e" if run.edit else "")) for run in runs(passage)
    ]


def test_a_repair_within_a_figure_parts_it() -> None:
    """And both are told of the part."""
    assert seen("拨5万元。", [figure(1, 4)], [edit(2, 3)]) == [
        ("拨", ""),
        ("5", "f"),
        ("万", "fe"),
        ("元", "f"),
        ("。", ""),
    ]


def test_a_figure_within_a_repair_parts_it() -> None:
    """The repair goes on behind it."""
    assert seen("abcd", [figure(1, 2)], [edit(0, 3)]) == [
        ("a", "e"),
        ("b", "fe"),
        ("c", "e"),
        ("d", ""),
    ]


def test_overlap_is_parted() -> None:
    """A repair that ends within a figure."""
    assert seen("abc", [figure(1, 3)], [edit(0, 2)]) == [("a", "e"), ("b", "fe"), ("c", "f")]


def test_what_was_dropped_beside_a_figure_is_not_in_it() -> None:
    """But what was dropped within it is."""
    drops = [edit(1, 1), edit(2, 2), edit(3, 3)]
    assert seen("abcd", [figure(1, 3)], drops) == [
        ("a", ""),
        ("", "e"),
        ("b", "f"),
        ("", "fe"),
        ("c", "f"),
        ("", "e"),
        ("d", ""),
    ]


def test_an_empty_paragraph_may_have_lost_something() -> None:
    """The place is kept."""
    assert seen("", [], [edit(0, 0)]) == [("", "e")]


def spans(sorted_places: list[int]) -> list[tuple[int, int]]:
    """Pair places off."""
    return list(zip(sorted_places[::2], sorted_places[1::2], strict=False))


@given(st.text(max_size=25), places, places)
def test_put_together_they_are_the_text(text: str, figures: list[int], edits: list[int]) -> None:
    """Also where marks lie outside of it, or are empty."""
    found = seen(
        text, [figure(*each) for each in spans(figures)], [edit(*each) for each in spans(edits)]
    )
    assert "".join(part for part, _ in found) == text


@given(st.text(min_size=1, max_size=25), places, places)
def test_each_character_is_marked_as_its_place_says(
    text: str, figures: list[int], edits: list[int]
) -> None:
    """No mark is lost, none is wider than it was."""

    def within(marks: list[tuple[int, int]], position: int) -> bool:
        return any(start <= position < end for start, end in marks)

    found = seen(
        text, [figure(*each) for each in spans(figures)], [edit(*each) for each in spans(edits)]
    )
    shown = [kind for part, kind in found for _ in part]
    assert shown == [
        ("f" if within(spans(figures), position) else "")
        + ("e" if within(spans(edits), position) else "")
        for position in range(len(text))
    ]

"""The table of figures in a browser: filtered, sorted, turned, shared, taken along."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest

import govnews
from govnews.bulletin import Bulletin
from govnews.reporting import report
from govnews.totalling import totals
from tests.browser import needs_chromium
from tests.reporting.conftest import Opened
from tests.reporting.seen import count, figures, sort

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = needs_chromium


def test_every_figure_has_a_row(shown: "Page", bulletins: Sequence[Bulletin]) -> None:
    """In the order of the bulletins."""
    every = [figure.text for bulletin in bulletins for figure in bulletin.figures]
    assert figures(shown) == every
    assert count(shown) == f"{len(every)} of {len(every)} figures"


@pytest.mark.parametrize(
    ("label", "option", "expected"),
    [
        ("Kind", "money", ["5027万元", "300多万元", "4.12亿元", "4至6万美元"]),
        ("Unit", "人次", ["3万人次"]),
        ("Topic", "aid_qinghai", ["4.12亿元", "83个", "194人"]),
        ("Topic", "no topic", []),
        ("Show", "left", ["7月24日", "12.5%"]),
        ("Show", "damaged", []),
    ],
)
def test_a_choice_leaves_only_what_has_it(
    shown: "Page", label: str, option: str, expected: list[str]
) -> None:
    """By kind, unit, topic, and what was added."""
    shown.get_by_label(label, exact=True).select_option(option)
    assert figures(shown) == expected
    assert count(shown).startswith(f"{len(expected)} of ")


@pytest.mark.parametrize(
    ("label", "typed", "expected"),
    [
        ("Search", "欠薪", ["12.5%", "300多万元", "3万人次"]),
        ("Search", "老兵", ["1.7万个", "3210名", "4至6万美元"]),
        ("Search", "援青 83", ["4.12亿元", "83个", "194人"]),
        ("Search", "北京 欠薪", []),
        ("Target", "职工", ["近8000名", "3万人次"]),
        ("Target", "项目", ["83个"]),
    ],
)
def test_typing_leaves_only_what_tells_of_it(
    shown: "Page", label: str, typed: str, expected: list[str]
) -> None:
    """In the figure, its target, its sentence or the name of its bulletin; every word of it."""
    shown.get_by_label(label, exact=True).press_sequentially(typed)
    assert figures(shown) == expected


def test_choices_add_up_and_can_be_cleared(shown: "Page") -> None:
    """All of them must hold."""
    shown.get_by_label("Kind", exact=True).select_option("headcount")
    shown.get_by_label("Target", exact=True).fill("职工")
    shown.get_by_label("Search", exact=True).fill("3万")
    assert figures(shown) == ["3万人次"]
    shown.get_by_role("button", name="Clear").click()
    assert count(shown) == "13 of 13 figures"


def test_values_are_sorted_as_numbers(shown: "Page") -> None:
    """In both directions, by the number that is meant."""
    assert sort(shown, "Value") == "ascending"
    *up, date = figures(shown)
    assert up[:3] == ["12.5%", "43家", "83个"]
    assert up[-2:] == ["5027万元", "4.12亿元"]
    assert sort(shown, "Value") == "descending"
    assert figures(shown) == [*up[::-1], date]


def test_dates_stay_behind_numbers(opened: Opened) -> None:
    """In either direction, and among themselves by the day."""
    page = opened(
        report([govnews.analyze("8月3日走访43家企业，7月24日慰问5人，9月1日拨付2万元。")])
    )
    sort(page, "Value")
    assert figures(page) == ["5人", "43家", "2万元", "7月24日", "8月3日", "9月1日"]
    sort(page, "Value")
    assert figures(page) == ["2万元", "43家", "5人", "9月1日", "8月3日", "7月24日"]


def test_what_is_empty_comes_last_in_either_direction(shown: "Page") -> None:
    """Figures without a target do not stand in the way."""

    def targets() -> list[str]:
        return shown.locator("table.figures tbody td:nth-child(4)").all_inner_texts()

    sort(shown, "Target")
    up = targets()
    sort(shown, "Target")
    assert "" in up
    empty = up.count("")
    assert up[-empty:] == targets()[-empty:] == [""] * empty
    assert up[:-empty] != targets()[:-empty]


def test_numbers_that_floats_confuse_are_in_order(opened: Opened) -> None:
    """They are compared digit by digit."""
    numbers = ["9007199254740993", "9007199254740992", "9007199254740994"]
    page = opened(report([govnews.analyze("，".join(f"拨付{each}元" for each in numbers))]))
    sort(page, "Value")
    assert figures(page) == [f"{each}元" for each in sorted(numbers)]
    exact = page.locator(".sums data").get_attribute("value")
    assert exact == str(sum(map(int, numbers)))


def test_sorting_keeps_the_focus(shown: "Page") -> None:
    """Who works with the keyboard sorts again without looking for the place."""
    shown.get_by_role("button", name="Kind", exact=True).focus()
    shown.keyboard.press("Enter")
    shown.keyboard.press("Enter")
    header = shown.locator("table.figures").get_by_role("columnheader", name="Kind")
    assert header.get_attribute("aria-sort") == "descending"


@pytest.fixture(scope="module")
def pages() -> str:
    """Return a report whose table has three pages."""
    return report([govnews.analyze("。".join(f"拨付{number}万元" for number in range(1, 121)))])


@pytest.mark.parametrize(
    ("start", "name", "expected"),
    [
        (1, "Next", ("Page 2 of 3", "Next")),
        (2, "Next", ("Page 3 of 3", "Previous")),
        (1, "Last", ("Page 3 of 3", "Previous")),
        (3, "Previous", ("Page 2 of 3", "Previous")),
        (2, "Previous", ("Page 1 of 3", "Next")),
        (3, "First", ("Page 1 of 3", "Next")),
    ],
)
def test_turning_keeps_the_focus(
    opened: Opened, pages: str, start: int, name: str, expected: tuple[str, str]
) -> None:
    """On the button that was pressed, or, where that leads no further, on the one beside it."""
    shown = opened(pages, f"#?page={start}")
    shown.get_by_role("button", name=name, exact=True).focus()
    shown.keyboard.press("Enter")
    page = shown.locator(".pager span").inner_text().strip()
    assert (page, shown.evaluate("document.activeElement.textContent")) == expected


def test_rows_are_numbered_over_all_pages(opened: Opened, pages: str) -> None:
    """The head is the first of them."""
    shown = opened(pages, "#?page=3")
    table = shown.locator("table.figures")
    numbers = table.locator("tr").evaluate_all("all => all.map(each => each.ariaRowIndex)")
    assert list(map(int, numbers)) == [1, *range(102, 122)]
    assert table.get_attribute("aria-rowcount") == "121"


def sums(page: "Page") -> dict[str, str]:
    """Return the exact sum of each unit that the page shows."""
    items = page.locator(".sums li")
    return {
        f"{item.get_attribute('class')} {item.get_attribute('data-unit')}": str(
            item.locator("data").get_attribute("value")
        )
        for item in items.all()
    }


def test_the_sums_of_all_figures_are_the_totals(
    shown: "Page", bulletins: Sequence[Bulletin]
) -> None:
    """Exactly, by kind and unit; people and person-times are apart."""
    expected = {
        f"{total.kind} {total.unit}": f"{total.value:f}"
        for total in totals(bulletins)
        if total.figures
    }
    assert sums(shown) == expected
    assert {"headcount 人", "headcount 人次"} <= expected.keys()


def test_the_sums_follow_the_filter(shown: "Page") -> None:
    """Bounds leave them open, ranges have two ends."""
    shown.get_by_label("Kind", exact=True).select_option("money")
    assert sums(shown) == {"money 元": "465270000", "money 美元": "40000"}
    assert "4.65亿元\nor more" in shown.locator(".sums").first.inner_text()
    assert "4万 to 6万" in shown.locator(".sums").first.inner_text()
    shown.get_by_label("Kind", exact=True).select_option("percentage")
    assert sums(shown) == {}
    assert "Not added: 1 without a sum." in shown.locator("#sums").inner_text()


def test_of_a_long_sentence_the_part_around_the_figure_is_shown(opened: Opened) -> None:
    """In the table, with the figure in bold; and in what is looked for."""
    page = opened(report([govnews.analyze("开头，" + "走访困难企业43家，" * 100)]))
    cells = page.locator("table.figures tbody td.sentence").all_inner_texts()
    assert all(len(cell) <= 200 and "43家" in cell for cell in cells)
    assert (cells[0][:3], cells[49][0], cells[49][-1]) == ("开头，", "…", "…")
    assert page.locator("table.figures tbody td.sentence b").first.inner_text() == "43家"
    page.get_by_label("Search").fill("开头")
    page.wait_for_function("document.querySelectorAll('table.figures tbody tr').length < 50")
    assert len(figures(page)) < 20

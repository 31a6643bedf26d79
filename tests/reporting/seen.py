"""What is seen of a report in a browser."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


def figures(page: "Page") -> list[str]:
    """Return the figures in the rows of the table."""
    return page.locator("table.figures tbody th").all_inner_texts()


def count(page: "Page") -> str:
    """Return how many the page says that there are."""
    return page.locator("#count").inner_text()


def sort(page: "Page", column: str) -> str | None:
    """Sort by a column, and return how it is said to be sorted."""
    page.get_by_role("button", name=column, exact=True).click()
    return page.locator(".figures th", has_text=column).get_attribute("aria-sort")

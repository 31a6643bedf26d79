"""What is taken along from the table: the rows that are shown, as CSV."""

import csv
import io
from typing import TYPE_CHECKING

from govnews.cli.formats import _harmless
from tests.browser import needs_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = needs_chromium


FORMULAS = [
    "=1+1",
    "+A1",
    "-1.6%",
    "-2+3",
    "@x",
    "＝1",
    "--07-24",
    "---24",
    "--07-24+A1",
    "\tx",
    "-",
]


def test_what_is_shown_can_be_taken_along(shown: "Page") -> None:
    """As CSV with the exact numbers, only the rows that are shown."""
    shown.get_by_label("Kind", exact=True).select_option("money")
    with shown.expect_download() as downloading:
        shown.get_by_role("button", name="Download CSV").click()
    text = downloading.value.path().read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["value"] for row in rows] == ["50270000", "3000000", "412000000", "40000"]
    assert [row["upper"] for row in rows] == ["", "", "", "60000"]
    assert [row["high"] for row in rows] == ["50270000", "", "412000000", "60000"]
    assert rows[0]["bulletin"] == "帮扶.txt"
    assert rows[0]["passage"] == "#b1-f2"
    assert rows[0]["sentence"].startswith("7月24日，省总工会筹集帮扶资金5027万元")


def test_what_a_spreadsheet_would_run_is_made_harmless(shown: "Page") -> None:
    """As on the command line."""
    harmless = shown.evaluate("texts => texts.map(harmless)", FORMULAS)
    assert harmless == [_harmless(text) for text in FORMULAS]
    cells = shown.evaluate("texts => texts.map(csvCell)", ['a"b', "a,b", "a\nb", "a"])
    assert cells == ['"a""b"', '"a,b"', '"a\nb"', "a"]

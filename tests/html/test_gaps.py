"""What was taken out between paragraphs."""

import re

from govnews.html import render
from govnews.models import Edit, Paragraph
from tests.html.pages import Page, Seen


def test_what_was_taken_out_between_paragraphs_is_told() -> None:
    """A footer, an editor's name."""
    raw = "正文\n责任编辑:张三\n后文\n打印"
    edits = (
        Edit("line.stray", 3, 11, "责任编辑:张三\n", ""),
        Edit("line.stray", 14, 16, "打印", ""),
    )
    paragraphs = (Paragraph("正文", 0, 2), Paragraph("后文", 11, 13))
    html = render(Page(raw, paragraphs, edits))
    assert re.findall("<s>(.*?)</s>", html) == ["责任编辑:张三", "打印"]
    assert Seen(html).paragraphs == ["正文", "后文"]


def test_what_nobody_could_see_is_not_told() -> None:
    """A byte order mark before the first line."""
    edits = (Edit("control.drop", 0, 1, "\ufeff", ""),)
    html = render(Page("\ufeff正文", (Paragraph("正文", 1, 3),), edits))
    assert "taken out" not in html


def test_left_out_paragraphs_are_no_damage() -> None:
    """Their own repairs are not taken for lines that were dropped."""
    raw = "正文\n职(zhí)工\n后文"
    edits = (Edit("gloss.drop", 4, 9, "(zhí)", ""),)
    html = render(Page(raw, (Paragraph("正文", 0, 2), Paragraph("后文", 11, 13)), edits))
    assert html.count("⋯ other paragraphs") == 1
    assert "taken out" not in html

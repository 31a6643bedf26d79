"""Frames: one schema for pandas, polars and Arrow, and what it holds."""

from dataclasses import replace
from decimal import Decimal

import govnews
from govnews.frames import What
from govnews.models import Bound, Change, Figure, Kind, Paragraph

WHATS: tuple[What, ...] = ("figures", "paragraphs", "edits", "tokens")
MONEY = Figure(
    Kind.MONEY,
    "近5027万元",
    2,
    9,
    Decimal(50270000),
    None,
    Bound.NEARLY,
    "元",
    "CNY",
    "帮扶资金",
    damaged=True,
    rule="money.sum",
)
SHARE = Figure(
    Kind.PERCENTAGE, "66.6667%", 12, 14, Decimal("66.6667"), unit="%", change=Change.INCREASE
)
SPAN = Figure(
    Kind.DATE,
    "7月18日至28日",
    20,
    28,
    "--07-18",
    "--07-28",
    Bound.RANGE,
    resolved="2023-07-18/2023-07-28",
)
EMPTY = govnews.analyze("", id="empty.txt")
PAGE = replace(
    EMPTY,
    id="page.txt",
    paragraphs=(
        Paragraph("开头", 0, 2),
        Paragraph(
            "投入近5027万元。增长66.6667%，7月18日至28日。",
            2,
            30,
            ("veterans", "aid_qinghai"),
            {"veterans": 0.9, "aid_qinghai": 0.6},
            (MONEY, SHARE, SPAN),
            truncated=True,
        ),
    ),
)


def page_with(figure: Figure, text: str) -> govnews.Bulletin:
    """Return a bulletin of one paragraph with one figure."""
    return replace(EMPTY, paragraphs=(Paragraph(text, 0, len(text), figures=(figure,)),))

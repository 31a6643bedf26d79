"""What is said of figures and repairs: on a line, and on cards."""

from decimal import Decimal

import pytest

from govnews.html import describe, render
from govnews.models import Bound, Change, Edit, Figure, Kind
from tests.html.pages import Seen, one, people


def test_a_card_says_all_that_is_known() -> None:
    """Value, interval, currency, target, change, date, raw form and rule, a line each."""
    figure = Figure(
        kind=Kind.MONEY,
        text="不超过5027万元",
        start=0,
        end=9,
        value=Decimal(50270000),
        bound=Bound.AT_MOST,
        unit="元",
        currency="CNY",
        target="帮扶资金",
        change=Change.INCREASE,
        rule="money.unit",
    )
    shown = Seen(render(one("不超过5027万元", figure, raw="不超過5027萬元")))
    assert shown.cards[0].splitlines() == [
        "money: at most 50,270,000 元",
        "up to 50,270,000",
        "currency CNY",
        "of 帮扶资金",
        "increase",
        "written 不超過5027萬元",
        "rule money.unit",
    ]


@pytest.mark.parametrize(
    ("bound", "said"),
    [
        (Bound.NEARLY, "up to 58"),
        (Bound.UNDER, "up to 58, itself not included"),
        (Bound.AT_LEAST, "58 and more"),
        (Bound.OVER, "58 and more, itself not included"),
    ],
)
def test_a_card_says_which_values_are_meant(bound: Bound, said: str) -> None:
    """Where they are not the one that is named."""
    shown = Seen(render(one("58名", people(0, 3, bound=bound))))
    assert shown.cards[0].splitlines()[1] == said


def test_a_partial_date_is_completed_on_its_card() -> None:
    """The text does not say the year."""
    figure = Figure(Kind.DATE, "7月24日", 0, 5, "--07-24", resolved="2022-07-24")
    assert "date 2022-07-24" in Seen(render(one("7月24日", figure))).cards[0].splitlines()


def test_a_repair_says_what_stood_there_and_how_sure_it_is() -> None:
    """And what its rule does."""
    slip = Edit("slip.mark", 0, 3, "?;I", "。筹", 0.975)
    (card,) = Seen(render(one("。筹资", raw="?;I资", edits=(slip,)))).cards
    assert card.startswith("?;I became 。筹\nrule slip.mark, 98% sure\nThe page had been cut")


def test_a_repair_within_a_figure_is_on_its_card() -> None:
    """A card within a card could not be read."""
    slip = Edit("slip.mark", 1, 3, "?;", "8", 0.9)
    (card,) = Seen(render(one("58名", people(0, 4), raw="5?;名", edits=(slip,)))).cards
    assert "?; → 8 (slip.mark, 90% sure)" in card.splitlines()


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (
            Figure(Kind.MONEY, "", 0, 0, Decimal("10998000.5"), None, Bound.OVER, "元"),
            "money: over 10,998,000.5 元",
        ),
        (
            Figure(Kind.DURATION, "", 0, 0, Decimal(3), Decimal(5), Bound.RANGE, "天"),
            "duration: 3 to 5 天",
        ),
        (Figure(Kind.DATE, "", 0, 0, "2015", damaged=True), "date: 2015 · damaged: a digit"),
        (
            Figure(
                kind=Kind.PERCENTAGE,
                text="",
                start=0,
                end=0,
                value=Decimal(3),
                unit="%",
                target="收入",
                change=Change.INCREASE,
            ),
            "percentage: 3 % · 收入 · increase",
        ),
    ],
)
def test_a_line_describes_a_figure(figure: Figure, said: str) -> None:
    """Value, bound, unit, target and change."""
    assert describe(figure).startswith(said)

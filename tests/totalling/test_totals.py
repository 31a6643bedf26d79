"""Totals: intervals that hold, units apart, and every figure accounted for."""

from dataclasses import replace
from decimal import Decimal, localcontext
from pathlib import Path

import pytest

import govnews
from govnews.models import Kind
from govnews.totalling import Total, reasons, totals

CORPORA = Path(__file__).parents[2] / "corpora"


def total(kind: Kind, *texts: str, unit: str | None = None) -> Total:
    """Return the total of a kind over some texts."""
    found = totals([govnews.analyze(text) for text in texts])
    (one,) = (each for each in found if each.kind == kind and unit in (None, each.unit))
    return one


def test_people_and_person_times_are_apart() -> None:
    """A person who came twice is one person."""
    text = "慰问职工8000人，服务群众12万人次"
    assert total(Kind.HEADCOUNT, text, unit="人").value == 8000
    assert total(Kind.HEADCOUNT, text, unit="人次").value == 120000


def test_currencies_are_apart() -> None:
    """Nothing is converted."""
    text = "到账资金500万元和300万美元"
    assert total(Kind.MONEY, text, unit="元").value == 5_000_000
    assert total(Kind.MONEY, text, unit="美元").currency == "USD"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("慰问职工3000至5000人，培训200人", "3200", "5200"),
        ("慰问职工2000多人，培训200人", "2200", None),
        ("慰问职工近2000人，培训200人", "200", "2200"),
        ("慰问职工约2000人", "2000", "2000"),
    ],
)
def test_bounds_make_an_interval(text: str, low: str, high: str | None) -> None:
    """Open where one of the figures is."""
    found = total(Kind.HEADCOUNT, text)
    assert (found.low, found.high) == (Decimal(low), high and Decimal(high))


def test_every_figure_is_accounted_for() -> None:
    """Added, or left out with a reason."""
    bulletins = [
        govnews.analyze(govnews.read(path)) for path in (CORPORA / "bulletins").glob("*.txt")
    ]
    found = totals(bulletins)
    counted = sum(each.figures + sum(each.left_out.values()) for each in found)
    assert counted == sum(len(bulletin.figures) for bulletin in bulletins)
    assert len({each[:3] for each in found}) == len(found)


def test_the_same_bulletin_twice_changes_no_sum() -> None:
    """All of the second is repeated."""
    bulletin = govnews.analyze(govnews.read(CORPORA / "bulletins" / "simplified.txt"))
    once, twice = totals([bulletin]), totals([bulletin, bulletin])
    assert [each[:7] for each in once] == [each[:7] for each in twice]


def test_nothing_has_no_totals() -> None:
    """Not an error."""
    assert totals([]) == []
    assert totals([govnews.analyze("")]) == []


def test_sums_are_exact_whatever_the_caller_counts_with() -> None:
    """Of more digits than decimals have by default, and in a context of few."""
    text = "筹集资金1000000000000000000000000000000000元，又捐款1元。"
    with localcontext(prec=6):
        found = total(Kind.MONEY, text)
    assert found.value == Decimal(1000000000000000000000000000000001)


def test_a_figure_that_has_no_place_in_its_text_is_judged() -> None:
    """Of a bulletin that was changed."""
    bulletin = govnews.analyze("甲乙丙丁300人，戊己庚辛500人。")
    (paragraph,) = bulletin.paragraphs
    changed = replace(bulletin, paragraphs=(replace(paragraph, text="别的"),))
    assert len(reasons([changed])[0]) == 2

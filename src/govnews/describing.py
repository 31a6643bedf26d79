"""Figures in words, the same on pages, on cards and in tooltips."""

from decimal import Decimal
from typing import Final

from govnews.models import Bound, Figure

CHECK: Final = "damaged: a digit may be missing"
_STRICT: Final = (Bound.OVER, Bound.UNDER)


def describe(figure: Figure) -> str:
    """Say in one line what a figure means.

    >>> from govnews.models import Kind
    >>> describe(Figure(Kind.HEADCOUNT, "近8000名", 0, 6, Decimal(8000), None, Bound.NEARLY, "人"))
    'headcount: nearly 8,000 人'
    """
    notes = (
        figure.target,
        figure.change,
        completed(figure),
        CHECK if figure.damaged else None,
    )
    return " · ".join((reading(figure), *filter(None, notes)))


def reading(figure: Figure) -> str:
    """Say the kind of a figure, its bound, its exact value and unit.

    >>> from govnews.models import Kind
    >>> reading(Figure(Kind.MONEY, "3至5亿元", 0, 5, Decimal(3), Decimal(5), Bound.RANGE, "元"))
    'money: 3 to 5 元'
    """
    bound = "" if figure.bound in (Bound.EXACT, Bound.RANGE) else f"{figure.bound} "
    value = " to ".join(number(end) for end in (figure.value, figure.upper) if end is not None)
    return f"{figure.kind}: {bound.replace('_', ' ')}{value} {figure.unit or ''}".rstrip()


def completed(figure: Figure) -> str | None:
    """Return the full date of a partial one; None where the text says all of it.

    >>> from govnews.models import Kind
    >>> completed(Figure(Kind.DATE, "7月24日", 0, 5, "--07-24", resolved="2022-07-24"))
    '2022-07-24'
    """
    return figure.resolved if figure.resolved != figure.value else None


def interval(figure: Figure) -> str | None:
    """Say which values are meant; None where it is the one that is named, or a range.

    >>> from govnews.models import Kind
    >>> interval(Figure(Kind.COUNT, "超过5000家", 0, 7, Decimal(5000), None, Bound.OVER, "家"))
    '5,000 and more, itself not included'
    """
    low, high = figure.low, figure.high
    if low == high or figure.bound is Bound.RANGE:
        return None
    ends = f"{number(low)} and more" if low is not None else ""
    ends += f"up to {number(high)}" if high is not None else ""
    return f"{ends}, itself not included" if figure.bound in _STRICT else ends


def number(value: Decimal | str) -> str:
    """Return a number with its thousands grouped, a date as it is.

    >>> number(Decimal("10998000.5")), number("--07-24")
    ('10,998,000.5', '--07-24')
    """
    return value if isinstance(value, str) else f"{value:,f}"

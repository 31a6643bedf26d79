"""What the card of a figure or of a repair says: plain lines, the first the most important."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from govnews.html.escaping import visible
from govnews.models import UNREPAIRED, Bound, Edit, Figure
from govnews.resources import table

CHECK: Final = "damaged: a digit may be missing"
#: How much is quoted of a text, and how many repairs of one figure are told.
_LONGEST: Final = 60
_MOST: Final = 3
#: Families of rules that change a whole page, and leave no doubt where they are sure.
_ROUTINE: Final = frozenset(["script", "width", "gloss", "space", "control"])
_STRICT: Final = (Bound.OVER, Bound.UNDER)


def describe(figure: Figure) -> str:
    """Say in one line what a figure means.

    >>> describe(Figure("headcount", "近8000名", 0, 6, Decimal(8000), None, Bound.NEARLY, "人"))
    'headcount: nearly 8,000 人'
    """
    notes = (
        figure.target,
        figure.change,
        figure.resolved,
        CHECK if figure.damaged else None,
    )
    return " · ".join((_reading(figure), *filter(None, notes)))


def figure_card(figure: Figure, raw: str, repairs: Sequence[Edit]) -> str:
    """Say all that is known of a figure, a line each.

    Args:
        figure: The figure.
        raw: What stood there in the caller's string.
        repairs: What was repaired in it; the mechanical ones are not told.

    >>> figure = Figure("money", "近5万元", 0, 4, Decimal(50000), None, Bound.NEARLY, "元", "CNY")
    >>> print(figure_card(figure, "近5萬元", ()))
    money: nearly 50,000 元
    up to 50,000
    currency CNY
    written 近5萬元
    """
    return "\n".join(_lines(figure, raw, repairs))


def _lines(figure: Figure, raw: str, repairs: Sequence[Edit]) -> Iterator[str]:
    yield _reading(figure)
    if figure.damaged:
        yield f"{CHECK}, check it"
    interval = _interval(figure)
    told = (
        ("", interval),
        ("currency ", figure.currency),
        ("of ", figure.target),
        ("", figure.change),
        ("date ", figure.resolved),
        ("written ", raw if raw != figure.text else None),
    )
    for name, value in told:
        if value:
            yield name + _quoted(value)
    telling = [edit for edit in repairs if not is_routine(edit)]
    yield from map(_repair, telling[:_MOST])
    if len(telling) > _MOST:
        yield f"and {len(telling) - _MOST} repairs more"
    if figure.rule:
        yield f"rule {figure.rule}"


def _reading(figure: Figure) -> str:
    bound = "" if figure.bound in (Bound.EXACT, Bound.RANGE) else f"{figure.bound} "
    value = " to ".join(number(end) for end in (figure.value, figure.upper) if end is not None)
    return f"{figure.kind}: {bound.replace('_', ' ')}{value} {figure.unit or ''}".rstrip()


def _interval(figure: Figure) -> str | None:
    """Say which values are meant, where they are not the one that is named."""
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


def edit_card(edit: Edit) -> str:
    """Say what stood there, which rule changed it, and how sure that is.

    >>> print(edit_card(Edit("gloss.drop", 1, 6, "(zhí)", "")))
    (zhí) was taken out
    rule gloss.drop, sure
    >>> print(edit_card(Edit("slip.mark", 0, 3, "?;I", "。筹", 0.975)))
    ?;I became 。筹
    rule slip.mark, 98% sure
    The page had been cut at what looked like a mark (?; ?!); the lost byte was found by the \
words around it.
    """
    return "\n".join(_told(edit))


def _told(edit: Edit) -> Iterator[str]:
    if edit.rule == UNREPAIRED:
        yield f"{_quoted(edit.before) or 'something'} could not be repaired"
    else:
        became = f"became {_quoted(edit.after)}" if edit.after else "was taken out"
        yield f"{_quoted(edit.before)} {became}"
        yield f"rule {edit.rule}, {_sure(edit)}"
    if not is_routine(edit):
        meanings = table("rules")["meaning"]
        yield from (meanings[rule] for rule in edit.rule.split("+") if _tells(rule, meanings))


def _tells(rule: str, meanings: dict[str, str]) -> bool:
    return rule in meanings and _family(rule) not in _ROUTINE


def _repair(edit: Edit) -> str:
    """Say in one line what was repaired within a figure."""
    if edit.rule == UNREPAIRED:
        return f"{_quoted(edit.before)} could not be repaired"
    return (
        f"{_quoted(edit.before)} → {_quoted(edit.after) or 'nothing'} ({edit.rule}, {_sure(edit)})"
    )


def is_routine(edit: Edit) -> bool:
    """Tell whether an edit is one of the mechanical ones that a page may have by the hundred.

    >>> is_routine(Edit("gloss.drop+script.t2s", 0, 5, "網(wǎng)", "网"))
    True
    """
    return edit.confidence >= 1 and all(_family(rule) in _ROUTINE for rule in edit.rule.split("+"))


def _family(rule: str) -> str:
    return rule.partition(".")[0]


def _sure(edit: Edit) -> str:
    return "sure" if edit.confidence >= 1 else f"{edit.confidence:.0%} sure"


def _quoted(text: str) -> str:
    """Return *text* on one line, cut where it is long."""
    shown = visible(text)
    return shown if len(shown) <= _LONGEST else shown[:_LONGEST] + "…"

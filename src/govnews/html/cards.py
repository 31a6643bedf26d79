"""What the card of a figure or of a repair says: plain lines, the first the most important."""

from collections.abc import Iterator, Sequence
from typing import Final

from govnews.describing import CHECK, completed, interval, reading
from govnews.escaping import visible
from govnews.models import UNREPAIRED, Edit, Figure
from govnews.resources import table

#: How much is quoted of a text, and how many repairs of one figure are told.
_LONGEST: Final = 60
_MOST: Final = 3
#: Families of rules that change a whole page, and leave no doubt where they are sure.
_ROUTINE: Final = frozenset(["script", "width", "gloss", "space", "control"])


def figure_card(figure: Figure, raw: str, repairs: Sequence[Edit]) -> str:
    """Say all that is known of a figure, a line each.

    Args:
        figure: The figure.
        raw: What stood there in the caller's string.
        repairs: What was repaired in it; the mechanical ones are not told.

    >>> from govnews.models import Kind
    >>> print(figure_card(Figure(Kind.DATE, "2015年", 0, 5, "2015"), "２０１５年", ()))
    date: 2015
    written ２０１５年
    """
    return "\n".join(_lines(figure, raw, repairs))


def _lines(figure: Figure, raw: str, repairs: Sequence[Edit]) -> Iterator[str]:
    yield reading(figure)
    if figure.damaged:
        yield f"{CHECK}, check it"
    told = (
        ("", interval(figure)),
        ("currency ", figure.currency),
        ("of ", figure.target),
        ("", figure.change),
        ("date ", completed(figure)),
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

"""The public calls that find figures: extract and its like.

Here the stages meet: what they find in the cleaned text is given back with
its place in the string that the caller passed.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Final

from govnews import figures, segmentation
from govnews.bulletin.checking import checked
from govnews.bulletin.classifying import classify
from govnews.bulletin.cleaned import clean
from govnews.bulletin.lexicon import Lexical, vocabulary_of
from govnews.errors import UnknownChoiceError
from govnews.figures import Vocabulary
from govnews.models import UNREPAIRED, CleanText, Edit, Figure, Kind

#: What stands before a figure and may be the rest of its number: the 月 of ?月12日
_NUMBER_BEFORE: Final = re.compile(
    r"[0-9.,，:：/年月日点點〇零一二三四五六七八九十百千万萬亿億-]++$", re.ASCII
)
_REACH: Final = 12

_SLIPS: Final = frozenset({"slip.gloss", "slip.mark"})
_NUMERAL: Final = re.compile("[0-9０-９〇零一二两兩三四五六七八九十百千万萬亿億半几幾]")


def extract(
    text: str, *, kinds: Iterable[Kind | str] | None = None, lexicon: Lexical = None
) -> list[Figure]:
    """Return the figures of a text, clean or garbled, Simplified or Traditional.

    Args:
        text: The text as it was found.
        kinds: The kinds wanted ("money", Kind.DATE ...); None for all nine.
        lexicon: Units, currencies, qualifiers and exclusions of your own: a
            `Lexicon`, or the path of a file as for `Lexicon.read`.

    Returns:
        The figures in order, disjoint.  `start` and `end` are code points of
        *text*: `text[figure.start:figure.end]` is what stood there, and
        `figure.text` its cleaned form.

    Raises:
        TypeError: If *text* is not a str.
        UnknownChoiceError: If one of *kinds* is no kind.
        LexiconError: If the file of *lexicon* is not what it should be.
        OSError: If it cannot be read.

    >>> figure, = extract("惠及困難職工５萬多名")
    >>> figure.kind.value, figure.value, figure.bound.value, figure.target
    ('headcount', Decimal('50000'), 'over', '困难职工')
    """
    wanted = None if kinds is None else _kinds(kinds)
    vocabulary = vocabulary_of(lexicon)
    return figures_of(clean(checked(text, "extract")), wanted, vocabulary)


def extract_money(text: str, *, lexicon: Lexical = None) -> list[Figure]:
    """Return the sums of money of a text; see `extract`.

    >>> [(figure.value, figure.currency) for figure in extract_money("折合约300万美元")]
    [(Decimal('3000000'), 'USD')]
    """
    return extract(text, kinds=(Kind.MONEY,), lexicon=lexicon)


def extract_headcounts(text: str, *, lexicon: Lexical = None) -> list[Figure]:
    """Return the headcounts of a text; see `extract`.

    >>> [(figure.value, figure.unit) for figure in extract_headcounts("服务3.8万人次")]
    [(Decimal('38000'), '人次')]
    """
    return extract(text, kinds=(Kind.HEADCOUNT,), lexicon=lexicon)


def extract_percentages(text: str, *, lexicon: Lexical = None) -> list[Figure]:
    """Return the shares and rates of a text; see `extract`.

    >>> [(figure.value, figure.bound.value) for figure in extract_percentages("八成以上")]
    [(Decimal('80'), 'at_least')]
    """
    return extract(text, kinds=(Kind.PERCENTAGE,), lexicon=lexicon)


def warm_up() -> None:
    """Load dictionaries and models now, so that no later call pays for it.

    >>> warm_up()
    """
    sample = "中國藏族網(wǎng)通訊 為8000名職(zhí)工提供援助資(zī)金,管理?xiàng)l例"
    extract(sample)
    dict(classify(sample).evidence)


def figures_of(
    cleaned: CleanText,
    kinds: Collection[Kind] | None = None,
    vocabulary: Vocabulary | None = None,
) -> list[Figure]:
    """Return the figures of a cleaned text, placed in its raw one."""
    damage = damage_of(cleaned)
    return [
        placed(figure, cleaned, damage)
        for figure in figures.find(
            cleaned.text, segmentation.tagged, kinds=kinds, vocabulary=vocabulary
        )
    ]


def damage_of(cleaned: CleanText) -> list[Edit]:
    """Return the edits that a number must not touch to be beyond doubt."""
    return [edit for edit in cleaned.repairs if _is_in_doubt(edit)]


def _is_in_doubt(edit: Edit) -> bool:
    """Whether a number that touches the edit may not be what the page said.

    A repair that was chosen by its words is not proof enough of a number in it:
    十年 is as good Chinese as 十二年.  A single character that a gloss names is.
    """
    rules = edit.rule.split("+")
    if UNREPAIRED in rules:
        return True
    chosen = not _SLIPS.isdisjoint(rules) and (len(edit.after) > 1 or "slip.mark" in rules)
    return chosen and bool(_NUMERAL.search(edit.after))


def placed(figure: Figure, cleaned: CleanText, damage: list[Edit]) -> Figure:
    """Return a figure of the cleaned text with its place in the raw one, marked if in doubt."""
    start, end = cleaned.to_raw(figure.start, figure.end)
    damaged = bool(damage) and _touches(damage, start, end, cleaned.raw)
    if not damaged and (start, end) == (figure.start, figure.end):
        return figure
    return replace(figure, start=start, end=end, damaged=damaged)


def _touches(damage: Iterable[Edit], start: int, end: int, raw: str) -> bool:
    """Tell whether damage touches a figure, or what stands before it and may be its number's."""
    number = _NUMBER_BEFORE.search(raw, max(0, start - _REACH), start)
    touched = number.start() if number else start
    return any(edit.start <= end and touched <= edit.end for edit in damage)


def _kinds(kinds: Iterable[Kind | str]) -> frozenset[Kind]:
    try:
        return frozenset(map(Kind, [kinds] if isinstance(kinds, str) else kinds))
    except ValueError as error:
        raise UnknownChoiceError(f"{error}: choose from {', '.join(Kind)}") from None

"""The nouns of the library: what the stages hand to one another and to the caller.

Everything here is immutable, needs the standard library only, and knows no
rule of the language: the stages decide, these remember.

Positions are code points, start inclusive and end exclusive.  Inside a stage
they count in the text that the stage was given; the public functions give
them back in the string that the caller passed.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Final, TypeVar

UNREPAIRED: Final = "unrepaired"
"""The rule of an `Edit` that marks damage which could not be undone: `before` equals `after`."""


ValueT = TypeVar("ValueT")


class Kind(StrEnum):
    """What sort of thing a figure is (annotation guide, "Kinds")."""

    MONEY = "money"
    HEADCOUNT = "headcount"
    PERCENTAGE = "percentage"
    MULTIPLE = "multiple"
    COUNT = "count"
    MEASURE = "measure"
    DURATION = "duration"
    DATE = "date"
    ORDINAL = "ordinal"


class Bound(StrEnum):
    """How the words around a number narrow or widen it.

    以上, 以下 and 以内 include the number, 超过 and 不足 do not: the convention of
    Chinese statutes (Civil Code of the PRC, art. 1259).
    """

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "over"
    AT_LEAST = "at_least"
    UNDER = "under"
    AT_MOST = "at_most"
    RANGE = "range"


class Change(StrEnum):
    """The direction of a figure that is itself an amount of change."""

    INCREASE = "increase"
    DECREASE = "decrease"


@dataclass(frozen=True, slots=True)
class Edit:
    """One place where cleaning replaced something.

    Attributes:
        rule: The name of the rule that made it, `stage.effect`.
        start: First code point of the raw text that it replaces.
        end: One past the last.
        before: What stood there: `raw[start:end]`.
        after: What stands there now.
        confidence: How likely it is that the sound page had `after` there, 0 to
            1.  1 where the damage can be undone in one way only, 0 where it was
            not undone (rule `unrepaired`), in between where words had to decide.
    """

    rule: str
    start: int
    end: int
    before: str
    after: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class CleanText:
    """A cleaned text that remembers where every character came from.

    Attributes:
        text: The cleaned text.
        raw: The text as it was given.
        edits: What was changed, in order and disjoint, with raw offsets:
            applied to `raw` they give `text`.

    >>> edit = Edit("gloss.verified", 5, 9, "(wàn)", "")
    """

    text: str
    raw: str
    edits: tuple[Edit, ...] = ()
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Find where each edit's replacement begins in `text`."""
        starts, grown = [], 0
        for edit in self.edits:
            starts.append(edit.start + grown)
            grown += len(edit.after) - (edit.end - edit.start)
        object.__setattr__(self, "_starts", tuple(starts))

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw span that stood where `text[start:end]` stands.

        What was dropped at the very edges of the span is left outside of it.
        Where an edit changed the length, a position inside its replacement
        stands for the whole of the edit.

        Args:
            start: First code point, in `text`.
            end: One past the last, in `text`.

        Returns:
            The span in `raw`, start inclusive and end exclusive.

        Raises:
            ValueError: If the span does not lie within `text`.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(
                f"span {start}..{end} lies outside the cleaned text of {len(self.text)} "
                "code points: pass a span of CleanText.text"
            )
        if start == end:
            raw = self._raw_start(start)
            return raw, raw
        return self._raw_start(start), self._raw_end(end)

    def _raw_start(self, position: int) -> int:
        index = bisect_right(self._starts, position) - 1
        if index < 0:
            return position
        edit, inside = self.edits[index], position - self._starts[index]
        if inside >= len(edit.after):
            return edit.end + inside - len(edit.after)
        return edit.start + inside if len(edit.before) == len(edit.after) else edit.start

    def _raw_end(self, position: int) -> int:
        index = bisect_left(self._starts, position) - 1
        if index < 0:
            return position
        edit, inside = self.edits[index], position - self._starts[index]
        if inside > len(edit.after):
            return edit.end + inside - len(edit.after)
        return edit.start + inside if len(edit.before) == len(edit.after) else edit.end


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a segmented text.

    Attributes:
        text: The word as it stands in the text.
        start: Its first code point.
        end: One past its last.
        tag: Its part of speech in jieba's tag set ("n", "v", "m", "x" ...).
    """

    text: str
    start: int
    end: int
    tag: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the text, with everything that an analyst would want to know of it.

    Attributes:
        kind: What sort of figure it is.
        text: Its cleaned form (1099.80万元 for １０９９．８０萬元).
        start: First code point of the caller's string.
        end: One past the last.
        value: The exact number after scaling (5027万元 is 50270000); for a
            date a string in ISO 8601, partial where the text is (--07-24);
            for a range the low end.
        upper: The high end of a range, else None.
        bound: How value (and upper) are to be read.
        unit: What it is counted in (元, 人, %, 家 ...), Simplified; None for dates.
        currency: ISO 4217 code of money, else None.
        target: What is counted, paid for or measured, Simplified, if the text says.
        change: The direction, where the figure is an amount of change.
        resolved: The full ISO 8601 date of a partial one, where the date of
            issue or the text itself settles it; a span as start/end.
        damaged: True where the number touches damage that was not undone
            exactly: a digit may be missing.
        rule: The name of the rule that read it.
    """

    kind: Kind
    text: str
    start: int
    end: int
    value: Decimal | str
    upper: Decimal | str | None = None
    bound: Bound = Bound.EXACT
    unit: str | None = None
    currency: str | None = None
    target: str | None = None
    change: Change | None = None
    resolved: str | None = None
    damaged: bool = False
    rule: str = ""

    @property
    def low(self) -> Decimal | str | None:
        """The least that value, upper and bound allow; None where nothing bounds it below.

        A strict bound (over, under) and an inclusive one (at_least, at_most)
        give the same end: `bound` tells them apart.  An approximate figure
        names no ends: both are its value.
        """
        open_below = self.bound in (Bound.UNDER, Bound.AT_MOST, Bound.NEARLY)
        return None if open_below else self.value

    @property
    def high(self) -> Decimal | str | None:
        """The most that value, upper and bound allow; None where nothing bounds it above."""
        if self.bound is Bound.RANGE:
            return self.upper
        return None if self.bound in (Bound.OVER, Bound.AT_LEAST) else self.value


@dataclass(frozen=True, slots=True)
class Evidence:
    """A term that spoke for a topic.

    Attributes:
        term: The term, Simplified.
        weight: How much it added to the topic's score (log-odds).
        spans: Where it stands, (start, end) pairs in the caller's string.
    """

    term: str
    weight: float
    spans: tuple[tuple[int, int], ...] = ()


class FrozenMapping(Mapping[str, ValueT]):
    """A read-only mapping that can be hashed, compared, pickled and copied.

    >>> scores = FrozenMapping({"veterans": 0.9})
    >>> scores["veterans"], dict(scores)
    (0.9, {'veterans': 0.9})
    """

    __slots__ = ("_items",)

    def __init__(self, items: Mapping[str, ValueT]) -> None:
        """Keep a copy of *items*."""
        self._items = dict(items)

    def __getitem__(self, key: str) -> ValueT:
        """Return what *key* maps to."""
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the keys in order."""
        return iter(self._items)

    def __len__(self) -> int:
        """Return how many keys there are."""
        return len(self._items)

    def __hash__(self) -> int:
        """Equal mappings hash alike."""
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        """Show the items as a dict does."""
        return repr(self._items)


@dataclass(frozen=True, slots=True)
class Classification:
    """The topics of a paragraph.

    Attributes:
        topics: Labels, most probable first; empty for none of the five.
        scores: Label to probability, for every label.
        evidence: Label to the terms that spoke most for it, strongest first.
    """

    topics: tuple[str, ...]
    scores: Mapping[str, float]
    evidence: Mapping[str, tuple[Evidence, ...]]

    def __post_init__(self) -> None:
        """Make the mappings immutable."""
        object.__setattr__(self, "scores", FrozenMapping(self.scores))
        object.__setattr__(self, "evidence", FrozenMapping(self.evidence))

    @property
    def topic(self) -> str | None:
        """The most probable topic, or None."""
        return self.topics[0] if self.topics else None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a bulletin.

    Attributes:
        text: The cleaned text.
        start: First code point of the caller's string.
        end: One past the last.
        topics: Its topics, most probable first.
        scores: Label to probability.
        figures: Its figures, in order, with offsets in the caller's string.
        truncated: Whether it was a teaser that ended in … [详情].
    """

    text: str
    start: int
    end: int
    topics: tuple[str, ...] = ()
    scores: Mapping[str, float] = field(default_factory=dict)
    figures: tuple[Figure, ...] = ()
    truncated: bool = False

    def __post_init__(self) -> None:
        """Make the mapping immutable."""
        object.__setattr__(self, "scores", FrozenMapping(self.scores))

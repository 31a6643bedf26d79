"""The nouns of the library: what the stages hand to one another and to the caller.

Everything here is immutable, needs the standard library only, and knows no
rule of the language: the stages decide, these remember.

Positions are code points, start inclusive and end exclusive.  Inside a stage
they count in the text that the stage was given; the public functions give
them back in the string that the caller passed.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from types import MappingProxyType
from typing import Final, Generic, NamedTuple, Protocol, Self, TypeVar
from unicodedata import category

from govnews.pickled import by_fields

UNREPAIRED: Final = "unrepaired"
"""The rule of an `Edit` that marks damage which could not be undone: `before` equals `after`."""

CONVERSION: Final = "script."
"""What the rules of an `Edit` that only converts to another script begin with."""


UNIVERSAL_TAGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "n": "NOUN",
        "nr": "PROPN",
        "ns": "PROPN",
        "nt": "PROPN",
        "nz": "PROPN",
        "nrt": "PROPN",
        "nrfg": "PROPN",
        "s": "NOUN",
        "t": "NOUN",
        "q": "NOUN",
        "j": "NOUN",
        "f": "ADP",
        "v": "VERB",
        "vn": "NOUN",
        "vd": "ADV",
        "a": "ADJ",
        "ad": "ADV",
        "an": "NOUN",
        "b": "ADJ",
        "z": "ADJ",
        "zg": "X",
        "d": "ADV",
        "m": "NUM",
        "r": "PRON",
        "p": "ADP",
        "c": "CCONJ",
        "u": "PART",
        "y": "PART",
        "k": "PART",
        "h": "PART",
        "e": "INTJ",
        "o": "INTJ",
        # idioms are mostly predicates, set phrases mostly nouns; the tag set does not say
        "i": "VERB",
        "l": "NOUN",
        "eng": "X",
        "g": "X",
    }
)
"""jieba's tags, which are those of ICTCLAS, in those of Universal Dependencies, version 2.

A tag that is not here goes by its first letter.  Measure words are nouns and
localizers (上, 中) adpositions, as in the Chinese treebanks of that project.
"""

_UNIVERSAL_MARKS: Final = MappingProxyType({"P": "PUNCT", "S": "SYM"})

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


@by_fields
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

    @property
    def growth(self) -> int:
        """How many code points longer the text became; below 0 where it became shorter.

        >>> Edit("gloss.drop", 1, 5, "(fā)", "").growth
        -4
        """
        return len(self.after) - self.end + self.start

    @property
    def is_conversion(self) -> bool:
        """Whether characters were only converted to another script.

        >>> Edit("script.t2s", 0, 1, "網", "网").is_conversion
        True
        """
        return self.rule.startswith(CONVERSION) and "+" not in self.rule


class History(Protocol):
    """What was done to a text, of which the edits can be made once somebody asks for them."""

    def edits(self) -> tuple[Edit, ...]:
        """Return every edit, in order and disjoint, with raw offsets."""

    def repairs(self) -> tuple[Edit, ...]:
        """Return at least the edits that are no mere conversion to another script."""


class _Given(NamedTuple):
    """The history of a text whose edits were made before it."""

    made: tuple[Edit, ...]

    def edits(self) -> tuple[Edit, ...]:
        return self.made

    def repairs(self) -> tuple[Edit, ...]:
        return self.made


class _Late:
    """What is made of a history when it is first asked for."""

    def __init__(self, history: History) -> None:
        self.history = history

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        return self.history.edits()

    @cached_property
    def telling(self) -> tuple[Edit, ...]:
        return self.history.repairs()

    @cached_property
    def repairs(self) -> tuple[Edit, ...]:
        return tuple(edit for edit in self.telling if not edit.is_conversion)

    @cached_property
    def breaks(self) -> tuple[list[int], list[Edit]]:
        """The edits that moved what is behind them, with where each begins in the cleaned text.

        All the others leave every character where it was.
        """
        edits = [edit for edit in self.telling if edit.growth]
        grown = accumulate((edit.growth for edit in edits), initial=0)
        starts = [edit.start + before for edit, before in zip(edits, grown, strict=False)]
        return starts, edits


class _Remembering:
    """Holds what a `CleanText` has beside its fields."""

    __slots__ = ("_late",)

    _late: _Late

    def _edits(self) -> tuple[Edit, ...]:
        return self._late.edits


@dataclass(frozen=True, init=False)
class CleanText(_Remembering):
    """A cleaned text that remembers where every character came from.

    Attributes:
        text: The cleaned text.
        raw: The text as it was given.
        edits: What was changed, in order and disjoint, with raw offsets:
            applied to `raw` they give `text`.  A long Traditional page has
            hundreds of thousands: they are made when they are first asked for.

    >>> CleanText("5万元", "5万(wàn)元", (Edit("gloss.drop", 2, 7, "(wàn)", ""),)).to_raw(0, 3)
    (0, 8)
    """

    __slots__ = ("raw", "text")

    text: str
    raw: str
    edits: tuple[Edit, ...] = property(_Remembering._edits)  # type: ignore[assignment] # noqa: SLF001

    def __init__(
        self, text: str, raw: str, edits: tuple[Edit, ...] = (), *, history: History | None = None
    ) -> None:
        """Keep the texts, and the edits or the history that they can be made of."""
        object.__setattr__(self, "text", text)
        object.__setattr__(self, "raw", raw)
        object.__setattr__(self, "_late", _Late(history or _Given(edits)))

    def __reduce__(self) -> tuple[type[Self], tuple[str, str, tuple[Edit, ...]]]:
        """Pickle and copy the fields, not the history."""
        return type(self), (self.text, self.raw, self.edits)

    @property
    def repairs(self) -> tuple[Edit, ...]:
        """The edits that did more than convert characters to another script.

        Where they are all that is wanted, they are cheaper than `edits`.

        >>> edits = Edit("script.t2s", 0, 1, "網", "网"), Edit("gloss.drop", 1, 7, "(wǎng)", "")
        >>> [edit.rule for edit in CleanText("网", "網(wǎng)", edits).repairs]
        ['gloss.drop']
        """
        return self._late.repairs

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
        begin = self._raw_start(start)
        return begin, begin if start == end else self._raw_end(end)

    def _raw_start(self, position: int) -> int:
        starts, edits = self._late.breaks
        index = bisect_right(starts, position) - 1
        if index < 0:
            return position
        edit, behind = edits[index], position - starts[index] - len(edits[index].after)
        return edit.end + behind if behind >= 0 else edit.start

    def _raw_end(self, position: int) -> int:
        starts, edits = self._late.breaks
        index = bisect_left(starts, position) - 1
        if index < 0:
            return position
        edit, behind = edits[index], position - starts[index] - len(edits[index].after)
        return edit.end + max(behind, 0)


class Token(NamedTuple):
    """A word of a segmented text.

    Attributes:
        text: The word as it stands in the text.
        start: Its first code point.
        end: One past its last.
        tag: Its part of speech in jieba's tag set ("n", "v", "m", "x" ...).
        kind: What kind of figure it is, if it is one.
    """

    text: str
    start: int
    end: int
    tag: str
    kind: Kind | None = None

    @property
    def upos(self) -> str:
        """Its part of speech in the tag set of Universal Dependencies, version 2.

        >>> Token("职工", 0, 2, "n").upos, Token("。", 2, 3, "x").upos
        ('NOUN', 'PUNCT')
        """
        if self.tag == "x":
            return _UNIVERSAL_MARKS.get(category(self.text[0])[0], "X")
        return UNIVERSAL_TAGS.get(self.tag) or UNIVERSAL_TAGS.get(self.tag[0], "X")


class Sentence(NamedTuple):
    """A sentence of a text.

    Attributes:
        text: As it stands in the text.
        start: Its first code point.
        end: One past its last.
    """

    text: str
    start: int
    end: int


@by_fields
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
        resolved: The full ISO 8601 date of a partial one (2022-07-24 for 7月24日),
            a span as start/end.  The date of issue settles it, a word beside it
            (去年, 同年, 上月), or a year that the bulletin tells of before; None
            where nothing does, or where they differ.
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


class Reason(StrEnum):
    """Why a figure must not be added to others.

    Attributes:
        REPEATED: It is told elsewhere: of a headline, a teaser or a copy the text counts.
        NOT_ADDITIVE: Figures of its kind or unit have no sum: shares, dates, ordinals, lengths of
            time, temperatures, heights, points.
        DAMAGED: A digit may be missing.
        CHANGE: It is the amount by which something grew or fell, or what it was before.
        RATE: It is so much for each (每人2000元, 户均3.2万元), a price, a wage or a standard.
        LIMIT: It is a condition, a ceiling or a fine (500万元以上的项目, 最高可贷30万元).
        PLAN: It is planned, expected or missing, and not there yet.
        PART: It is part of another figure.
    """

    REPEATED = "repeated"
    NOT_ADDITIVE = "not_additive"
    DAMAGED = "damaged"
    CHANGE = "change"
    RATE = "rate"
    LIMIT = "limit"
    PLAN = "plan"
    PART = "part"


@by_fields
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


class LateMapping(FrozenMapping[ValueT]):
    """A read-only mapping that is made when somebody first looks into it.

    >>> LateMapping(lambda: {"veterans": 0.9})["veterans"]
    0.9
    """

    __slots__ = ("_made",)

    def __init__(self, make: Callable[[], Mapping[str, ValueT]]) -> None:
        """Keep *make*, which must give the same whenever it is called."""
        self._made = _Once(make)

    @property
    def _items(self) -> dict[str, ValueT]:  # type: ignore[override]
        return self._made.items

    def __reduce__(self) -> tuple[type[FrozenMapping[ValueT]], tuple[dict[str, ValueT]]]:
        """Pickle and copy the items, not what makes them."""
        return FrozenMapping, (self._items,)


class _Once(Generic[ValueT]):
    """Makes items once."""

    def __init__(self, make: Callable[[], Mapping[str, ValueT]]) -> None:
        self._make = make

    @cached_property
    def items(self) -> dict[str, ValueT]:
        return dict(self._make())


@by_fields
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
        if not isinstance(self.evidence, FrozenMapping):
            object.__setattr__(self, "evidence", FrozenMapping(self.evidence))

    @property
    def topic(self) -> str | None:
        """The most probable topic, or None."""
        return self.topics[0] if self.topics else None


@by_fields
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

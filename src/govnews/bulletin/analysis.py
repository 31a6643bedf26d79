"""A whole bulletin: its paragraphs with their topics, and its figures."""

import json
import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, overload

from govnews import segmentation, topics
from govnews.bulletin.calls import figures_of
from govnews.bulletin.checking import checked
from govnews.bulletin.cleaned import clean
from govnews.bulletin.lexicon import Lexical, vocabulary_of
from govnews.bulletin.modelling import Modelled, models_of
from govnews.bulletin.resolving import issued_on, resolve
from govnews.bulletin.sources import source_of
from govnews.models import Classification, CleanText, Edit, Figure, FrozenMapping, Paragraph

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from govnews.frames import Engine, What

_LINE: Final = re.compile(r"[^\r\n\u2028\u2029\x85\x0b\x0c]+")
_TEASER_RULE: Final = "teaser"
_TEASER_REACH: Final = 20
#: The share of the characters that makes a topic that of the whole
_MAIN: Final = 0.25


@dataclass(frozen=True, slots=True)
class Bulletin:
    """What was found in a bulletin.

    Attributes:
        id: The name that the caller gave it.
        raw: The text as the caller passed it; all offsets are in it.
        source: The dateline that opens it (中国藏族网通讯), if there is one.
        paragraphs: Its paragraphs in order.
        edits: What cleaning changed.
        issued: The day of issue: the one that the caller gave, or that which the text states for
            itself (发布时间：2023-03-12, a dated dateline, a line with the date at the top).
        shares: Topic to its share of the characters, largest first; a paragraph of several
            topics is divided among them, and what is missing from 1 has none.
        topic: What the whole is about: the topic with the largest share, if it has a
            quarter of the characters at least.
    """

    id: str | None
    raw: str
    source: str | None
    paragraphs: tuple[Paragraph, ...]
    edits: tuple[Edit, ...]
    issued: date | None = None
    shares: Mapping[str, float] = field(init=False)
    topic: str | None = field(init=False)

    def __post_init__(self) -> None:
        """Add up what the paragraphs are about."""
        shares = FrozenMapping(_shares(self.paragraphs))
        object.__setattr__(self, "shares", shares)
        main = next(iter(shares), None)
        enough = main is not None and shares[main] >= _MAIN
        object.__setattr__(self, "topic", main if enough else None)

    def __repr__(self) -> str:
        """Name it and count what is in it: all of it would be a page of tens of kilobytes.

        >>> analyze("走访43家企业", id="a", issued="2023-03-12")
        Bulletin(id='a', issued=2023-03-12, 1 paragraph, 1 figure)
        """
        counts = ((len(self.paragraphs), "paragraph"), (len(self.figures), "figure"))
        said = (f"{number} {name}{'' if number == 1 else 's'}" for number, name in counts)
        return f"Bulletin(id={self.id!r}, issued={self.issued}, {', '.join(said)})"

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All figures, in order."""
        return tuple(figure for paragraph in self.paragraphs for figure in paragraph.figures)

    def to_dict(self) -> dict[str, Any]:
        """Return plain dicts, lists, strings, numbers, booleans and None.

        Decimals are strings, so that nothing is rounded.

        >>> analyze("拨付5027万元").to_dict()["paragraphs"][0]["figures"][0]["value"]
        '50270000'
        """
        plain: dict[str, Any] = json.loads(self.to_json())
        return plain

    def to_json(self) -> str:
        """Return `to_dict` as JSON text; lone surrogates are escaped.

        >>> analyze("走访43家企业", id="a").to_json()[:10]
        '{"id":"a",'
        """
        import msgspec

        if any(map(_tiny, self.figures)):
            return self._spelled_out()
        try:
            return msgspec.json.encode(self, enc_hook=dict).decode()
        except UnicodeEncodeError:
            return self._spelled_out()

    def _spelled_out(self) -> str:
        """Return the JSON of what msgspec cannot write: lone surrogates, numbers like 1E-7."""
        import msgspec

        plain = msgspec.to_builtins(self, enc_hook=dict, builtin_types=(Decimal,))
        return json.dumps(plain, default=lambda number: format(number, "f"), separators=(",", ":"))

    @overload
    def to_frame(
        self, what: "What" = "figures", *, engine: Literal["pandas"] = "pandas"
    ) -> "pd.DataFrame": ...
    @overload
    def to_frame(
        self, what: "What" = "figures", *, engine: Literal["polars"]
    ) -> "pl.DataFrame": ...
    @overload
    def to_frame(self, what: "What" = "figures", *, engine: Literal["arrow"]) -> "pa.Table": ...
    def to_frame(
        self, what: "What" = "figures", *, engine: "Engine" = "pandas"
    ) -> "pd.DataFrame | pl.DataFrame | pa.Table":
        """Return a frame, one row a figure, paragraph, edit or word (extra `frames`).

        Args:
            what: "figures", "paragraphs", "edits" or "tokens".
            engine: "pandas", "polars" or "arrow"; as for `govnews.frame`, which takes many
                bulletins and says what the columns are.

        Raises:
            MissingExtraError: If the engine is not installed.
            UnknownChoiceError: If there is no such frame or engine.

        >>> analyze("拨付5027万元").to_frame()["value_float"].tolist()
        [50270000.0]
        """
        from govnews import frames

        return frames.frame(self, what, engine=engine)

    def to_html(self) -> str:
        """Return an HTML fragment: the cleaned text with figures, repairs and topics marked.

        It needs no script and nothing from elsewhere; what the caller's string had stands on the
        cards that show where one points, or tabs to.

        >>> "5027万元" in analyze("拨付5027万元").to_html()
        True
        """
        from govnews import html

        return html.render(self)

    def to_displacy(self, text: Literal["clean", "raw"] = "clean") -> dict[str, Any]:
        """Return the figures as entities, for `displacy.render(..., style="ent", manual=True)`.

        Args:
            text: Which text is shown: the cleaned paragraphs, or the caller's own.

        Returns:
            A dict in the format of spaCy's displaCy; `govnews.displacy.OPTIONS` has our colours.

        Raises:
            UnknownChoiceError: If *text* is neither.

        >>> analyze("拨付5027万元").to_displacy()["ents"][0]["label"]
        'money'
        """
        from govnews import displacy

        return displacy.to_displacy(self, text)

    def _repr_html_(self) -> str:
        """Show the bulletin in a notebook."""
        return self.to_html()


def _shares(paragraphs: Iterable[Paragraph]) -> dict[str, float]:
    lengths: defaultdict[str, float] = defaultdict(float)
    whole = 0
    for paragraph in paragraphs:
        whole += len(paragraph.text)
        for topic in paragraph.topics:
            lengths[topic] += len(paragraph.text) / len(paragraph.topics)
    # sorted() leaves equals in the order in which the bulletin names them
    ranked = sorted(lengths, key=lambda topic: -lengths[topic])
    return {topic: round(lengths[topic] / whole, 4) for topic in ranked}


def _tiny(figure: Figure) -> bool:
    """Tell whether the text of a number has an exponent."""
    numbers = (number for number in (figure.value, figure.upper) if isinstance(number, Decimal))
    return any("E" in str(number) for number in numbers)


def analyze(
    text: str,
    *,
    issued: date | str | None = None,
    id: str | None = None,  # noqa: A002 - the contract's name
    lexicon: Lexical = None,
    model: Modelled = None,
) -> Bulletin:
    """Clean a bulletin, label its paragraphs and extract its figures.

    Args:
        text: The bulletin as it was found, a paragraph a line.
        issued: The day it was issued (a date or ISO 8601); it resolves
            partial dates, beside what the bulletin states itself:
            `Figure.resolved`.
        id: A name for it, kept in the result.
        lexicon: As for `extract`.
        model: As for `classify`.

    Returns:
        The bulletin; every offset counts code points of *text*.

    Raises:
        TypeError: If *text* is not a str.
        ValueError: If *issued* is a str and no date, or two models know the same topic.
        LexiconError: If the file of *lexicon* is not what it should be.
        GovnewsError: If the folder of a *model* holds no whole model.
        OSError: If the file of *lexicon* cannot be read.

    >>> bulletin = analyze("西宁网讯 7月24日，总工会拨付救助金5027万元。", issued="2022-07-25")
    >>> bulletin.source, [figure.resolved or str(figure.value) for figure in bulletin.figures]
    ('西宁网讯', ['2022-07-24', '50270000'])
    """
    given = Given(checked(text, "analyze"), issued_on(issued), id)
    (bulletin,) = analyze_together([given], lexicon=lexicon, model=model)
    return bulletin


class Given(NamedTuple):
    """A text to be analysed, and what is known of it."""

    text: str
    issued: date | None = None
    id: str | None = None


def analyze_together(
    given: Iterable[Given], *, lexicon: Lexical = None, model: Modelled = None
) -> list[Bulletin]:
    """Analyze texts, labelling the paragraphs of all of them at once.

    The bulletins are those of `analyze`, which for a short text spends half of its time on
    setting out to label one.

    Args:
        given: The texts.
        lexicon: As for `analyze`.
        model: As for `analyze`.

    >>> [len(each.figures) for each in analyze_together([Given("走访43家"), Given("无")])]
    [1, 0]
    """
    vocabulary = vocabulary_of(lexicon)
    models = models_of(model)
    found = [_read(each, vocabulary) for each in given]
    lines = [line for each in found for _, line in each.lines]
    labels = iter(topics.classify(lines, models, segmentation.segment))
    return [_bulletin(each, labels) for each in found]


class _Found(NamedTuple):
    """What was found in a text, before its lines are labelled."""

    given: Given
    cleaned: CleanText
    figures: list[Figure]
    issued: date | None
    lines: list[tuple[int, str]]


def _read(given: Given, vocabulary: Vocabulary) -> _Found:
    cleaned = clean(given.text)
    found, day = resolve(figures_of(cleaned, vocabulary=vocabulary), cleaned, given.issued)
    return _Found(given, cleaned, found, day, list(_lines(cleaned.text)))


def _bulletin(found: _Found, labels: Iterator[Classification]) -> Bulletin:
    """Return the bulletin; of *labels* those of its lines are taken."""
    given, cleaned, figures, issued, lines = found
    paragraphs = tuple(_paragraphs(cleaned, figures, lines, islice(labels, len(lines))))
    source = source_of(cleaned.text)
    return Bulletin(given.id, given.text, source, paragraphs, cleaned.edits, issued)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that have something in them, with their places."""
    for line in _LINE.finditer(text):
        stripped = line[0].strip()
        if stripped:
            yield line.start() + line[0].index(stripped), stripped


def _paragraphs(
    cleaned: CleanText,
    found: Iterable[Figure],
    lines: Iterable[tuple[int, str]],
    labels: Iterable[Classification],
) -> Iterator[Paragraph]:
    """Yield a paragraph a line."""
    teasers = deque(edit.start for edit in cleaned.repairs if edit.rule.startswith(_TEASER_RULE))
    figures = deque(found)
    for (place, text), label in zip(lines, labels, strict=True):
        start, end = cleaned.to_raw(place, place + len(text))
        while teasers and teasers[0] < start:
            teasers.popleft()
        yield Paragraph(
            text=text,
            start=start,
            end=end,
            topics=label.topics,
            scores=label.scores,
            figures=tuple(_up_to(figures, end)),
            truncated=bool(teasers)
            and teasers[0] - end < _TEASER_REACH
            and not cleaned.raw[end : teasers[0]].strip(),
        )


def _up_to(figures: deque[Figure], end: int) -> Iterator[Figure]:
    while figures and figures[0].start < end:
        yield figures.popleft()

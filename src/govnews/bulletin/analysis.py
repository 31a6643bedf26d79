"""The analysis of a whole bulletin: cleaned, its paragraphs labelled, its figures read."""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Final, NamedTuple

from govnews import segmentation, topics
from govnews.bulletin.bulletin import Bulletin
from govnews.bulletin.calls import figures_of
from govnews.bulletin.checking import checked
from govnews.bulletin.cleaned import clean
from govnews.bulletin.lexicon import Lexical, vocabulary_of
from govnews.bulletin.modelling import Modelled, models_of
from govnews.bulletin.resolving import issued_on, resolve
from govnews.bulletin.sources import source_of
from govnews.figures import Vocabulary
from govnews.models import Classification, CleanText, Figure, Paragraph

_LINE: Final = re.compile(r"[^\r\n\u2028\u2029\x85\x0b\x0c]+")
_TEASER_RULE: Final = "teaser"
_TEASER_REACH: Final = 20


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
    given = Given(text, issued_on(issued), id)
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


def _read(given: Given, vocabulary: Vocabulary | None) -> _Found:
    cleaned = clean(checked(given.text, "analyze"))
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

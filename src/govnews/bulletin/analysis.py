"""A whole bulletin: its paragraphs with their topics, and its figures."""

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from govnews import segmentation, topics
from govnews.bulletin.calls import checked, clean, figures_of
from govnews.bulletin.lexicon import Lexical, Lexicon, lexicon_of, vocabulary_of
from govnews.bulletin.resolving import issued_on, resolve
from govnews.bulletin.sources import source_of
from govnews.errors import UnknownChoiceError
from govnews.models import CleanText, Edit, Figure, Paragraph

if TYPE_CHECKING:
    import pandas as pd

_LINE: Final = re.compile(r"[^\r\n\u2028\u2029\x85\x0b\x0c]+")
_TEASER_RULE: Final = "teaser"
_TEASER_REACH: Final = 20
#: Bulletins that a worker process takes at once, and chunks under way for each worker
_CHUNK: Final = 8
_AHEAD: Final = 3


@dataclass(frozen=True, slots=True)
class Bulletin:
    """What was found in a bulletin.

    Attributes:
        id: The name that the caller gave it.
        raw: The text as the caller passed it; all offsets are in it.
        source: The dateline that opens it (中国藏族网通讯), if there is one.
        paragraphs: Its paragraphs in order.
        edits: What cleaning changed.
    """

    id: str | None
    raw: str
    source: str | None
    paragraphs: tuple[Paragraph, ...]
    edits: tuple[Edit, ...]

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

    def to_frame(self, what: Literal["figures", "paragraphs"] = "figures") -> "pd.DataFrame":
        """Return a pandas frame, one row a figure or a paragraph (extra `frames`).

        Raises:
            MissingExtraError: If pandas is not installed.
            UnknownChoiceError: If *what* is neither.

        >>> analyze("拨付5027万元").to_frame()["value"][0]
        Decimal('50270000')
        """
        from govnews import frames

        if what == "figures":
            return frames.figures_frame(self)
        if what == "paragraphs":
            return frames.paragraphs_frame(self)
        raise UnknownChoiceError(f"no frame of {what!r}: choose from figures, paragraphs")

    def to_html(self) -> str:
        """Return an HTML fragment: the text with its figures and topics marked.

        >>> "5027万元" in analyze("拨付5027万元").to_html()
        True
        """
        from govnews import html

        return html.render(self)

    def _repr_html_(self) -> str:
        """Show the bulletin in a notebook."""
        return self.to_html()


def _tiny(figure: Figure) -> bool:
    """Tell whether the text of a number has an exponent."""
    numbers = (number for number in (figure.value, figure.upper) if isinstance(number, Decimal))
    return any("E" in str(number) for number in numbers)


_Chunk: TypeAlias = tuple[list[Bulletin], Exception | None]
"""The bulletins that a worker made of a chunk, and what stopped it."""


def analyze(
    text: str,
    *,
    issued: date | str | None = None,
    id: str | None = None,  # noqa: A002 - the contract's name
    lexicon: Lexical = None,
) -> Bulletin:
    """Clean a bulletin, label its paragraphs and extract its figures.

    Args:
        text: The bulletin as it was found, a paragraph a line.
        issued: The day it was issued (a date or ISO 8601); it resolves
            partial dates, beside what the bulletin states itself:
            `Figure.resolved`.
        id: A name for it, kept in the result.
        lexicon: As for `extract`.

    Returns:
        The bulletin; every offset counts code points of *text*.

    Raises:
        TypeError: If *text* is not a str.
        ValueError: If *issued* is a str and no date.
        LexiconError: If the file of *lexicon* is not what it should be.
        OSError: If it cannot be read.

    >>> bulletin = analyze("西宁网讯 7月24日，总工会拨付救助金5027万元。", issued="2022-07-25")
    >>> bulletin.source, [figure.resolved or str(figure.value) for figure in bulletin.figures]
    ('西宁网讯', ['2022-07-24', '50270000'])
    """
    day = issued_on(issued)
    vocabulary = vocabulary_of(lexicon)
    cleaned = clean(checked(text, "analyze"))
    found = resolve(figures_of(cleaned, vocabulary=vocabulary), cleaned, day)
    paragraphs = tuple(_paragraphs(cleaned, found))
    return Bulletin(id, text, source_of(cleaned.text), paragraphs, cleaned.edits)


def _paragraphs(cleaned: CleanText, found: list[Figure]) -> Iterator[Paragraph]:
    """Yield the lines that have words in them."""
    teasers = deque(edit.start for edit in cleaned.repairs if edit.rule.startswith(_TEASER_RULE))
    figures = deque(found)
    for line in _LINE.finditer(cleaned.text):
        text = line[0].strip()
        if not text:
            continue
        inside = line.start() + line[0].index(text)
        start, end = cleaned.to_raw(inside, inside + len(text))
        while teasers and teasers[0] < start:
            teasers.popleft()
        labels = topics.classify(text, segmentation.segment, evidence=False)
        yield Paragraph(
            text=text,
            start=start,
            end=end,
            topics=labels.topics,
            scores=labels.scores,
            figures=tuple(_up_to(figures, end)),
            truncated=bool(teasers)
            and teasers[0] - end < _TEASER_REACH
            and not cleaned.raw[end : teasers[0]].strip(),
        )


def _up_to(figures: deque[Figure], end: int) -> Iterator[Figure]:
    while figures and figures[0].start < end:
        yield figures.popleft()


def analyze_many(
    texts: Iterable[str],
    *,
    workers: int = 1,
    progress: bool = False,
    lexicon: Lexical = None,
) -> Iterator[Bulletin]:
    """Analyze bulletins one after the other, or in several processes.

    Args:
        texts: The bulletins; they are drawn as they are needed, so that a
            generator over a large folder stays small.
        workers: Processes to use; 1 works in this one.
        progress: Whether to show a progress bar on stderr.
        lexicon: As for `extract`; a file is read once, before the first text.

    With several workers, a script must guard its own code by
    `if __name__ == "__main__":`, because each worker starts a fresh interpreter
    (`multiprocessing`, start method "spawn").

    Yields:
        The bulletins in the order of *texts*.

    Raises:
        TypeError: If one of *texts* is not a str.
        ValueError: If *workers* is less than 1.
        LexiconError: If the file of *lexicon* is not what it should be.
        OSError: If it cannot be read.

    >>> [len(bulletin.figures) for bulletin in analyze_many(["走访43家企业", "无"])]
    [1, 0]
    """
    if isinstance(texts, (str, bytes)):
        raise TypeError(
            f"analyze_many takes many texts, not one {type(texts).__name__}: "
            "use analyze, or pass a list"
        )
    if workers < 1:
        raise ValueError(f"workers={workers}: use at least 1")
    known = lexicon_of(lexicon)
    results = _here(texts, known) if workers == 1 else _in_processes(iter(texts), workers, known)
    return _with_progress(results) if progress else results


def _here(texts: Iterable[str], lexicon: Lexicon | None) -> Iterator[Bulletin]:
    for text in texts:
        yield analyze(text, lexicon=lexicon)


def _with_progress(results: Iterable[Bulletin]) -> Iterator[Bulletin]:
    from tqdm import tqdm

    yield from tqdm(results, unit="bulletin")


def _in_processes(
    texts: Iterator[str], workers: int, lexicon: Lexicon | None
) -> Iterator[Bulletin]:
    """Keep a few chunks under way for each worker, and give results back in order."""
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        under_way: deque[Future[_Chunk]] = deque()
        try:
            failure: Exception | None = None
            while failure is None:
                chunk, failure = _draw(texts)
                if not chunk:
                    break
                under_way.append(pool.submit(_analyze_chunk, chunk, lexicon))
                if len(under_way) >= workers * _AHEAD:
                    yield from _results(under_way.popleft())
            while under_way:
                yield from _results(under_way.popleft())
            if failure is not None:
                raise failure
        finally:
            for future in under_way:
                future.cancel()


def _draw(texts: Iterator[str]) -> tuple[list[str], Exception | None]:
    """Draw a chunk; where the source fails, what it gave before is not lost."""
    chunk: list[str] = []
    try:
        chunk.extend(islice(texts, _CHUNK))
    except Exception as failure:  # noqa: BLE001 - raised again when its turn has come
        return chunk, failure
    return chunk, None


def _analyze_chunk(texts: list[str], lexicon: Lexicon | None) -> _Chunk:
    """Analyze until one fails; the failure comes after the results before it."""
    done: list[Bulletin] = []
    for text in texts:
        try:
            done.append(analyze(text, lexicon=lexicon))
        except Exception as failure:  # noqa: BLE001 - raised again when its turn has come
            return done, failure
    return done, None


def _results(future: "Future[_Chunk]") -> Iterator[Bulletin]:
    done, failure = future.result()
    yield from done
    if failure is not None:
        raise failure

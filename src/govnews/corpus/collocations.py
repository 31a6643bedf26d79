"""`collocations`: the words that stand near one another more often than chance has it."""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

import numpy as np

from govnews import segmentation
from govnews.bulletin import Segmenter
from govnews.corpus.counting import Cutter, check_top, cutter_of, is_word, tokens_of
from govnews.corpus.likelihood import Floats, Numbers, expected_of, log_likelihood, ranking
from govnews.corpus.pages import Page, Texts, as_written, pages
from govnews.corpus.tables import Types, check_pandas, frame
from govnews.errors import UnknownChoiceError

if TYPE_CHECKING:
    import pandas as pd

    from govnews.models import Token

Pair: TypeAlias = tuple[str, str]
Measure: TypeAlias = Callable[[Numbers, Numbers, Numbers, int], Floats]
"""Makes scores of how often pairs, their first and their second words are there, and all pairs."""

TYPES: Final[Types] = {
    "first": "string",
    "second": "string",
    "count": "int64",
    "texts": "int64",
    "first_count": "int64",
    "second_count": "int64",
    "expected": "float64",
    "score": "float64",
}


def _signed_likelihood(both: Numbers, first: Numbers, second: Numbers, size: int) -> Floats:
    sign = np.sign(both - expected_of(first, second, size))
    return np.asarray(sign * log_likelihood(both, first, second, size))


def _pmi(both: Numbers, first: Numbers, second: Numbers, size: int) -> Floats:
    return np.asarray(np.log2(both / expected_of(first, second, size)))


def _t(both: Numbers, first: Numbers, second: Numbers, size: int) -> Floats:
    return np.asarray((both - expected_of(first, second, size)) / np.sqrt(both))


MEASURES: Final[Mapping[str, Measure]] = MappingProxyType(
    {"log_likelihood": _signed_likelihood, "pmi": _pmi, "t": _t}
)


class _Counted(NamedTuple):
    """How often there is each pair, in how many texts, and how often what begins and ends pairs."""

    pairs: Counter[Pair]
    texts: Counter[Pair]
    first: Counter[str]
    second: Counter[str]


def collocations(  # noqa: PLR0913 - each is a setting of its own
    texts: Texts,
    *,
    word: str | None = None,
    window: int = 1,
    measure: str = "log_likelihood",
    min_count: int = 2,
    top: int | None = 50,
    stop: bool = True,
    clean: bool = True,
    segmenter: Segmenter | None = None,
) -> "pd.DataFrame":
    """Return the pairs of words that stand near one another in a sentence (extra `frames`).

    Each pair has its order: 困难 before 职工 is one, 职工 before 困难 another.  All pairs of
    the texts that are near enough are what chance is reckoned of: of N pairs *first* begins R and
    *second* ends C, so that E = R * C / N of them would be both.

    Args:
        texts: Bulletins, as for `govnews.keywords`.
        word: Only the pairs that this word is in, as it is cut from the text; None for all.
        window: How many places apart the two may stand; 1 is side by side.  What is left
            out (stop words, figures, marks) takes its place all the same.
        measure: What scores a pair that stands there O times:

            - "log_likelihood": G2 (Dunning 1993) of the table of the two words, as
              `scipy.stats.chi2_contingency` with `lambda_="log-likelihood"` gives it, with
              a minus where O is below E (Evert 2008);
            - "pmi": pointwise mutual information, log2(O / E) (Church and Hanks 1990), which
              favours what is rare;
            - "t": (O - E) / sqrt(O) (Church et al. 1991), which favours what is frequent.
        min_count: How often a pair stands there at least.
        top: How many pairs, at most; None for all.
        stop: Whether to leave out stop words.  Figures, numbers and marks are always left out.
        clean: Whether texts, and *word*, are cleaned first.
        segmenter: What cuts the words; None for ours.

    Returns:
        One row a pair, the highest score first, then the highest count, then by its words.  The
        columns:

        - `first`, `second` (string): the words, in their order;
        - `count` (int64): how often they stand there (O);
        - `texts` (int64): in how many of *texts* they do;
        - `first_count`, `second_count` (int64): of how many pairs *first* is the first (R), and
          *second* the second (C);
        - `expected` (float64): how often they would stand there by chance (E);
        - `score` (float64): what *measure* says; below 0 where they avoid one another.

    Raises:
        TypeError: If one of *texts* is neither text nor bulletin, *word* is no str, or
            *segmenter* is no `Segmenter`.
        UnknownChoiceError: If there is no such *measure*.
        ValueError: If *window*, *min_count* or *top* is less than 1.
        MissingExtraError: If pandas is not installed.

    >>> found = collocations(["慰问困难职工，帮扶农民工", "慰问困难职工", "走访困难职工"])
    >>> found[["first", "second", "count", "expected"]].values.tolist()
    [['慰问', '困难职工', 2, 1.5]]
    """
    score = _measure(measure)
    check_top(top)
    _check_least("window", window)
    _check_least("min_count", min_count)
    check_pandas("collocations")
    wanted = None if word is None else as_written(word, "collocations", clean=clean)
    cut = cutter_of(segmenter)
    read = pages(texts, "collocations", clean=clean)
    counted = _count(_pairs_of(page, cut, window, stop=stop) for page in read)
    kept = [
        pair
        for pair, times in counted.pairs.items()
        if times >= min_count and (wanted is None or wanted in pair)
    ]
    return frame(sorted(_rows(kept, counted, score), key=_order)[:top], TYPES)


def _measure(name: str) -> Measure:
    if name not in MEASURES:
        raise UnknownChoiceError(f"no measure {name!r}: choose one of {', '.join(MEASURES)}")
    return MEASURES[name]


def _check_least(name: str, given: int) -> None:
    if given < 1:
        raise ValueError(f"{name}={given}: use 1 at least")


def _pairs_of(page: Page, cut: Cutter, window: int, *, stop: bool) -> Iterator[Pair]:
    """Yield the pairs of a page, sentence by sentence."""
    tokens = deque(tokens_of(page, cut))
    for _, end in segmentation.sentences(page.text):
        sentence: list[Token] = []
        while tokens and tokens[0].start < end:
            sentence.append(tokens.popleft())
        words = ((n, each.text) for n, each in enumerate(sentence) if is_word(each, stop=stop))
        yield from near(words, window)


def near(words: Iterable[tuple[int, str]], window: int) -> Iterator[Pair]:
    """Yield the words that stand near one another, the first of them first.

    Args:
        words: Words with their places, in order.
        window: How many places apart two may stand.

    >>> list(near([(0, "慰问"), (1, "困难"), (3, "职工")], 2))
    [('慰问', '困难'), ('困难', '职工')]
    """
    before: deque[tuple[int, str]] = deque()
    for place, word in words:
        while before and place - before[0][0] > window:
            before.popleft()
        yield from ((first, word) for _, first in before)
        before.append((place, word))


def _count(texts: Iterable[Iterable[Pair]]) -> _Counted:
    counted = _Counted(Counter(), Counter(), Counter(), Counter())
    for text in texts:
        pairs = Counter(text)
        counted.pairs.update(pairs)
        counted.texts.update(pairs.keys())
    for (first, second), times in counted.pairs.items():
        counted.first[first] += times
        counted.second[second] += times
    return counted


def _rows(kept: Sequence[Pair], counted: _Counted, score: Measure) -> Iterator[tuple[Any, ...]]:
    size = counted.pairs.total()
    both = np.array([counted.pairs[pair] for pair in kept], dtype=np.int64)
    found_in = [counted.texts[pair] for pair in kept]
    first = np.array([counted.first[pair[0]] for pair in kept], dtype=np.int64)
    second = np.array([counted.second[pair[1]] for pair in kept], dtype=np.int64)
    scores = score(both, first, second, size).tolist()
    numbers = (both, first, second, expected_of(first, second, size))
    counts, firsts, seconds, expected = (each.tolist() for each in numbers)
    columns = (counts, found_in, firsts, seconds, expected, scores)
    for pair, *row in zip(kept, *columns, strict=True):
        yield (*pair, *row)


def _order(row: tuple[Any, ...]) -> tuple[float, int, Pair]:
    first, second, times, *_, score = row
    return ranking(score), -times, (first, second)

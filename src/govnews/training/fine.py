"""The words of Peking University's convention: those that two dictionaries have in common."""

import gzip
from collections.abc import Container

from govnews.segmentation.dictionary import Dictionary


def fine_words(dictionary: Dictionary, core: Container[str]) -> bytes:
    r"""Return the content of `fine.txt.gz`: a word, its frequency and its tag a line.

    Args:
        dictionary: jieba's.
        core: The words of ICTCLAS's, which was made of the segmented People's Daily.

    Returns:
        The words of both, and every single character of jieba's, gzipped; the same for the same.

    >>> both = fine_words(Dictionary.of("工会 5 n\n困难职工 3 l"), {"工会"})
    >>> gzip.decompress(both).decode()
    '工会 5 n\n'
    """
    words = [word for word in sorted(dictionary.words) if len(word) == 1 or word in core]
    rows = "".join(
        f"{word} {dictionary.frequency(word)} {dictionary.words[word][1]}\n" for word in words
    )
    return gzip.compress(rows.encode(), 9, mtime=0)

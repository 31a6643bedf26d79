"""The words of Peking University's convention: those that two dictionaries have in common."""

import gzip
from collections.abc import Container, Mapping

from govnews.segmentation.dictionary import Word


def fine_words(
    listed: Mapping[str, Word], counts: Mapping[str, int], core: Container[str]
) -> bytes:
    r"""Return the content of `fine.txt.gz`: a word, its frequency and its tag a line.

    Args:
        listed: The words of jieba's dictionary.
        counts: How frequent they are there.
        core: The words of ICTCLAS's, which was made of the segmented People's Daily.

    Returns:
        The words of both, and every single character of the first, gzipped; the same for the same.

    >>> both = fine_words({"工会": (1.6, "n"), "困难职工": (1.1, "l")}, {"工会": 5}, {"工会"})
    >>> gzip.decompress(both).decode()
    '工会 5 n\n'
    """
    words = [word for word in sorted(listed) if len(word) == 1 or word in core]
    rows = "".join(f"{word} {counts[word]} {listed[word][1]}\n" for word in words)
    return gzip.compress(rows.encode(), 9, mtime=0)

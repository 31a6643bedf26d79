"""Dunning's log-likelihood of many tables at once, by scipy."""

from typing import Final

import numpy as np
import numpy.typing as npt

_DIGITS: Final = 9

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]


def expected_of(first: Numbers, second: Numbers, size: int) -> Floats:
    """Return how often two things would meet by chance.

    Args:
        first: How often the first ones are there.
        second: How often the second ones are.
        size: Of how many.

    >>> expected_of(np.array([10]), np.array([20]), 100).tolist()
    [2.0]
    """
    return np.asarray(first * (second / size), dtype=np.float64)


def log_likelihood(both: Numbers, first: Numbers, second: Numbers, size: int) -> Floats:
    """Return G2 (Dunning 1993) of tables of two by two.

    It is what `scipy.stats.chi2_contingency(table, correction=False,
    lambda_="log-likelihood")` gives for each of them; a table of which a whole row
    or column is empty, which that refuses, says nothing: 0.

    Args:
        both: The first cell of each table.
        first: The sum of its row.
        second: The sum of its column.
        size: The sum of the table.

    >>> round(float(log_likelihood(np.array([8]), np.array([10]), np.array([20]), 100)[0]), 3)
    19.391
    """
    from scipy.special import rel_entr

    rows, columns = (first, size - first), (second, size - second)
    cells = ((both, first - both), (second - both, size - first - second + both))
    total = np.zeros(len(both))
    for row, across in zip(rows, cells, strict=True):
        for column, cell in zip(columns, across, strict=True):
            total += rel_entr(cell.astype(np.float64), expected_of(row, column, size))
    return np.asarray(np.maximum(2 * total, 0))


def ranking(score: float) -> float:
    """Return what sorts the highest score first; what only rounding tells apart is equal.

    >>> ranking(0.1 + 0.2) == ranking(0.3) < ranking(0.2)
    True
    """
    return -round(score, _DIGITS)

"""Log-likelihood: scipy's, table by table."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import chi2_contingency

from govnews.corpus.likelihood import expected_of, log_likelihood

CELLS = st.tuples(*(st.integers(0, 5000),) * 4)


def g2(cells: tuple[int, int, int, int]) -> float:
    """Return it by our function."""
    both, first, second, neither = cells
    margins = (np.array([both]), np.array([both + first]), np.array([both + second]))
    return float(log_likelihood(*margins, both + first + second + neither)[0])


@given(CELLS)
def test_it_is_that_of_scipy(cells: tuple[int, int, int, int]) -> None:
    """Where scipy takes the table; else nothing is said."""
    assume(any(cells))
    table = np.array(cells).reshape(2, 2)
    if not (table.any(axis=0).all() and table.any(axis=1).all()):
        assert g2(cells) == pytest.approx(0, abs=1e-8)
        return
    found = chi2_contingency(table, correction=False, lambda_="log-likelihood")
    assert g2(cells) == pytest.approx(found.statistic, rel=1e-9, abs=1e-8)
    expected = expected_of(table.sum(axis=1), table[:, 0].sum(), int(table.sum()))
    np.testing.assert_allclose(expected, found.expected_freq[:, 0])


def test_the_example_of_dunning() -> None:
    """Dunning (1993), table 2: "the swiss" with 110, 2442, 111 and 29114 has 270.72."""
    assert g2((110, 2442, 111, 29114)) == pytest.approx(270.72, abs=0.005)

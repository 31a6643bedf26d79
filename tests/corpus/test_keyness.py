"""Keyness: G2 by scipy, laws of two groups, and what our corpora tell."""

from math import inf, log, log2

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2_contingency

from govnews import keyness
from tests.corpus.pages import SLOWLY, paragraphs, sample, texts

groups = st.lists(texts, max_size=5)


@given(groups, groups, st.booleans())
@SLOWLY
def test_g2_and_p_are_those_of_scipy(group: list[str], reference: list[str], stop: bool) -> None:  # noqa: FBT001
    """Of the table of a word and all others."""
    found = keyness(group, reference, top=None, stop=stop)
    sizes = found[["count", "reference_count"]].sum().to_numpy()

    for row in found.itertuples():
        counts = np.array([row.count, row.reference_count])
        table = np.array([counts, sizes - counts])
        if not table[1].any():
            assert (row.g2, row.p_value) == (0, 1)
            continue
        expected = chi2_contingency(table, correction=False, lambda_="log-likelihood")
        assert row.g2 == pytest.approx(expected.statistic, abs=1e-9)
        assert row.p_value == pytest.approx(expected.pvalue, abs=1e-5)


@given(groups, groups)
@SLOWLY
def test_swapping_the_groups_turns_the_signs(one: list[str], other: list[str]) -> None:
    """Everything else changes its name, and the order stays."""
    here, there = keyness(one, other, top=None), keyness(other, one, top=None)

    assert here["word"].tolist() == there["word"].tolist()
    for name in ("count", "rate", "texts"):
        assert here[name].tolist() == there[f"reference_{name}"].tolist()
    np.testing.assert_allclose(here["log_ratio"], -there["log_ratio"], atol=1e-12)
    np.testing.assert_allclose(here["g2"], there["g2"], atol=1e-9)
    alike = np.isclose(here["rate"], there["rate"])
    assert (here["overused"] ^ there["overused"]).tolist() == (~alike).tolist()


@given(groups)
@SLOWLY
def test_a_group_beside_itself_has_no_keys(group: list[str]) -> None:
    """Nothing is over- or underused."""
    found = keyness(group, group, top=None)

    np.testing.assert_allclose(found["g2"], 0, atol=1e-9)
    np.testing.assert_allclose(found["log_ratio"], 0, atol=1e-12)
    assert not found["overused"].any()


def test_a_row_by_hand() -> None:
    """职工 is 2 of 4 words here, 1 of 6 there."""
    found = keyness(["慰问职工", "走访职工"], ["职工、走访、企业，企业", "企业、开工"], top=None)
    row = found.set_index("word").loc["职工"]

    assert row[["tag", "count", "reference_count"]].tolist() == ["n", 2, 1]
    assert row[["rate", "reference_rate"]].tolist() == pytest.approx([500, 1000 / 6])
    assert row[["texts", "reference_texts", "overused"]].tolist() == [2, 1, True]
    assert row["log_ratio"] == pytest.approx(log2(3))
    cells = [(2, 4 * 3 / 10), (1, 6 * 3 / 10), (2, 4 * 7 / 10), (5, 6 * 7 / 10)]
    assert row["g2"] == pytest.approx(2 * sum(seen * log(seen / due) for seen, due in cells))


def test_smoothing_stands_for_a_count_of_zero_only() -> None:
    """Without it a ratio may be infinite; all else stays."""
    half, none = (
        keyness("慰问职工", "走访职工", top=None, smoothing=smoothing) for smoothing in (0.5, 0)
    )

    assert half.set_index("word")["log_ratio"].to_dict() == {"慰问": 1, "走访": -1, "职工": 0}
    assert none.set_index("word")["log_ratio"].to_dict() == {"慰问": inf, "走访": -inf, "职工": 0}
    assert half.drop(columns="log_ratio").equals(none.drop(columns="log_ratio"))


@pytest.mark.parametrize("smoothing", [-0.5, float("nan")])
def test_smoothing_is_no_less_than_0(smoothing: float) -> None:
    """It stands for a count."""
    with pytest.raises(ValueError, match=r"smoothing=.*: what stands for a count of 0"):
        keyness("职工", smoothing=smoothing)


@pytest.mark.parametrize("reference", ["", [], "。"])
def test_a_reference_without_words_tells_nothing(reference: str | list[str]) -> None:
    """There is nothing to compare with."""
    assert len(keyness("职工", reference)) == 0


def test_our_corpora_are_the_reference() -> None:
    """The shipped counts are those of their paragraphs."""
    page = sample("simplified.txt")
    assert keyness(page, top=None).equals(keyness(page, paragraphs(), top=None))


def test_the_words_of_a_topic() -> None:
    """What sets paragraphs on veterans apart from all."""
    found = keyness(paragraphs("veterans"), top=8)

    assert "退役军人" in found["word"].tolist()
    assert found["overused"].all()
    assert (found["p_value"] < 1e-6).all()

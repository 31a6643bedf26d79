"""The pipeline that a topic model is trained as: scikit-learn's own parts, and our cues.

What else was tried, and what it gave, stands in the data card of corpora/topics.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import FeatureUnion, Pipeline

from govnews.topics.counts import count
from govnews.topics.cues import cue_names, cues_of, groups
from govnews.topics.model import THOUSANDTHS, TopicModel, Vector
from govnews.topics.ngrams import LONGEST, key_of, ngrams_of

TOLERANCE: Final = 1e-5
"""Tight enough that rounding to thousandths hides the rest."""

MOST_STEPS: Final = 10_000
"""Far more than it takes."""


class CueVectorizer(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Turns texts into the cues that they have (`govnews/data/cues.toml`).

    Args:
        value: What a cue counts.

    >>> CueVectorizer().fit_transform(["天津帮扶泽库"]).nnz
    6
    """

    def __init__(self, value: float = 1.0) -> None:
        """Keep the settings."""
        self.value = value

    def fit(self, X: Sequence[str], y: object = None) -> "CueVectorizer":  # noqa: ARG002, N803
        """Do nothing: the cues are given."""
        return self

    def transform(self, X: Sequence[str]) -> csr_matrix:  # noqa: N803
        """Return one row a text, one column a cue."""
        named = count(X, groups().lookup, LONGEST).groups
        return csr_matrix(cues_of(named) * float(self.value))

    def get_feature_names_out(self, input_features: object = None) -> npt.NDArray[Any]:  # noqa: ARG002
        """Return the cues."""
        return np.array(cue_names(), dtype=object)

    def __sklearn_is_fitted__(self) -> bool:
        """There is nothing to fit."""
        return True


def topic_pipeline(*, strength: float, min_df: int, longest: int, cue_value: float) -> Pipeline:
    """Return the pipeline, not yet fitted.

    Args:
        strength: The inverse of the regularisation (scikit-learn's C).
        min_df: In how many paragraphs an n-gram must stand.
        longest: The characters of the longest n-grams.
        cue_value: What a cue counts beside n-grams whose values are of length 1 together.
    """
    ngrams = TfidfVectorizer(
        analyzer=partial(ngrams_of, longest=longest), sublinear_tf=True, min_df=min_df
    )
    # liblinear takes one thread and is deterministic (the seed is for its shuffling); the dual
    # problem, of as many unknowns as paragraphs, is solved forty times faster
    line = LogisticRegression(
        C=strength,
        solver="liblinear",
        dual=True,
        random_state=0,
        tol=TOLERANCE,
        max_iter=MOST_STEPS,
    )
    return Pipeline(
        [
            ("features", FeatureUnion([("ngrams", ngrams), ("cues", CueVectorizer(cue_value))])),
            ("topics", OneVsRestClassifier(line)),
        ]
    )


def settle(pipeline: Pipeline, slopes: Vector, shifts: Vector) -> None:
    """Write the calibration into the weights of a fitted pipeline, and round them.

    A sigmoid of slope * logit + shift is again a logistic regression: nothing
    more needs to be kept, and what is rounded here is just what a model keeps.

    Args:
        pipeline: What `topic_pipeline` returned, fitted.
        slopes: What Platt's scaling multiplies the log-odds of each topic by.
        shifts: What it adds.
    """
    lines = pipeline["topics"].estimators_
    for line, slope, shift in zip(lines, slopes, shifts, strict=True):
        line.coef_ = _rounded(line.coef_ * slope)
        line.intercept_ = _rounded(line.intercept_ * slope + shift)


def _rounded(weights: Vector) -> Vector:
    return np.asarray(np.rint(weights * THOUSANDTHS) / THOUSANDTHS)


def exported(
    pipeline: Pipeline, labels: Sequence[str], thresholds: Sequence[float], documents: int
) -> TopicModel:
    """Return a settled pipeline as a model, which needs no scikit-learn.

    Args:
        pipeline: What `settle` was given.
        labels: The topics in the order of its columns.
        thresholds: Their thresholds.
        documents: How many paragraphs it was fitted to.
    """
    parts = dict(pipeline["features"].transformer_list)
    ngrams, lines = parts["ngrams"], pipeline["topics"].estimators_
    keys = np.array([key_of(each) for each in ngrams.get_feature_names_out()], dtype=np.uint64)
    order = np.argsort(keys)
    weights = np.vstack([line.coef_ for line in lines]) * THOUSANDTHS
    columns = np.concatenate([order, np.arange(len(keys), weights.shape[1])])
    rarity = ngrams.idf_
    return TopicModel(
        labels=tuple(labels),
        vocabulary=keys[order],
        # scikit-learn keeps ln((1 + n) / (1 + df)) + 1 and not df itself
        frequencies=np.rint((1 + documents) / np.exp(rarity - 1) - 1).astype(np.int32)[order],
        documents=documents,
        weights=np.rint(weights[:, columns]).astype(np.int32),
        intercepts=np.rint([line.intercept_[0] * THOUSANDTHS for line in lines]).astype(np.int32),
        thresholds=tuple(thresholds),
        longest=ngrams.analyzer.keywords["longest"],
        cue_value=parts["cues"].value,
    )

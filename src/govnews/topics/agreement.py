"""Agreement: how well predicted topics and probabilities fit labelled ones."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from govnews.topics.model import Vector

Flags: TypeAlias = npt.NDArray[np.bool_]

BINS: Final = 10
"""The parts that probabilities are cut into to see whether they mean what they say."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Probabilities that lie together.

    Attributes:
        said: Their mean.
        was: How often the topic was there.
        count: How many there are.
    """

    said: float
    was: float
    count: int


@dataclass(frozen=True, slots=True)
class Scores:
    """How well topics and probabilities agree with labels.

    Attributes:
        paragraphs: How many were compared.
        macro_f1: The mean of the topics' F1; topics that neither side has do not count.
        exact: The share of paragraphs whose topics are all right and none wrong.
        false_alarms: The share of the paragraphs of no topic that were given one.
        calibration_error: The expected calibration error: how far probabilities lie from
            frequencies, weighed by how many lie there (Naeini and others, 2015), over
            all paragraphs and topics.
        precision: Label to the share of those given it that have it.
        recall: Label to the share of those that have it that were given it.
        f1: Label to F1.
        labelled: Label to how many have it.
        reliability: The curve that the calibration error sums up.
    """

    paragraphs: int
    macro_f1: float
    exact: float
    false_alarms: float
    calibration_error: float
    precision: dict[str, float]
    recall: dict[str, float]
    f1: dict[str, float]
    labelled: dict[str, int]
    reliability: tuple[Bin, ...]

    def to_dict(self, decimals: int) -> dict[str, Any]:
        """Return what JSON can hold, every share rounded.

        >>> flags = np.array([[True], [False], [False]])
        >>> compare(flags, flags.astype(float), flags, ["veterans"]).to_dict(2)["exact"]
        1.0
        """
        plain: dict[str, Any] = _rounded(asdict(self), decimals)
        return plain


def _rounded(value: Any, decimals: int) -> Any:  # noqa: ANN401 - whatever a score holds
    if isinstance(value, dict):
        return {name: _rounded(each, decimals) for name, each in value.items()}
    if isinstance(value, tuple):
        return [_rounded(each, decimals) for each in value]
    return round(value, decimals) if isinstance(value, float) else value


def flags_of(topics: Iterable[Collection[str]], labels: Iterable[str]) -> Flags:
    """Return one row a paragraph and one column a label: whether it has it.

    >>> flags_of([["veterans"], []], ["veterans", "sports"]).tolist()
    [[True, False], [False, False]]
    """
    named = tuple(labels)
    rows = [[label in has for label in named] for has in topics]
    return np.array(rows, dtype=bool).reshape(len(rows), len(named))


def f1_of(predicted: Flags, gold: Flags) -> Vector:
    """Return the F1 of each column; 0 where neither side has any.

    >>> f1_of(np.array([[True], [True]]), np.array([[True], [False]])).round(3).tolist()
    [0.667]
    """
    hits = (predicted & gold).sum(axis=0)
    wrong = (predicted ^ gold).sum(axis=0)
    return np.asarray(2 * hits / np.maximum(1, 2 * hits + wrong))


def compare(predicted: Flags, probabilities: Vector, gold: Flags, labels: Sequence[str]) -> Scores:
    """Score predictions against labels.

    Args:
        predicted: One row a paragraph, one column a label: whether it was given.
        probabilities: How probable it was said to be.
        gold: Whether the paragraph has it.
        labels: The names of the columns.

    >>> flags = np.array([[True], [False]])
    >>> compare(flags, flags.astype(float), flags, ["veterans"]).exact
    1.0
    """
    hits, f1 = (predicted & gold).sum(axis=0), f1_of(predicted, gold)
    there = (predicted | gold).any(axis=0)
    none = ~gold.any(axis=1)
    bins = tuple(_bins(probabilities.ravel(), gold.ravel()))
    return Scores(
        paragraphs=len(gold),
        macro_f1=_mean(f1[there]),
        exact=_mean(np.asarray((predicted == gold).all(axis=1))),
        false_alarms=_mean(np.asarray(predicted[none].any(axis=1))),
        calibration_error=sum(abs(each.said - each.was) * each.count for each in bins)
        / max(1, gold.size),
        precision=_named(labels, hits / np.maximum(1, predicted.sum(axis=0))),
        recall=_named(labels, hits / np.maximum(1, gold.sum(axis=0))),
        f1=_named(labels, f1),
        labelled={label: int(n) for label, n in zip(labels, gold.sum(axis=0), strict=True)},
        reliability=bins,
    )


def _bins(probabilities: Vector, gold: Flags) -> Iterable[Bin]:
    places = np.minimum((probabilities * BINS).astype(int), BINS - 1)
    for place in range(BINS):
        here = places == place
        if here.any():
            yield Bin(float(probabilities[here].mean()), float(gold[here].mean()), int(here.sum()))


def _mean(values: Vector | Flags) -> float:
    return float(np.mean(values)) if len(values) else 0.0


def _named(labels: Sequence[str], values: Vector) -> dict[str, float]:
    return {label: float(value) for label, value in zip(labels, values, strict=True)}

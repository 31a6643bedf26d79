"""`TopicClassifier`: topics of one's own, as a scikit-learn estimator."""

import re
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final, Self

import numpy as np
import numpy.typing as npt
from sklearn.base import BaseEstimator, ClassifierMixin, TransformerMixin
from sklearn.exceptions import NotFittedError
from sklearn.model_selection import PredefinedSplit, cross_val_predict
from sklearn.pipeline import Pipeline

from govnews.bulletin import clean
from govnews.errors import GovnewsError
from govnews.topics.agreement import Flags, compare, flags_of
from govnews.topics.labels import check_labels
from govnews.topics.model import TopicModel, Vector
from govnews.topics.ngrams import LONGEST
from govnews.training.calibration import calibrate, thresholds
from govnews.training.pipeline import exported, settle, topic_pipeline

if TYPE_CHECKING:
    from os import PathLike

#: Decimals of a score: what another machine adds up in another order stays below them
_DECIMALS: Final = 3
_NO_WORDS: Final = re.compile("empty vocabulary|no terms remain|max_df corresponds")

LEAST: Final = 2
"""Paragraphs that a topic needs: one to learn from while the other is judged."""


class TopicClassifier(ClassifierMixin, TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """A classifier of paragraphs by topics, of the kind that comes with the package.

    It is a one-vs-rest logistic regression over n-grams of characters (TF-IDF) and groups of place
    names, calibrated by Platt's scaling on paragraphs that it had not seen.  Paragraphs are
    cleaned first, so that garbled and Traditional ones are read like sound ones.  Once fitted it
    is a `TopicModel`: prediction and loading need numpy alone.

    Args:
        topics: The names of the columns of `y`; by default those of a data frame, those that
            it names, or topic0 ...
        C: The inverse of the regularisation.
        min_df: In how many paragraphs an n-gram must stand.
        longest: The characters of the longest n-grams, 4 at most.
        cue_value: What a group of place names counts.
        cv: Into how many parts paragraphs are cut for calibration; with `groups` each
            group is one.

    Attributes:
        model_: The `TopicModel`.
        pipeline_: The scikit-learn pipeline that it was trained as; not there after `load`.
        classes_: The topics; of a single one, False and True.
        unseen_: The probability of each topic for each paragraph by a model that had not
            seen its part; not there after `load`.
        crossed_: `Scores` on paragraphs that the model had not seen, thresholds included; after
            `load`, `model_.scores` has them, rounded.

    >>> texts = ["植树三千亩", "植树一万亩", "开会", "开会三天"] * 3
    >>> forest = TopicClassifier(topics=["forest"]).fit(texts, [True, True, False, False] * 3)
    >>> forest.predict(["春季植树"]).tolist()
    [True]
    """

    def __init__(  # noqa: PLR0913 - scikit-learn wants every setting named here
        self,
        *,
        topics: Sequence[str] | None = None,
        C: float = 100.0,  # noqa: N803 - scikit-learn's name
        min_df: int = 2,
        longest: int = 3,
        cue_value: float = 0.15,
        cv: int = 5,
    ) -> None:
        """Keep the settings; they are looked at by `fit`."""
        self.topics = topics
        self.C = C
        self.min_df = min_df
        self.longest = longest
        self.cue_value = cue_value
        self.cv = cv

    def fit(
        self,
        X: Iterable[str],  # noqa: N803
        y: npt.ArrayLike | Sequence[Collection[str]],
        groups: Iterable[Hashable] | None = None,
    ) -> Self:
        """Learn topics.

        Args:
            X: Paragraphs.
            y: For several topics a table of 0 and 1 (or False and True), one row a
                paragraph, one column a topic; for a single one a column of them.  Or the
                names of the topics of each paragraph, as in `topics` of a labelled file.
            groups: Which hand or source each paragraph is from.  What is chosen from the
                data (the calibration, the thresholds) is chosen on groups that
                were left out, so that it holds on pages from elsewhere.

        Returns:
            This estimator.

        Raises:
            TypeError: If one of the paragraphs is not a str.
            ValueError: If X and y do not fit together, or y holds something else than flags.
            GovnewsError: If there is too little to learn from.
        """
        self._check_settings()
        texts = _cleaned(X)
        gold, labels = self._gold(y)
        check_labels(labels)
        if not texts:
            raise GovnewsError("there are no paragraphs to learn from: label some")
        if len(texts) != len(gold):
            raise ValueError(f"X has {len(texts)} paragraphs and y {len(gold)} rows")
        parts = _parts(texts, gold, labels, self.cv, None if groups is None else list(groups))
        with _few_words(len(texts)):
            logits = self._unseen(texts, gold, parts)
            self.pipeline_ = self._pipeline().fit(texts, _target(gold))
        calibration = calibrate(logits, gold)
        chosen = thresholds(calibration(logits), gold)
        given, self.unseen_ = _crossed(logits, gold, parts)
        self.crossed_ = compare(given, self.unseen_, gold, labels)
        settle(self.pipeline_, *calibration)
        self.model_ = replace(
            exported(self.pipeline_, labels, chosen, len(texts)),
            scores=self.crossed_.to_dict(_DECIMALS),
        )
        self.classes_ = _classes(self.model_)
        return self

    def predict_proba(self, X: Iterable[str]) -> Vector:  # noqa: N803
        """Return the probabilities of topics.

        Args:
            X: Paragraphs.

        Returns:
            One row a paragraph, one column a topic; for a single topic two columns, of
            not having it and of having it.
        """
        probabilities = self._fitted().probabilities(_cleaned(X))
        if probabilities.shape[1] == 1:
            return np.hstack([1 - probabilities, probabilities])
        return probabilities

    def predict(self, X: Iterable[str]) -> Flags:  # noqa: N803
        """Return which topics paragraphs have.

        Args:
            X: Paragraphs.

        Returns:
            One row a paragraph, one column a topic; for a single topic a column.
        """
        model = self._fitted()
        given = model.given(model.probabilities(_cleaned(X)))
        return np.asarray(given[:, 0] if given.shape[1] == 1 else given)

    def transform(self, X: Iterable[str]) -> Vector:  # noqa: N803
        """Return the probability of each topic, one column a topic, as features for others."""
        return self._fitted().probabilities(_cleaned(X))

    def get_feature_names_out(self, input_features: object = None) -> npt.NDArray[Any]:  # noqa: ARG002
        """Return the topics: the names of what `transform` returns."""
        return np.array(self._fitted().labels, dtype=object)

    def save(self, folder: "str | PathLike[str]") -> None:
        """Write the model into *folder*: two files that hold numbers and names, and no code.

        Raises:
            GovnewsError: If they cannot be written; the files that were there stay whole.
        """
        self._fitted().save(folder)

    @classmethod
    def load(cls, folder: "str | PathLike[str]") -> Self:
        """Return an estimator with the model that `save` wrote.

        It predicts as the one that was saved; fitted again, it learns anew.

        Raises:
            GovnewsError: As `TopicModel.load`.
        """
        model = TopicModel.load(folder)
        made = cls(topics=model.labels, longest=model.longest, cue_value=model.cue_value)
        made.model_ = model
        made.classes_ = _classes(model)
        return made

    def _fitted(self) -> TopicModel:
        try:
            return self.model_
        except AttributeError:
            raise NotFittedError("this TopicClassifier knows no topics: call fit or load") from None

    def _check_settings(self) -> None:
        """Look at the settings before anything is trained.

        Raises:
            ValueError: If one of them is out of bounds.
        """
        bounds = (
            ("C", 0 < self.C < np.inf, "more than 0"),
            ("min_df", isinstance(self.min_df, int) and self.min_df >= 1, "1 at least"),
            ("longest", 1 <= self.longest <= LONGEST, f"1 to {LONGEST}"),
            ("cue_value", self.cue_value >= 0, "0 or more"),
            ("cv", self.cv >= LEAST, f"{LEAST} at least"),
        )
        for name, holds, bound in bounds:
            if not holds:
                raise ValueError(f"{name}={getattr(self, name)}: use {bound}")
        names = self.topics
        if isinstance(names, str) or not all(
            isinstance(each, str) and each for each in names or ()
        ):
            raise ValueError(f"topics={names!r}: name them in a list, as in ['forest']")

    def _gold(self, y: Any) -> tuple[Flags, tuple[str, ...]]:  # noqa: ANN401 - what y may be is said in fit
        """Return y as a table of flags, and the names of its columns.

        Raises:
            ValueError: If it is none, or the names do not fit.
        """
        rows = y if getattr(y, "ndim", 1) > 1 else list(y)
        if names_topics(rows):
            named = {topic for topics in rows for topic in topics}
            labels = tuple(sorted(named) if self.topics is None else self.topics)
            if unknown := sorted(named - set(labels)):
                raise ValueError(f"y has the topic {unknown[0]!r}, which is not in `topics`")
            if not labels:
                raise GovnewsError("no paragraph has a topic: name some")
            return flags_of(rows, labels), labels
        gold = _flags(y)
        count = gold.shape[1]
        given = next(
            (each for each in (self.topics, getattr(y, "columns", None)) if each is not None),
            [f"topic{each}" for each in range(count)],
        )
        labels = tuple(map(str, given))
        if len(labels) != count or len(set(labels)) != count:
            raise ValueError(f"y has {count} topics, but they are named {', '.join(labels)}")
        return gold, labels

    def _pipeline(self) -> Pipeline:
        return topic_pipeline(
            strength=self.C, min_df=self.min_df, longest=self.longest, cue_value=self.cue_value
        )

    def _unseen(self, texts: list[str], gold: Flags, parts: npt.NDArray[np.int64]) -> Vector:
        """Return the log-odds of each paragraph by a model that saw nothing of its part."""
        logits = cross_val_predict(
            self._pipeline(),
            np.array(texts, dtype=object),
            _target(gold),
            cv=PredefinedSplit(parts),
            method="decision_function",
        )
        return np.asarray(logits, dtype=np.float64).reshape(gold.shape)

    def __sklearn_tags__(self) -> Any:  # noqa: ANN401 - a class that older releases do not have
        """Say what goes in: strings, and several topics at once."""
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        tags.classifier_tags.multi_label = True
        return tags


@contextmanager
def _few_words(paragraphs: int) -> Iterator[None]:
    """Say in our words what scikit-learn says of paragraphs without common words.

    Raises:
        GovnewsError: If no n-gram stands in as many paragraphs as it must.
    """
    try:
        yield
    except ValueError as error:
        if not _NO_WORDS.search(str(error)):
            raise
        raise GovnewsError(
            f"too few words stand in several of {paragraphs} paragraphs: label more"
        ) from error


def _cleaned(texts: Iterable[str]) -> list[str]:
    """Clean paragraphs.

    Raises:
        TypeError: If they are one str, or one of them is none.
    """
    if isinstance(texts, (str, bytes)):
        raise TypeError("paragraphs are expected in a list, not a single text: put it in [ ]")
    return [clean(text).text for text in texts]


def names_topics(rows: object) -> bool:
    """Whether *rows* hold the names of the topics of each paragraph.

    >>> names_topics([["forest"], []]), names_topics([True, False]), names_topics(["forest"])
    (True, False, False)
    """
    return isinstance(rows, Sequence) and all(
        isinstance(each, (list, tuple, set, frozenset))
        and all(isinstance(topic, str) for topic in each)
        for each in rows
    )


def _flags(y: npt.ArrayLike) -> Flags:
    """Return y as a table of flags.

    Raises:
        ValueError: If it is none.
    """
    values = np.asarray(y)
    if values.ndim == 1:
        values = values[:, np.newaxis]
    if values.ndim != 2 or not np.isin(values, (0, 1)).all():  # noqa: PLR2004 - a table
        raise ValueError(
            "y is a column of flags (one topic), a table of them (one column a topic), or a list "
            "of the topics of each paragraph, as in [['forest'], []]"
        )
    return values.astype(bool)


def _target(gold: Flags) -> npt.NDArray[np.int64]:
    return (gold[:, 0] if gold.shape[1] == 1 else gold).astype(np.int64)


def _classes(model: TopicModel) -> npt.NDArray[Any]:
    return np.array(model.labels if len(model.labels) > 1 else [False, True])


def _parts(
    texts: Sequence[str],
    gold: Flags,
    labels: Sequence[str],
    parts: int,
    groups: list[Hashable] | None,
) -> npt.NDArray[np.int64]:
    """Return which part each paragraph is left out with.

    Raises:
        GovnewsError: If a topic is in one part alone, or out of one alone.
    """
    if groups is None:
        count = max(LEAST, min(parts, int(gold.sum(axis=0).min(initial=parts))))
        found = _dealt(texts, gold, count)
        where, what = "paragraph", "paragraphs"
    else:
        if len(groups) != len(gold):
            raise ValueError(f"X has {len(gold)} paragraphs and groups {len(groups)}")
        found = np.unique(np.array(list(map(str, groups))), return_inverse=True)[1]
        where, what = "group", "groups"
    for label, has in zip(labels, gold.T, strict=True):
        for which, chosen in (("with", has), ("without", ~has)):
            if len(np.unique(found[chosen])) < LEAST:
                raise GovnewsError(
                    f"paragraphs {which} {label} stand in {'one' if chosen.any() else 'no'} "
                    f"{where}: each is left out in turn, so label some in {LEAST} {what} at least"
                )
    return found


def _dealt(texts: Sequence[str], gold: Flags, parts: int) -> npt.NDArray[np.int64]:
    """Deal paragraphs into parts so that each has its share of every set of topics.

    What is next to what follows from a digest of the texts, not from their order.
    """
    digests = [sha256(text.encode("utf-8", "surrogatepass")).digest()[:8] for text in texts]
    shuffled = np.frombuffer(b"".join(digests), dtype=">u8")
    order = np.lexsort((shuffled, *gold.T))
    dealt = np.empty(len(gold), dtype=np.int64)
    dealt[order] = np.arange(len(gold)) % parts
    for has in (*gold.T, *~gold.T):
        where = np.flatnonzero(has)
        if len(where) >= LEAST and len(np.unique(dealt[where])) == 1:
            dealt[where[0]] = (dealt[where[0]] + 1) % parts
    return dealt


def _crossed(logits: Vector, gold: Flags, parts: npt.NDArray[np.int64]) -> tuple[Flags, Vector]:
    """Decide for each part by a calibration and thresholds that were chosen on the others."""
    decided, probabilities = np.zeros(gold.shape, dtype=bool), np.zeros(gold.shape)
    for part in np.unique(parts):
        mine = parts == part
        calibration = calibrate(logits[~mine], gold[~mine])
        chosen = thresholds(calibration(logits[~mine]), gold[~mine])
        probabilities[mine] = calibration(logits[mine])
        decided[mine] = probabilities[mine] >= np.array(chosen)
    return decided, probabilities

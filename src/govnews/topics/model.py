"""The model: a linear one, kept as plain numbers.

`topics.npz` holds the arrays, `topics.json` what a reader may want to see (labels, thresholds,
how well it did on paragraphs that it was not trained on) and the digest of the arrays that it
goes with.  Weights are kept in thousandths, so that a rebuild gives the same files although the
last bits of an optimiser's answer depend on the machine.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, Self, TypeAlias

import numpy as np
import numpy.typing as npt

from govnews.errors import GovnewsError
from govnews.modelfiles import BROKEN, Array, packed, unpacked, write
from govnews.topics.counts import count
from govnews.topics.cues import cue_names, cues_of
from govnews.topics.labels import check_labels
from govnews.topics.lookup import Lookup, Places
from govnews.topics.ngrams import LONGEST, Keys

if TYPE_CHECKING:
    from os import PathLike

Vector: TypeAlias = npt.NDArray[np.float64]

THOUSANDTHS: Final = 1000
"""What a weight of 1 is kept as."""

_FORMAT: Final = 2
_NPZ: Final = "topics.npz"
_JSON: Final = "topics.json"
_ARRAYS: Final = ("vocabulary", "frequencies", "weights", "intercepts")
_REMEDY: Final = (
    "make it again with `govnews train topics`, or if it is the one of the package, install "
    "govnews again"
)
_LOADING: Final = Lock()
#: Characters scored at a time
_BATCH: Final = 1 << 20


@dataclass(frozen=True, eq=False)
class TopicModel:
    """What a paragraph is scored with: weights of n-grams and cues, and a threshold a topic.

    Attributes:
        labels: The topics.
        vocabulary: The n-grams as numbers (`govnews.topics.ngrams`), sorted.
        frequencies: In how many paragraphs of the training each of them stood.
        documents: How many paragraphs there were.
        weights: One row a topic, one column an n-gram and then a cue, in thousandths.
        intercepts: One a topic, in thousandths.
        thresholds: The probability from which a topic is given, one a topic.
        longest: The characters of the longest n-grams.
        cue_value: What a cue counts beside n-grams whose values are of length 1 together.
        digest: SHA-256 of the data that it was trained on.
        scores: How it did on paragraphs that it was not trained on.
        lookup: The vocabulary, arranged for looking up.
        rarity: The inverse document frequency of each n-gram.
        by_column: What a column adds to the log-odds, one column a topic: an n-gram for a
            value of 1, a cue as it counts.
    """

    labels: tuple[str, ...]
    vocabulary: Keys
    frequencies: npt.NDArray[np.int32]
    documents: int
    weights: npt.NDArray[np.int32]
    intercepts: npt.NDArray[np.int32]
    thresholds: tuple[float, ...]
    longest: int
    cue_value: float
    digest: str = ""
    scores: Mapping[str, Any] = field(default_factory=dict)
    lookup: Lookup = field(init=False, repr=False)
    rarity: Vector = field(init=False, repr=False)
    by_column: Vector = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Make ready what scoring looks up.

        Raises:
            ValueError: If the parts do not fit together.
        """
        check_labels(self.labels)
        columns, topics = len(self.vocabulary) + len(cue_names()), len(self.labels)
        fits = (
            self.weights.shape == (topics, columns)
            and self.intercepts.shape == (topics,)
            and len(self.thresholds) == topics > 0
            and self.frequencies.shape == self.vocabulary.shape != (0,)
            and 1 <= self.longest <= LONGEST
            and all(0 <= threshold <= 1 for threshold in self.thresholds)
            and 0 <= self.cue_value < np.inf
            and self.vocabulary.dtype.kind == "u"
            and bool((self.vocabulary[1:] > self.vocabulary[:-1]).all())
            and {self.weights.dtype.kind, self.intercepts.dtype.kind} == {"i"}
            and 0 <= self.frequencies.min() <= self.frequencies.max() <= self.documents
        )
        if not fits:
            raise ValueError(
                f"weights of {self.weights.shape} for {topics} topics, {columns} columns"
            )
        object.__setattr__(self, "lookup", Lookup.of(self.vocabulary))
        seen = self.frequencies.astype(np.float64)
        object.__setattr__(self, "rarity", np.log((1 + self.documents) / (1 + seen)) + 1)
        by_column = np.ascontiguousarray(self.weights.T) / THOUSANDTHS
        by_column[len(self.vocabulary) :] *= self.cue_value
        object.__setattr__(self, "by_column", by_column)

    @classmethod
    def load(cls, folder: "str | PathLike[str]") -> Self:
        """Read the model that `save` wrote into *folder*.

        Nothing in the files can run code.

        Args:
            folder: What `govnews train topics --out` or `TopicClassifier.save` was given.

        Raises:
            GovnewsError: If it is not there, or not whole, or its files are not of one training.

        >>> TopicModel.load("nowhere")
        Traceback (most recent call last):
        ...
        govnews.errors.GovnewsError: 'nowhere' is no folder: ...
        """
        place = Path(folder)
        if not str(folder) or not _is_folder(place):
            raise GovnewsError(
                f"{str(folder)!r} is no folder: name the one that `govnews train topics` wrote to"
            )
        try:
            card: dict[str, Any] = json.loads((place / _JSON).read_text(encoding="utf-8"))
            kept = unpacked((place / _NPZ).read_bytes())
            arrays: dict[str, Any] = {name: kept[name] for name in _ARRAYS}
            of_one_training = card["arrays"] == _digest(arrays)
            known = card["format"] == _FORMAT
            model = cls(
                labels=tuple(card["labels"]),
                documents=card["documents"],
                thresholds=tuple(card["thresholds"]),
                longest=card["longest"],
                cue_value=card["cue_value"],
                digest=card["digest"],
                scores=card["scores"],
                **arrays,
            )
        except FileNotFoundError as error:
            missing = Path(error.filename).name
            raise GovnewsError(
                f"{folder} holds no whole topic model ({missing} is missing): {_REMEDY}"
            ) from error
        except BROKEN as error:
            raise GovnewsError(
                f"{folder} holds no whole topic model ({error!r}): {_REMEDY}"
            ) from error
        if not known:
            raise GovnewsError(f"{folder} is a topic model of another version: {_REMEDY}")
        if not of_one_training:
            raise GovnewsError(f"{folder}: {_NPZ} and {_JSON} are not of one training: {_REMEDY}")
        return model

    @classmethod
    def shipped(cls) -> "TopicModel":
        """Return the model of the five topics that comes with the package.

        >>> TopicModel.shipped().labels[0]
        'worker_services'
        """
        with _LOADING:
            return _shipped()

    def save(self, folder: "str | PathLike[str]") -> None:
        """Write `topics.npz` and `topics.json` into *folder*, which is made if need be.

        `load` refuses an old one beside a new one.

        Raises:
            GovnewsError: If they cannot be written; the files that were there stay whole.
        """
        arrays = {name: getattr(self, name) for name in _ARRAYS}
        card = self._card(_digest(arrays))
        write(Path(folder), {_NPZ: packed(arrays), _JSON: card.encode()})

    def _card(self, arrays: str) -> str:
        card = {
            "format": _FORMAT,
            "labels": self.labels,
            "thresholds": self.thresholds,
            "documents": self.documents,
            "longest": self.longest,
            "cue_value": self.cue_value,
            "digest": self.digest,
            "arrays": arrays,
            "scores": self.scores,
        }
        return json.dumps(card, ensure_ascii=False, indent=1) + "\n"

    def probabilities(self, texts: Sequence[str]) -> Vector:
        """Return how probable each topic is for each text.

        The n-grams of a text are each weighted by 1 + ln(count) and rarity and scaled
        to length 1, so that long paragraphs do not outweigh short ones; a cue counts once.

        Args:
            texts: Cleaned, Simplified texts.

        Returns:
            One row a text, one column a topic.
        """
        scored = [self._scored(batch) for batch in _batches(texts)]
        return np.vstack(scored) if scored else np.zeros((0, len(self.labels)))

    def given(self, probabilities: Vector) -> npt.NDArray[np.bool_]:
        """Return which topics are given: those that reach their thresholds, and not without a word.

        A text of which nothing is known has the probabilities of any paragraph of the
        training, where topics may be as frequent as not.

        Args:
            probabilities: One row a text, one column a topic.
        """
        return np.asarray((probabilities >= self.thresholds) & self.known(probabilities))

    def known(self, probabilities: Vector) -> npt.NDArray[np.bool_]:
        """Return a column: whether anything in each text says something to the model.

        Args:
            probabilities: One row a text, one column a topic.
        """
        silent = probability_of(self.intercepts / THOUSANDTHS)
        return np.asarray((probabilities != silent).any(axis=1, keepdims=True))

    def _scored(self, texts: Sequence[str]) -> Vector:
        found = count(texts, self.lookup, self.longest)
        logits = cues_of(found.groups) @ self.by_column[len(self.vocabulary) :]
        logits += self.intercepts / THOUSANDTHS
        if len(found.texts):
            values = self.values(found.columns, found.counts)
            # sums in the order of the columns, whichever texts are scored together
            firsts = np.flatnonzero(np.diff(found.texts, prepend=-1))
            lengths = np.sqrt(np.add.reduceat(values * values, firsts))
            added = values[:, np.newaxis] * self.by_column[found.columns]
            sums = np.add.reduceat(added, firsts) / lengths[:, np.newaxis]
            logits[found.texts[firsts]] += sums
        return probability_of(logits)

    def values(self, columns: Places, counts: Places) -> Vector:
        """Return what n-grams are worth that stand *counts* times, before their text is scaled."""
        return np.asarray((1 + np.log(counts)) * self.rarity[columns])


def probability_of(log_odds: Vector) -> Vector:
    """Return probabilities; the same log-odds give the same one to the last bit.

    >>> probability_of(np.array([0.0])).tolist()
    [0.5]
    """
    return np.asarray(1 / (1 + np.exp(-log_odds)))


def _is_folder(place: Path) -> bool:
    try:
        return place.is_dir()
    except OSError:  # a name that is too long, a place that must not be looked at
        return False


def _batches(texts: Sequence[str]) -> "list[Sequence[str]]":
    """Cut *texts* so that no batch is much longer than it must be."""
    batches, start, size = [], 0, 0
    for place, text in enumerate(texts):
        size += len(text)
        if size > _BATCH:
            batches.append(texts[start : place + 1])
            start, size = place + 1, 0
    if start < len(texts):
        batches.append(texts[start:])
    return batches


def _digest(arrays: Mapping[str, Array]) -> str:
    """Return the SHA-256 of *arrays*, whatever packed them and in whichever order of bytes."""
    digest = sha256()
    for name, array in sorted(arrays.items()):
        little = array.astype(array.dtype.newbyteorder("<"))
        digest.update(f"{name} {little.dtype.str} {little.shape} ".encode() + little.tobytes())
    return digest.hexdigest()


@cache
def _shipped() -> TopicModel:
    return TopicModel.load(Path(str(files("govnews").joinpath("data"))))

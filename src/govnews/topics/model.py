"""The model: a linear one, kept as plain numbers.

`data/topics.npz` holds the arrays, `data/topics.json` what a reader may want to see
and the digest of the arrays that it goes with.  Weights are kept in thousandths, so that
a rebuild gives the same files although the last bits of an optimiser's answer depend
on the machine.
"""

import json
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from govnews.errors import GovnewsError
from govnews.modelfiles import BROKEN, Array, packed, unpacked, write
from govnews.topics.features import CHARACTERS, CUE, WORD

Columns = npt.NDArray[np.int64]
Vector = npt.NDArray[np.float64]

CUE_VALUE: Final = 0.15
"""What a cue counts beside words whose values are of length 1 together: see the data card."""

_NPZ: Final = "topics.npz"
_JSON: Final = "topics.json"
_ARRAYS: Final = ("frequencies", "weights", "intercepts")
_REMEDY: Final = "install govnews again, or make the model again with `govnews train topics`"
_THOUSANDTHS: Final = 1000
_LOADING: Final = Lock()


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """Weights, and what is needed to apply them.

    Attributes:
        vocabulary: The features, sorted; a feature's place is its column.
        documents: How many paragraphs it was trained on.
        frequencies: In how many of them each feature stands.
        weights: One row a topic, one column a feature, in thousandths.
        intercepts: One a topic, in thousandths.
        thresholds: The probability from which a topic is given, one a topic.
        second: The probability that a topic needs beside a more probable one.
        digest: SHA-256 of the data it was trained on.
    """

    vocabulary: tuple[str, ...]
    documents: int
    frequencies: npt.NDArray[np.int32]
    weights: npt.NDArray[np.int16]
    intercepts: npt.NDArray[np.int16]
    thresholds: tuple[float, ...]
    second: float
    digest: str

    def save(self, folder: Path) -> None:
        """Write `topics.npz` and `topics.json` into *folder*, which is made if need be.

        `load` refuses an old one beside a new one.

        Raises:
            GovnewsError: If they cannot be written; the files that were there stay whole.
        """
        arrays = {name: getattr(self, name) for name in _ARRAYS}
        write(folder, {_NPZ: packed(arrays), _JSON: self._card(_digest(arrays)).encode()})

    def _card(self, arrays: str) -> str:
        card = {
            "digest": self.digest,
            "arrays": arrays,
            "documents": self.documents,
            "thresholds": self.thresholds,
            "second": self.second,
            "vocabulary": " ".join(self.vocabulary),
        }
        return json.dumps(card, ensure_ascii=False, indent=1) + "\n"


def _digest(arrays: Mapping[str, Array]) -> str:
    """Return the SHA-256 of *arrays*, whatever packed them and in whichever order of bytes."""
    digest = sha256()
    for name, array in sorted(arrays.items()):
        little = array.astype(array.dtype.newbyteorder("<"))
        digest.update(f"{name} {little.dtype.str} {little.shape} ".encode() + little.tobytes())
    return digest.hexdigest()


@dataclass(frozen=True, slots=True, eq=False)
class Scorer:
    """A model made ready to score.

    Attributes:
        columns: Feature to column.
        kinds: The columns of each kind of feature: the vocabulary is sorted, so they adjoin.
        rarity: The inverse document frequency of each column.
        weights: One row a topic.
        intercepts: One a topic.
        thresholds: One a topic.
        second: The bar for a topic beside a more probable one.
    """

    columns: dict[str, int]
    kinds: dict[str, slice]
    rarity: Vector
    weights: Vector
    intercepts: Vector
    thresholds: Vector
    second: float

    def values(self, present: Columns, counts: Columns) -> Vector:
        """Return what each feature of a paragraph is worth.

        Words and runs of characters are each weighted by 1 + ln(count) and
        rarity and scaled to length 1, so that long paragraphs do not outweigh
        short ones; a cue counts once.

        Args:
            present: The columns of its features, in order.
            counts: How often each of them stands there.
        """
        found = (1 + np.log(counts)) * self.rarity[present]
        for kind in (WORD, CHARACTERS):
            mine = found[self._places(present, kind)]
            # not linalg.norm: its threads may add up in another order, and cost more than they save
            mine /= np.sqrt(np.sum(mine * mine)) or 1
        found[self._places(present, CUE)] = CUE_VALUE
        return found

    def probabilities(self, present: Columns, values: Vector) -> Vector:
        """Return the probability of each topic, given what `values` said."""
        logits = (self.weights[:, present] * values).sum(axis=1) + self.intercepts
        return np.asarray(1 / (1 + np.exp(-logits)))

    def _places(self, present: Columns, kind: str) -> slice:
        columns = self.kinds[kind]
        start, stop = np.searchsorted(present, (columns.start, columns.stop))
        return slice(start, stop)


def scorer(model: Model) -> Scorer:
    """Make *model* ready to score.

    >>> one = np.array([1])
    >>> model = Model(("=职工",), 3, one, one[np.newaxis], one, (0.5,), 0.5, "")
    >>> scorer(model).values(np.array([0]), np.array([2])).tolist()
    [1.0]
    """
    return Scorer(
        columns={feature: column for column, feature in enumerate(model.vocabulary)},
        kinds={kind: _columns(model.vocabulary, kind) for kind in (WORD, CUE, CHARACTERS)},
        rarity=np.log((1 + model.documents) / (1 + model.frequencies.astype(np.float64))) + 1,
        weights=model.weights / _THOUSANDTHS,
        intercepts=model.intercepts / _THOUSANDTHS,
        thresholds=np.array(model.thresholds),
        second=model.second,
    )


def _columns(vocabulary: tuple[str, ...], kind: str) -> slice:
    return slice(bisect_left(vocabulary, kind), bisect_left(vocabulary, chr(ord(kind) + 1)))


def in_thousandths(weights: Vector) -> npt.NDArray[np.int16]:
    """Round *weights* to what a model keeps.

    >>> in_thousandths(np.array([0.12345, -2.0])).tolist()
    [123, -2000]
    """
    return np.rint(np.clip(weights * _THOUSANDTHS, -32768, 32767)).astype(np.int16)


def load(folder: Path) -> Model:
    """Read the model that `Model.save` wrote into *folder*.

    Raises:
        GovnewsError: If it is not there, or not whole, or its two files are not of one training.
    """
    try:
        card: dict[str, Any] = json.loads((folder / _JSON).read_text(encoding="utf-8"))
        kept = unpacked((folder / _NPZ).read_bytes())
        arrays: dict[str, Any] = {name: kept[name] for name in _ARRAYS}
        model = Model(
            vocabulary=tuple(card["vocabulary"].split(" ")),
            documents=card["documents"],
            thresholds=tuple(card["thresholds"]),
            second=card["second"],
            digest=card["digest"],
            **arrays,
        )
        of_one_training = card["arrays"] == _digest(arrays)
    except BROKEN as error:
        raise GovnewsError(f"{folder} holds no whole topic model ({error!r}): {_REMEDY}") from error
    if not of_one_training:
        raise GovnewsError(f"{folder}: {_NPZ} and {_JSON} are not of one training: {_REMEDY}")
    return model


def shipped() -> Scorer:
    """Return the model that comes with the package, loading it on first use.

    >>> len(shipped().thresholds)
    5
    """
    with _LOADING:
        return _shipped()


@cache
def _shipped() -> Scorer:
    return scorer(load(Path(str(files("govnews").joinpath("data")))))

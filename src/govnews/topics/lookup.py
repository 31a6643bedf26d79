"""A vocabulary that n-grams are looked up in, all of a text's at once."""

from typing import Final, NamedTuple, Self, TypeAlias

import numpy as np
import numpy.typing as npt

from govnews.topics.ngrams import Keys

Places: TypeAlias = npt.NDArray[np.int64]

_BITS: Final = 20
_SHIFT: Final = np.uint64(64 - _BITS)
#: 2^64 over the golden ratio: Knuth's multiplicative hashing (The Art of Computer Programming, 6.4)
_SPREAD: Final = np.uint64(0x9E3779B97F4A7C15)


class Lookup(NamedTuple):
    """Numbers of n-grams, with a table that tells nearly all others apart at a glance.

    Five n-grams of six are in no vocabulary, and a search among fifty thousand takes twenty times
    as long as a look into the table.

    Attributes:
        keys: The numbers, sorted; at least one.
        flags: Whether any of them has this hash.
    """

    keys: Keys
    flags: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, keys: Keys) -> Self:
        """Arrange numbers, which must be sorted.

        >>> places, which = Lookup.of(np.array([7, 9], dtype=np.uint64)).find(
        ...     np.array([9, 8, 0, 7], dtype=np.uint64)
        ... )
        >>> places.tolist(), which.tolist()
        ([0, 3], [1, 0])
        """
        flags = np.zeros(1 << _BITS, dtype=bool)
        flags[_hashes(keys)] = True
        return cls(keys, flags)

    def find(self, keys: Keys) -> tuple[Places, Places]:
        """Return the places of those of *keys* that are known, and which they are."""
        places = np.flatnonzero(self.flags[_hashes(keys)])
        wanted = keys[places]
        which = np.searchsorted(self.keys, wanted)
        which[which == len(self.keys)] = 0
        known = self.keys[which] == wanted
        return places[known], which[known]


def _hashes(keys: Keys) -> npt.NDArray[np.uint64]:
    return (keys * _SPREAD) >> _SHIFT

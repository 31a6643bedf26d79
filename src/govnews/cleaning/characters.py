"""Which characters a text holds, counted once: it tells which passes have nothing to do."""

from typing import Final

_FEW: Final = 20_000
"""UTF-16 units up to which sorting them is faster than a table of all that there are."""

SURROGATES: Final = frozenset(map(chr, range(0xD800, 0xE000)))
"""What stands in a tally for a character beyond the Basic Multilingual Plane, one for each half."""


def tally(text: str) -> dict[str, int]:
    r"""Return how often each character stands in a text.

    One beyond the Basic Multilingual Plane is counted as its two surrogates.

    >>> tally("职工职"), SURROGATES.isdisjoint(tally("\U00020000"))
    ({'工': 1, '职': 2}, False)
    """
    import numpy as np

    units = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.dtype("<u2"))
    if len(units) < _FEW:
        found = np.unique(units, return_counts=True)
        return dict(zip(map(chr, found[0].tolist()), found[1].tolist(), strict=True))
    table = np.bincount(units)
    present = np.flatnonzero(table)
    return dict(zip(map(chr, present.tolist()), table[present].tolist(), strict=True))

"""How likely a few characters are a person's name: surname and given name.

A name is weighed by its characters, each by how often it stands in that place
among the names of jieba's dictionary; `data/names.json` holds the logarithms,
in hundredths, and `govnews train language` makes it.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import inf
from typing import Final, NamedTuple

_FILE: Final = "data/names.json"
_HUNDREDTHS: Final = 100
_STRANGE: Final = -15.5
_SHARE_OF_LONG: Final = -0.22
_SHARE_OF_SHORT: Final = -1.6
_SHORT: Final = 2


class Names(NamedTuple):
    """The weight of each character by its place in a name, and as a word of its own."""

    surname: Mapping[str, float]
    middle: Mapping[str, float]
    last: Mapping[str, float]
    alone: Mapping[str, float]


@cache
def names() -> Names:
    """Return the shipped weights, read once.

    >>> names().surname["王"] > names().surname["邝"]
    True
    """
    places = json.loads(files("govnews").joinpath(_FILE).read_text(encoding="utf-8"))
    return Names(
        *(
            {each: weight / _HUNDREDTHS for each, weight in places[place].items()}
            for place in Names._fields
        )
    )


def name_weight(name: str) -> float | None:
    """Return how likely *name* is among names, as a natural logarithm; None for what is none.

    Args:
        name: Two or three characters.

    >>> name_weight("何振邦") > name_weight("何的是"), name_weight("的振邦")
    (True, None)
    """
    surname = names().surname.get(name[0])
    if surname is None:
        return None
    last = names().last.get(name[-1], _STRANGE)
    if len(name) == _SHORT:
        return _SHARE_OF_SHORT + surname + last
    return _SHARE_OF_LONG + surname + names().middle.get(name[1], _STRANGE) + last


def name_odds(characters: Sequence[str]) -> float:
    """Return how much likelier *characters* are a name than words of one character each.

    Args:
        characters: Two or three.

    Returns:
        The difference of the natural logarithms; minus infinity for what is no name.

    >>> name_odds("何振邦") > 10, name_odds("的振邦"), name_odds("和在一") < 0
    (True, -inf, True)
    """
    weight = name_weight("".join(characters))
    if weight is None:
        return -inf
    alone = names().alone
    return weight - sum(alone.get(character, _STRANGE) for character in characters)

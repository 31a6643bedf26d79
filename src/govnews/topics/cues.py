"""Cues: groups of names, and the pairs of groups that a paragraph brings together.

A place counts for its group, not for itself: a paragraph about 囊谦 is read like
one about 泽库 even if the labelled data never met 囊谦.
"""

from functools import cache
from itertools import combinations
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from govnews.resources import table
from govnews.topics.lookup import Lookup
from govnews.topics.ngrams import key_of


class Groups(NamedTuple):
    """The groups of `data/cues.toml`, ready to be looked up.

    Attributes:
        names: The names of the groups, in the order of the file.
        lookup: The members.
        members: One row a member, one column a group: whether it is a member.
    """

    names: tuple[str, ...]
    lookup: Lookup
    members: npt.NDArray[np.bool_]


@cache
def groups() -> Groups:
    """Return the groups of names.

    >>> groups().names
    ('青海', '支援省市', '西藏新疆', '其他省份', '支援')
    """
    listed = {group["name"]: set(map(key_of, group["names"])) for group in table("cues")["group"]}
    keys = sorted(set().union(*listed.values()))
    members = [[key in names for names in listed.values()] for key in keys]
    lookup = Lookup.of(np.array(keys, dtype=np.uint64))
    return Groups(tuple(listed), lookup, np.array(members, dtype=bool))


@cache
def cue_names() -> tuple[str, ...]:
    """Return the cues in the order of their columns: the groups, then the pairs of them.

    >>> cue_names()[4:7]
    ('支援', '青海+支援省市', '青海+西藏新疆')
    """
    names = groups().names
    return (*names, *("+".join(pair) for pair in combinations(names, 2)))


def cues_of(present: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Return which cues texts have.

    Args:
        present: One row a text, one column a group: whether the text names a member.

    Returns:
        One row a text, one column a cue.

    >>> cues_of(np.array([[True, True, False, False, False]])).astype(int).tolist()
    [[1, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]]
    """
    first, second = _pairs(present.shape[1])
    return np.hstack([present, present[:, first] & present[:, second]])


@cache
def _pairs(count: int) -> npt.NDArray[np.int64]:
    return np.array(list(combinations(range(count), 2)), dtype=np.int64).T


@cache
def groups_of_cues() -> npt.NDArray[np.bool_]:
    """Return one row a cue, one column a group: whether the cue is about the group.

    >>> groups_of_cues()[5].tolist()
    [True, True, False, False, False]
    """
    alone = np.eye(len(groups().names), dtype=bool)
    first, second = _pairs(len(alone))
    return np.vstack([alone, alone[first] | alone[second]])

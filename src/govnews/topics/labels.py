"""Labels: the five topics and their Chinese names."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

TOPICS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "worker_services": "服务职工",
        "rights_protection": "维护权益",
        "aid_qinghai": "对口援青",
        "expert_services": "专家服务",
        "veterans": "退役军人",
    }
)
"""Label to Chinese name, in the order of the annotation guide."""

RESERVED: Final = (
    *(
        "bulletin",
        "issued",
        "paragraph",
        "topics",
        "text",
        "start",
        "end",
        "truncated",
        "n_figures",
    ),
)
"""The columns of a paragraph's row before the scores, in order: no topic is called so."""


def check_labels(labels: Sequence[str]) -> None:
    """Make sure that labels can stand in tables, files and on a screen.

    Raises:
        ValueError: If not.

    >>> check_labels(["forest", "text"])
    Traceback (most recent call last):
    ...
    ValueError: a topic cannot be called 'text': that is a column of tables; choose another
    """
    for label in labels:
        if not isinstance(label, str) or not label.strip() or not label.isprintable():
            raise ValueError(f"a topic cannot be called {label!r}: name it with plain characters")
        if label in RESERVED:
            raise ValueError(
                f"a topic cannot be called {label!r}: that is a column of tables; choose another"
            )
    if twice := [label for label in labels if list(labels).count(label) > 1]:
        raise ValueError(f"two topics are called {twice[0]!r}: give each its own name")

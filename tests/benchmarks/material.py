"""What is measured on: bulletins of our corpora's paragraphs, shuffled with a seed."""

from collections.abc import Callable, Iterator
from functools import cache
from random import Random
from types import MappingProxyType
from typing import Final

import opencc

from tests.damage import damage
from tests.recovery import CORPORA, documents

TOPICS: Final = CORPORA / "topics"
_FILES: Final = ("topics/*.jsonl", "topics-check/*.jsonl", "figures/gold*.jsonl")
_PARAGRAPHS: Final = 10
#: The bytes of a slice: so many take a few tenths of a second
_SLICE: Final = 250_000
SIZE: Final = 2_000_000


def texts_of(*patterns: str) -> list[str]:
    """Return the texts of corpora, in the order of their files."""
    paths = [path for pattern in patterns for path in sorted(CORPORA.glob(pattern))]
    return [document["text"] for path in paths for document in documents(path)]


@cache
def _traditional() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")


#: How a bulletin of each kind is made of a sound one, and its number
KINDS: Final = MappingProxyType[str, Callable[[str, int], str]](
    {
        "undamaged": lambda text, _: text,
        "Traditional": lambda text, _: str(_traditional().convert(text)),
        "damaged": lambda text, number: damage(text, number).raw,
    }
)


def bulletins(kind: str = "undamaged", size: int = SIZE) -> Iterator[str]:
    """Yield bulletins of ten paragraphs, *size* bytes in all.

    Paragraphs come again only when all were there, and then in another order.
    """
    made, number = 0, 0
    drawn = _drawn()
    while made < size:
        text = KINDS[kind]("\n".join(next(drawn) for _ in range(_PARAGRAPHS)), number)
        made, number = made + len(text.encode()), number + 1
        yield text


def slices(kind: str, size: int = SIZE) -> Iterator[list[str]]:
    """Yield the same bulletins, some at a time."""
    taken: list[str] = []
    for text in bulletins(kind, size):
        taken.append(text)
        if sum(len(each.encode()) for each in taken) >= _SLICE:
            yield taken
            taken = []
    if taken:
        yield taken


def page(size: int) -> str:
    """Return undamaged bulletins as one text."""
    return "\n".join(bulletins(size=size))


def _drawn() -> Iterator[str]:
    random, paragraphs = Random(0), texts_of(*_FILES)
    while True:
        random.shuffle(paragraphs)
        yield from paragraphs

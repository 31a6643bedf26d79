"""What is measured: our stages, the whole, and what they stand beside."""

import re
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from itertools import chain
from types import MappingProxyType
from typing import Any, Final, NamedTuple

import opencc

import govnews
from govnews.figures.vocabulary import units
from tests.benchmarks.clock import least_in_all
from tests.benchmarks.material import SIZE, slices

ROUNDS: Final = 2
NUMERAL: Final = "0-9〇一二三四五六七八九十百千万亿两几数半"


class Work(NamedTuple):
    """Something that is done to bulletins.

    Attributes:
        run: It.
        prepare: What makes of the bulletins that which is timed; itself it is not.
    """

    run: Callable[[Any], object]
    prepare: Callable[[Sequence[str]], Any] = lambda texts: texts


def each(call: Callable[[str], object]) -> Work:
    """Return a work that calls *call* with every bulletin."""
    return Work(lambda texts: drain(map(call, texts)))


def drain(results: Iterable[object]) -> None:
    """Draw all results and keep none."""
    deque(results, maxlen=0)


@cache
def jieba_cut() -> Callable[[str], list[str]]:
    """Return jieba's own `cut`, its dictionary loaded, without its file in the temporary folder."""
    import jieba

    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return lambda text: list(tokenizer.cut(text))


@cache
def bare_pattern() -> re.Pattern[str]:
    """Return what finds a number and a unit behind it, and nothing else."""
    words = "|".join(sorted(map(re.escape, units().by_word), key=len, reverse=True))
    return re.compile(rf"[{NUMERAL}][{NUMERAL}.,多余]*(?:{words})")


def paragraphs_of(texts: Iterable[str]) -> list[str]:
    """Return the lines of all texts."""
    return list(chain.from_iterable(map(str.splitlines, texts)))


def _to_arrow(bulletins: Sequence[govnews.Bulletin]) -> None:
    govnews.frame(bulletins, "figures", engine="arrow")
    govnews.frame(bulletins, "paragraphs", engine="arrow")


def _analyzed(texts: Iterable[str]) -> list[govnews.Bulletin]:
    return list(govnews.analyze_many(texts))


def _analyze_many(texts: Iterable[str]) -> None:
    drain(govnews.analyze_many(texts))


#: What is neither ours nor a peer's, and how it is made: their dictionaries take time to load
OTHERS: Final[Mapping[str, Callable[[], Work]]] = MappingProxyType(
    {
        "OpenCC `t2s` alone": lambda: each(opencc.OpenCC("t2s").convert),
        "a bare pattern of number and unit": lambda: each(bare_pattern().findall),
    }
)
WHOLE: Final = "`analyze_many`, a bulletin each"
OURS: Final[Mapping[str, Work]] = MappingProxyType(
    {
        "`clean`": each(govnews.clean),
        "`segment`": each(govnews.segment),
        "`extract`": each(govnews.extract),
        "`classify_many`, its paragraphs": Work(govnews.classify_many, paragraphs_of),
        "`frame`, two Arrow tables": Work(_to_arrow, _analyzed),
        WHOLE: Work(_analyze_many),
        "`analyze_many`, a paragraph each": Work(_analyze_many, paragraphs_of),
    }
)


def times_jieba(
    kind: str, works: Mapping[str, Work], *, size: int = SIZE, rounds: int = ROUNDS
) -> dict[str, float]:
    """Return how many times as fast as `list(jieba.cut(text))` each is on the same bulletins."""
    govnews.warm_up()
    beside = [each(jieba_cut()), *works.values()]
    pieces = (
        [partial(work.run, work.prepare(texts)) for work in beside] for texts in slices(kind, size)
    )
    usual, *taken = least_in_all(pieces, rounds)
    return {name: usual / seconds for name, seconds in zip(works, taken, strict=True)}

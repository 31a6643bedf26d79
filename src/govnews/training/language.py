"""The model of news language that repairs of slips are chosen by.

Three sources, each of which may be redistributed: jieba's dictionary (words
and counts; MIT), the word pairs of Apache Lucene's analyser for Chinese
(Apache 2.0, see `bigrams`), and our own corpora, which bring the vocabulary of
union work.  A pair's probability is what its count says, discounted, and the rest
goes to the word whatever stands before it (absolute discounting, interpolated:
Ney, Essen and Kneser 1994).
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log
from pathlib import Path
from typing import Final, TypeVar

import msgspec
import numpy as np

from govnews.cleaning.language import (
    END,
    LETTERS,
    LONGEST,
    NUMBER,
    PERSON,
    START,
    UNKNOWN,
    WIDE,
)
from govnews.errors import GovnewsError
from govnews.modelfiles import Array, packed, write
from govnews.segmentation import segment
from govnews.segmentation.dictionary import jieba_dictionary
from govnews.topics.labelled import digest_of, files_of, lines_of
from govnews.training.bigrams import read_bigrams
from govnews.training.fine import fine_words
from govnews.training.names import name_tables

NPZ: Final = "language.npz"
JSON: Final = "language.json"
NAMES: Final = "names.json"
FINE: Final = "fine.txt.gz"

OURS: Final = 10
"""How many words of the paper one word of our corpora is worth."""

DISCOUNT: Final = 0.6
LEAST_LEFT: Final = 0.05
"""What is left for words never seen behind another one, however often that one was seen."""

UNCOUNTED: Final = 0.15
"""The count of a word that a dictionary lists without having met it."""

_HUNDREDTHS: Final = 100

#: ICTCLAS's names of classes; the rest of its 未## words stand for words unknown to it.
_CLASSES: Final = {
    "未##数": NUMBER,
    "未##人": PERSON,
    "未##串": LETTERS,
    "未##它": UNKNOWN,
    "始##始": START,
    "末##末": END,
}
_STOPS: Final = frozenset("。！？")

_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class LanguageReport:
    """What came of a training.

    Attributes:
        words: How many words the model knows.
        pairs: Of how many pairs of words it knows how often they meet.
        ours: How many words our corpora brought.
    """

    words: int
    pairs: int
    ours: int


@dataclass(frozen=True, slots=True)
class _Counts:
    words: Counter[str]
    pairs: Counter[tuple[str, str]]


def train_language(bigrams: Path, data: Sequence[Path], out: Path) -> LanguageReport:
    """Make the language model and write it down.

    Args:
        bigrams: `lucene-analyzers-smartcn-*.jar`.
        data: Files of JSON lines with `text`, or folders of them.
        out: The folder to write `language.npz`, `language.json`, `names.json` and
            `fine.txt.gz` to.

    Raises:
        GovnewsError: If a source is not there or is not what it should be, or the
            model cannot be written.
    """
    paper, ours, dictionary = _paper(bigrams), _ours(data), jieba_dictionary()
    listed = Counter({word: dictionary.frequency(word) for word in dictionary.words})
    persons = Counter(
        {word: listed[word] for word, (_, tag) in dictionary.words.items() if tag == "nr"}
    )
    arrays = _arrays(paper, ours, listed)
    card = {
        "sources": ["jieba dict.txt (MIT)", f"{bigrams.name} (Apache-2.0)", "our corpora"],
        "digest": digest_of(*data),
        "words": len(arrays["weights"]),
        "pairs": len(arrays["followers"]),
    }
    described = json.dumps(card, ensure_ascii=False, indent=1) + "\n"
    write(
        out,
        {
            NPZ: packed(arrays),
            JSON: described.encode(),
            NAMES: name_tables(listed, persons).encode(),
            FINE: fine_words(dictionary, paper.words),
        },
    )
    return LanguageReport(
        len(arrays["weights"]), len(arrays["followers"]), sum(ours.words.values())
    )


def _paper(jar: Path) -> _Counts:
    words, pairs = read_bigrams(jar)
    named = Counter({_CLASSES.get(word, word): count for word, count in words.items()})
    return _Counts(
        Counter({word: count for word, count in named.items() if "##" not in word}),
        Counter(
            {
                (_CLASSES.get(one, one), _CLASSES.get(other, other)): count
                for (one, other), count in pairs.items()
                if "##" not in _CLASSES.get(one, one) + _CLASSES.get(other, other)
            }
        ),
    )


class _Record(msgspec.Struct):
    text: str


def _ours(data: Sequence[Path]) -> _Counts:
    """Count the words of our corpora."""
    words: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for path in files_of(*data):
        for place, line in lines_of(path):
            try:
                text = msgspec.json.decode(line, type=_Record).text
            except msgspec.DecodeError as error:
                raise GovnewsError(f"{place}: {error}: see the data card") from error
            for sentence in _sentences(text):
                words.update(sentence[:-1])
                pairs.update(pairwise(sentence))
    return _Counts(words, pairs)


def _sentences(text: str) -> Iterator[list[str]]:
    """Yield the words of each sentence, between a start and an end."""
    sentence = [START]
    for paragraph in text.splitlines():
        for token in segment(paragraph):
            word = _as_class(token.text)
            if word == NUMBER == sentence[-1]:
                continue
            sentence.append(word)
            if word in _STOPS:
                yield [*sentence, END]
                sentence = [START]
        if len(sentence) > 1:
            yield [*sentence, END]
            sentence = [START]


def _as_class(word: str) -> str:
    if word[0].isascii():
        if word[0].isdigit():
            return NUMBER
        if word[0].isalpha():
            return LETTERS
    return WIDE.get(word, word)


def _arrays(paper: _Counts, ours: _Counts, listed: Counter[str]) -> dict[str, Array]:
    """Turn counts into hundredths of natural logarithms, which no machine rounds otherwise."""
    weights = _word_weights(paper, ours, listed)
    number = {word: index for index, word in enumerate(weights)}
    met = paper.words + _times(ours.words, OURS)
    pairs = {
        pair: count
        for pair, count in (paper.pairs + _times(ours.pairs, OURS)).items()
        if pair[0] in number and pair[1] in number
    }
    behind: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for (before, _), count in pairs.items():
        behind[before] += count
        kinds[before] += 1
    total = {before: max(met[before], behind[before]) for before in behind}
    left = {
        before: max(LEAST_LEFT, 1 - (count - DISCOUNT * kinds[before]) / total[before])
        for before, count in behind.items()
    }
    rows = sorted((number[before], number[after]) for before, after in pairs)
    words = list(weights)
    joint = [
        log(
            (pairs[words[before], words[after]] - DISCOUNT) / total[words[before]]
            + left[words[before]] * exp(weights[words[after]])
        )
        for before, after in rows
    ]
    firsts = np.array([before for before, _ in rows])
    arrays = {
        "words": _utf8("\n".join(words)),
        "weights": _hundredths(weights.values()),
        "backoffs": _hundredths(log(left.get(word, 1.0)) for word in words),
        "starts": np.searchsorted(firsts, np.arange(len(words) + 1)).astype(np.uint32),
        "followers": np.array([after for _, after in rows], dtype=np.uint32),
        "joint": _hundredths(joint),
    }
    characters = _characters(weights)
    return arrays | {
        "characters": _utf8("".join(characters)),
        "character_weights": _hundredths(characters.values()),
    }


def _times(counts: Counter[_Key], factor: int) -> Counter[_Key]:
    return Counter({key: count * factor for key, count in counts.items()})


def _word_weights(paper: _Counts, ours: _Counts, listed: Counter[str]) -> dict[str, float]:
    """Weigh words by the paper's counts, jieba's (scaled to the same sum) and ours."""
    size = sum(paper.words.values())
    scale = size / sum(listed.values())
    total = 2 * size + OURS * sum(ours.words.values())
    known = sorted(set(paper.words) | set(listed) | set(ours.words) | {UNKNOWN, LETTERS})
    counts = {
        word: paper.words[word] + scale * listed[word] + OURS * ours.words[word]
        for word in known
        if len(word) <= LONGEST or word.startswith("<")
    }
    return {word: log(max(count, UNCOUNTED) / total) for word, count in counts.items()}


def _characters(weights: Mapping[str, float]) -> dict[str, float]:
    """Weigh characters by the words that they stand in."""
    shares: defaultdict[str, float] = defaultdict(float)
    for word, weight in weights.items():
        if not word.startswith("<"):
            for character in word:
                shares[character] += exp(weight)
    total = sum(shares.values())
    return {each: log(share / total) for each, share in sorted(shares.items())}


def _utf8(text: str) -> Array:
    return np.frombuffer(text.encode("utf-8"), dtype=np.uint8)


def _hundredths(logarithms: Iterable[float]) -> Array:
    return np.array([round(each * _HUNDREDTHS) for each in logarithms], dtype=np.int16)

"""The segmenter: a text into words with their places and parts of speech."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, repeat
from typing import Final, NamedTuple

from govnews.errors import UnknownChoiceError
from govnews.models import Kind, Token
from govnews.segmentation import fine
from govnews.segmentation.engines import ENGINES, Engine, engine_named
from govnews.segmentation.lexicon import Words, terms_of
from govnews.segmentation.names import TAG as NAME
from govnews.segmentation.names import persons_at
from govnews.segmentation.repairs import torn_at
from govnews.segmentation.runs import HAN, RUN, STAND_IN

GRANULARITIES: Final = ("coarse", "fine")

_MARK: Final = "x"
_OWN: Final = "own"
_SPACE: Final = "space"
_ANOTHER: Final = "\ue001"
_ALNUM: Final = "[0-9A-Za-z]"
_TOLD_APART_BY: Final = 3
_IS_HAN: Final = re.compile(f"[{HAN}]+")


class Whole(NamedTuple):
    """A stretch that is one token, whatever the dictionaries say.

    Attributes:
        start: Its first code point.
        end: One past the last.
        tag: Its part of speech; none for white space.
        kind: What kind of figure it is, if it is one.
    """

    start: int
    end: int
    tag: str
    kind: Kind | None = None


class _Run(NamedTuple):
    """What no engine is shown: the text of a token, its part of speech and kind."""

    text: str
    tag: str
    kind: Kind | None = None


class Segmenter:
    """Cuts texts into words.

    It never changes once it is made: threads may share it, and it can be pickled
    and forked.  Its dictionary is loaded when the first text is cut.

    Args:
        lexicon: Words of the user's own, beside those that ship with the
            package: the path of a file in jieba's format for user dictionaries
            (a word, its frequency and its tag a line, the latter two optional),
            or the lines themselves.
        engine: "jieba", "rjieba" (the extra `fast`) or "auto" for the faster of
            those installed; all give the same tokens.
        granularity: "coarse" keeps terms, names and numbers with their units
            whole; "fine" takes them apart as Peking University's convention
            does.
        spelled: What makes of a word of *lexicon* how it is looked up; None
            leaves it.

    Raises:
        LexiconError: If a line of *lexicon* is not what it should be.
        OSError: If its file cannot be read.
        UnknownChoiceError: If there is no such engine or granularity.

    >>> [token.text for token in Segmenter(["海棠工坊"]).cut("入驻海棠工坊")]
    ['入驻', '海棠工坊']
    """

    def __init__(
        self,
        lexicon: Words = None,
        *,
        engine: str = "auto",
        granularity: str = "coarse",
        spelled: Callable[[str], str] | None = None,
    ) -> None:
        """Read the user's words; no dictionary is loaded."""
        if not isinstance(granularity, str) or granularity not in GRANULARITIES:
            raise UnknownChoiceError(
                f"unknown granularity {granularity!r}: choose one of {', '.join(GRANULARITIES)}"
            )
        if not isinstance(engine, str) or engine not in ENGINES:
            raise UnknownChoiceError(
                f"unknown segmentation engine {engine!r}: choose one of {', '.join(ENGINES)}"
            )
        terms = terms_of(lexicon, spelled)
        self._engine_name = engine
        self._granularity = granularity
        self._terms = tuple(term for term in terms if _IS_HAN.fullmatch(term.word))
        self._mixed = {term.word: term.tag for term in terms if not _IS_HAN.fullmatch(term.word)}
        self._whole = frozenset(term.word for term in self._terms)
        self._loaded: Engine | None = None
        self._run = _pattern(fine.RUN if granularity == "fine" else RUN, self._mixed)

    def __repr__(self) -> str:
        """Say what it was made of."""
        own = len(self._terms) + len(self._mixed)
        return (
            f"Segmenter({own} words of the user's, engine={self._engine_name!r}, "
            f"granularity={self._granularity!r})"
        )

    @property
    def granularity(self) -> str:
        """Which of the two granularities its words have."""
        return self._granularity

    def cut(self, text: str, *, wholes: Iterable[Whole] = (), read_as: str = "") -> list[Token]:
        """Cut *text* into words.

        Args:
            text: Any string.
            wholes: What shall be one token each, in order and disjoint.
            read_as: The text that the dictionaries shall see in its place,
                of the same length; none for the text itself.

        Returns:
            The tokens in order, with places in *text*; only white space lies
            between them.
        """
        words, tags, kinds = self._cut(text, list(wholes), read_as)
        return _tokens(words, tags, kinds)

    def tagged(self, text: str, wholes: Iterable[Whole] = ()) -> tuple[list[str], list[str]]:
        """Cut *text* as `cut` does, without making tokens.

        Returns:
            The words, which joined are *text*, and their tags; white space has none.
        """
        words, tags, _ = self._cut(text, list(wholes))
        return words, tags

    def _cut(
        self, text: str, wholes: list[Whole], read_as: str = ""
    ) -> tuple[list[str], list[str], list[Kind | None]]:
        # no dictionary knows the round zero; 零 reads the same
        seen = (read_as or text).replace("〇", "零").replace(STAND_IN, _ANOTHER)
        engine = self._engine
        shown, runs = self._shown(seen, wholes)
        words = engine.cut(shown)
        tags = list(map(engine.tags.__getitem__, words))
        for first, tag in reversed(torn_at(words)):
            words[first : first + 2] = ["".join(words[first : first + 2])]
            tags[first : first + 2] = [tag]
        for first, end in reversed(persons_at(words, tags)):
            words[first:end] = ["".join(words[first:end])]
            tags[first:end] = [NAME]
        if self._granularity == "fine":
            words, tags = self._finer(words, tags, engine)
        kinds = _put_back(runs, words, tags)
        if seen != text:
            words = _as_in(text, words)
        return words, tags, kinds

    def __getstate__(self) -> dict[str, object]:
        """Leave the engine behind: another process loads its own."""
        return {**self.__dict__, "_loaded": None}

    @property
    def _engine(self) -> Engine:
        if self._loaded is None:
            self._loaded = engine_named(self._engine_name, self._terms)
        return self._loaded

    def _shown(self, seen: str, wholes: list[Whole]) -> tuple[str, list[_Run]]:
        """Return what the engine is shown, and the runs for which it has a stand-in there."""
        held = iter([_Run(seen[start:end], tag, kind) for start, end, tag, kind in wholes])
        outside = STAND_IN.join(_between(seen, wholes)) if wholes else seen
        shown: list[str] = []
        runs: list[_Run] = []
        start = 0
        for match in self._run.finditer(outside):
            shown.append(outside[start : match.start()])
            start = match.end()
            run = match[0]
            if run == STAND_IN:
                runs.append(next(held))
            else:
                tag = match.lastgroup or _MARK
                if tag == _OWN:
                    tag = self._mixed[run]
                runs.append(_Run(run, "" if tag == _SPACE else tag))
        shown.append(outside[start:])
        return STAND_IN.join(shown), runs

    def _finer(
        self, words: list[str], tags: list[str], engine: Engine
    ) -> tuple[list[str], list[str]]:
        pieces = list(fine.finer(zip(words, tags, strict=True), self._whole))
        return [piece for piece, _ in pieces], [tag or engine.tags[piece] for piece, tag in pieces]


def _pattern(run: re.Pattern[str], mixed: Iterable[str]) -> re.Pattern[str]:
    """Return *run* with words that have more in them than Chinese characters: 5G基站."""
    by_first: dict[str, list[str]] = {}
    for word in mixed:
        by_first.setdefault(word[:_TOLD_APART_BY], []).append(_bounded(word))
    # in groups, so that not every word is tried everywhere
    words = "|".join(
        f"(?={re.escape(first)})(?:{'|'.join(group)})" for first, group in by_first.items()
    )
    return re.compile(f"(?P<{_OWN}>{words})|{run.pattern}", run.flags) if words else run


def _bounded(word: str) -> str:
    """Return the pattern of *word*, which no letter or digit before or behind it may continue."""
    before = rf"(?<!{_ALNUM})" if re.match(_ALNUM, word) else ""
    behind = rf"(?!{_ALNUM})" if re.match(_ALNUM, word[-1]) else ""
    return f"{before}{re.escape(word)}{behind}"


def _between(seen: str, runs: Iterable[Whole]) -> Iterator[str]:
    start = 0
    for run in runs:
        yield seen[start : run.start]
        start = run.end
    yield seen[start:]


def _put_back(runs: list[_Run], words: list[str], tags: list[str]) -> list[Kind | None]:
    """Put each run where its stand-in is; return what kinds of figures there are."""
    kinds: list[Kind | None] = [None] * len(words)
    if runs:
        places = [place for place, word in enumerate(words) if word == STAND_IN]
        for place, (run, tag, kind) in zip(places, runs, strict=True):
            words[place], tags[place], kinds[place] = run, tag, kind
    return kinds


def _as_in(text: str, words: list[str]) -> list[str]:
    """Return what stands in *text* where *words* stand in what was read for it."""
    ends = list(accumulate(map(len, words)))
    return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def _tokens(words: list[str], tags: list[str], kinds: list[Kind | None]) -> list[Token]:
    starts = list(accumulate(map(len, words), initial=0))
    rows = zip(words, starts, starts[1:], tags, kinds, strict=False)  # of starts there is one more
    # as Token._make does, without a call of Python for each
    tokens = list(map(tuple.__new__, repeat(Token), rows))
    return tokens if all(tags) else [token for token in tokens if token.tag]

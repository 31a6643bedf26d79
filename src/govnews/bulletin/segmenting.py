"""The public calls that cut words: segment, words, sentences, and the segmenter they share.

Here figures and words meet: what the figure grammar reads is one token.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import attrgetter
from typing import Final

from govnews import figures, segmentation
from govnews.bulletin.checking import checked
from govnews.models import Kind, Sentence, Token
from govnews.segmentation import Whole, Words

_TIME: Final = "t"
_NUMBER: Final = "m"
_SLOGAN: Final = "nz"
_START: Final = attrgetter("start")
_FULL_WIDTH: Final = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a％．]")


class Segmenter:
    """Cuts texts into words, with a lexicon and a granularity of your own.

    It never changes once it is made: threads may share it, and it can be pickled
    and forked.  Its dictionary is loaded when the first text is cut.

    Args:
        lexicon: Words of your own, beside those that ship with the package: the
            path of a UTF-8 file in jieba's format for user dictionaries, or the
            lines themselves: a word, then, if wanted, its frequency (else as
            high as keeps it whole) and its tag (else n). Lines with # say
            nothing; of a word that comes twice the last counts.  In coarse
            words figures and slogans go before them.
        engine: "jieba", "rjieba" (extra `fast`: the same words, faster) or
            "auto", which takes rjieba where it is installed.
        granularity: "coarse" keeps terms, persons' names, slogans and figures
            whole; "fine" takes them apart as Peking University's convention
            does (Yu Shiwen et al., 2002), as in the SIGHAN bakeoff of 2005.
        figures: Whether coarse words have figures whole.  Without, cutting takes
            half the time or less: the grammar of figures is not asked.

    Raises:
        LexiconError: If a line of *lexicon* is not what it should be.
        OSError: If its file cannot be read.
        UnknownChoiceError: If there is no such engine or granularity.

    >>> segmenter = Segmenter(["海棠工坊 n"])
    >>> segmenter.words("浙江12家企业入驻海棠工坊。")
    ['浙江', '12家', '企业', '入驻', '海棠工坊']
    """

    __slots__ = ("_cutter", "_figures")

    def __init__(
        self,
        lexicon: Words = None,
        *,
        engine: str = "auto",
        granularity: str = "coarse",
        figures: bool = True,
    ) -> None:
        """Read the lexicon; no dictionary is loaded."""
        self._cutter = segmentation.Segmenter(
            lexicon, engine=engine, granularity=granularity, spelled=_as_cleaned
        )
        self._figures = figures

    def __repr__(self) -> str:
        """Say what it was made of."""
        return repr(self._cutter)

    def segment(self, text: str) -> list[Token]:
        """Split a text into words; see `govnews.segment`.

        Raises:
            TypeError: If *text* is not a str.
            MissingExtraError: If the engine is "rjieba" and it is not installed.

        >>> [token.text for token in Segmenter(granularity="fine").segment("困难职工43家")]
        ['困难', '职工', '43', '家']
        """
        return self._cut(text, _as_cleaned(checked(text, "segment")))

    def _cut(self, text: str, seen: str) -> list[Token]:
        if self._cutter.granularity == "fine":
            return self._cutter.cut(text, read_as=seen)
        wholes = _wholes(seen, figures.spans(seen) if self._figures else ())
        return _with_people(self._cutter.cut(text, wholes=wholes, read_as=seen), seen)

    def words(self, text: str, *, stop: bool = False) -> list[str]:
        """Return the words of a text without its marks; see `govnews.words`.

        >>> Segmenter().words("全省的困难职工。", stop=True)
        ['困难职工']
        """
        seen = _as_cleaned(checked(text, "words"))
        return [
            token.text
            for token in self._cut(text, seen)
            if not segmentation.is_mark(token)
            and not (stop and segmentation.is_stop(token, seen[token.start : token.end]))
        ]


def segment(text: str, *, engine: str = "auto", granularity: str = "coarse") -> list[Token]:
    """Split a text into words.

    The words are those of jieba's dictionary and of a lexicon of this field. A
    figure is one token and carries its kind, a person's name, a slogan or title
    between quotation marks, a run of Latin letters or of one mark is one, too.

    Args:
        text: The text, clean or not, Simplified or Traditional.  It is cut as it
            stands; of garbled text better cut what `clean` returns.
        engine: "jieba", "rjieba" (extra `fast`: the same words, faster) or
            "auto", which takes rjieba where it is installed.
        granularity: "coarse", or "fine" for the words of Peking University's
            convention (Yu Shiwen et al., 2002): terms, names and figures are
            taken apart.

    Returns:
        The tokens in order, with code-point offsets in *text*; only white space
        lies between them.  `tag` is a part of speech in jieba's tag set, `upos`
        in that of Universal Dependencies.

    Raises:
        TypeError: If *text* is not a str.
        UnknownChoiceError: If there is no such engine or granularity.
        MissingExtraError: If *engine* is "rjieba" and it is not installed.

    >>> [token.text for token in segment("省总工会走访43家企业")]
    ['省总工会', '走访', '43家', '企业']
    >>> segment("近8000名")[0].kind.value
    'headcount'
    """
    return _segmenter(engine, granularity).segment(text)


def words(
    text: str, *, stop: bool = False, engine: str = "auto", granularity: str = "coarse"
) -> list[str]:
    """Return the words of a text, without marks and white space.

    Args:
        text: As for `segment`.
        stop: Whether to leave out what says little about a bulletin: figures,
            particles, and a list of words that stand in any (全省, 进一步, 表示).
        engine: As for `segment`.
        granularity: As for `segment`.

    Raises:
        TypeError: If *text* is not a str.
        UnknownChoiceError: If there is no such engine or granularity.
        MissingExtraError: If *engine* is "rjieba" and it is not installed.

    >>> words("省总工会进一步做好送清凉工作，走访43家企业。", stop=True)
    ['省总工会', '送清凉', '走访', '企业']
    """
    return _segmenter(engine, granularity).words(text, stop=stop)


def sentences(text: str) -> list[Sentence]:
    """Split a text into sentences; quotations, brackets and decimals are kept together.

    Args:
        text: The text.

    Returns:
        The sentences in order, with code-point offsets in *text*; only white
        space lies between them.

    Raises:
        TypeError: If *text* is not a str.

    >>> [sentence.text for sentence in sentences("增长3.5%。“能过年了！”他说。")]
    ['增长3.5%。', '“能过年了！”他说。']
    """
    checked(text, "sentences")
    return [Sentence(text[start:end], start, end) for start, end in segmentation.sentences(text)]


@lru_cache(maxsize=8)
def _kept(engine: str, granularity: str) -> Segmenter:
    return Segmenter(engine=engine, granularity=granularity)


def _segmenter(engine: str, granularity: str) -> Segmenter:
    if isinstance(engine, str) and isinstance(granularity, str):
        return _kept(engine, granularity)
    return Segmenter(engine=engine, granularity=granularity)


def _as_cleaned(text: str) -> str:
    """Return the text as its words are to be looked up: cleaned, where that moves nothing."""
    if _is_plain(text):
        return text
    from govnews.bulletin.cleaned import clean
    from govnews.cleaning.script import simplified

    converted = simplified(text)
    seen = list(converted if len(converted) == len(text) else text)
    for edit in clean(text).edits:
        if not edit.growth:
            seen[edit.start : edit.end] = edit.after
    return "".join(seen)


def _is_plain(text: str) -> bool:
    """Tell whether every character is one that Simplified text is written with in plain width."""
    try:
        # GB 2312 has no Traditional ones; two of its marks have other code points in Python's
        text.replace("—", "").replace("·", "").encode("gb2312")
    except UnicodeEncodeError:
        return False
    return not _FULL_WIDTH.search(text)


def _wholes(text: str, spans: Iterable[tuple[int, int, Kind]]) -> list[Whole]:
    """Return figures and slogans; where they overlap, the figures only."""
    found = [
        Whole(start, end, _TIME if kind is Kind.DATE else _NUMBER, kind)
        for start, end, kind in spans
    ]
    quoted = (Whole(start, end, _SLOGAN) for start, end in segmentation.quotations(text))
    apart = list(_apart(quoted, found))
    return sorted(found + apart, key=_START) if apart else found


def _apart(quoted: Iterator[Whole], found: list[Whole]) -> Iterator[Whole]:
    """Yield those of *quoted* that no figure is in."""
    place = 0
    for whole in quoted:
        while place < len(found) and found[place].end <= whole.start:
            place += 1
        if place == len(found) or found[place].start >= whole.end:
            yield whole


def _with_people(tokens: list[Token], seen: str) -> list[Token]:
    """Make headcounts of counts of people: 18个|工友."""
    for place, token in enumerate(tokens):
        if token.kind is Kind.COUNT and seen[token.end - 1] == "个" and place + 1 < len(tokens):
            behind = tokens[place + 1]
            noun = behind.upos in ("NOUN", "PROPN")
            if noun and figures.is_person(seen[behind.start : behind.end]):
                tokens[place] = token._replace(kind=Kind.HEADCOUNT)
    return tokens

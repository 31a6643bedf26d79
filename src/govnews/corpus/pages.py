"""What the functions of this package are given: bulletins, as they were found or analysed."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from govnews.bulletin import clean as cleaned_text
from govnews.bulletin.bulletin import Bulletin
from govnews.cleaning import edits
from govnews.models import CleanText

Source: TypeAlias = str | Bulletin
"""A bulletin: its text as it was found, or what `analyze` made of it."""

Texts: TypeAlias = Source | Mapping[Any, Source] | Iterable[Source]
"""A bulletin, or many: one after another, or by their names."""


@dataclass(frozen=True, slots=True)
class Page:
    """A bulletin as its words are counted.

    Attributes:
        number: Its place among those that were given, from 0.
        name: What the caller calls it, if he does.
        cleaned: Its text, which knows where it stood in the caller's string.
        parts: Where its paragraphs stand in the caller's string, in order; None if all counts.
    """

    number: int
    name: str | None
    cleaned: CleanText
    parts: tuple[tuple[int, int], ...] | None = None

    @property
    def text(self) -> str:
        """The cleaned text."""
        return self.cleaned.text

    def holds(self, start: int, end: int) -> bool:
        """Tell whether what stands at a span of the cleaned text counts.

        All of a text does.  Of a bulletin its paragraphs do: whoever leaves some out
        (`dataclasses.replace`) wants no words of them.
        """
        if self.parts is None:
            return True
        place, _ = self.cleaned.to_raw(start, end)
        before = bisect_right(self.parts, place, key=_start) - 1
        return before >= 0 and place < self.parts[before][1]


def _start(part: tuple[int, int]) -> int:
    return part[0]


def pages(texts: Texts, asker: str, *, clean: bool = True) -> Iterator[Page]:
    """Read bulletins one after the other.

    Args:
        texts: What the caller passed.
        asker: The function that he passed it to, for errors.
        clean: Whether to clean texts; a `Bulletin` has been.

    Yields:
        A page for each, in their order.

    Raises:
        TypeError: If *texts* or one of them is neither text nor bulletin.

    >>> [(page.number, page.name, page.text) for page in pages({"a": "職工"}, "keywords")]
    [(0, 'a', '职工')]
    """
    for number, (name, source) in enumerate(_named(texts, asker)):
        yield _page(number, name, source, asker, clean=clean)


def _named(texts: Texts, asker: str) -> Iterator[tuple[str | None, Source]]:
    if hasattr(texts, "columns"):
        raise TypeError(f"{asker} takes texts, not a table: pass one of its columns")
    if isinstance(texts, (str, Bulletin)):
        yield None, texts
    elif isinstance(texts, Mapping):
        yield from ((str(name), source) for name, source in texts.items())
    elif isinstance(texts, (bytes, bytearray)) or not isinstance(texts, Iterable):
        raise _neither(texts, asker)
    else:
        yield from ((None, source) for source in texts)


def _page(number: int, name: str | None, source: Source, asker: str, *, clean: bool) -> Page:
    if isinstance(source, Bulletin):
        text = CleanText(edits.apply(source.edits, source.raw), source.raw, source.edits)
        parts = tuple(sorted((each.start, each.end) for each in source.paragraphs))
        return Page(number, source.id if name is None else name, text, parts)
    if not isinstance(source, str):
        raise _neither(source, asker)
    return Page(number, name, cleaned_text(source) if clean else CleanText(source, source))


def _neither(given: object, asker: str) -> TypeError:
    return TypeError(
        f"{asker} takes texts (str) or Bulletins, not {type(given).__name__}; decode bytes first"
    )


def as_written(term: str, asker: str, *, clean: bool) -> str:
    """Return a word that is looked for as cleaned texts have it.

    Raises:
        TypeError: If it is no str.
        ValueError: If there is nothing in it.

    >>> as_written("職工", "concordance", clean=True)
    '职工'
    """
    if not isinstance(term, str):
        raise TypeError(f"{asker} looks for words (str), not {type(term).__name__}")
    written = cleaned_text(term).text if clean else term
    if not written.strip():
        raise ValueError(f"{asker} looks for {term!r}, which has nothing in it: name a word")
    return written

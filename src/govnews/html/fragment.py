"""A whole bulletin: its head, the key to the marks, its passages and what stood between them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple, Protocol

from govnews.escaping import attribute, content
from govnews.html.gaps import gap
from govnews.html.marking import FIX, GLOSS, LOST, class_of, passage
from govnews.models import Figure, Kind
from govnews.passages import Passage, Readable, behind, passages

_MEANING: Final = {
    GLOSS: "mechanical repair",
    FIX: "repair, with how sure it is",
    LOST: "could not be repaired: check",
}
#: What stands between the parts of the head.
_APART: Final = " · "


class Shown(Readable, Protocol):
    """What is needed of a bulletin."""

    @property
    def id(self) -> str | None:
        """The name that the caller gave it."""

    @property
    def source(self) -> str | None:
        """Its dateline."""

    @property
    def issued(self) -> date | None:
        """Its day of issue."""


class Tally(NamedTuple):
    """What a bulletin has of everything that is marked.

    Attributes:
        paragraphs: How many paragraphs.
        kinds: How many figures of each kind.
        damaged: How many figures of them are damaged.
        edits: How many edits with each class of mark.
    """

    paragraphs: int
    kinds: Counter[Kind]
    damaged: int
    edits: Counter[str]

    @classmethod
    def of(cls, shown: Sequence[Passage]) -> "Tally":
        """Count what is marked in passages."""
        figures: list[Figure] = [each.figure for one in shown for each in one.figures]
        return cls(
            len(shown),
            Counter(figure.kind for figure in figures),
            sum(figure.damaged for figure in figures),
            Counter(class_of(each.edit) for one in shown for each in one.repairs),
        )

    def __str__(self) -> str:
        """Say it in one line."""
        figures = self.kinds.total()
        parts = (
            _counted(self.paragraphs, "paragraph"),
            _counted(figures, "figure"),
            f"{self.damaged} of them damaged: check" if self.damaged else "",
            _counted(self.edits[LOST], "place") + " not repaired" if self.edits[LOST] else "",
        )
        return " · ".join(filter(None, parts))


def _counted(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"


def fragment(bulletin: Shown, *, style: str = "", named: bool = True) -> str:
    """Return *bulletin* as one element of the class `govnews`.

    Args:
        bulletin: The bulletin.
        style: Rules that it is to bring along; see `stylesheet`.
        named: Whether to head it with its id: not where a heading says it already.
    """
    shown = list(passages(bulletin))
    return article(bulletin, shown, Tally.of(shown), style=style, named=named)


def article(
    bulletin: Shown, shown: Sequence[Passage], tally: Tally, *, style: str = "", named: bool = True
) -> str:
    """Return what `fragment` does, for who has read the passages and counted what is in them.

    Args:
        bulletin: The bulletin.
        shown: Its passages.
        tally: What is marked in them.
        style: As for `fragment`.
        named: As for `fragment`.
    """
    label = f"bulletin {bulletin.id}" if bulletin.id else "bulletin"
    return "".join(
        (
            f'<article class="govnews" lang="en" dir="ltr" aria-label="{attribute(label)}">',
            f"<style>{style}</style>" if style else "",
            _head(bulletin, tally, named=named),
            _key(tally),
            *_body(bulletin, shown),
            "</article>",
        )
    )


def _head(bulletin: Shown, tally: Tally, *, named: bool) -> str:
    parts = (
        f"<b>{content(bulletin.id)}</b>" if named and bulletin.id else "",
        f'<span lang="zh-Hans">{content(bulletin.source)}</span>' if bulletin.source else "",
        f'<time datetime="{issued}">issued {issued}</time>' if (issued := bulletin.issued) else "",
        f"<span>{tally}</span>",
    )
    # what keeps them apart must be there without our style, which some pages strip
    return f"<header>{_APART.join(filter(None, parts))}</header>"


def _key(tally: Tally) -> str:
    """Explain the marks that the bulletin has."""
    figures = [
        f'<li><span class="swatch {kind}">{kind}</span> <small>{tally.kinds[kind]:,}</small></li>'
        for kind in Kind
        if tally.kinds[kind]
    ]
    if tally.damaged:
        said = "damaged figure: check"
        figures.append(
            f'<li><span class="damaged">{said}</span> <small>{tally.damaged:,}</small></li>'
        )
    edits = [
        f'<li><span class="{name}">{said}</span> <small>{tally.edits[name]:,}</small></li>'
        for name, said in _MEANING.items()
        if tally.edits[name]
    ]
    listed = "".join((*figures, *edits))
    return f'<ul class="key" aria-label="key">{listed}</ul>' if listed else ""


def _body(bulletin: Shown, shown: Sequence[Passage]) -> Iterator[str]:
    """Yield the passages, and what stood before, between and behind them."""
    position = 0
    for each in shown:
        yield gap(bulletin.raw, position, each.paragraph.start, each.before)
        yield passage(each, bulletin.raw)
        position = each.paragraph.end
    yield gap(bulletin.raw, position, len(bulletin.raw), behind(bulletin))

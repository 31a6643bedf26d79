"""What a report is about, gathered once for all its parts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from os.path import commonprefix
from typing import TYPE_CHECKING, NamedTuple

from govnews.models import Figure, Reason
from govnews.palette import NO_TOPIC, TOPIC_COLOURS
from govnews.passages import Passage, PlacedFigure, passages
from govnews.topics.labels import TOPICS
from govnews.totalling import Total, reasons, totals_of

if TYPE_CHECKING:
    from govnews.bulletin import Bulletin

#: The class of what has no topic, in the style of the page.
UNLABELLED = "none"


class Found(NamedTuple):
    """A figure and where it was found; numbers count from 1, as in the links of the page."""

    bulletin: int
    number: int
    passage: Passage
    placed: PlacedFigure
    reason: Reason | None

    @property
    def figure(self) -> Figure:
        """The figure itself."""
        return self.placed.figure

    @property
    def link(self) -> str:
        """Where in the page its passage is."""
        return f"#b{self.bulletin}-f{self.number}"


@dataclass(frozen=True)
class Collected:
    """The bulletins of a report.

    Attributes:
        bulletins: All of them, in order.
        left_out: What could not be read, by name.
    """

    bulletins: Sequence["Bulletin"]
    left_out: Sequence[str] = ()

    @cached_property
    def read(self) -> list[list[Passage]]:
        """The passages of each bulletin."""
        return [list(passages(bulletin)) for bulletin in self.bulletins]

    @cached_property
    def reasons(self) -> list[list[Reason | None]]:
        """Of each bulletin's figures in order, why it was not added."""
        return reasons(self.bulletins)

    @cached_property
    def totals(self) -> list[Total]:
        """What the figures come to, by kind and unit."""
        return totals_of((each.figure, each.reason) for each in self.found)

    @cached_property
    def issued(self) -> list[date | None]:
        """The day of issue of each bulletin."""
        return [bulletin.issued for bulletin in self.bulletins]

    @cached_property
    def folder(self) -> str:
        """The folder that all names begin with; people need not read it in every row."""
        names = [bulletin.id for bulletin in self.bulletins if bulletin.id]
        shared = commonprefix(names)  # noqa: RUF071 - and then up to its last slash
        return shared[: shared.rfind("/") + 1]

    def name(self, bulletin: int) -> str:
        """Return what a bulletin, counted from 1, is called in the page."""
        return (self.bulletins[bulletin - 1].id or "").removeprefix(self.folder) or "no name"

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The topics that occur: the five in their order, then those of other models."""
        occurring = dict.fromkeys(
            topic
            for bulletin in self.bulletins
            for paragraph in bulletin.paragraphs
            for topic in paragraph.topics
        )
        ours = tuple(label for label in TOPICS if label in occurring)
        return ours + tuple(label for label in occurring if label not in TOPICS)

    @cached_property
    def colours(self) -> Mapping[str, str]:
        """The class of each topic in the style of the page; the five always have the same."""
        every = (*TOPICS, *(label for label in self.labels if label not in TOPICS))
        return {label: f"t{place % len(TOPIC_COLOURS)}" for place, label in enumerate(every)}

    @cached_property
    def found(self) -> list[Found]:
        """Every figure in order."""
        return list(self._found())

    def _found(self) -> Iterator[Found]:
        for bulletin, (read, why) in enumerate(zip(self.read, self.reasons, strict=True), 1):
            placed = ((passage, each) for passage in read for each in passage.figures)
            for number, ((passage, each), reason) in enumerate(zip(placed, why, strict=True), 1):
                yield Found(bulletin, number, passage, each, reason)


def collected(bulletins: Iterable["Bulletin"], left_out: Sequence[str]) -> Collected:
    """Read all bulletins; what was left out is known only then.

    >>> from govnews import analyze
    >>> [each.link for each in collected([analyze("走访43家企业，慰问5人")], ()).found]
    ['#b1-f1', '#b1-f2']
    """
    every = tuple(bulletins)
    return Collected(every, tuple(left_out))


def palette() -> Iterator[str]:
    """Yield the rules of style that give topics their colours."""
    for place, colour in enumerate((*TOPIC_COLOURS, NO_TOPIC)):
        name = UNLABELLED if place == len(TOPIC_COLOURS) else f"t{place}"
        yield f".{name}{{--colour:{colour}}}"

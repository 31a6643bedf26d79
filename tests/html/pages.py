"""Pages to show, and what a reader sees of their HTML."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser

from govnews.models import Edit, Figure, Kind, Paragraph


@dataclass(frozen=True)
class Page:
    """As much of a bulletin as HTML needs."""

    raw: str
    paragraphs: tuple[Paragraph, ...] = ()
    edits: tuple[Edit, ...] = ()
    id: str | None = None
    source: str | None = None
    issued: date | None = None


def one(text: str, *figures: Figure, raw: str | None = None, edits: tuple[Edit, ...] = ()) -> Page:
    """Make a page of one paragraph."""
    said = text if raw is None else raw
    return Page(said, (Paragraph(text, 0, len(said), figures=figures),), edits)


def people(start: int, end: int, **more: object) -> Figure:
    """Make a figure of 58 people."""
    fields = {"unit": "人", "rule": "headcount.unit", **more}
    return Figure(Kind.HEADCOUNT, "58名", start, end, Decimal(58), **fields)  # type: ignore[arg-type]


class Seen(HTMLParser):
    """What is in a fragment: the text of each paragraph, the cards, the tags that are open."""

    def __init__(self, html: str) -> None:
        """Read *html*."""
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.paragraphs: list[str] = []
        self.cards: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open."""
        self.tags.append((tag, dict(attrs)))
        self.open.append(tag)
        if tag == "p":
            self.paragraphs.append("")
        if tag == "i":
            self.cards.append(dict(attrs)["aria-label"] or "")

    def handle_endtag(self, tag: str) -> None:
        """Close the last one, which must be this."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep what a reader sees of a paragraph."""
        if "p" in self.open:
            self.paragraphs[-1] += data

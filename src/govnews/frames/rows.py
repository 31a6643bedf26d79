"""What a bulletin says, row by row: plain dicts, without pandas or Arrow.

A date is no number: it stands in `date` (and the end of a span in `date_end`) as ISO 8601
text, and `value`, `upper`, `low` and `high` stay empty.  Numbers are exact.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final, Protocol, TypeAlias

from govnews.frames.columns import FIGURE
from govnews.models import Figure, Kind, Reason
from govnews.passages import Readable, cleaned, passages

Row: TypeAlias = dict[str, Any]

_NUMBERS: Final = ("value", "upper", "low", "high")
_MADE: Final = ("value_float", "date", "date_end")
_FIELDS: Final = tuple(column.name for column in FIGURE if column.name not in _MADE)


class Analysed(Readable, Protocol):
    """What is needed of a bulletin."""

    @property
    def id(self) -> str | None:
        """The caller's name for it."""

    @property
    def issued(self) -> date | None:
        """Its day of issue."""


def figure_fields(figure: Figure) -> Row:
    """Return the cells that describe a figure, without its place in a bulletin.

    >>> row = figure_fields(Figure(Kind.DATE, "2015年", 0, 5, "2015"))
    >>> row["date"], row["value"]
    ('2015', None)
    """
    row: Row = {name: getattr(figure, name) for name in _FIELDS}
    if figure.kind is Kind.DATE:
        row |= dict.fromkeys(_NUMBERS)
        dates: Row = {"date": figure.value, "date_end": figure.upper, "value_float": None}
    else:
        dates = {"date": None, "date_end": None, "value_float": float(figure.value)}
    return row | dates | {"start": figure.start, "end": figure.end}


def figure_rows(
    bulletin: Analysed, name: str | None, why: Sequence[Reason | None]
) -> Iterator[Row]:
    """Yield one row a figure, with the columns `columns.figures`.

    Args:
        bulletin: What `analyze` returned.
        name: What to call it.
        why: Why its figures must not be added to others, or None: what `reasons` says.
    """
    from govnews.segmentation.excerpts import Excerpts

    reason = iter(why)
    for passage in passages(bulletin):
        topics = passage.paragraph.topics
        place = _place(bulletin, name, passage.number) | {"topic": topics[0] if topics else None}
        said = Excerpts(passage.paragraph.text)
        for placed in passage.figures:
            sentence = said.around(placed.start, placed.end)
            added = {"left_out": next(reason), "sentence": sentence}
            yield place | figure_fields(placed.figure) | added


def paragraph_rows(bulletin: Analysed, name: str | None, labels: tuple[str, ...]) -> Iterator[Row]:
    """Yield one row a paragraph, with the columns `columns.paragraphs`.

    A topic that the bulletin's models do not know has no score.
    """
    for number, paragraph in enumerate(bulletin.paragraphs):
        yield _place(bulletin, name, number) | {
            "topics": paragraph.topics,
            "text": paragraph.text,
            "start": paragraph.start,
            "end": paragraph.end,
            "truncated": paragraph.truncated,
            "n_figures": len(paragraph.figures),
            **dict.fromkeys(labels),
            **paragraph.scores,
        }


def edit_rows(bulletin: Analysed, name: str | None) -> Iterator[Row]:
    """Yield one row for each place where cleaning changed something, with the columns `EDITS`."""
    ends = [paragraph.end for paragraph in bulletin.paragraphs]
    for edit in bulletin.edits:
        number = bisect_right(ends, edit.start)
        inside = number < len(ends) and bulletin.paragraphs[number].start <= edit.start
        yield _place(bulletin, name, number if inside else None) | {
            "rule": edit.rule,
            "before": edit.before,
            "after": edit.after,
            "confidence": edit.confidence,
            "conversion": edit.is_conversion,
            "start": edit.start,
            "end": edit.end,
        }


def token_rows(bulletin: Analysed, name: str | None) -> Iterator[Row]:
    """Yield one row a word of the cleaned paragraphs, with the columns `TOKENS`."""
    from govnews.bulletin.segmenting import segment

    for passage in passages(bulletin):
        place = _place(bulletin, name, passage.number)
        text = cleaned(passage, bulletin.raw)
        for token in segment(text.text):
            start, end = text.to_raw(token.start, token.end)
            yield place | {
                "text": token.text,
                "tag": token.tag,
                "upos": token.upos,
                "kind": token.kind,
                "start": passage.paragraph.start + start,
                "end": passage.paragraph.start + end,
            }


def _place(bulletin: Analysed, name: str | None, paragraph: int | None) -> Row:
    return {"bulletin": name, "issued": bulletin.issued, "paragraph": paragraph}

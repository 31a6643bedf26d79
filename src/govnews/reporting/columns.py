"""The data of the page: columns with one entry a bulletin, a paragraph or a figure.

Words that repeat are kept once (`_coded`): a column of figures is a list of places in a list
of words, which is small, and fast to filter.  Positions count in UTF-16, as the scripts do.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from govnews.models import Edit, Figure
from govnews.passages import Passage, PlacedEdit, behind
from govnews.reporting.escaping import shown
from govnews.segmentation.excerpts import CUT, Excerpts
from govnews.segmentation.sentences import sentences
from govnews.topics.labels import TOPICS

if TYPE_CHECKING:
    from govnews.bulletin import Bulletin
    from govnews.reporting.collected import Collected

Columns: TypeAlias = dict[str, Any]
#: What of a figure stands in the page as it is.
_FIELDS: Final = (
    "kind",
    "text",
    "bound",
    "unit",
    "currency",
    "target",
    "change",
    "resolved",
    "rule",
    "damaged",
)
#: How exactly the confidence of a repair is told: the page shows whole percents.
_DECIMALS: Final = 2


def columns(collected: "Collected") -> Columns:
    """Return all data of the page, as JSON can hold it."""
    every = [passage for read in collected.read for passage in read]
    return {
        "topics": [
            [shown(label), TOPICS.get(label), collected.colours[label]]
            for label in collected.labels
        ],
        "folder": collected.folder,
        "bulletins": _bulletins(collected),
        "paragraphs": _paragraphs(every, collected.labels),
        "figures": _figures(collected),
    }


def _bulletins(collected: "Collected") -> Columns:
    place = {label: index for index, label in enumerate(collected.labels)}
    every = collected.bulletins
    return {
        "name": [bulletin.id for bulletin in every],
        "source": _coded(bulletin.source for bulletin in every),
        "issued": _coded(day and day.isoformat() for day in collected.issued),
        "paragraphs": [len(bulletin.paragraphs) for bulletin in every],
        "shares": _coded(
            tuple((place[label], share) for label, share in bulletin.shares.items())
            for bulletin in every
        ),
        "dropped": _sparse(map(_dropped_behind, every)),
    }


def _paragraphs(read: list[Passage], labels: tuple[str, ...]) -> Columns:
    place = {label: index for index, label in enumerate(labels)}
    return {
        "text": [passage.paragraph.text for passage in read],
        "topics": _coded(tuple(map(place.__getitem__, each.paragraph.topics)) for each in read),
        "figures": [len(passage.figures) for passage in read],
        "sentences": [_sentences(passage.paragraph.text) for passage in read],
        "truncated": _sparse(int(passage.paragraph.truncated) for passage in read),
        "repairs": _sparse(map(_repairs, read)),
        "dropped": _sparse(_dropped(passage.before) for passage in read),
    }


def _figures(collected: "Collected") -> Columns:
    found = collected.found
    raws = (collected.bulletins[each.bulletin - 1].raw for each in found)
    spans = [span for read in collected.read for passage in read for span in _spans(passage)]
    return {
        "start": [start for start, _ in spans],
        "end": [end for _, end in spans],
        "excerpts": _sparse(
            each for read in collected.read for one in read for each in _excerpts(one)
        ),
        **{name: _coded(getattr(each.figure, name) for each in found) for name in _FIELDS},
        "value": _coded(_number(each.figure.value) for each in found),
        "upper": _coded(_number(each.figure.upper) for each in found),
        "raw": _coded(_raw(each.figure, raw) for each, raw in zip(found, raws, strict=True)),
        "reason": _coded(each.reason for each in found),
    }


def _coded(column: Iterable[Any]) -> Columns:
    """Keep every word once, and where each row's word is.

    >>> _coded(["人", "元", "人"])
    {'words': ['人', '元'], 'at': [0, 1, 0]}
    """
    places: dict[Any, int] = {}
    at = [places.setdefault(word, len(places)) for word in column]
    return {"words": list(places), "at": at}


def _sparse(column: Iterable[Any]) -> Columns:
    """Keep only the rows that have something.

    >>> _sparse(["", "网讯"])
    {'1': '网讯'}
    """
    return {str(row): entry for row, entry in enumerate(column) if entry}


def _number(value: Decimal | str | None) -> str | None:
    return value if value is None or isinstance(value, str) else f"{value:f}"


def _raw(figure: Figure, raw: str) -> str | None:
    """Return how the page wrote a figure, where cleaning changed it."""
    form = raw[figure.start : figure.end]
    return None if form == figure.text else form


def _sentences(text: str) -> list[int]:
    """Return where the sentences begin."""
    place = _in_utf16(text)
    return [place(start) for start, _ in sentences(text)]


def _spans(passage: Passage) -> Iterator[tuple[int, int]]:
    place = _in_utf16(passage.paragraph.text)
    for figure in passage.figures:
        yield place(figure.start), place(figure.end)


def _excerpts(passage: Passage) -> Iterator[list[Any]]:
    """Yield what is shown of the sentence of each figure, where that is not the whole of it.

    That is its start and end, and what stands there where something was cut off.
    """
    place, excerpts = _in_utf16(passage.paragraph.text), Excerpts(passage.paragraph.text)
    for figure in passage.figures:
        (first, last), (left, right) = excerpts.spans(figure.start, figure.end)
        before, behind = CUT * (first < left), CUT * (right < last)
        whole = not before and not behind
        yield [] if whole else [place(left), place(right), before, behind]


def _repairs(passage: Passage) -> list[list[Any]]:
    place = _in_utf16(passage.paragraph.text)
    return [[place(repair.start), place(repair.end), *_edit(repair)] for repair in passage.repairs]


def _edit(placed: PlacedEdit) -> tuple[str, str, float]:
    edit = placed.edit
    return edit.rule, edit.before, round(edit.confidence, _DECIMALS)


def _dropped(edits: Iterable[Edit]) -> str:
    """Return the lines that cleaning left out."""
    return "".join(edit.before for edit in edits if edit.growth < 0).strip()


def _dropped_behind(bulletin: "Bulletin") -> str:
    return _dropped(behind(bulletin))


def _in_utf16(text: str) -> Callable[[int], int]:
    """Return what finds a place of *text* in UTF-16, where some characters take two units.

    >>> _in_utf16("𠮷5万元")(1)
    2
    """
    if max(text, default="") <= "\uffff":
        return lambda place: place
    wide = [place for place, character in enumerate(text) if character > "\uffff"]
    return lambda place: place + bisect_left(wide, place)

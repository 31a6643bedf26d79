"""Figures that were found beside figures that are labelled, text by text."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from govnews.bulletin import extract
from govnews.bulletin.lexicon import Lexical, lexicon_of
from govnews.evaluation.figures import ATTRIBUTES, Counts, Error, FigureScores, Share
from govnews.evaluation.labelled import Document, Label
from govnews.models import Figure, Kind

#: What does not make one target another: 职工“家”的数量 and 职工家
_UNTOLD: Final = re.compile(r"[\s的“”‘’「」『』《》\"']+")
_LEVEL: Final = re.compile(r"(?<=.)(?:占比|比重|数量|总数|总量)$")


def score_figures(documents: Iterable[Document], *, lexicon: Lexical = None) -> FigureScores:
    """Extract the figures of labelled texts and compare them with the labels.

    A figure is right if it overlaps a labelled one and agrees in kind, value,
    upper end, unit and currency.  Optional labels, and what is found there, do
    not count.  Attributes are compared on right figures; targets agree if
    they are equal, without quotes, spaces and 的 and without 占比, 比重, 数量, 总数 or
    总量 at the end, or if one ends with the other.

    Args:
        documents: The labelled texts.
        lexicon: As for `extract`.

    Raises:
        LexiconError: If the file of *lexicon* is not what it should be.
        OSError: If it cannot be read.

    >>> label = Label("count", "43家", 2, 5, "43", None, "exact", "家", None, "企业", None)
    >>> scores = score_figures([Document("a", "走访43家企业", (label,))])
    >>> scores.counts().f1, scores.share("target").accuracy
    (1.0, 1.0)
    """
    tally, known = _Tally(), lexicon_of(lexicon)
    for document in documents:
        tally.add(document, extract(document.text, lexicon=known))
    return tally.scores()


class _Tally:
    """Counts by what was counted, and kind."""

    def __init__(self) -> None:
        self.documents = 0
        self.counts: Counter[tuple[str, Kind]] = Counter()
        self.agreed: Counter[tuple[str, Kind]] = Counter()
        self.errors: list[Error] = []

    def add(self, document: Document, found: Sequence[Figure]) -> None:
        """Compare what was found in a text with its labels."""
        self.documents += 1
        left = dict(enumerate(found))
        labels = list(_overlaps(document.figures, found))
        unread = [
            (label, at)
            for label, at in labels
            if not label.optional and not self._right(document, label, at, left)
        ]
        for _, at in (each for each in labels if each[0].optional):
            for index in at:
                left.pop(index, None)
        wrong: set[int] = set()
        for label, at in unread:
            wrong.update(at)
            self._unread(document, label, [left[index] for index in at if index in left])
        for index, figure in left.items():
            self.counts["wrong" if index in wrong else "spurious", figure.kind] += 1
            if index not in wrong:
                self._err(document, "spurious", figure.text, "", _told(figure))

    def scores(self) -> FigureScores:
        """Return what it adds up to."""
        return FigureScores(
            self.documents,
            {
                kind: Counts(**{name: self.counts[name, kind] for name in Counts.__slots__})
                for kind in Kind
            },
            {
                name: {
                    kind: Share(self.agreed[name, kind], self.counts["right", kind])
                    for kind in Kind
                }
                for name in ATTRIBUTES
            },
            tuple(self.errors),
        )

    def _right(self, document: Document, label: Label, at: range, left: dict[int, Figure]) -> bool:
        """Take the figure that was labelled from those *left*, if it was found."""
        index = next((one for one in at if one in left and _same(label, left[one])), None)
        if index is None:
            return False
        figure = left.pop(index)
        self.counts["right", label.kind] += 1
        for attribute in ATTRIBUTES:
            agrees = _agrees(attribute, label, figure)
            self.agreed[attribute, label.kind] += agrees
            if not agrees:
                texts = (_attribute(attribute, label), _attribute(attribute, figure))
                self._err(document, attribute, label.text, *texts)
        return True

    def _unread(self, document: Document, label: Label, instead: Sequence[Figure]) -> None:
        self.counts["misread" if instead else "missing", label.kind] += 1
        read = ", ".join(map(_told, instead))
        self._err(document, "wrong" if instead else "missing", label.text, _told(label), read)

    def _err(self, document: Document, what: str, text: str, labelled: str, read: str) -> None:
        self.errors.append(Error(document.id, what, text, labelled, read))


def _overlaps(labels: Iterable[Label], found: Sequence[Figure]) -> Iterator[tuple[Label, range]]:
    """Yield each label with the indices of the figures that overlap it; these are disjoint."""
    starts, ends = [one.start for one in found], [one.end for one in found]
    for label in labels:
        yield label, range(bisect_right(ends, label.start), bisect_left(starts, label.end))


def _same(label: Label, figure: Figure) -> bool:
    return (
        (figure.kind, figure.unit, figure.currency) == (label.kind, label.unit, label.currency)
        and _equal(label.value, figure.value)
        and _equal(label.upper, figure.upper)
    )


def _equal(labelled: str | None, read: Decimal | str | None) -> bool:
    if labelled is None or not isinstance(read, Decimal):
        return labelled == read
    return Decimal(labelled) == read


def _agrees(attribute: str, label: Label, figure: Figure) -> bool:
    if attribute == "span":
        return (figure.start, figure.end) == (label.start, label.end)
    if attribute != "target":
        return bool(getattr(figure, attribute) == getattr(label, attribute))
    one, other = _bare(figure.target), _bare(label.target)
    # the head decides: 帮扶资金 and 困难职工帮扶资金 are the same column of a table
    return one == other or (bool(one and other) and (one.endswith(other) or other.endswith(one)))


def _bare(target: str | None) -> str:
    return _LEVEL.sub("", _UNTOLD.sub("", target or ""))


def _attribute(attribute: str, figure: Label | Figure) -> str:
    return figure.text if attribute == "span" else getattr(figure, attribute) or ""


def _told(figure: Label | Figure) -> str:
    """Say what a figure is, as far as it must agree."""
    ends = " to ".join(str(end) for end in (figure.value, figure.upper) if end is not None)
    return " ".join(filter(None, (figure.kind.value, ends, figure.unit, figure.currency)))

"""One passage of a bulletin: its topics, and its text with figures and repairs marked."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Final

from govnews.escaping import attribute, content
from govnews.html.cards import edit_card, figure_card, is_routine
from govnews.models import UNREPAIRED, Edit, Paragraph
from govnews.palette import colour_of_topic
from govnews.passages import Passage, PlacedFigure
from govnews.runs import Run, runs
from govnews.topics import TOPICS

#: The class of what could not be repaired, of a repair, and of a mechanical one.
LOST: Final = "lost"
FIX: Final = "fix"
GLOSS: Final = "gloss"


def passage(shown: Passage, raw: str, *, anchor: str | None = None) -> str:
    """Return a passage as HTML: its topics, then its text with everything marked.

    The page must have the rules of `stylesheet`, and an element of the class `govnews` around it.

    Args:
        shown: The passage.
        raw: The caller's string, for what stood there before it was cleaned.
        anchor: An id to lead to it, which must be the only one of its name on the page.

    >>> from govnews.models import Figure, Kind
    >>> figure = PlacedFigure(Figure(Kind.COUNT, "43家", 2, 5, "43", unit="家"), 2, 5)
    >>> print(passage(Passage(0, Paragraph("走访43家", 0, 5), (figure,), (), ()), "走访43家"))
    <section><p lang="zh-Hans">走访<mark class="count" tabindex="0">43家\
<i role="tooltip" aria-label="count: 43 家"></i></mark></p></section>
    """
    named = f' id="{attribute(anchor)}"' if anchor else ""
    return (
        f"<section{named}>{_labels(shown.paragraph)}"
        f'<p lang="zh-Hans">{"".join(_marked(shown, raw))}</p></section>'
    )


def class_of(edit: Edit) -> str:
    """Return the class of an edit's mark.

    >>> class_of(Edit("unrepaired", 0, 1, "?", "?", 0.0))
    'lost'
    """
    if edit.rule == UNREPAIRED:
        return LOST
    return GLOSS if is_routine(edit) else FIX


def dropped(edit: Edit, shown: str) -> str:
    """Return what was taken out as a small sign with a card.

    Args:
        edit: What took it out.
        shown: HTML to show of it, if any.

    >>> print(dropped(Edit("gloss.drop", 1, 5, "(fǔ)", ""), ""))
    <span class="gloss drop" tabindex="-1"><i role="tooltip" aria-label="(fǔ) was taken out
    rule gloss.drop, sure"></i></span>
    """
    return _with_card(f"{class_of(edit)} drop", edit, shown)


def _labels(paragraph: Paragraph) -> str:
    """Head a paragraph with its topics, and say whether the source cut it off."""
    known = (*TOPICS, *sorted(paragraph.scores.keys() - TOPICS.keys()))
    labels = [_topic(label, paragraph, known) for label in paragraph.topics]
    if paragraph.truncated:
        labels.append('<span class="note">cut off in the source</span>')
    return f'<div class="labels">{" ".join(labels)}</div>' if labels else ""


def _topic(label: str, paragraph: Paragraph, known: tuple[str, ...]) -> str:
    score = paragraph.scores.get(label)
    sure = "" if score is None else f" {score:.0%}"
    name = f'<b lang="zh-Hans">{TOPICS[label]}</b> ' if label in TOPICS else ""
    colour = colour_of_topic(label, known)
    return (
        f'<span class="topic" style="--topic:{colour}">'
        f"{name}<span>{content(label)}</span><small>{sure}</small></span>"
    )


def _marked(shown: Passage, raw: str) -> Iterator[str]:
    """Yield the text of a paragraph, figure by figure and what lies between."""
    for figure, found in groupby(runs(shown), key=attrgetter("figure")):
        if figure is None:
            yield from map(_outside, found)
        else:
            yield _figure(figure, list(found), raw)


def _outside(run: Run) -> str:
    """Mark what is no figure."""
    if run.edit is None:
        return content(run.text)
    if not run.text:
        return dropped(run.edit, "")
    return _with_card(class_of(run.edit), run.edit, content(run.text))


def _with_card(classes: str, edit: Edit, inner: str) -> str:
    # there may be hundreds of mechanical ones: the tabulator key goes past them, a tap does not
    stop = "-1" if is_routine(edit) else "0"
    return f'<span class="{classes}" tabindex="{stop}">{inner}{_card(edit_card(edit))}</span>'


def _figure(placed: PlacedFigure, found: Sequence[Run], raw: str) -> str:
    """Mark a figure; what was repaired in it is told on its own card."""
    figure = placed.figure
    said = figure_card(figure, raw[figure.start : figure.end], list(_edits(found)))
    damaged = " damaged" if figure.damaged else ""
    inner = "".join(map(_inside, found))
    return f'<mark class="{figure.kind}{damaged}" tabindex="0">{inner}{_card(said)}</mark>'


def _edits(found: Iterable[Run]) -> Iterator[Edit]:
    """Yield the edits of neighbouring runs, each once."""
    last: Edit | None = None
    for run in found:
        if run.edit is not None and run.edit is not last:
            yield run.edit
        last = run.edit


def _inside(run: Run) -> str:
    """Mark a repair within a figure, without a card of its own."""
    if run.edit is None:
        return content(run.text)
    drop = "" if run.text else " drop"
    return f'<span class="{class_of(run.edit)}{drop}">{content(run.text)}</span>'


def _card(said: str) -> str:
    return f'<i role="tooltip" aria-label="{attribute(said)}"></i>'

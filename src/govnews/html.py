"""A bulletin as a fragment of HTML, for notebooks and reports.

The text is the caller's own, as garbled as it came, with its figures marked
by kind and the exact value, bound, unit and target in a tooltip; every
paragraph is headed by its topics.  The fragment stands alone: no script,
nothing loaded from elsewhere.  Its colours are translucent and the text keeps
that of the page, so that it can be read on light and on dark.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from html import escape
from typing import Final, Protocol

from govnews.models import Bound, Figure, Kind, Paragraph

#: Hue of the mark, in degrees: kinds that are easily confused lie far apart.
_HUES: Final = {
    Kind.MONEY: 45,
    Kind.HEADCOUNT: 210,
    Kind.PERCENTAGE: 285,
    Kind.MULTIPLE: 320,
    Kind.COUNT: 130,
    Kind.MEASURE: 175,
    Kind.DURATION: 20,
    Kind.DATE: 245,
    Kind.ORDINAL: 80,
}
_STYLE: Final = (
    ".govnews{line-height:1.9;max-width:60em}"
    ".govnews p{margin:.3em 0 1em;white-space:pre-wrap;overflow-wrap:anywhere}"
    ".govnews mark{color:inherit;padding:.1em .15em;border-radius:.25em;cursor:help;"
    "box-decoration-break:clone;-webkit-box-decoration-break:clone}"
    ".govnews mark[data-damaged]{background:none!important;outline:2px dashed #d33;"
    "text-decoration:underline wavy #d33}"
    ".govnews .topic,.govnews .note{display:inline-block;font-size:.8em;line-height:1.6;"
    "padding:0 .6em;margin-right:.5em;border:1px solid rgba(127,127,127,.6);border-radius:1em}"
    ".govnews .topic{background:rgba(127,127,127,.18);font-weight:600}"
    ".govnews .rest,.govnews .note{opacity:.7}"
    + "".join(
        f".govnews .{kind}{{background:hsla({hue},85%,50%,.28)}}" for kind, hue in _HUES.items()
    )
)
#: What a browser would drop or refuse: C0 controls but for tab and line ends, and C1.
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


class Readable(Protocol):
    """What is needed of a bulletin."""

    @property
    def raw(self) -> str:
        """The caller's string."""

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Its paragraphs, in order, with offsets in `raw`."""


def render(bulletin: Readable) -> str:
    """Return *bulletin* as a self-contained fragment of HTML.

    Everything of the raw text is shown, also what lies between paragraphs.

    >>> from types import SimpleNamespace
    >>> figure = Figure(Kind.MONEY, "5万元", 2, 5, Decimal(50000), unit="元", target="资金")
    >>> page = SimpleNamespace(raw="投入5万元", paragraphs=(
    ...     Paragraph("投入5万元", 0, 5, ("veterans",), {}, (figure,)),))
    >>> print(render(page).split("</style>")[1])
    <div><span class="topic">veterans</span><p>投入<mark class="money" \
title="money: 50,000 元 · 资金">5万元</mark></p></div></div>
    """
    return "".join(_fragments(bulletin))


def _fragments(bulletin: Readable) -> Iterator[str]:
    yield f'<div class="govnews" lang="zh"><style>{_STYLE}</style>'
    position = 0
    for paragraph in bulletin.paragraphs:
        yield _rest(bulletin.raw[position : paragraph.start])
        yield f"<div>{''.join(_labels(paragraph))}<p>"
        yield from _marked(bulletin.raw, paragraph)
        yield "</p></div>"
        position = paragraph.end
    yield _rest(bulletin.raw[position:])
    yield "</div>"


def _rest(text: str) -> str:
    """Show what belongs to no paragraph, unless it is only space."""
    return f'<p class="rest">{_text(text.strip())}</p>' if text.strip() else ""


def _labels(paragraph: Paragraph) -> Iterator[str]:
    for topic in paragraph.topics:
        score = paragraph.scores.get(topic)
        title = "" if score is None else f' title="{score:.2f}"'
        yield f'<span class="topic"{title}>{_text(topic)}</span>'
    if paragraph.truncated:
        yield '<span class="note">truncated</span>'


def _marked(raw: str, paragraph: Paragraph) -> Iterator[str]:
    """Yield the paragraph's own text with its figures in marks."""
    position = paragraph.start
    for figure in paragraph.figures:
        yield _text(raw[position : figure.start])
        damaged = ' data-damaged=""' if figure.damaged else ""
        yield (
            f'<mark class="{figure.kind}"{damaged} title="{_text(describe(figure))}">'
            f"{_text(raw[figure.start : figure.end])}</mark>"
        )
        position = figure.end
    yield _text(raw[position : paragraph.end])


def describe(figure: Figure) -> str:
    """Say in one line what a figure means, for a tooltip.

    >>> describe(Figure(Kind.HEADCOUNT, "近8000名", 0, 6, Decimal(8000), None, Bound.NEARLY, "人"))
    'headcount: nearly 8,000 人'
    """
    bound = "" if figure.bound in (Bound.EXACT, Bound.RANGE) else f"{figure.bound} "
    value = " to ".join(_number(end) for end in (figure.value, figure.upper) if end is not None)
    notes = (
        figure.target,
        figure.change,
        figure.resolved,
        "damaged: a digit may be missing" if figure.damaged else None,
    )
    said = f"{figure.kind}: {bound}{value} {figure.unit or ''}".rstrip()
    return " · ".join((said, *filter(None, notes)))


def _number(value: Decimal | str) -> str:
    return value if isinstance(value, str) else f"{value:,f}"


def _text(text: str) -> str:
    """Escape *text*, and show what HTML has no place for as a replacement character."""
    return escape(_CONTROLS.sub("\ufffd", text))

"""A bulletin for displaCy, spaCy's viewer: `displacy.render(given, style="ent", manual=True)`.

spaCy is not needed to make it.  displaCy writes titles into its page as they are, so what
comes from the caller is escaped here; what no page can hold is replaced.
"""

from collections.abc import Iterator
from html import escape
from typing import Any, Final, Literal, Protocol

from govnews.describing import describe
from govnews.errors import UnknownChoiceError
from govnews.escaping import writable
from govnews.models import Figure
from govnews.palette import HUES
from govnews.passages import Readable, passages

#: What parts two paragraphs.
_BREAK: Final = "\n"

OPTIONS: Final[dict[str, Any]] = {
    "colors": {kind.value: f"hsl({hue} 80% 78%)" for kind, hue in HUES.items()},
    "template": (
        '<mark class="entity" title="{described}" style="background: {bg}; color: #000; '
        'padding: 0.2em 0.4em; margin: 0 0.15em; line-height: 1; border-radius: 0.3em">{text}'
        '<span style="font-size: 0.7em; font-weight: bold; margin-left: 0.4em">{label}</span>'
        "</mark>"
    ),
}
"""Options for displaCy: our colours, and what each figure means in a tooltip."""


class Shown(Readable, Protocol):
    """What is needed of a bulletin."""

    @property
    def id(self) -> str | None:
        """The name that the caller gave it."""


def to_displacy(bulletin: Shown, text: Literal["clean", "raw"] = "clean") -> dict[str, Any]:
    """Return the figures of *bulletin* as entities, as displaCy takes them by hand.

    Args:
        bulletin: The bulletin.
        text: Which text is shown: its cleaned paragraphs, a line each, or the caller's own.

    Returns:
        `text`, `ents` (`start`, `end` and `label` of each figure, in order; its kind is the
        label, and `params` says what it means), `title` and `settings`.  Places count in
        the `text` beside them.

    Raises:
        UnknownChoiceError: If *text* is neither.

    >>> from types import SimpleNamespace
    >>> from govnews.models import Kind, Paragraph
    >>> figure = Figure(Kind.COUNT, "43家", 2, 5, "43", unit="家")
    >>> paragraph = Paragraph("走访43家", 0, 5, figures=(figure,))
    >>> bulletin = SimpleNamespace(id="a", raw="走访43家", edits=(), paragraphs=(paragraph,))
    >>> to_displacy(bulletin)["ents"]
    [{'start': 2, 'end': 5, 'label': 'count', 'params': {'described': 'count: 43 家'}}]
    """
    if text == "clean":
        said = _BREAK.join(paragraph.text for paragraph in bulletin.paragraphs)
        found = list(_cleaned(bulletin))
    elif text == "raw":
        said = bulletin.raw
        found = [_entity(each, each.start, each.end) for each in _figures(bulletin)]
    else:
        raise UnknownChoiceError(f"no text {text!r}: choose from clean, raw")
    return {
        "text": writable(said),
        "ents": found,
        "title": _harmless(bulletin.id) if bulletin.id else None,
        "settings": {"lang": "zh", "direction": "ltr"},
    }


def _figures(bulletin: Shown) -> Iterator[Figure]:
    for paragraph in bulletin.paragraphs:
        yield from paragraph.figures


def _cleaned(bulletin: Shown) -> Iterator[dict[str, Any]]:
    """Place the figures in the paragraphs as they are joined."""
    offset = 0
    for passage in passages(bulletin):
        for figure, start, end in passage.figures:
            if start < end:
                yield _entity(figure, offset + start, offset + end)
        offset += len(passage.paragraph.text) + len(_BREAK)


def _entity(figure: Figure, start: int, end: int) -> dict[str, Any]:
    params = {"described": _harmless(describe(figure))}
    return {"start": start, "end": end, "label": figure.kind.value, "params": params}


def _harmless(text: str) -> str:
    """Escape what displaCy would not."""
    return escape(writable(text))

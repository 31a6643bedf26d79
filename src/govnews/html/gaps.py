"""What stood between two paragraphs and was taken out: menus, editors' names, 详情."""

from collections.abc import Iterator, Sequence
from typing import Final

from govnews.escaping import content, visible
from govnews.html.cards import is_routine
from govnews.html.marking import dropped
from govnews.models import Edit

#: How many lines are named between two paragraphs, and how much of each.
_MOST: Final = 4
_LONGEST: Final = 60


def gap(raw: str, start: int, end: int, edits: Sequence[Edit]) -> str:
    """Return what was taken out between two paragraphs as a small line; nothing where nothing was.

    Args:
        raw: The caller's string.
        start: Where the one paragraph ends in it.
        end: Where the next begins.
        edits: The edits between them.

    >>> shown = gap("...[详情]", 0, 7, [Edit("teaser.mark", 0, 7, "...[详情]", "")])
    >>> print(shown.partition("<i")[0])
    <div class="gone">taken out here:<span class="fix drop" tabindex="0"><s>...[详情]</s>
    >>> gap("正文", 0, 2, ())
    '<div class="gone">⋯ other paragraphs</div>'
    """
    if any(kept.strip() for kept in _kept(raw, start, end, edits)):
        return '<div class="gone">⋯ other paragraphs</div>'
    telling = [edit for edit in edits if _tells(edit)]
    if not telling:
        return ""
    named = "".join(dropped(edit, f"<s>{_short(edit.before)}</s>") for edit in telling[:_MOST])
    more = f" and {len(telling) - _MOST} more" if len(telling) > _MOST else ""
    return f'<div class="gone">taken out here:{named}{more}</div>'


def _kept(raw: str, start: int, end: int, edits: Sequence[Edit]) -> Iterator[str]:
    """Yield what no edit has touched: only space, but where paragraphs were left out."""
    for edit in edits:
        yield raw[start : edit.start]
        start = max(start, edit.end)
    yield raw[start:end]


def _tells(edit: Edit) -> bool:
    """Tell whether something that people can see was taken out."""
    return bool(edit.before.strip()) and not edit.after and not is_routine(edit)


def _short(text: str) -> str:
    line = visible(" ".join(text.split()))
    return content(line if len(line) <= _LONGEST else line[:_LONGEST] + "…")

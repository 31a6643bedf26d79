"""Totals: what may be added, and what is left out, and why."""

import govnews
from govnews.totalling import reasons


def left_out(text: str) -> dict[str, str]:
    """Return what of a text is not added, with the reason."""
    bulletin = govnews.analyze(text)
    (why,) = reasons([bulletin])
    return {
        figure.text: str(reason)
        for figure, reason in zip(bulletin.figures, why, strict=True)
        if reason is not None
    }

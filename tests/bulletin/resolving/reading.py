"""What the tests of `resolved` share."""

import govnews


def dates(text: str, issued: str | None = None) -> list[str | None]:
    """Return what the dates of a text were resolved to, in order."""
    figures = govnews.analyze(text, issued=issued).figures
    return [figure.resolved for figure in figures if figure.kind is govnews.Kind.DATE]

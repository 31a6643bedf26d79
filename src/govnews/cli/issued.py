"""The option --issued, which several commands have."""

from datetime import date
from pathlib import Path
from typing import TypeAlias

import click

from govnews.folders import BY_NAME, day_of

Issued: TypeAlias = "date | str | None"
"""A day for all, "name" for the one that a file's name begins with, or None."""


def _day(_: click.Context, __: click.Parameter, given: str | None) -> Issued:
    if given is None or given == BY_NAME:
        return given
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise click.BadParameter(
            f"{given!r} is no day: write it as 2022-07-25, or say {BY_NAME}"
        ) from None


def day_for(issued: Issued, name: str) -> date | None:
    """Return the day of issue of a file, as the option has it.

    >>> day_for("name", "pages/2023-03-12-union.txt"), day_for(None, "2023-03-12-union.txt")
    (datetime.date(2023, 3, 12), None)
    """
    return day_of(Path(name).name) if isinstance(issued, str) else issued


issued_option = click.option(
    "--issued",
    callback=_day,
    metavar="DATE|name",
    help="The day of issue (YYYY-MM-DD), which completes dates without a year; or `name`: the day "
    "that the name of each FILE begins with (2023-03-12-union.txt, 20230312.txt).",
)

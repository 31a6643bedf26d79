"""The tables that ship with the package: read once, on first use, as plain data."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """Return the table *name*: the parsed `govnews/data/<name>.toml`.

    >>> table("currencies")["currency"][0]["code"]
    'CNY'
    """
    text = files("govnews").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)

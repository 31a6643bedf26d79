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


@cache
def word_set(name: str, key: str) -> frozenset[str]:
    """Return the list *key* of the table *name* as a set.

    >>> "收入" in word_set("categories", "nouns")
    True
    """
    return frozenset(table(name)[key])

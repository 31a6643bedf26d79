"""Packages whose names are loaded on first use, so that who needs one does not load them all."""

import sys
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module


def lazily(package: str, homes: Mapping[str, Iterable[str]]) -> Callable[[str], object]:
    """Return what a package needs as `__getattr__` (PEP 562).

    Args:
        package: Its name.
        homes: Of each module in it, the names that are loaded from there.

    Returns:
        A function from a name to what is called so; it is looked up once.

    >>> lazily("govnews", {"numerals": ["parse_number"]})("parse_number").__name__
    'parse_number'
    """
    home_of = {name: module for module, names in homes.items() for name in names}

    def load(name: str) -> object:
        if name not in home_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        found: object = getattr(import_module(f"{package}.{home_of[name]}"), name)
        setattr(sys.modules[package], name, found)
        return found

    return load

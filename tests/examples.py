"""The examples in corpora/figures: what they say, and how a test compares it."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from govnews.models import Figure

FOLDER = Path(__file__).parents[1] / "corpora" / "figures"
_MARK = re.compile("⟦([^⟧]*)⟧")
_ALWAYS: dict[str, str | None] = {"bound": "exact", "upper": None, "change": None}
_WHERE_SAID = ("unit", "currency", "target")


@dataclass(frozen=True)
class Case:
    """One text and the figures that it must yield, in order."""

    text: str
    figures: list[dict[str, Any]]


def cases() -> Iterator[Any]:
    """Yield every example as a pytest parameter; known failures are strict."""
    for path in sorted(FOLDER.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for number, case in enumerate(table["case"], 1):
            kind = case.get("kind", table.get("kind", path.stem))
            marks = (
                [pytest.mark.xfail(strict=True, reason=case["why"])]
                if case.get("expect") == "fail"
                else []
            )
            for text in case["text"]:
                made = _case(text, case, kind, {} if table.get("only_what_is_said") else _ALWAYS)
                yield pytest.param(made, id=f"{path.stem}-{number}-{made.text}", marks=marks)


def _case(text: str, case: dict[str, Any], kind: str, always: dict[str, Any]) -> Case:
    figures: list[dict[str, Any]] = []
    shift = 0
    for number, match in enumerate(_MARK.finditer(text)):
        start = match.start() - shift
        shift += len("⟦⟧")
        figures.append(
            {
                "kind": kind,
                "span": (start, start + len(match[1])),
                **{key: case.get(key, default) for key, default in always.items()},
                **{key: case[key] for key in _WHERE_SAID if key in case},
                **_value(case, number),
            }
        )
    return Case(_MARK.sub(r"\1", text), figures)


def _value(case: dict[str, Any], number: int) -> dict[str, str]:
    if "values" in case:
        return {"value": case["values"][number]}
    return {"value": case["value"]} if "value" in case else {}


def summary(figure: Figure, keys: dict[str, Any]) -> dict[str, Any]:
    """Return what an example says of a figure: *keys*, as plain text."""
    plain: dict[str, Any] = {"span": (figure.start, figure.end)}
    for key in keys:
        if key != "span":
            found = getattr(figure, key)
            plain[key] = None if found is None else str(found)
    return plain

"""How good the library is on its own corpora: `python -m tests.measure figures|cleaning`.

Figures: a prediction is right if it overlaps a labelled figure and agrees in
kind, value, upper end, unit and currency; bound, change, span and target are
counted over the right ones.  Cleaning: see `tests.recovery`.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import govnews
from govnews.models import Figure, Kind
from tests import recovery
from tests.recovery import CORPORA, documents

ATTRIBUTES = ("bound", "change", "span", "target")


@dataclass
class Tally:
    """What was found, by kind, and how often an attribute agreed."""

    right: Counter[str] = field(default_factory=Counter)
    spurious: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    agreed: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def f1(self, kinds: Iterable[str] = tuple(Kind)) -> float:
        """Return F1 over *kinds* together."""
        right, spurious, missed = (
            sum(each[kind] for kind in kinds) for each in (self.right, self.spurious, self.missed)
        )
        return 2 * right / max(1, 2 * right + spurious + missed)

    def accuracy(self, attribute: str) -> float:
        """Return how often *attribute* agreed on the right figures."""
        return self.agreed[attribute] / max(1, sum(self.right.values()))


def compare_figures(path: Path) -> Tally:
    """Extract from every paragraph of *path* and compare with its labels."""
    tally = Tally()
    for document in documents(path):
        found = govnews.extract(document["text"])
        used: set[int] = set()
        for gold in document["figures"]:
            _match(tally, document, gold, found, used)
        for index, figure in enumerate(found):
            if index not in used:
                tally.spurious[figure.kind] += 1
                tally.errors.append(f"{document['id']} spurious {figure.kind} {figure.text}")
    return tally


def _match(
    tally: Tally,
    document: dict[str, Any],
    gold: dict[str, Any],
    found: list[Figure],
    used: set[int],
) -> None:
    overlapping = [
        index
        for index, figure in enumerate(found)
        if index not in used and figure.start < gold["end"] and gold["start"] < figure.end
    ]
    same = [index for index in overlapping if _same(found[index], gold)]
    if not same:
        if gold.get("optional"):
            used.update(overlapping)
            return
        tally.missed[gold["kind"]] += 1
        read = [f"{found[index].kind} {found[index].value}" for index in overlapping]
        tally.errors.append(f"{document['id']} missed {gold['kind']} {gold['text']} {read}")
        return
    used.add(same[0])
    figure = found[same[0]]
    tally.right[gold["kind"]] += 1
    for attribute in ATTRIBUTES:
        agrees = _agrees(attribute, figure, gold)
        tally.agreed[attribute] += agrees
        if not agrees:
            other = figure.text if attribute == "span" else getattr(figure, attribute)
            wanted = gold.get(attribute)
            tally.errors.append(
                f"{document['id']} {attribute} of {gold['text']}: {wanted}, not {other}"
            )


def _same(figure: Figure, gold: dict[str, Any]) -> bool:
    upper = None if figure.upper is None else str(figure.upper)
    return (figure.kind, str(figure.value), upper, figure.unit, figure.currency) == (
        *(gold[name] for name in ("kind", "value", "upper", "unit", "currency")),
    )


def _agrees(attribute: str, figure: Figure, gold: dict[str, Any]) -> bool:
    if attribute == "span":
        return (figure.start, figure.end) == (gold["start"], gold["end"])
    if attribute != "target":
        return bool(getattr(figure, attribute) == gold[attribute])
    # the head decides: 帮扶资金 and 困难职工帮扶资金 are the same column of a table
    one, other = figure.target or "", gold["target"] or ""
    return one == other or (bool(one and other) and (one.endswith(other) or other.endswith(one)))


def main(what: str) -> None:
    """Print what was measured."""
    if what == "cleaning":
        found = recovery.measure()
        print(recovery.table(found))  # noqa: T201 - this is a report
        if "-v" in sys.argv:
            print(*found.wrong, *found.silent, sep="\n")  # noqa: T201
        return
    tally = compare_figures(CORPORA / "figures" / "gold.jsonl")
    for kind in Kind:
        print(f"{kind:11} {tally.right[kind] + tally.missed[kind]:4} F1 {tally.f1([kind]):.3f}")  # noqa: T201
    head = tally.f1([Kind.MONEY, Kind.HEADCOUNT, Kind.PERCENTAGE])
    print(f"money, headcounts, percentages {head:.3f}, all kinds {tally.f1():.3f}")  # noqa: T201
    for attribute in ATTRIBUTES:
        print(f"{attribute} {tally.accuracy(attribute):.3f}")  # noqa: T201
    if "-v" in sys.argv:
        print(*tally.errors, sep="\n")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1])

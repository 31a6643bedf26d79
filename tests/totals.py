"""How well totals know what may be added: against labels made by hand, see corpora/totals."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

import govnews
from govnews.totalling import reasons

CORPORA: Final = Path(__file__).parents[1] / "corpora"
#: Of idioms (一个样, 一名焊工说) nothing is asked: the figure itself is in question.
_UNASKED: Final = "idiom"
_ADD: Final = "add"


class Labelled(NamedTuple):
    """A figure with what was said of it.

    Attributes:
        id: Its text.
        start: Where it starts in it.
        end: Where it ends.
        text: What it says.
        labels: "add", or the reason why not; two where both are as good.
    """

    id: str
    start: int
    end: int
    text: str
    labels: frozenset[str]


class Score(NamedTuple):
    """How often figures were added, and left out, rightly and wrongly.

    Attributes:
        added: Added, as it should be.
        wrongly_added: Added, and should not be.
        wrongly_left_out: Left out, and should be added.
        left_out: Left out, as it should be.
        errors: What was wrong.
    """

    added: int
    wrongly_added: int
    wrongly_left_out: int
    left_out: int
    errors: list[str]

    @property
    def precision(self) -> float:
        """The share of what was added that may be."""
        return self.added / (self.added + self.wrongly_added)

    @property
    def recall(self) -> float:
        """The share of what may be added that was."""
        return self.added / (self.added + self.wrongly_left_out)


def labelled(name: str) -> list[Labelled]:
    """Read a file of labels."""
    lines = (CORPORA / "totals" / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [_labelled(json.loads(line)) for line in lines]


def _labelled(row: dict[str, Any]) -> Labelled:
    labels = frozenset(row[key] for key in ("label", "other") if key in row)
    return Labelled(row["id"], row["start"], row["end"], row["text"], labels)


def score(name: str) -> Score:
    """Compare what is added with the labels; texts of the archive are one set, others their own."""
    rows = labelled(name)
    ids = list(dict.fromkeys(row.id for row in rows))
    if name == "archive":
        paths = sorted((CORPORA / "archive").glob("2*"))
        said = _said({path.name: govnews.read(path) for path in paths})
    else:
        texts = _gold()
        said = {key: why for each in ids for key, why in _said({each: texts[each]}).items()}
    return _compared(rows, said)


def _said(texts: dict[str, str]) -> dict[tuple[str, int, int], str]:
    """Return of each figure of a set what the library says."""
    bulletins = [govnews.analyze(text, id=name) for name, text in texts.items()]
    return {
        (bulletin.id or "", figure.start, figure.end): str(why or _ADD)
        for bulletin, every in zip(bulletins, reasons(bulletins), strict=True)
        for figure, why in zip(bulletin.figures, every, strict=True)
    }


def _gold() -> dict[str, str]:
    paths = (CORPORA / "figures").glob("gold*.jsonl")
    rows: Iterator[dict[str, str]] = (
        json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()
    )
    return {row["id"]: row["text"] for row in rows}


def _compared(rows: Iterable[Labelled], said: dict[tuple[str, int, int], str]) -> Score:
    counts = dict.fromkeys(("added", "wrongly_added", "wrongly_left_out", "left_out"), 0)
    errors = []
    for row in rows:
        if _UNASKED in row.labels:
            continue
        found = said.get((row.id, row.start, row.end), "not found")
        right = _ADD in row.labels if found == _ADD else row.labels != {_ADD}
        outcome = "added" if found == _ADD else "left_out"
        counts[outcome if right else f"wrongly_{outcome}"] += 1
        if not right:
            errors.append(f"{row.id} {row.text}: {found}, and not {' or '.join(row.labels)}")
    return Score(**counts, errors=errors)

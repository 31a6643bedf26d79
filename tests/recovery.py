"""How much of simulated damage is undone, and whether what is not is owned up to.

Pages of our corpora's paragraphs are garbled and cleaned again.  The
simulator says what was lost where; where the characters around a slip ended
up says what became of it.
"""

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import govnews
from govnews.models import UNREPAIRED, CleanText
from tests.damage import Damaged, Kind, damage

CORPORA = Path(__file__).parents[1] / "corpora"
PARAGRAPHS_A_PAGE = 6
#: The files whose paragraphs the table of the data card was measured on.
HANDS = ("briefs", "features", "reports", "statistics")
SEEDS = range(3)
#: The first number of lost bytes of each row of the table.
ROWS = (0, 1, 2, 3, 4, 5, 6, 8)
#: One width of every mark: which one a page had is not told by its bytes.
WIDTHS = str.maketrans(",:;!?()", "，：；！？（）")


@dataclass
class Recovery:
    """What became of slips.

    Attributes:
        slips: How many there were, by row or kind.
        exact: How many came back to the character.
        accepted: How many were repaired, rightly or not.
        wrong: Repairs that are not what the page said: page's text, what came, what was there.
        unmarked: Slips that were neither repaired nor marked.
        figures: How many figures the sound pages hold.
        silent: Figures that were read from a garbled page as if sound, and that it never said.
        characters: Characters of the sound pages.
    """

    slips: Counter[str] = field(default_factory=Counter)
    exact: Counter[str] = field(default_factory=Counter)
    accepted: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[str, str, str]] = field(default_factory=list)
    unmarked: int = 0
    figures: int = 0
    silent: list[tuple[str, str, str | None]] = field(default_factory=list)
    characters: int = 0

    @property
    def precision(self) -> float:
        """Of the accepted repairs, how many are exact."""
        return self.right["all"] / max(1, self.accepted["all"])


def documents(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the documents of a JSONL file."""
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)


def sound_pages(hands: Iterable[str] = HANDS) -> list[str]:
    """Return the Simplified paragraphs of the corpora, joined to pages.

    Args:
        hands: The files of corpora/topics to take.
    """
    topics = [CORPORA / "topics" / f"{hand}.jsonl" for hand in hands]
    paths = [*topics, CORPORA / "figures" / "gold.jsonl"]
    texts = [document["text"] for path in paths for document in documents(path)]
    for name in ("simplified", "garbled-clean"):
        texts += (CORPORA / "bulletins" / f"{name}.txt").read_text("utf-8").splitlines()
    texts = [text for text in texts if text and govnews.clean(text).text == text]
    # every n-th paragraph, so that a page is of many kinds as a site's pages are
    count = len(texts) // PARAGRAPHS_A_PAGE
    return ["\n".join(texts[start::count]) for start in range(count)]


def measure(
    pages: Sequence[str] | None = None, seeds: Iterable[int] = SEEDS, **options: Any
) -> Recovery:
    """Garble pages, clean them, and count what came back."""
    pages = sound_pages() if pages is None else pages
    recovery = Recovery()
    for seed in seeds:
        for number, text in enumerate(pages):
            page = damage(text, 1000 * seed + number, **{"share": 1.0, **options})
            _count(recovery, page)
    return recovery


def _count(recovery: Recovery, page: Damaged) -> None:
    cleaned = govnews.clean(page.raw)
    recovery.characters += len(page.clean)
    places = _places(page, cleaned)
    for slip, loss in zip(page.slips, page.losses, strict=True):
        rows = ["all", _row(loss.lost), *loss.kinds]
        left, right = _neighbours(slip, places, len(page.clean))
        got, want = _between(cleaned.text, page.clean, places, left, right)
        exact = got.translate(WIDTHS) == want.translate(WIDTHS)
        rules = _rules(cleaned, page, left, right)
        accepted = bool(rules) and UNREPAIRED not in rules
        recovery.slips.update(rows)
        recovery.exact.update(rows if exact else ())
        recovery.accepted.update(rows if accepted else ())
        recovery.right.update(rows if accepted and exact else ())
        recovery.unmarked += not (exact or accepted or UNREPAIRED in rules)
        if accepted and not exact:
            recovery.wrong.append((page.clean[left + 1 : right], got, want))
    _count_figures(recovery, page)


def _row(lost: int) -> str:
    return str(max(row for row in ROWS if row <= lost))


def _places(page: Damaged, cleaned: CleanText) -> dict[int, int]:
    """Return where each sound character is in the cleaned text, for those that are."""
    places = {}
    for place in range(len(cleaned.text)):
        start, end = cleaned.to_raw(place, place + 1)
        origin = page.origins[start]
        if end == start + 1 and origin >= 0:
            places[origin] = place
    return places


def _neighbours(slip: tuple[int, int], places: dict[int, int], size: int) -> tuple[int, int]:
    """Return the sound characters on either side that are known to have come through."""
    left, right = slip[0] - 1, slip[1]
    while left >= 0 and left not in places:
        left -= 1
    while right < size and right not in places:
        right += 1
    return left, right


def _between(
    text: str, clean: str, places: dict[int, int], left: int, right: int
) -> tuple[str, str]:
    """Return what stands between two sound characters, cleaned and as it was."""
    start = places[left] + 1 if left >= 0 else 0
    end = places.get(right, len(text))
    return text[start:end], clean[left + 1 : right]


def _rules(cleaned: CleanText, page: Damaged, left: int, right: int) -> set[str]:
    """Return which of the rules that undo or mark slips were at work between them."""
    kept = [(origin, at) for at, origin in enumerate(page.origins) if origin in (left, right)]
    known = dict(kept)
    start, end = known.get(left, -1) + 1, known.get(right, len(page.raw))
    first = bisect_left(cleaned.edits, start, key=lambda edit: edit.end)
    rules: set[str] = set()
    for edit in cleaned.edits[first:]:
        if edit.start >= end:
            break
        rules |= set(edit.rule.split("+"))
    return {rule for rule in rules if rule.startswith("slip") or rule == UNREPAIRED}


def _count_figures(recovery: Recovery, page: Damaged) -> None:
    sound = Counter(_figures(govnews.extract(page.clean)))
    read = Counter(_figures(f for f in govnews.extract(page.raw) if not f.damaged))
    recovery.figures += sum(sound.values())
    recovery.silent += (read - sound).elements()


def _figures(figures: Iterable[govnews.Figure]) -> Iterator[tuple[str, str, str | None]]:
    for figure in figures:
        yield figure.kind, str(figure.value), figure.unit


def table(recovery: Recovery) -> str:
    """Return what was measured as a table in Markdown."""
    labels = {
        str(first): str(first) if after == first + 1 else f"{first} to {after - 1}"
        for first, after in zip(ROWS, (*ROWS[1:], 99), strict=True)
    } | {"8": "8 and more"}
    labels = {row: f"{label} lost byte{'s' * (row != '1')}" for row, label in labels.items()}
    labels |= {kind: f"with a byte {kind}" for kind in Kind} | {"all": "all"}
    lines = ["| slips | number | exact | accepted | precision |", "|---|---|---|---|---|"]
    for row, label in labels.items():
        count, accepted = recovery.slips[row], recovery.accepted[row]
        if count:
            precision = f"{recovery.right[row] / accepted:.3f}" if accepted else "-"
            exact = recovery.exact[row] / count
            share = accepted / count
            lines.append(f"| {label} | {count} | {exact:.3f} | {share:.3f} | {precision} |")
    lines.append("")
    lines.append(
        f"{recovery.characters} characters; slips neither repaired nor marked: "
        f"{recovery.unmarked}; figures silently wrong: {len(recovery.silent)} of "
        f"{recovery.figures}."
    )
    return "\n".join(lines)

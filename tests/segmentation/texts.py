"""What the tests of segmentation cut: the texts of the corpora, and alphabets to make others of."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

import govnews

ROOT = Path(__file__).parents[2]
DEV = ROOT.parent / "shared" / "dev"

HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)
MIXED = st.text(
    alphabet=st.one_of(
        HAN,
        st.sampled_from("职工会省总州委员专家援青退役军人零〇二年的在为王李占福第百万"),
        st.sampled_from(
            "0123456789０９.,．，%％+-_&'’aZàＡ１月日时 \t\n\r　。“”《》（）!？\ue000\ue001"
        ),
        st.characters(exclude_categories=()),
    ),
    max_size=80,
)


@cache
def paragraphs() -> tuple[str, ...]:
    """Return the paragraphs of corpora/topics."""
    files = sorted((ROOT / "corpora" / "topics").glob("*.jsonl"))
    return tuple(str(record["text"]) for path in files for record in _records(path))


@cache
def strings() -> tuple[str, ...]:
    """Return every string of every labelled file, and every line of every page."""
    files = [*sorted((ROOT / "corpora").rglob("*.jsonl")), *sorted(DEV.glob("*.jsonl"))]
    labelled = [
        value
        for path in files
        for record in _records(path)
        for value in record.values()
        if isinstance(value, str)
    ]
    pages = [
        line
        for path in sorted((ROOT / "corpora").rglob("*.txt"))
        for line in govnews.read(path).splitlines()
    ]
    return tuple(dict.fromkeys((*labelled, *pages)))


def _records(path: Path) -> Iterator[dict[str, object]]:
    return map(json.loads, path.read_text(encoding="utf-8").splitlines())

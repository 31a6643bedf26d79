"""The topic corpus: its form, its balance, and that no paragraph is another in disguise."""

import json
import re
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from govnews.topics.labels import TOPICS

FOLDER = Path(__file__).parents[2] / "corpora" / "topics"
SHARED = Path(__file__).parents[2].parent / "shared" / "dev"
FILES = sorted(FOLDER.glob("*.jsonl"))
KEYS = {"id", "text", "topics", "register", "note"}

LEAST = 1500
LEAST_PER_TOPIC = 220
LEAST_OF_NONE = 400
LEAST_OF_TWO = 120
LEAST_HEADLINES = 200
LEAST_LONG = 150
MOST_ALIKE = 0.5
SHORTEST_SENTENCE = 8


def lines(path: Path) -> list[dict[str, Any]]:
    """Return the records of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


@pytest.fixture(scope="module")
def paragraphs() -> list[dict[str, Any]]:
    """Every paragraph of every file."""
    return [record for path in FILES for record in lines(path)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_records_have_the_form(path: Path) -> None:
    """The same keys everywhere; an id that begins with the file's name; a text without edges."""
    check_form(path)


def check_form(path: Path) -> None:
    """Make sure that every record of a file has the form."""
    for record in lines(path):
        assert record.keys() == KEYS
        assert re.fullmatch(rf"{path.stem}-\d{{3}}", record["id"])
        assert record["text"] == record["text"].strip() != ""
        assert isinstance(record["register"], str)
        assert isinstance(record["note"], str)


def test_ids_are_unique(paragraphs: list[dict[str, Any]]) -> None:
    """A report names a paragraph by its id."""
    assert len({record["id"] for record in paragraphs}) == len(paragraphs)


def test_labels_are_topics_named_once(paragraphs: list[dict[str, Any]]) -> None:
    """None of them invented, none repeated."""
    for record in paragraphs:
        assert set(record["topics"]) <= TOPICS.keys(), record["id"]
        assert len(record["topics"]) == len(set(record["topics"])), record["id"]


def test_every_topic_is_there_often_enough(paragraphs: list[dict[str, Any]]) -> None:
    """And so is none of the five."""
    counts = Counter(topic for record in paragraphs for topic in record["topics"] or ["none"])

    assert len(paragraphs) >= LEAST
    assert min(counts[topic] for topic in TOPICS) >= LEAST_PER_TOPIC
    assert counts["none"] >= LEAST_OF_NONE
    assert sum(len(record["topics"]) > 1 for record in paragraphs) >= LEAST_OF_TWO


def test_every_length_is_there(paragraphs: list[dict[str, Any]]) -> None:
    """Headlines of 15 to 45 characters, and paragraphs of 200 and more."""
    lengths = [len(record["text"]) for record in paragraphs]

    assert sum(15 <= length <= 45 for length in lengths) >= LEAST_HEADLINES
    assert sum(length >= 200 for length in lengths) >= LEAST_LONG


def test_no_two_paragraphs_are_nearly_the_same(paragraphs: list[dict[str, Any]]) -> None:
    """By the share of runs of five characters that they have in common."""
    runs = [fives(record["text"]) for record in paragraphs]
    places = defaultdict(list)
    for place, run in enumerate(runs):
        for five in run:
            places[five].append(place)
    shared = Counter(pair for having in places.values() for pair in combinations(having, 2))
    alike = [
        (paragraphs[one]["id"], paragraphs[other]["id"])
        for (one, other), common in shared.items()
        if common >= MOST_ALIKE * (len(runs[one]) + len(runs[other]) - common)
    ]

    assert not alike


def fives(text: str) -> frozenset[str]:
    """Return the runs of five characters of *text*, or the text where it is shorter."""
    return frozenset(text[start : start + 5] for start in range(max(1, len(text) - 4)))


def test_no_sentence_is_shared_with_the_held_out_texts(paragraphs: list[dict[str, Any]]) -> None:
    """What the library is measured on must not have been trained on."""
    held_out = sorted(SHARED.glob("*.jsonl"))
    if not held_out:
        pytest.skip("the held-out texts are not part of the repository")
    theirs = {
        sentence
        for path in held_out
        for record in lines(path)
        for text in record.values()
        if isinstance(text, str)
        for sentence in sentences(text)
    }

    assert not [record["id"] for record in paragraphs if theirs & sentences(record["text"])]


def sentences(text: str) -> set[str]:
    """Return the sentences of *text* that are long enough to tell where they are from."""
    found = (re.sub(r"\s", "", part) for part in re.split("[。！？!?；;\n]", text))
    return {sentence for sentence in found if len(sentence) >= SHORTEST_SENTENCE}

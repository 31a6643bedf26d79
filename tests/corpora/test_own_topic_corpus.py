"""The sample of a topic of one's own: its form, its balance, and that no paragraph is a copy."""

import re
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from tests.corpora import test_topics_corpus as topics

FOLDER = topics.FOLDER.with_name("own-topic")
CARD = (FOLDER / "README.md").read_text("utf-8")
KEYS = {"ecology": {"id", "text", "topics"}, "unlabelled": {"id", "text"}}
LABELLED = topics.lines(FOLDER / "ecology.jsonl")
WAITING = topics.lines(FOLDER / "unlabelled.jsonl")
PARAGRAPHS = [*LABELLED, *WAITING]

ABOUT_HALF = (0.4, 0.6)
SHORTEST, LONGEST = 20, 200


def test_the_files_are_those_that_are_named() -> None:
    """One labelled and one not."""
    assert {path.stem for path in FOLDER.glob("*.jsonl")} == KEYS.keys()


@pytest.mark.parametrize("name", KEYS)
def test_records_have_the_form(name: str) -> None:
    """An id that counts from 1 behind the file's name; a text without edges."""
    for number, record in enumerate(topics.lines(FOLDER / f"{name}.jsonl"), 1):
        assert record.keys() == KEYS[name]
        assert record["id"] == f"{name}-{number:03}"
        assert record["text"] == record["text"].strip()
        assert SHORTEST <= len(record["text"]) <= LONGEST, record["id"]


def test_labels_are_the_topic_or_none() -> None:
    """The other five are not labelled here."""
    assert all(record["topics"] in (["ecology"], []) for record in LABELLED)


def test_about_half_are_of_the_topic() -> None:
    """And what the data card counts is there."""
    having = sum(bool(record["topics"]) for record in LABELLED)
    least, most = ABOUT_HALF

    assert least <= having / len(LABELLED) <= most
    assert f"| {len(LABELLED)} | {having} | {len(LABELLED) - having} |" in CARD
    assert f"| `unlabelled.jsonl` | {len(WAITING)} |" in CARD


def test_the_topic_is_not_a_matter_of_one_word() -> None:
    """Its words stand in paragraphs of both kinds, and some paragraphs have none of them."""
    words = re.compile("生态|环境|环保|污染|水质|湿地|林|草")
    named = [(bool(words.search(record["text"])), bool(record["topics"])) for record in LABELLED]

    assert named.count((True, False)) >= 5
    assert named.count((False, True)) >= 2


def test_no_two_paragraphs_are_nearly_the_same() -> None:
    """Neither here nor in the corpus of the five topics."""
    theirs = chain.from_iterable(map(topics.lines, topics.FILES))
    seen = [(record["id"], topics.fives(record["text"])) for record in theirs]
    alike = []
    for record in PARAGRAPHS:
        runs = topics.fives(record["text"])
        alike += [
            (record["id"], other)
            for other, others in seen
            if len(runs & others) >= topics.MOST_ALIKE * len(runs | others)
        ]
        seen.append((record["id"], runs))

    assert not alike


def test_no_sentence_stands_twice() -> None:
    """Nor in the corpus of the five topics, nor in what the library is measured on."""
    held_out = sorted(topics.SHARED.glob("*.jsonl"))
    seen = set(chain.from_iterable(map(sentences_of, [*topics.FILES, *held_out])))
    for record in PARAGRAPHS:
        mine = topics.sentences(record["text"])
        assert not seen & mine, record["id"]
        seen |= mine


def sentences_of(path: Path) -> set[str]:
    """Return the sentences of every text in a file of JSON lines."""
    texts: list[Any] = [text for record in topics.lines(path) for text in record.values()]
    return set().union(*(topics.sentences(text) for text in texts if isinstance(text, str)))

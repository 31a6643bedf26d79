"""The folder of bulletins is what its data card says."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import chain

import pytest

import govnews
from tests.corpora import test_topics_corpus as topics
from tests.damage import damage

FOLDER = topics.FOLDER.with_name("archive")
CARD = (FOLDER / "README.md").read_text("utf-8")
FILES = sorted(path for path in FOLDER.iterdir() if path.name != "README.md")
NAMES = [path.name for path in FILES]

NAME = re.compile(r"(\d{4}-\d{2}-\d{2})-[a-z]+-[a-z]+\.(?:txt|html)")
#: Files that are not UTF-8 with LF: encoding and line end.
ENCODINGS = {
    "2023-05-23-hexi-hr.html": ("gbk", b"\n"),
    "2023-08-08-haigang-union.txt": ("big5", b"\r\n"),
}
TRADITIONAL = {
    "2023-04-11-minhai-union.txt",
    "2023-08-08-haigang-union.txt",
    "2024-01-16-shanghai-cooperation.txt",
}
#: Files that say again on purpose what others said.
REPEATING = re.compile("-teasers|2023-12-13-qinghai")
CUT_OFF = "... [详情]"
LENGTHS = range(400, 1101)
LEAST_PARAGRAPHS = 4
#: What is shorter is a signature or the head of a table: there is little in it to be like.
SHORTEST = 20

GARBLED = "2023-07-27-gaoyuan-hr.txt"
SEED = 1180
#: What is left of a number after cleaning, and what it was.
LOST = ("三省（?6家", "三省（市）96家")
#: Clean bulletins have wide marks alone; the simulator has made some of these narrow.
WIDE = str.maketrans(",;", "，；")

#: A sum and its parts, as they are written.
PARTS = {
    "2023-05-09-jianghai-union.txt": ("1.2亿元", "7400万元", "4100万元", "500万元"),
    "2023-06-28-sanjiang-union.txt": ("5360万元", "2100万元", "1500万元", "1240万元", "520万元"),
    "2023-08-18-jingzhou-union.txt": ("264万元", "120万元", "90万元", "54万元"),
}


@cache
def lines(name: str) -> tuple[str, ...]:
    """Return the paragraphs of a bulletin, repaired and Simplified."""
    return tuple(govnews.clean(govnews.read(FOLDER / name)).text.splitlines())


def beginning(line: str) -> str:
    """Return what a teaser quotes, without the mark that it is cut off."""
    return line.removesuffix(CUT_OFF)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_the_day_of_issue_and_the_office(name: str) -> None:
    """So that a folder sorted by name is sorted by day."""
    found = NAME.fullmatch(name)

    assert found
    assert date.fromisoformat(found[1])


def test_the_card_lists_the_files_in_order() -> None:
    """All of them, and no other."""
    assert re.findall(r"^\| `([^`]+)` ", CARD, re.MULTILINE) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_card_counts_right(name: str) -> None:
    """Neither very short nor very long, in paragraphs of a line."""
    (row,) = [line for line in CARD.splitlines() if line.startswith(f"| `{name}` ")]

    assert int(row.split("|")[-2]) == len(lines(name)) >= LEAST_PARAGRAPHS
    assert len(govnews.analyze(govnews.read(FOLDER / name)).paragraphs) == len(lines(name))
    assert sum(map(len, lines(name))) in LENGTHS


@pytest.mark.parametrize("name", NAMES)
def test_encodings_and_line_ends_are_those_of_the_card(name: str) -> None:
    """UTF-8 and LF, unless the card says otherwise."""
    data = (FOLDER / name).read_bytes()
    encoding, end = ENCODINGS.get(name, ("utf-8", b"\n"))

    assert data.decode(encoding)
    assert re.findall(rb"\r?\n|\r", data) == [end] * data.count(b"\n")


@pytest.mark.parametrize("name", sorted(ENCODINGS))
def test_what_is_not_utf_8_is_named_by_the_card(name: str) -> None:
    """Below the table, with the encoding in brackets."""
    encoding, _ = ENCODINGS[name]

    assert f"`{name}` ({encoding}".lower() in CARD.lower()
    with pytest.raises(UnicodeDecodeError):
        (FOLDER / name).read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", sorted(TRADITIONAL))
def test_traditional_bulletins_are_traditional(name: str) -> None:
    """Their sums are written with 萬."""
    text = govnews.read(FOLDER / name)

    assert "萬" in text
    assert "万" not in text


def test_every_topic_occurs_and_none() -> None:
    """As far as the shipped model can tell."""
    bulletins = [govnews.analyze(govnews.read(path)) for path in FILES]
    paragraphs = list(chain.from_iterable(bulletin.paragraphs for bulletin in bulletins))

    assert {topic for paragraph in paragraphs for topic in paragraph.topics} == set(govnews.TOPICS)
    assert any(not paragraph.topics for paragraph in paragraphs)


@pytest.mark.parametrize("name", [name for name in NAMES if REPEATING.search(name)])
def test_teasers_are_beginnings_of_earlier_bulletins(name: str) -> None:
    """Word for word, each of another bulletin."""
    teasers = [beginning(line) for line in lines(name) if line.endswith(CUT_OFF)]
    earlier = NAMES[: NAMES.index(name)]
    sources = {
        teaser: [
            other for other in earlier if any(line.startswith(teaser) for line in lines(other))
        ]
        for teaser in teasers
    }

    assert all(len(found) == 1 for found in sources.values()), sources
    assert len(set(chain.from_iterable(sources.values()))) == len(teasers)


def test_no_paragraph_is_nearly_another() -> None:
    """Nor one of the corpora that the library is made of and measured on."""
    seen = [topics.fives(text) for text in elsewhere()]
    own = [
        line
        for name in NAMES
        if not REPEATING.search(name)
        for line in lines(name)
        if len(line) >= SHORTEST
    ]
    alike = []
    for line in own:
        runs = topics.fives(line)
        alike += [
            line for others in seen if len(runs & others) >= topics.MOST_ALIKE * len(runs | others)
        ]
        seen.append(runs)

    assert not alike


def elsewhere() -> Iterator[str]:
    """Yield the paragraphs of the topic corpora and of the other sample bulletins."""
    for path in [*topics.FILES, *FOLDER.with_name("topics-check").glob("*.jsonl")]:
        yield from (record["text"] for record in topics.lines(path))
    for path in FOLDER.with_name("bulletins").glob("*.txt"):
        yield from path.read_text("utf-8").splitlines()


def test_the_garbled_bulletin_is_what_the_simulator_makes() -> None:
    """Of its own cleaned text, once the lost number is put back."""
    text = govnews.read(FOLDER / GARBLED)

    assert damage(sound(text), SEED).raw == text


def sound(garbled: str) -> str:
    """Return what the garbled bulletin said."""
    cleaned = govnews.clean(garbled).text
    assert cleaned.count(LOST[0]) == 1
    return cleaned.replace(*LOST).translate(WIDE)


def test_cleaning_brings_the_figures_back_or_marks_them() -> None:
    """Only what touches the lost number is not as it was, and that is said."""
    text = govnews.read(FOLDER / GARBLED)
    found = govnews.extract(text)
    whole = [(figure.kind, figure.value, figure.upper) for figure in found if not figure.damaged]
    truth = [(figure.kind, figure.value, figure.upper) for figure in govnews.extract(sound(text))]

    assert [figure.text for figure in found if figure.damaged] == ["三省", "6家"]
    assert len(truth) == len(found)
    assert [figure for figure in truth if figure in whole] == whole


@pytest.mark.parametrize("name", sorted(PARTS))
def test_parts_add_up(name: str) -> None:
    """A sum and its parts stand in one paragraph."""
    whole, *parts = PARTS[name]
    values = next(
        {
            figure.text: Decimal(figure.value)
            for figure in govnews.extract(line)
            if figure.unit == "元"
        }
        for line in lines(name)
        if all(text in line for text in PARTS[name])
    )

    assert values[whole] == sum(values[part] for part in parts)


def test_the_columns_of_the_table_add_up() -> None:
    """The last row is the sum of the five cities."""
    rows = [line.split("\t") for line in lines("2023-05-23-hexi-hr.html") if line.count("\t")]
    header, *cities, total = rows

    assert (len(header), len(cities), total[0]) == (6, 5, "合计")
    for column in range(1, 5):
        cells = [float(row[column]) for row in cities]
        assert sum(cells) == pytest.approx(float(total[column])), header[column]

"""Regular expressions of a lexicon: what is let in stays fast, whatever the text."""

import re
from re import _parser  # type: ignore[attr-defined] # as regexes.py does
from time import process_time

import pytest

from govnews.figures.regexes import MOST_STEPS, steps
from govnews.resources import table


@pytest.mark.parametrize(
    "regex",
    [
        r"\d{4}年第\d{1,4}号",
        r"(?<=第)[0-9]{1,3}(?=号楼|号院)号",
        r"[一二三]{1,3}届(?:人大|政协)?",
        r"1[3-9]\d{9}(?!\d)",
        r"(?:[01]?[0-9]|2[0-4])[:：][0-5][0-9]",
        r"(?i:pm)2\.5",
        r"\d{1,4}(?>年度?)",
        r"(?:\d{3},){1,5}\d{3}",
    ],
)
def test_let_in(regex: str) -> None:
    """What an analyst writes."""
    assert steps(regex) <= 40


@pytest.mark.parametrize(
    ("regex", "message"),
    [
        (r"\d+号", "repeats without end"),
        (r"\d*?号", "repeats without end"),
        (r"\d++号", "repeats without end"),
        (r"\d{3,}号", "repeats without end"),
        (r"(?=.*号)3", "repeats without end"),
        (r"x{5000000000}", "does not compile"),
        ("(" * 2000 + "a" + ")" * 2000, "does not compile"),
        (r"(?:号)?", "nothing at all"),
        (r"|号", "nothing at all"),
        (r"(?=号)", "nothing at all"),
        (r"(3)\1", "refers back"),
        (r"(3)?(?(1)号|楼)", "refers back"),
        (r"(?P<year>\d{4})", "names a group"),
        (r"a)|(?:b", "does not compile"),
        (r"[", "does not compile"),
    ],
)
def test_refused(regex: str, message: str) -> None:
    """What can go on without end, cannot be joined to others, or says nothing."""
    with pytest.raises(ValueError, match=message):
        steps(regex)


@pytest.mark.parametrize(
    "regex",
    [
        r"(?:\d{1,3}){1,30}号",
        r"(?:a|a){20}b",
        r"\d{0,40}\d{0,40}\d{0,40}号",
        r"(?:\d?){20}号",
        r"(?:.{9999}){9999}",
        r"x{4000000000}",
        r"(?>(?:\d{1,3}){1,30})号",
        r"(?=(?:\d{1,3}){1,30}号)3",
        r".{1,9999}号",
        r"\d{0,32}\d{0,32}号",
    ],
)
def test_too_many_steps(regex: str) -> None:
    """What takes long where it fails, or backtracks."""
    assert steps(regex) > MOST_STEPS


@pytest.mark.parametrize(
    ("regex", "text"),
    [(r"\d{0,30}\d{0,30}号", "9" * 16_000), (r".{1,990}号", "三个" * 8_000)],
)
def test_the_slowest_that_is_let_in(regex: str, text: str) -> None:
    """Tried at each of thousands of numerals, in each of its ways, it takes part of a second."""
    assert steps(regex) <= MOST_STEPS
    pattern = re.compile(regex)
    start = process_time()
    assert not any(pattern.match(text, at) for at in range(0, len(text), 2))
    assert process_time() - start < 1


@pytest.mark.parametrize("row", table("exclusions")["pattern"], ids=lambda row: str(row["name"]))
def test_the_shipped_ones_can_be_joined(row: dict[str, str]) -> None:
    """They may repeat without end, since their authors looked at each; nothing else."""
    try:
        steps(row["regex"])
    except ValueError as error:
        assert "without end" in str(error)  # noqa: PT017 - it may be sound as well


@pytest.mark.parametrize("row", table("exclusions")["pattern"], ids=lambda row: str(row["name"]))
def test_the_shipped_ones_match_something(row: dict[str, str]) -> None:
    """A pattern that matched nothing would exclude what lies around it."""
    assert _parser.parse(row["regex"]).getwidth()[0]
